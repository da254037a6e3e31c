/// Lines of text with their place in the picture, in px.
struct PlacedLabel: Sendable {
  /// What is set, from top to bottom.
  var lines: [String]
  /// How it is set.
  var style: String
  /// The edge, or middle, that the lines share.
  var x: Double
  /// The top of the first line's room.
  var top: Double
  /// Which part of each line stands at `x`.
  var anchor: Canvas.Anchor
  /// The width of the widest line.
  var width: Double
  /// The size of the letters.
  var size = Canvas.fontSize
  /// The weight of the letters.
  var weight = FontWeight.regular

  /// The room of one line of the usual size, top to top.
  static let lineHeight = 15.0

  /// The room of all lines.
  var height: Double { Double(lines.count) * Self.lineHeight }
  /// The left edge.
  var minX: Double {
    switch anchor {
    case .start: x
    case .middle: x - width / 2
    case .end: x - width
    }
  }
  /// The right edge.
  var maxX: Double { minX + width }
  /// The whole room.
  var box: Box { Box(minX: minX, minY: top, maxX: maxX, maxY: top + height) }

  /// The baseline of the line at `index`: letters stand in the middle of their room.
  func baseline(_ index: Int) -> Double {
    let middle = (TextMetrics.ascent - TextMetrics.descent) / 2 * size
    return top + (Double(index) + 0.5) * Self.lineHeight + middle
  }
}

extension PlacedLabel {
  /// The lines of `text` with their middle line at `middle`.
  init(
    _ lines: [String], of text: LabelText, x: Double, middle: Double, anchor: Canvas.Anchor,
    style: String, weight: FontWeight
  ) {
    self.init(
      lines: lines, style: style, x: x,
      top: middle - Double(lines.count) * Self.lineHeight / 2, anchor: anchor,
      width: text.width(of: lines), weight: weight)
  }
}

extension Canvas {
  /// Sets the lines of `label`.
  mutating func set(_ label: PlacedLabel) {
    for (index, line) in label.lines.enumerated() {
      text(
        TextDirection.isolated(line), label.x, label.baseline(index), label.style,
        anchor: label.anchor, size: label.size, weight: label.weight)
    }
  }
}
