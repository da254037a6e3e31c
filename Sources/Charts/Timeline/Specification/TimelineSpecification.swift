import Datasets
public import Diagnostics
public import Documents

/// What an author wrote in a `timeline` block.
public struct TimelineSpecification: Sendable {
  /// The rows.
  let data: RowSource
  /// The column of dates.
  let date: Spanned<String>
  /// The column of the words beside the marks.
  let label: Spanned<String>
  /// The column whose values are lanes.
  let lanes: Spanned<String>?
  /// The column whose values are groups of lanes.
  let groups: Spanned<String>?
  /// The column whose values are colours.
  let color: Spanned<String>?
  /// Which rows are shown.
  let condition: Condition?
  /// Which rows stand out.
  let highlight: Condition?
  /// Where the picture begins, in days since 1970-01-01.
  let from: Double?
  /// Where the picture ends, in days since 1970-01-01, that day not included.
  let to: Double?
  /// Whether long stretches without entries are left out.
  let hasBreaks: Bool
  /// The order of the rows, from which that of the lanes and of the colours follows.
  let order: [SortKey]

  /// The caption, inline Markdown.
  public let title: Spanned<String>?
  /// The text for those who do not see the picture.
  public let description: Spanned<String>?
  /// Where the data come from: inline Markdown with citations, or a list of keys.
  public let source: Node?
  /// What readers must know of the data, inline Markdown.
  public let note: Spanned<String>?
  /// Where the events lead: a column that holds a path, or a pattern such as
  /// `../actors/{actor}.md`. Whoever knows the pages resolves it.
  public let link: Spanned<String>?
  /// The place of the whole block.
  public let span: SourceSpan

  /// The columns whose values readers see besides the date: those of the labels, lanes,
  /// groups and colours.
  public var shownFields: [String] { [label, lanes, groups, color].compactMap { $0?.value } }

  /// The name of the dataset that the timeline asks for; nil where its rows stand in the block.
  public var datasetName: Spanned<String>? { data.name }
}
