import Values

/// A chart drawn at one width: the shapes, and the boxes of all its text.
struct ChartPicture: Sendable {
  /// The width, in px.
  let width: Double
  /// The height, in px.
  let height: Double
  /// What was drawn.
  let canvas: Canvas

  /// The width below which a chart is laid out for a phone, in px.
  static let narrowWidth = 480.0

  /// Draws `chart`.
  /// - Parameters:
  ///   - width: What there is room for, in px; nil for as much as the chart wants.
  ///   - title: A title to be set above the picture, or nil where the page bears it.
  static func draw(
    _ chart: BoundChart, width: Double?, language: Language, idPrefix: String, title: String?
  ) -> ChartPicture {
    var drawing = ChartDrawing(chart, width: width, language: language, idPrefix: idPrefix)
    return drawing.draw(title: title)
  }
}
