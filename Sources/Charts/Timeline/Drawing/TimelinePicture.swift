import Markup
import Values

/// A timeline laid out, with what its `svg` element says about it.
struct TimelinePicture {
  let layout: TimelineLayout
  private let content: TimelineContent
  private let language: Language
  private let title: String
  private let description: String
  private let heading: PictureHeading

  /// - Parameters:
  ///   - title: What the picture is called; nil for what it is.
  ///   - description: What it shows; nil for a sentence made from the data.
  ///   - heading: What stands above the picture, where anything does.
  init(
    _ content: TimelineContent, width: Double, language: Language, title: String? = nil,
    description: String? = nil, heading: String? = nil
  ) {
    let words = TimelineWords(language)
    var content = content
    content.lanes = content.lanes?.map { $0.isEmpty ? words.noLane : $0 }
    // Narrower than this no label fits, wider than that no page is.
    let width = width.isFinite ? min(max(width, 160), 10_000) : 680
    self.heading = PictureHeading(heading, width: width)
    let top = self.heading.height
    if content.events.isEmpty {
      layout = TimelineLayout(empty: words.empty, width: width, top: top)
    } else if content.lanes == nil, width < VerticalLayout.widthLimit, !content.isCrowded {
      layout =
        VerticalLayout(
          content: content, words: words, language: language, width: width, top: top
        ).lay()
    } else {
      layout = HorizontalLayout(content: content, words: words, width: width, top: top).lay()
    }
    self.content = content
    self.language = language
    self.title = title ?? words.timeline
    let window = TimelineWindow(of: content)
    self.description =
      description
      ?? words.summary(
        count: content.events.count,
        years: (words.axis.year(of: window.lower), words.axis.year(of: window.upper - 1)),
        lanes: content.lanes ?? [])
  }

  /// The `svg` element.
  func document(
    idPrefix: String, standalone colors: LightColors?, href: (Int) -> String?
  ) -> Fragment {
    var canvas = Canvas()
    heading.draw(on: &canvas)
    withoutActuallyEscaping(href) { href in
      TimelineDrawing(
        layout: layout, content: content, language: language, idPrefix: idPrefix, href: href
      ).draw(on: &canvas)
    }
    return SVGDocument(
      width: layout.width, height: layout.height.rounded(.up), style: "chart timeline",
      title: title, description: description, language: language.tag, idPrefix: idPrefix,
      hasLinks: content.events.contains { href($0.row) != nil }
    ).write(canvas, standalone: colors)
  }
}

extension TimelinePicture {
  /// The picture of `timeline`, called by `title` or else by its own.
  init(
    _ timeline: BoundTimeline, width: Double, language: Language, title: String? = nil,
    heading: String? = nil
  ) {
    let own = timeline.specification
    self.init(
      timeline.content, width: width, language: language, title: title ?? own.title?.value,
      description: own.description?.value, heading: heading)
  }
}

extension TimelineLayout {
  /// A picture that has nothing to show but a word about it.
  init(empty words: String, width: Double, top: Double) {
    let text = LabelText(words)
    let lines = text.lines(within: width)
    self.init(
      width: width, height: top + 64, isVertical: false, lanes: [], ticks: [], contexts: [],
      axisLines: [top + 48], plot: Box(minX: 0, minY: top + 8, maxX: width, maxY: top + 48),
      legends: [],
      note: PlacedLabel(
        lines: lines, style: "note", x: width / 2, top: top + 20, anchor: .middle,
        width: text.width(of: lines)))
  }
}
