import Datasets
import Values

/// Reads the rows of a dataset as events of a timeline.
struct TimelineRows {
  let dataset: Dataset
  let label: FieldPath
  let lanes: FieldPath?
  let color: FieldPath?
  let language: Language
  private var laneNames = Names()
  private var colorNames = Names()

  /// Names in the order in which they are first met, each once.
  private struct Names {
    private(set) var names: [String] = []
    private(set) var counts: [Int] = []
    private var indexes: [String: Int] = [:]

    mutating func index(of name: String) -> Int {
      if let index = indexes[name] {
        counts[index] += 1
        return index
      }
      indexes[name] = names.count
      names.append(name)
      counts.append(1)
      return names.count - 1
    }
  }

  init(
    dataset: Dataset, label: FieldPath, lanes: FieldPath?, color: FieldPath?, language: Language
  ) {
    self.dataset = dataset
    self.label = label
    self.lanes = lanes
    self.color = color
    self.language = language
  }

  /// The events among `rows` that have a date within the window.
  mutating func read(
    _ rows: [Int], dates: [EDTFDate?], window: (from: Double?, to: Double?),
    isHighlighted: (Int) -> Bool
  ) -> TimelineContent {
    var content = TimelineContent()
    for (row, date) in zip(rows, dates) {
      guard let date, let drawn = DrawnDate(date),
        drawn.cut(from: window.from ?? -.infinity, to: window.to ?? .infinity) != nil
      else { continue }
      let lanes = lanes.map { Set(texts($0, row: row).map { laneNames.index(of: $0) }).sorted() }
      let shade = color.flatMap { texts($0, row: row).first { !$0.isEmpty } }
      content.events.append(
        TimelineContent.Event(
          row: row, date: date, drawn: drawn,
          label: EventText.words(dataset.value(label, row: row), in: language),
          lanes: lanes ?? [], color: shade.map { colorNames.index(of: $0) },
          isHighlighted: isHighlighted(row)))
    }
    content.highlightCount = content.events.count { $0.isHighlighted }
    content.colors = colorNames.names
    if lanes != nil { content.lanes = laneNames.names }
    moveNamelessLaneDown(&content)
    rankColors(&content)
    if let color { content.colorTitle = dataset.fields[color.column].label }
    content.labelsRepeatLanes = lanes == label
    content.needsNoColorLegend = color != nil && (color == label || color == lanes)
    sortByTime(&content)
    return content
  }

  /// The texts of a cell: several where its column is a list; one that is empty where it is.
  private func texts(_ path: FieldPath, row: Int) -> [String] {
    let value = dataset.value(path, row: row)
    if case .text(let text) = value, path.part == nil {
      let field = dataset.fields[path.column]
      let items = field.items(of: text)
      return items.isEmpty ? [""] : items.map(field.label(of:))
    }
    return [EventText.words(value, in: language)]
  }

  /// The lane of rows that name none stands below the others.
  private func moveNamelessLaneDown(_ content: inout TimelineContent) {
    guard var names = content.lanes, let nameless = names.firstIndex(of: ""),
      nameless + 1 < names.count
    else { return }
    names.remove(at: nameless)
    names.append("")
    content.lanes = names
    let last = names.count - 1
    content.events = content.events.map { event in
      let lanes = event.lanes.map { $0 == nameless ? last : $0 > nameless ? $0 - 1 : $0 }.sorted()
      return TimelineContent.Event(
        row: event.row, date: event.date, drawn: event.drawn, label: event.label, lanes: lanes,
        color: event.color, isHighlighted: event.isHighlighted)
    }
  }

  /// Where there are more meanings than colours, the most frequent ones get them.
  private func rankColors(_ content: inout TimelineContent) {
    guard content.colors.count > TimelineContent.colorCount else { return }
    let counts = colorNames.counts
    let ranked = counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
    let kept = ranked.prefix(TimelineContent.colorCount).sorted()
    let order = kept + ranked.dropFirst(TimelineContent.colorCount).sorted()
    var places = Array(repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { places[index] = place }
    content.colors = order.map { content.colors[$0] }
    content.events = content.events.map { event in
      TimelineContent.Event(
        row: event.row, date: event.date, drawn: event.drawn, label: event.label,
        lanes: event.lanes, color: event.color.map { places[$0] },
        isHighlighted: event.isHighlighted)
    }
  }

  private func sortByTime(_ content: inout TimelineContent) {
    content.events.sort { left, right in
      let (first, second) = (left.drawn, right.drawn)
      let one = (first.anchor, first.known.upper, left.row)
      return one < (second.anchor, second.known.upper, right.row)
    }
  }
}
