import Bytes

/// Builds the `d` of an SVG path from points in px.
struct PathData: Sendable {
  private var bytes: [UInt8] = []

  /// The data as text.
  var text: String { bytes.text }
  /// Whether nothing was drawn yet.
  var isEmpty: Bool { bytes.isEmpty }

  /// Begins a new line at a point.
  mutating func move(_ x: Double, _ y: Double) { append("M", [x, y]) }
  /// Draws a straight line to a point.
  mutating func line(_ x: Double, _ y: Double) { append("L", [x, y]) }
  /// Draws a straight line to the same height at `x`.
  mutating func horizontal(_ x: Double) { append("H", [x]) }
  /// Draws a straight line straight up or down to `y`.
  mutating func vertical(_ y: Double) { append("V", [y]) }
  /// Draws a cubic curve by two control points.
  mutating func curve(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ x: Double, _ y: Double
  ) {
    append("C", [x1, y1, x2, y2, x, y])
  }
  /// Draws a circular arc of less than a half turn.
  mutating func arc(radius: Double, clockwise: Bool, _ x: Double, _ y: Double) {
    append("A", [radius, radius, 0, 0, clockwise ? 1 : 0, x, y])
  }
  /// Goes back to where the line began.
  mutating func close() { bytes.append(UInt8(ascii: "Z")) }

  private mutating func append(_ command: Unicode.Scalar, _ numbers: [Double]) {
    bytes.append(UInt8(ascii: command))
    for (index, number) in numbers.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.appendDecimal(number, places: 2)
    }
  }
}
