import Markup
import Values

/// A graph in its place, with what its `svg` element says about it.
struct GraphPicture {
  private let content: GraphContent
  private let placement: GraphPlacement
  private let labels: GraphLabels
  private let heading: PictureHeading
  private let legends: [GraphLegend]
  private let isDirected: Bool
  private let words: GraphWords
  private let language: Language
  private let title: String
  private let description: String
  /// The width, in px: what was asked for, or more where the graph does not fit.
  let width: Double
  private let height: Double
  /// Where the graph begins.
  private let left: Double
  private let top: Double

  /// The room of half an outline at the edges, in px.
  private static let margin = 1.0

  /// The best of `candidates` at `width` px; nil where none was laid out.
  init?(
    _ graph: BoundGraph, width: Double, language: Language, title: String?, heading: String?,
    placements: [GraphRequest: GraphPlacement]
  ) {
    let laid = graph.candidates.compactMap { candidate in
      placements[candidate.request].map {
        (nodeWidth: candidate.measure.nodeWidth, labels: candidate.labels, placement: $0)
      }
    }
    let room = width - 2 * Self.margin
    // Of the directions of the roomiest measure that fits the one that takes less height is taken;
    // where nothing fits, the narrowest is taken, as it is.
    let fitting = laid.filter { $0.placement.width <= room }
    let roomiest = fitting.filter { $0.nodeWidth == fitting[0].nodeWidth }
    guard
      let chosen = roomiest.min(by: { $0.placement.height < $1.placement.height })
        ?? laid.min(by: { $0.placement.width < $1.placement.width })
    else { return nil }
    content = graph.content
    placement = chosen.placement
    labels = chosen.labels
    isDirected = graph.specification.isDirected
    words = GraphWords(language)
    self.language = language
    self.title = title ?? graph.specification.title?.value ?? words.graph
    description =
      graph.specification.description?.value
      ?? words.summary(of: graph.content, isDirected: isDirected)
    self.width = max(width, placement.width + 2 * Self.margin)
    self.heading = PictureHeading(heading, width: self.width)
    left = ((self.width - placement.width) / 2).rounded(.down)
    top = self.heading.height + Self.margin
    var bottom = top + placement.height + Self.margin
    var legends = GraphLegend.all(of: graph.content, width: self.width)
    for index in legends.indices {
      bottom += index == 0 ? 12 : 2
      legends[index].move(down: bottom)
      bottom += legends[index].height
    }
    self.legends = legends
    height = bottom
  }

  /// The `svg` element.
  func document(idPrefix: String, standalone colors: LightColors?, href: (Int) -> String?)
    -> Fragment
  {
    var canvas = Canvas()
    heading.draw(on: &canvas)
    withoutActuallyEscaping(href) { href in
      GraphDrawing(
        content: content, placement: placement, labels: labels, legends: legends, words: words,
        isDirected: isDirected, left: left, top: top, href: href
      ).draw(on: &canvas)
    }
    return SVGDocument(
      width: width, height: height.rounded(.up), style: "chart graph", title: title,
      description: description, language: language.tag, idPrefix: idPrefix,
      hasLinks: canvas.hasLinks, hasNodes: true
    ).write(canvas, standalone: colors)
  }
}
