public import Charts
public import Datasets
public import Diagnostics
public import Tables

/// A numbered block that is ready to be drawn.
public struct ResolvedFigure: Sendable {
  /// What is to be drawn.
  public enum Content: Sendable {
    /// A chart.
    case chart(BoundChart)
    /// A table.
    case table(BoundTable)
    /// A timeline.
    case timeline(BoundTimeline)
    /// A graph.
    case graph(BoundGraph)
    /// Nothing: the fault was reported.
    case none
  }

  /// What it is.
  public let kind: FigureKind
  /// Its id on the page.
  public let id: String
  /// Its number among those of its kind on the page.
  public let number: Int
  /// What is to be drawn.
  public let content: Content
  /// The title or caption.
  public let caption: ResolvedText
  /// The note.
  public let note: ResolvedText
  /// What the author says within a table.
  public let tableTexts: TableTexts<ResolvedText>
  /// Where it came from.
  public let source: FigureSource
  /// The data that it draws on, each once, in the order of its layers.
  public let data: [FigureData]
  /// Where the rows of a timeline lead, by row, or the nodes of a graph, by node; absent where they
  /// lead nowhere.
  public let rowLinks: [Int: ResolvedLink]
  /// Where the rows of a timeline are stated, by row: indexes into ``ResolvedPage/citations``; empty
  /// where all are stated in one place, which the source line says.
  public let rowCitations: [Int: [Int]]
  /// Where the cells of a table lead; absent where they lead nowhere.
  public let cellLinks: [CellPosition: ResolvedLink]
  /// Which of these lead out of the site, each at the cell that says so.
  public let outsideLinks: [(address: String, span: SourceSpan)]

  /// A figure of the kind `kind`.
  public init(
    kind: FigureKind, id: String, number: Int, content: Content, caption: ResolvedText,
    note: ResolvedText,
    tableTexts: TableTexts<ResolvedText>, source: FigureSource, data: [FigureData],
    rowLinks: [Int: ResolvedLink], rowCitations: [Int: [Int]],
    cellLinks: [CellPosition: ResolvedLink],
    outsideLinks: [(address: String, span: SourceSpan)]
  ) {
    self.kind = kind
    self.id = id
    self.number = number
    self.content = content
    self.caption = caption
    self.note = note
    self.tableTexts = tableTexts
    self.source = source
    self.data = data
    self.rowLinks = rowLinks
    self.rowCitations = rowCitations
    self.cellLinks = cellLinks
    self.outsideLinks = outsideLinks
  }
}

extension ResolvedFigure {
  /// The endings of the files that belong to it alone: its picture, and data that stand in it.
  public var fileEndings: [String] {
    var endings: [String] = []
    switch content {
    case .chart, .timeline, .graph: endings.append("svg")
    case .table, .none: break
    }
    return inlineData == nil ? endings : endings + ["csv", "json"]
  }

  /// The data that stand in the block, where there are any.
  public var inlineData: Dataset? {
    for data in data {
      if case .inline(let dataset) = data { return dataset }
    }
    return nil
  }
}

/// Data that a figure draws on.
public enum FigureData: Sendable {
  /// A dataset of the site, by name, which has files of its own.
  case published(String)
  /// The rows of a query of the page, by its name, which have files of their own.
  case query(String)
  /// Data that stand in the block.
  case inline(Dataset)
}

/// A cell of a table.
public struct CellPosition: Hashable, Sendable {
  /// The row of the dataset, from 0.
  public let row: Int
  /// The column of the table, from 0.
  public let column: Int

  /// The cell in `row` and `column`.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
