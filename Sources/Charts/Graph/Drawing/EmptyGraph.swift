import Markup
import Values

/// The picture of a graph that has nothing to show but a word about it.
struct EmptyGraph {
  private let width: Double
  private let language: Language
  private let title: String
  private let words: String
  private let heading: PictureHeading

  /// The room of the word, in px.
  private static let height = 56.0

  init(_ graph: BoundGraph, width: Double, language: Language, title: String?, heading: String?) {
    let words = GraphWords(language)
    self.width = width
    self.language = language
    self.title = title ?? graph.specification.title?.value ?? words.graph
    self.words = words.empty
    self.heading = PictureHeading(heading, width: width)
  }

  /// The `svg` element.
  func document(idPrefix: String, standalone colors: LightColors?) -> Fragment {
    var canvas = Canvas()
    heading.draw(on: &canvas)
    let text = LabelText(words)
    canvas.set(
      PlacedLabel(
        text.lines(within: width), of: text, x: width / 2,
        middle: heading.height + Self.height / 2, anchor: .middle, style: "note", weight: .regular))
    return SVGDocument(
      width: width, height: heading.height + Self.height, style: "chart graph", title: title,
      description: words, language: language.tag, idPrefix: idPrefix
    ).write(canvas, standalone: colors)
  }
}
