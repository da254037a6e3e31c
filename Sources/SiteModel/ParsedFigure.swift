public import Charts
public import Citations
public import Diagnostics
public import Markdown
public import Tables

/// What a numbered block is, which decides what it is called and with what it is counted.
public enum FigureKind: String, Sendable, CaseIterable {
  /// A chart or a graph.
  case figure
  /// A table.
  case table
  /// A timeline.
  case timeline

  /// The first words of the fences that make one, the usual one first.
  public var blockNames: [String] {
    switch self {
    case .figure: ["chart", "graph"]
    case .table: ["table"]
    case .timeline: ["timeline"]
    }
  }

  /// What several of them are called in the front matter: `figures`.
  public var plural: String { rawValue + "s" }
}

/// A block of the house as it was read.
public struct ParsedFigure: Sendable {
  /// What is to be drawn.
  public enum Specification: Sendable {
    /// A chart.
    case chart(ChartSpecification)
    /// A table.
    case table(TableSpecification)
    /// A timeline.
    case timeline(TimelineSpecification)
    /// A graph.
    case graph(GraphSpecification)
  }

  /// What its `source` line says.
  public enum SourceNote: Sendable {
    /// Nothing: its data says it.
    case none
    /// Inline Markdown.
    case text(MarkdownDocument)
    /// A citation and nothing else, with the place of each of its keys.
    case citation(Citation, keys: [SourceSpan])
    /// Keys of sources with their places.
    case keys([FrontMatter.Text])
  }

  /// What it is.
  public let kind: FigureKind
  /// The first word of its fence.
  public let blockName: String
  /// The index of its fence in the page's text.
  public let fence: Int
  /// Its id, where the author gave one.
  public let id: FrontMatter.Text?
  /// What is to be drawn; nil where the block is too faulty to say.
  public let specification: Specification?
  /// The title or caption, inline Markdown.
  public var caption: MarkdownDocument
  /// The note, inline Markdown.
  public var note: MarkdownDocument
  /// What the author says within a table.
  public var tableTexts: TableTexts<MarkdownDocument>
  /// The source line.
  public var source: SourceNote
  /// The place of the block's name.
  public let span: SourceSpan

  /// A block of the kind `kind`.
  public init(
    kind: FigureKind, blockName: String, fence: Int, id: FrontMatter.Text?,
    specification: Specification?,
    caption: MarkdownDocument, note: MarkdownDocument,
    tableTexts: TableTexts<MarkdownDocument> = TableTexts(),
    source: SourceNote, span: SourceSpan
  ) {
    self.kind = kind
    self.blockName = blockName
    self.fence = fence
    self.id = id
    self.specification = specification
    self.caption = caption
    self.note = note
    self.tableTexts = tableTexts
    self.source = source
    self.span = span
  }
}
