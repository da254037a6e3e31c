import Datasets
import Values

/// Reads the rows of a dataset as edges of a graph.
struct GraphRows {
  /// The columns that are read.
  struct Columns {
    let from: FieldPath
    let to: FieldPath
    let kind: FieldPath?
    let period: FieldPath?
    let certainty: FieldPath?
  }

  /// What a dataset of nodes says of each.
  struct Looks {
    let dataset: Dataset
    private let rows: [String: Int]
    private let label: FieldPath?
    private let kind: FieldPath?
    private let cells: CellTexts

    init(
      dataset: Dataset, key: FieldPath, label: FieldPath?, kind: FieldPath?, cells: CellTexts
    ) {
      self.dataset = dataset
      self.label = label
      self.kind = kind
      self.cells = cells
      let raw = CellTexts(language: .english)
      rows = Dictionary(
        (0..<dataset.rowCount).map { row in
          guard case .text(let text) = dataset.value(key, row: row) else {
            return (raw.texts(key, row: row, of: dataset).joined(), row)
          }
          return (text, row)
        }, uniquingKeysWith: { first, _ in first })
    }

    func label(of key: String) -> String? { text(label, of: key) }
    func kind(of key: String) -> String? { text(kind, of: key) }

    private func text(_ path: FieldPath?, of key: String) -> String? {
      guard let path, let row = rows[key] else { return nil }
      let text = cells.texts(path, row: row, of: dataset).joined(separator: ", ")
      return text.isEmpty ? nil : text
    }
  }

  let dataset: Dataset
  let cells: CellTexts
  let looks: Looks?
  private(set) var nodes: [BoundGraph.Node] = []
  private(set) var content = GraphContent(colors: [:])

  init(dataset: Dataset, cells: CellTexts, looks: Looks?) {
    self.dataset = dataset
    self.cells = cells
    self.looks = looks
  }

  var edgeCount: Int { content.edges.count }

  /// Reads the edges of `rows`, and the nodes that they join.
  mutating func read(_ rows: [Int], _ columns: Columns) {
    if let certainty = columns.certainty {
      content.certaintyTitle = dataset.fields[certainty.column].label
      content.certainties = ranked(certainty, rows)
    }
    var nodePlaces: [String: Int] = [:]
    for row in rows {
      for from in ends(columns.from, row) {
        for to in ends(columns.to, row) {
          let first = node(from, columns.from, &nodePlaces)
          let last = node(to, columns.to, &nodePlaces)
          content.edges.append(
            GraphContent.Edge(
              row: row, from: first, to: last,
              kind: text(columns.kind, row).map { Self.index(of: $0, in: &content.kinds) },
              period: period(columns.period, row),
              certainty: text(columns.certainty, row).flatMap {
                content.certainties.firstIndex(of: $0)
              }))
        }
      }
    }
    content.colors = colors()
  }

  private mutating func node(
    _ key: String, _ column: FieldPath, _ places: inout [String: Int]
  ) -> Int {
    if let place = places[key] { return place }
    let place = nodes.count
    places[key] = place
    nodes.append(BoundGraph.Node(key: key, column: column.column))
    let label = looks?.label(of: key) ?? dataset.fields[column.column].label(of: key)
    let kind = looks?.kind(of: key).map { Self.index(of: $0, in: &content.nodeKinds) }
    content.nodes.append(GraphContent.Node(label: label, kind: kind))
    return place
  }

  /// What a cell calls the nodes that it names: several where its column is a list.
  private func ends(_ path: FieldPath, _ row: Int) -> [String] {
    if case .text(let text) = dataset.value(path, row: row) {
      return dataset.fields[path.column].items(of: text)
    }
    return cells.texts(path, row: row, of: dataset).filter { !$0.isEmpty }
  }

  private func text(_ path: FieldPath?, _ row: Int) -> String? {
    guard let path else { return nil }
    let text = cells.texts(path, row: row, of: dataset).joined(separator: ", ")
    return text.isEmpty ? nil : text
  }

  private func period(_ path: FieldPath?, _ row: Int) -> String {
    guard let path else { return "" }
    if case .date(let date) = dataset.value(path, row: row) {
      return date.shortWords(in: cells.language)
    }
    let text = text(path, row) ?? ""
    // Only data that stand in the block have no schema to say that their text is dates.
    guard dataset.path == nil, case .success(let date) = EDTFDate.parse(text) else { return text }
    return date.shortWords(in: cells.language)
  }

  /// The values of a column: those of the schema's `enum` in its order, then others as they are met.
  private func ranked(_ path: FieldPath, _ rows: [Int]) -> [String] {
    var found: [String] = []
    let met = rows.compactMap { text(path, $0) }
    let field = dataset.fields[path.column]
    for rule in field.rules where rule.kind == .allowed {
      for case .text(let text) in rule.values {
        let label = field.label(of: text)
        if met.contains(label) { _ = Self.index(of: label, in: &found) }
      }
    }
    for text in met { _ = Self.index(of: text, in: &found) }
    return found
  }

  private static func index(of text: String, in texts: inout [String]) -> Int {
    if let index = texts.firstIndex(of: text) { return index }
    texts.append(text)
    return texts.count - 1
  }

  /// The colours of the kinds: where there are more kinds than colours, the most frequent have them.
  private func colors() -> [Int: Int] {
    guard content.kinds.count > 1 else { return [:] }
    var counts = Array(repeating: 0, count: content.kinds.count)
    for edge in content.edges { if let kind = edge.kind { counts[kind] += 1 } }
    let ranked = counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
    let kept = ranked.prefix(HousePalette.count).sorted()
    return Dictionary(
      kept.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
