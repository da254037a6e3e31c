public import Charts
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
  /// Where it came from.
  public let source: FigureSource
  /// The dataset that it draws on, where that is one of the site's.
  public let dataset: String?
  /// Where each row of its data links to, by row; absent where it links to nothing.
  public let rowLinks: [Int: String]

  /// A figure of the kind `kind`.
  public init(
    kind: FigureKind, id: String, number: Int, content: Content, caption: ResolvedText,
    note: ResolvedText, source: FigureSource, dataset: String?, rowLinks: [Int: String]
  ) {
    self.kind = kind
    self.id = id
    self.number = number
    self.content = content
    self.caption = caption
    self.note = note
    self.source = source
    self.dataset = dataset
    self.rowLinks = rowLinks
  }
}
