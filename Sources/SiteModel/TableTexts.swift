/// What an author says within a table, in inline Markdown: as it was read, or resolved.
public struct TableTexts<Text: Sendable>: Sendable {
  /// The texts of a column that the author names.
  public struct Column: Sendable {
    /// What stands above it.
    public var label: Text
    /// What is said of it.
    public var note: Text

    /// A column called `label`.
    public init(label: Text, note: Text) {
      self.label = label
      self.note = note
    }
  }

  /// The columns, one for each that the author names.
  public var columns: [Column]
  /// What stands above several columns.
  public var spanners: [Text]
  /// What is said of single cells.
  public var notes: [Text]

  /// The texts of a table; none where the block is no table.
  public init(columns: [Column] = [], spanners: [Text] = [], notes: [Text] = []) {
    self.columns = columns
    self.spanners = spanners
    self.notes = notes
  }

  /// Every text, in the order in which readers meet them.
  public var all: [Text] { columns.map(\.label) + spanners + columns.map(\.note) + notes }

  /// The texts as `transform` has them.
  public func map<Other>(_ transform: (Text) -> Other) -> TableTexts<Other> {
    TableTexts<Other>(
      columns: columns.map { column in
        TableTexts<Other>.Column(label: transform(column.label), note: transform(column.note))
      },
      spanners: spanners.map(transform), notes: notes.map(transform))
  }
}
