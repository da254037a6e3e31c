import Datasets
public import Diagnostics
public import Documents
import Values

extension TableSpecification {
  /// Reads the YAML of a `table` block.
  ///
  /// - Returns: The specification, or nil where there is no data to show; with `block-key-unknown`
  ///   for keys that a table does not have, `key-missing`, `value-type-wrong` and `value-invalid`
  ///   for values that say nothing.
  public static func parse(_ node: Node) -> Outcome<TableSpecification?> {
    var parser = TableParser(node)
    let specification = parser.specification()
    return Outcome(specification, parser.finish())
  }
}

/// Reads the keys of a `table` block.
struct TableParser {
  var reader: MappingReader
  var diagnostics: [Diagnostic] = []

  init(_ node: Node) {
    reader = MappingReader(node, of: "a table", unknownKey: .blockKeyUnknown)
  }

  consuming func finish() -> [Diagnostic] { reader.finish() + diagnostics }

  mutating func specification() -> TableSpecification? {
    let data = data()
    let (columns, spanners) = columns(reader.list("columns"))
    let condition = reader.node("where").flatMap { node in
      Condition.parse(node).take(into: &diagnostics)
    }
    let sort = reader.node("sort").map { SortKey.parse($0).take(into: &diagnostics) } ?? []
    let groupBy = reader.node("groupBy").flatMap { name($0, "'groupBy' of a table") }
    let totals = reader.node("totals").map { self.totals($0) } ?? []
    let limit = limit()
    let caption = text("caption")
    let title = text("title")
    let source = reader.node("source")
    let note = text("note")
    let notes = reader.list("notes").compactMap { self.note($0) }
    let description = reader.text("description")
    let isSortable = reader.boolean("sortable")
    guard let data else { return nil }
    return TableSpecification(
      data: data, columns: columns, spanners: spanners, condition: condition, sort: sort,
      groupBy: groupBy, totals: totals, limit: limit, caption: caption ?? title, source: source,
      note: note, notes: notes, isSortable: isSortable, description: description)
  }

  private mutating func data() -> TableSpecification.Data? {
    guard let node = reader.required("data") else { return nil }
    if let name = node.text { return .named(name, node.span) }
    let rows: Node
    if node.entries != nil {
      var inner = MappingReader(node, of: "the data of a table", unknownKey: .blockKeyUnknown)
      let values = inner.required("values")
      diagnostics += inner.finish()
      guard let values else { return nil }
      rows = values
    } else {
      rows = node
    }
    let dataset = Dataset.inline(rows, name: "data").take(into: &diagnostics)
    return dataset.map(TableSpecification.Data.inline)
  }

  private mutating func limit() -> Int? {
    guard let node = reader.node("limit") else { return nil }
    if let limit = node.integer, limit > 0 { return limit }
    invalid("'limit' of a table is \(said(node)), not a whole number above 0", node)
    return nil
  }

  /// A key that holds text, as the node that it is.
  private mutating func text(_ key: String) -> Node? {
    reader.text(key) == nil ? nil : reader.node(key)
  }

  // MARK: Notes

  /// What is said of cells: which rows, which column, and the words.
  private mutating func note(_ node: Node) -> TableNote? {
    guard node.entries != nil else {
      wrongType("a note is \(node.kindInWords), not a mapping with 'where' and 'note'", node)
      return nil
    }
    var inner = MappingReader(node, of: "a note", unknownKey: .blockKeyUnknown)
    let rows = inner.required("where")
    let field = inner.node("field").flatMap { name($0, "'field' of a note") }
    let words = inner.required("note")
    let isText = words.map { _ in inner.text("note") != nil } ?? false
    diagnostics += inner.finish()
    guard let rows, let words, isText,
      let condition = Condition.parse(rows).take(into: &diagnostics)
    else { return nil }
    return TableNote(
      condition: condition, conditionSpan: rows.span, field: field, text: words)
  }

  // MARK: Totals

  /// Fields to be summed, or mappings of fields to what is worked out.
  private mutating func totals(_ node: Node) -> [TableTotal] {
    var totals: [TableTotal] = []
    for element in node.elements ?? [node] {
      if let entries = element.entries {
        for entry in entries { totals += total(entry) }
      } else if let name = name(element, "a total") {
        totals.append(TableTotal(field: name, aggregate: .sum))
      }
    }
    return totals
  }

  private mutating func total(_ entry: Node.Entry) -> [TableTotal] {
    let field = TableSpecification.Name(text: entry.key, span: entry.keySpan)
    let words = FigureAggregate.allCases.map(\.rawValue)
    return (entry.value.elements ?? [entry.value]).compactMap { node in
      if let word = node.text, let aggregate = FigureAggregate(rawValue: word) {
        return TableTotal(field: field, aggregate: aggregate)
      }
      let near = node.text.flatMap { Suggestion.didYouMean($0, among: words) }
      invalid(
        "the total of '\(entry.key)' is \(said(node))", node,
        help: near ?? "it can be \(words.joined(separator: ", "))")
      return nil
    }
  }

  // MARK: Names and faults

  mutating func name(_ node: Node, _ subject: String) -> TableSpecification.Name? {
    if let text = node.text { return TableSpecification.Name(text: text, span: node.span) }
    wrongType("\(subject) is \(node.kindInWords), not a field's name", node)
    return nil
  }

  func said(_ node: Node) -> String {
    node.text.map { "'\($0)'" } ?? node.kindInWords
  }

  mutating func wrongType(_ message: String, _ node: Node) {
    diagnostics.append(Diagnostic(.valueTypeWrong, message, at: node.span))
  }

  mutating func invalid(_ message: String, _ node: Node, help: String? = nil) {
    diagnostics.append(Diagnostic(.valueInvalid, message, at: node.span, help: help))
  }
}
