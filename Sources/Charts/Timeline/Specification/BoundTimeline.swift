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
    /// The lanes in which it stands, in words; nil where the timeline has none.
    public let lane: String?
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
    let names = laneNames(in: language)
    return content.events.map { event in
      let said = note.map { EventText.words(dataset.value($0, row: event.row), in: language) }
      let lanes = names.map { names in event.lanes.map { names[$0] }.joined(separator: ", ") }
      return Item(
        row: event.row, date: event.date, words: event.date.words(in: language),
        label: event.label, lane: lanes, note: said.flatMap { $0.isEmpty ? nil : $0 },
        isHighlighted: event.isHighlighted)
    }
  }

  /// The lanes' names, that of rows without a lane in `language`.
  func laneNames(in language: Language) -> [String]? {
    content.lanes?.map { $0.isEmpty ? TimelineWords(language).noLane : $0 }
  }
}
