public import Datasets
public import Values

/// A timeline whose dataset and columns are found and whose rows are chosen: ready to be drawn.
public struct BoundTimeline: Sendable {
  /// What was asked for.
  public let specification: TimelineSpecification
  /// The rows' dataset.
  public let dataset: Dataset
  /// The rows shown, in the order of time.
  public var rows: [Int] { content.events.map(\.row) }

  let columns: TimelineRows.Columns
  let cells: CellTexts
  var content: TimelineContent

  /// One event, for the list beside the picture.
  public struct Item: Hashable, Sendable {
    /// The row in the dataset, from 0.
    public let row: Int
    /// The date as precise as the source states it.
    public let date: EDTFDate
    /// The date in words.
    public let words: String
    /// The event's name, plain text; empty where the row has none.
    public let label: String
    /// What the row's column `note` says, where there is such a column and it says something.
    public let note: String?
    /// Whether the event is to stand out.
    public let isHighlighted: Bool
  }

  /// The events in the order of time, said in `language`.
  public func items(in language: Language) -> [Item] {
    let note = dataset.columnIndex(named: "note").flatMap { index in
      dataset.fieldPath(dataset.fields[index].name)
    }
    return content.events.map { event in
      let said = note.map { cells.texts($0, row: event.row, of: dataset).joined(separator: ", ") }
      return Item(
        row: event.row, date: event.date, words: event.date.words(in: language),
        label: event.label, note: said.flatMap { $0.isEmpty ? nil : $0 },
        isHighlighted: event.isHighlighted)
    }
  }

  /// The columns that tell a row apart besides its label: those of its lanes, groups and colour,
  /// each once; one that the label repeats is left out.
  public var tellingColumns: [Int] {
    let paths = [columns.groups, columns.lanes, columns.color].compactMap(\.self)
    return paths.map(\.column).reduce(into: []) { found, column in
      if column != columns.label.column, !found.contains(column) { found.append(column) }
    }
  }

  /// The column of the labels.
  public var labelColumn: Int { columns.label.column }
}
