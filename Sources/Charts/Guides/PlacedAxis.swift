/// An axis whose labels have their places, with the origin of the plot at 0, 0.
struct PlacedAxis: Sendable {
  /// One label: its lines, where its first baseline begins, and how it is turned.
  struct Label: Sendable {
    let lines: [String]
    let x: Double
    let y: Double
    let anchor: Canvas.Anchor
    let angle: Double
    /// The whole text, where it was cut.
    var whole: String?
  }

  var model: AxisModel
  var labels: [Label] = []
  /// How far labels and ticks reach from the plot, in px, the title left out.
  var thickness = 0.0
  /// How far labels reach beyond the ends of the plot, in px: before and behind.
  var overhang = (before: 0.0, behind: 0.0)
  /// The length of the plot along the axis, and its length across.
  let length: Double
  let depth: Double
}
