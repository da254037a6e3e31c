import Datasets
import Diagnostics
import Documents
import Values

/// Reads rows that stand in a specification.
enum InlineData {
  /// More rows than this belong in a file.
  static let rowLimit = 1_000_000

  /// Reads `values`: a list of mappings, of single values, which then are the column `data`, or text
  /// in CSV's form.
  static func read(
    _ node: Node, name: String, format: DataFormat
  ) -> Outcome<DataReference> {
    var diagnostics: [Diagnostic] = []
    var table: ChartTable
    var dataset: Dataset?
    if let elements = node.elements {
      table = rows(elements)
      dataset = Dataset.inline(flattened(node), name: name).take(into: &diagnostics)
    } else if let text = node.text, format.kind == .csv {
      (table, dataset) = separated(text, name: name, at: node).take(into: &diagnostics)
    } else if node.entries != nil {
      table = rows([node])
      dataset = Dataset.inline(node.list([node]), name: name).take(into: &diagnostics)
    } else {
      return Outcome(
        .unreadable,
        [
          Diagnostic(
            .valueTypeWrong, "the values of a chart are \(node.kindInWords), not a list of rows",
            at: node.span, help: "write a list of mappings, such as [{a: 1, b: 2}]")
        ])
    }
    diagnostics += format.apply(to: &table)
    return Outcome(.inline(table, dataset), diagnostics)
  }

  /// Reads `sequence: {start: 0, stop: 10, step: 1, as: x}`.
  static func sequence(_ node: Node, of what: String = "a sequence") -> Outcome<ChartTable?> {
    var reader = PropertyReader(node, of: what)
    let start = reader.number("start") ?? 0
    let stop = reader.number("stop")
    let step = reader.number("step") ?? 1
    let name = reader.text("as")?.value ?? "data"
    guard let stop else {
      reader.report(.keyMissing, "\(what) has no 'stop'", at: node.span)
      return Outcome(nil, reader.finish())
    }
    let count = ((stop - start) / step).rounded(.up)
    guard step != 0, count.isFinite, count <= Double(rowLimit) else {
      reader.report(
        .valueInvalid, "this sequence never ends, or has more than \(rowLimit) values",
        at: node.span)
      return Outcome(nil, reader.finish())
    }
    let values = (0..<Int(max(0, count))).map { Datum.number(start + Double($0) * step) }
    return Outcome(
      ChartTable(names: [name], columns: [values], rowCount: values.count), reader.finish())
  }

  /// The rows of a list, columns in the order in which their keys are first met.
  private static func rows(_ elements: [Node]) -> ChartTable {
    var names: [String] = []
    var indexes: [String: Int] = [:]
    var columns: [[Datum]] = []
    let empty = [Datum](repeating: .null, count: elements.count)
    func set(_ name: String, _ value: Datum, _ row: Int) {
      let index: Int
      if let found = indexes[name] {
        index = found
      } else {
        index = names.count
        indexes[name] = index
        names.append(name)
        columns.append(empty)
      }
      columns[index][row] = value
    }
    for (row, element) in elements.enumerated() {
      guard let entries = element.entries else {
        set("data", DatumReader.plain(element), row)
        continue
      }
      for entry in entries { set(entry.key, DatumReader.plain(entry.value), row) }
    }
    return ChartTable(
      names: names, columns: columns, rowCount: elements.count,
      origins: Array(0..<elements.count))
  }

  private static func separated(
    _ text: String, name: String, at node: Node
  ) -> Outcome<(ChartTable, Dataset?)> {
    // A scalar's text has no places of its own any more, so cells are found by the block alone.
    var diagnostics: [Diagnostic] = []
    guard let csv = InlineCSV.read(text, at: node.span).take(into: &diagnostics) else {
      return Outcome((ChartTable(rowCount: 0), nil), diagnostics)
    }
    let rows = csv.rows.map { cells in
      node.mapping(zip(csv.names, cells).map { ($0, $1.map(node.plain)) })
    }
    let dataset = Dataset.inline(node.list(rows), name: name).take(into: &diagnostics)
    return Outcome((self.rows(rows), dataset), diagnostics)
  }

  /// The rows with their lists and mappings as JSON's text, for those who want them as a table.
  private static func flattened(_ node: Node) -> Node {
    guard let elements = node.elements else { return node }
    return node.list(
      elements.map { element in
        guard let entries = element.entries else {
          return element.elements == nil ? element : element.text(json(element))
        }
        guard entries.contains(where: { $0.value.elements != nil || $0.value.entries != nil })
        else { return element }
        return Node(
          .mapping(
            entries.map { entry in
              let isNested = entry.value.elements != nil || entry.value.entries != nil
              return Node.Entry(
                key: entry.key, keySpan: entry.keySpan,
                value: isNested ? entry.value.text(json(entry.value)) : entry.value)
            }), at: element.span)
      })
  }

  private static func json(_ node: Node) -> String {
    switch node.content {
    case .scalar(let text, let isQuoted):
      if !isQuoted, node.isNull || node.boolean != nil || node.number != nil { return text }
      return "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    case .sequence(let elements): return "[\(elements.map(json).joined(separator: ","))]"
    case .mapping(let entries):
      return "{\(entries.map { "\"\($0.key)\":\(json($0.value))" }.joined(separator: ","))}"
    }
  }
}
