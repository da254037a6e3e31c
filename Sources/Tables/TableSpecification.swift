public import Datasets
public import Diagnostics
public import Documents

/// What a `table` block asks for, before its data is known.
public struct TableSpecification: Sendable {
  /// Where the rows come from.
  public enum Data: Sendable {
    /// A dataset of the site or the page, by its name.
    case named(String, SourceSpan)
    /// Rows that stand in the block.
    case inline(Dataset)
  }

  /// A name with its place.
  public struct Name: Sendable {
    /// The name as written.
    public let text: String
    /// Its place.
    public let span: SourceSpan
  }

  /// Where the rows come from.
  public let data: Data
  /// The columns in their order; empty where the author names none, which means all.
  public let columns: [TableColumn]
  /// What stands above several columns, in their order.
  public let spanners: [TableSpanner]
  /// Which rows are shown.
  public let condition: Condition?
  /// The order of the rows.
  public let sort: [SortKey]
  /// The field whose values head the groups.
  public let groupBy: Name?
  /// What is summed up below the rows.
  public let totals: [TableTotal]
  /// How many rows are shown at most.
  public let limit: Int?
  /// The caption, which may also be called `title`: inline Markdown.
  public let caption: Node?
  /// Where the data came from: inline Markdown, or a list of keys.
  public let source: Node?
  /// What is to be said of the table: inline Markdown.
  public let note: Node?
  /// What is to be said of single cells.
  public let notes: [TableNote]
  /// Whether readers may sort it where a script runs; nil for what suits its rows.
  public let isSortable: Bool?
  /// What the table shows, for those who do not see it: plain text.
  public let description: String?
}

/// A column as the author asks for it.
public struct TableColumn: Sendable {
  /// On which side its cells stand.
  public enum Alignment: String, CaseIterable, Sendable {
    /// Where lines begin.
    case left
    /// Where lines end.
    case right
    /// In the middle.
    case center
  }

  /// The field, or a part of one: `fighters.low`.
  public let field: TableSpecification.Name
  /// What stands above it, inline Markdown; nil for the field's own title.
  public let label: Node?
  /// On which side its cells stand; nil for what suits the type.
  public let alignment: Alignment?
  /// How its values are said, with the place of the word; nil for what suits the type.
  public let format: (value: ValueFormat, span: SourceSpan)?
  /// A column that holds a path, or a pattern such as `../actors/{actor}.md`.
  public let link: TableSpecification.Name?
  /// Bars beside the figures, where they are asked for.
  public let bar: TableBar?
  /// What is to be said of the column: inline Markdown.
  public let note: Node?

  init(
    field: TableSpecification.Name, label: Node? = nil, alignment: Alignment? = nil,
    format: (value: ValueFormat, span: SourceSpan)? = nil, link: TableSpecification.Name? = nil,
    bar: TableBar? = nil, note: Node? = nil
  ) {
    self.field = field
    self.label = label
    self.alignment = alignment
    self.format = format
    self.link = link
    self.bar = bar
    self.note = note
  }
}

/// A head over several columns.
public struct TableSpanner: Sendable {
  /// What it says: inline Markdown.
  public let label: Node
  /// The columns beneath it, by their places among all.
  public let columns: Range<Int>
}

/// Something to be said of the cells of a column in some rows.
public struct TableNote: Sendable {
  /// Which rows.
  public let condition: Condition
  /// Where the condition stands.
  public let conditionSpan: SourceSpan
  /// The column's field; nil for the first column, and so for the row as a whole.
  public let field: TableSpecification.Name?
  /// What is said: inline Markdown.
  public let text: Node
}

/// Bars in the cells of a column.
public struct TableBar: Sendable {
  /// The value at which a bar is as long as it can be, with its place; nil for the greatest in the
  /// column.
  public let maximum: (value: Double, span: SourceSpan)?
  /// The number of one of the theme's colours for data, from 1; nil for its accent.
  public let color: Int?
  /// Its place.
  public let span: SourceSpan

  /// How many colours for data a theme has.
  static let colorCount = 6
}

/// A figure that sums a column up.
public struct TableTotal: Sendable {
  /// The column's field.
  public let field: TableSpecification.Name
  /// What is worked out.
  public let aggregate: FigureAggregate
}
