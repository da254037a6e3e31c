import Datasets
import Values

/// Reads the rows of a dataset as events of a timeline.
struct TimelineRows {
  /// The columns that are read, besides the dates.
  struct Columns {
    let label: FieldPath
    let lanes: FieldPath?
    let groups: FieldPath?
    let color: FieldPath?
  }

  /// A lane by what names it.
  private struct Lane: Hashable {
    let group: String
    let name: String
  }

  /// Names in the order in which they are first met, each once.
  private struct Names<Name: Hashable> {
    private(set) var names: [Name] = []
    private(set) var counts: [Int] = []
    private var indexes: [Name: Int] = [:]

    mutating func index(of name: Name) -> Int {
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

  let dataset: Dataset
  let columns: Columns
  let cells: CellTexts
  private var lanes = Names<Lane>()
  private var colors = Names<String>()

  init(dataset: Dataset, columns: Columns, cells: CellTexts) {
    self.dataset = dataset
    self.columns = columns
    self.cells = cells
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
      let shade = columns.color.flatMap { texts($0, row: row).first { !$0.isEmpty } }
      content.events.append(
        TimelineContent.Event(
          row: row, date: date, drawn: drawn,
          label: texts(columns.label, row: row).joined(separator: ", "),
          lanes: lanes(row: row), color: shade.map { colors.index(of: $0) },
          isHighlighted: isHighlighted(row)))
    }
    content.highlightCount = content.events.count { $0.isHighlighted }
    content.colors = colors.names
    orderLanes(&content)
    rankColors(&content)
    if let color = columns.color { content.colorTitle = dataset.fields[color.column].label }
    content.labelsRepeatLanes = columns.lanes == columns.label
    content.needsNoColorLegend =
      columns.color.map { color in
        [columns.label, columns.lanes, columns.groups].contains(color)
      } ?? false
    content.sortByTime()
    return content
  }

  private func texts(_ path: FieldPath, row: Int) -> [String] {
    cells.texts(path, row: row, of: dataset)
  }

  /// The lanes in which a row stands, by the order in which they were met.
  private mutating func lanes(row: Int) -> [Int] {
    guard let path = columns.lanes else { return [] }
    let group = columns.groups.flatMap { texts($0, row: row).first } ?? ""
    return Set(texts(path, row: row).map { lanes.index(of: Lane(group: group, name: $0)) })
      .sorted()
  }

  /// Puts the lanes of a group together; what names no lane, or no group, stands below the others.
  private func orderLanes(_ content: inout TimelineContent) {
    guard columns.lanes != nil else { return }
    let found = lanes.names
    var ranks: [String: Int] = [:]
    for lane in found where ranks[lane.group] == nil {
      ranks[lane.group] = lane.group.isEmpty ? Int.max : ranks.count
    }
    func key(_ index: Int) -> (Int, Int, Int) {
      (ranks[found[index].group] ?? 0, found[index].name.isEmpty ? 1 : 0, index)
    }
    let order = found.indices.sorted { key($0) < key($1) }
    content.lanes = order.map { found[$0].name }
    if columns.groups != nil {
      for index in order {
        let name = found[index].group
        if content.groups.last?.name == name, let last = content.groups.indices.last {
          content.groups[last].count += 1
        } else {
          content.groups.append(TimelineContent.Group(name: name, count: 1))
        }
      }
    }
    var places = Array(repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { places[index] = place }
    for event in content.events.indices {
      content.events[event].lanes = content.events[event].lanes.map { places[$0] }.sorted()
    }
  }

  /// Where there are more meanings than colours, the most frequent ones get them.
  private func rankColors(_ content: inout TimelineContent) {
    guard content.colors.count > TimelineContent.colorCount else { return }
    let counts = colors.counts
    let ranked = counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
    let kept = ranked.prefix(TimelineContent.colorCount).sorted()
    let order = kept + ranked.dropFirst(TimelineContent.colorCount).sorted()
    var places = Array(repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { places[index] = place }
    content.colors = order.map { content.colors[$0] }
    for event in content.events.indices {
      content.events[event].color = content.events[event].color.map { places[$0] }
    }
  }
}
