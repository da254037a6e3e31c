/// One tick of an axis: where it stands and what it says.
struct AxisTick: Sendable {
  /// The value.
  let value: Datum
  /// Its number among the ticks, from 0.
  var index = 0
  /// Its place along the axis, in px within the picture.
  let place: Double
  /// What it says, line by line; empty where its label makes room for others.
  var lines: [String]
  /// Whether its label is written.
  var isShown = true
  /// Where its label stands about the place.
  var anchor: Canvas.Anchor = .middle
  /// How far the label is moved along the axis, in px.
  var shift = 0.0
}

extension AxisTick {
  /// Whether there is anything to be read.
  var hasText: Bool { lines.contains { !$0.isEmpty } }
}
