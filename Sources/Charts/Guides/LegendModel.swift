/// A legend: what colours, shapes and sizes say, in words.
struct LegendModel: Sendable {
  /// One line of a legend.
  struct Entry: Sendable {
    let label: String
    /// The look of its symbol.
    var look: Look
    /// The name of its shape; nil for a stroke.
    var shape: String?
    /// The size of its symbol in px².
    var size: Double
  }

  /// A ramp of colour with some of its values.
  struct Gradient: Sendable {
    /// The paints from the low to the high end.
    let paints: [Paint]
    /// Labels with their places from 0 to 1.
    let labels: [(text: String, place: Double)]
  }

  let title: [String]
  var entries: [Entry] = []
  var gradient: Gradient?
  /// How many names have no entry of their own.
  var others = 0
  let properties: Properties<LegendProperty>

  /// Where it stands.
  var orient: String? { properties.text(.orient) }
  var labelSize: Double { properties.number(.labelFontSize) ?? AxisModel.fontSize }
  var titleSize: Double { properties.number(.titleFontSize) ?? AxisModel.fontSize }
  var titleWeight: FontWeight { FontWeight(properties[.titleFontWeight]) ?? .bold }
  var labelLimit: Double { properties.number(.labelLimit) ?? 220 }
}
