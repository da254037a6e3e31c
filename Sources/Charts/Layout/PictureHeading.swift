/// What stands above a picture that stands by itself.
struct PictureHeading: Sendable {
  private let lines: [String]

  private static let size = 15.0
  private static let lineHeight = 20.0

  /// The heading `text` in a picture of `width` px; none where there is no text.
  init(_ text: String?, width: Double) {
    lines = text.map { LabelText($0, size: Self.size, weight: .bold).lines(within: width) } ?? []
  }

  /// The room that it takes with the gap below it, in px.
  var height: Double { lines.isEmpty ? 0 : Double(lines.count) * Self.lineHeight + 8 }

  /// Draws it at the top.
  func draw(on canvas: inout Canvas) {
    guard !lines.isEmpty else { return }
    canvas.group("chart-title") { canvas in
      for (index, line) in lines.enumerated() {
        canvas.text(
          TextDirection.isolated(line), 0, Double(index) * Self.lineHeight + Self.size, "title",
          size: Self.size, weight: .bold)
      }
    }
  }
}
