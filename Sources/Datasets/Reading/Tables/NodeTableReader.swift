import Diagnostics
import Documents

/// Reads rows of JSON or YAML: a list of mappings, or of lists the first of which names the columns.
struct NodeTableReader {
  /// The cells beyond which data belongs in a CSV file, for every row takes room in every column.
  static let cellLimit = 10_000_000

  let dialect: CSVDialect
  /// The names of the columns where the rows do not give them.
  let names: [String]
  let isTyped: Bool
  private var faults = LimitedDiagnostics(limit: CSVReader.faultLimit)
  private var columns: [TableHeader.Column] = []
  private var indexes: [String: Int] = [:]

  init(dialect: CSVDialect, names: [String], isTyped: Bool) {
    self.dialect = dialect
    self.names = names
    self.isTyped = isTyped
  }

  /// The rows and their columns; nil where there are none, which is reported.
  mutating func read(_ node: Node) -> Outcome<(table: NodeTable, header: TableHeader)?> {
    guard let rows = rows(node) else { return Outcome(nil, faults.finish()) }
    let isKeyed = rows.first.map { $0.entries != nil } ?? true
    let cells = isKeyed ? keyed(rows) : listed(rows)
    guard let cells else { return Outcome(nil, faults.finish()) }
    if columns.isEmpty { useNames(at: node.span) }
    let header = TableHeader(columns: columns, width: columns.count, span: firstPlace(rows, node))
    guard columns.count * max(1, cells.count) <= Self.cellLimit else {
      report(
        "size", "these rows and columns are more than \(Self.cellLimit) cells", node.span,
        help: "put the data into a CSV file")
      return Outcome(nil, faults.finish())
    }
    var flat: [NodeTable.Cell] = []
    flat.reserveCapacity(cells.count * columns.count)
    for row in cells {
      var next = row.cells.startIndex
      for column in columns.indices {
        if next < row.cells.endIndex, row.cells[next].column == column {
          flat.append(row.cells[next].cell)
          next += 1
        } else {
          flat.append(NodeTable.Cell(span: row.span))
        }
      }
    }
    let table = NodeTable(
      cells: flat, width: columns.count, rowSpans: cells.map(\.span), isTyped: isTyped)
    return Outcome((table, header), faults.finish())
  }

  private typealias Row = (cells: [(column: Int, cell: NodeTable.Cell)], span: SourceSpan)

  private mutating func report(_ kind: String, _ message: String, _ span: SourceSpan, help: String?)
  {
    faults.add(Diagnostic(.dataInvalid, message, at: span, help: help), kind: kind)
  }

  /// The list of rows: the whole, or what the dialect's `property` names.
  private mutating func rows(_ node: Node) -> [Node]? {
    var found = node
    if let property = dialect.property {
      guard let inner = node[property] else {
        report(
          "rows", "there is no list of rows at '\(property)'", node.span,
          help: Suggestion.didYouMean(property, among: (node.entries ?? []).map(\.key)))
        return nil
      }
      found = inner
    }
    if let elements = found.elements { return elements }
    let lists = (found.entries ?? []).filter { $0.value.elements != nil }.map(\.key)
    report(
      "rows", "the rows are \(found.kindInWords), not a list", found.span,
      help: lists.first.map { "say 'dialect: {property: \($0)}' if that holds the rows" }
        ?? "write a list of mappings, or of lists the first of which names the columns")
    return nil
  }

  private func firstPlace(_ rows: [Node], _ node: Node) -> SourceSpan {
    rows.first?.span ?? node.span
  }

  private mutating func useNames(at span: SourceSpan) {
    for name in names { addColumn(name, at: span) }
  }

  @discardableResult
  private mutating func addColumn(_ name: String, at span: SourceSpan) -> Int {
    indexes[name] = columns.count
    columns.append(TableHeader.Column(name: name, span: span, index: columns.count))
    return columns.count - 1
  }

  private func isBlank(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
  }

  /// The value of a node; a text may hold no NUL, which an escape can write.
  private mutating func cell(_ node: Node) -> NodeTable.Cell {
    let cell = NodeTable.Cell(node)
    guard cell.text.utf8.contains(0) else { return cell }
    report("nul", "this text holds a NUL", node.span, help: "take it out")
    return NodeTable.Cell(span: node.span)
  }

  private mutating func keyed(_ rows: [Node]) -> [Row]? {
    var result: [Row] = []
    result.reserveCapacity(rows.count)
    for row in rows {
      guard let entries = row.entries else {
        report(
          "row", "this row is \(row.kindInWords), and others are mappings", row.span, help: nil)
        continue
      }
      var cells: [(column: Int, cell: NodeTable.Cell)] = []
      for entry in entries {
        guard !isBlank(entry.key) else {
          report("unnamed", "this column has no name", entry.keySpan, help: nil)
          continue
        }
        let column = indexes[entry.key] ?? addColumn(entry.key, at: entry.keySpan)
        cells.append((column, cell(entry.value)))
      }
      cells.sort { $0.column < $1.column }
      result.append((cells, row.span))
    }
    return result
  }

  private mutating func listed(_ rows: [Node]) -> [Row]? {
    var width = 0
    var places: [Int] = []
    if dialect.hasHeader {
      guard let names = rows.first?.elements else {
        let words = rows.first?.kindInWords ?? "nothing"
        report(
          "row", "this row is \(words), not a list or a mapping", rows.first?.span ?? .nowhere,
          help: "write [name, …] or {name: …}")
        return nil
      }
      width = names.count
      for name in names { places.append(header(name)) }
    } else {
      width = names.isEmpty ? rows.first?.elements?.count ?? 0 : names.count
      let span = rows.first?.span ?? .nowhere
      places = (0..<width).map { addColumn(dialect.name(of: $0, names), at: span) }
    }
    var result: [Row] = []
    for row in dialect.hasHeader ? rows.dropFirst() : rows[...] {
      guard let elements = row.elements else {
        report("row", "this row is \(row.kindInWords), and others are lists", row.span, help: nil)
        continue
      }
      if elements.count != width {
        report(
          "width", "this row has \(elements.count) values, the first has \(width)", row.span,
          help: elements.count < width ? "write null for a value that is not there" : nil)
      }
      let cells = zip(places, elements).filter { $0.0 >= 0 }
        .map { (column: $0.0, cell: cell($0.1)) }
      result.append((cells, row.span))
    }
    return result
  }

  /// The column that an element of the first list names; -1 where it is none that can be used.
  private mutating func header(_ node: Node) -> Int {
    guard let name = node.text, !isBlank(name) else {
      report("unnamed", "this column has no name", node.span, help: "name it by a text")
      return -1
    }
    if let other = indexes[name] {
      faults.add(
        Diagnostic(
          .dataInvalid, "the column '\(name)' stands twice", at: node.span,
          labels: [Diagnostic.Label(columns[other].span, "it is first here")],
          help: "give each column a name of its own"), kind: "duplicate")
      return -1
    }
    return addColumn(name, at: node.span)
  }
}
