import Charts
import Citations
import Diagnostics
import Documents
import Markdown
import SiteModel
import Tables

/// Reads the blocks of the house in a page's text.
struct FigureParser {
  /// Reads captions, notes and sources.
  let lines: InlineTextParser

  /// The blocks among the fences of `document`, in order.
  func parse(_ document: MarkdownDocument) -> Outcome<[ParsedFigure]> {
    var diagnostics: [Diagnostic] = []
    var figures: [ParsedFigure] = []
    for (index, fence) in document.fences.enumerated() {
      if let kind = FigureKind.allCases.first(where: { $0.blockNames.contains(fence.name.text) }) {
        figures.append(figure(kind, fence, index).take(into: &diagnostics))
      } else if !QueryParser.isQuery(fence), let warning = UnknownBlockCheck.check(fence) {
        diagnostics.append(warning)
      }
    }
    return Outcome(figures, diagnostics)
  }

  private func figure(
    _ kind: FigureKind, _ fence: FencedBlock, _ index: Int
  ) -> Outcome<ParsedFigure> {
    var diagnostics: [Diagnostic] = []
    let file = fence.span.file
    if let stray = fence.strayInfoSpan {
      diagnostics.append(
        Diagnostic(
          .blockInvalid,
          "what stands here behind '\(fence.name.text)' says nothing that a block can be told",
          at: stray, help: "an id is written {#\(kind.prefix)-name}"))
    }
    let read = YAMLReader.read(fence.literal, in: file) { fence.sourceOffset(ofLiteral: $0) }
    let node = read.take(into: &diagnostics)
    if node == nil, read.diagnostics.isEmpty {
      diagnostics.append(
        Diagnostic(
          .blockInvalid, "this \(fence.name.text) is empty", at: fence.name.span,
          help: "the guide shows what a \(fence.name.text) needs"))
    }
    let caption = lines.parse(Self.captionNode(of: node), &diagnostics)
    let note = lines.parse(node?["note"], &diagnostics)
    let sourceNote = sourceNote(node?["source"], &diagnostics)
    var specification: ParsedFigure.Specification?
    if let node {
      let outcome = Self.specification(kind, fence.name.text, node)
      specification = outcome.value
      // What a block lacks is missing at its fence, not at whichever key comes first.
      let start = node.span.start
      diagnostics += outcome.diagnostics.map { diagnostic in
        let isLack = diagnostic.code == .keyMissing || diagnostic.code == .chartDescriptionMissing
        return isLack && diagnostic.span?.start == start
          ? diagnostic.located(at: fence.name.span) : diagnostic
      }
    }
    var texts = TableTexts<MarkdownDocument>()
    if case .table(let table) = specification {
      texts.columns = table.columns.map { column in
        TableTexts.Column(
          label: lines.parse(column.label, &diagnostics),
          note: lines.parse(column.note, &diagnostics))
      }
      texts.spanners = table.spanners.map { lines.parse($0.label, &diagnostics) }
      texts.notes = table.notes.map { lines.parse($0.text, &diagnostics) }
    }
    let id = fence.attributes.id.map { FrontMatter.Text($0.text, at: $0.span) }
    return Outcome(
      ParsedFigure(
        kind: kind, blockName: fence.name.text, fence: index, id: id, specification: specification,
        caption: caption,
        note: note, tableTexts: texts, source: sourceNote, span: fence.name.span),
      diagnostics)
  }

  /// Vega-Lite's title may be a mapping whose `text` is what is said.
  private static func captionNode(of node: Node?) -> Node? {
    let title = node?["caption"] ?? node?["title"]
    return title?["text"] ?? title
  }

  private func sourceNote(
    _ node: Node?, _ diagnostics: inout [Diagnostic]
  ) -> ParsedFigure.SourceNote {
    guard let node else { return .none }
    if let elements = node.elements {
      return .keys(
        elements.compactMap { key in key.text.map { FrontMatter.Text($0, at: key.span) } })
    }
    guard let text = node.text else { return .none }
    let bytes = Array(text.utf8)
    // With a figure among what it names, it is text whose references are looked up as in any other.
    if let citation = CitationParser(bytes).group(as: .bare),
      citation.items.allSatisfy({ $0.sourceKey != nil })
    {
      let start = node.span.range.lowerBound
      let places = ScalarPlaces.align(bytes, with: lines.source.bytes, from: start)
      let keys = citation.items.map { item in
        SourceSpan(
          node.span.file, places[item.keyRange.lowerBound]..<places[item.keyRange.upperBound])
      }
      return .citation(citation, keys: keys)
    }
    return .text(lines.parse(node, &diagnostics))
  }

  private static func specification(
    _ kind: FigureKind, _ blockName: String, _ node: Node
  ) -> Outcome<ParsedFigure.Specification?> {
    switch kind {
    case .figure where blockName == "graph":
      GraphSpecification.parse(node).map { $0.map(ParsedFigure.Specification.graph) }
    case .figure:
      ChartSpecification.parse(node).map { $0.map(ParsedFigure.Specification.chart) }
    case .table:
      TableSpecification.parse(node).map { $0.map(ParsedFigure.Specification.table) }
    case .timeline:
      TimelineSpecification.parse(node).map { $0.map(ParsedFigure.Specification.timeline) }
    }
  }
}
