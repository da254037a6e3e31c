import Datasets
import Diagnostics
import Documents
import Values

extension TableParser {
  /// The columns in their order, and what stands above several of them.
  mutating func columns(_ nodes: [Node]) -> ([TableColumn], [TableSpanner]) {
    var columns: [TableColumn] = []
    var spanners: [TableSpanner] = []
    for node in nodes {
      guard let group = node.entries?.first(where: { $0.key == "columns" }) else {
        if let column = column(node) { columns.append(column) }
        continue
      }
      let inner = group.value
      let start = columns.count
      let label = spanner(node)
      for element in inner.elements ?? [inner] {
        if let nested = element["columns"] {
          invalid(
            "a group of columns stands in another", nested,
            help: "a table has one line of heads above its columns; name the columns here")
        } else if let column = column(element) {
          columns.append(column)
        }
      }
      if columns.count == start {
        // What is wrong with columns that are there was said.
        if inner.elements?.isEmpty == true {
          diagnostics.append(
            Diagnostic(.valueInvalid, "a group of columns has none", at: group.keySpan))
        }
      } else if let label {
        spanners.append(TableSpanner(label: label, columns: start..<columns.count))
      }
    }
    return (columns, spanners)
  }

  /// The head of a group of columns.
  private mutating func spanner(_ node: Node) -> Node? {
    var inner = MappingReader(node, of: "a group of columns", unknownKey: .blockKeyUnknown)
    let label = inner.required("label")
    let isText = label.map { _ in inner.text("label") != nil } ?? false
    _ = inner.node("columns")
    diagnostics += inner.finish()
    return isText ? label : nil
  }

  private mutating func column(_ node: Node) -> TableColumn? {
    if node.text != nil {
      return name(node, "a column").map {
        TableColumn(field: $0)
      }
    }
    guard node.entries != nil else {
      wrongType("a column of a table is \(node.kindInWords), not a field's name", node)
      return nil
    }
    var inner = MappingReader(node, of: "a column", unknownKey: .blockKeyUnknown)
    // Known, so that a group of columns with a slip in this key is told what it may mean.
    _ = inner.node("columns")
    let field = inner.required("field")
    let label = inner.text("label") == nil ? nil : inner.node("label")
    let alignment = inner.choice("align", of: TableColumn.Alignment.self)
    let format = inner.node("format").flatMap { self.format($0) }
    let link = inner.node("link")
    let bar = inner.node("bar").flatMap { self.bar($0) }
    let note = inner.text("note") == nil ? nil : inner.node("note")
    diagnostics += inner.finish()
    guard let field, let name = name(field, "'field' of a column") else { return nil }
    return TableColumn(
      field: name, label: label, alignment: alignment,
      format: format,
      link: link.flatMap { self.name($0, "'link' of a column") }, bar: bar, note: note)
  }

  /// `true`, or a mapping that says how long a bar can be, and its colour.
  private mutating func bar(_ node: Node) -> TableBar? {
    if let isWanted = node.boolean {
      return isWanted ? TableBar(maximum: nil, color: nil, span: node.span) : nil
    }
    guard node.entries != nil else {
      wrongType("the bar of a column is \(node.kindInWords), not true", node)
      return nil
    }
    var inner = MappingReader(node, of: "the bar of a column", unknownKey: .blockKeyUnknown)
    var maximum: (value: Double, span: SourceSpan)?
    if let most = inner.node("max") {
      if let value = most.number, value > 0, value.isFinite {
        maximum = (value, most.span)
      } else {
        invalid("'max' of a bar is \(said(most)), not a number above 0", most)
      }
    }
    var color: Int?
    if let wanted = inner.node("color") {
      color = wanted.integer.flatMap { (1...TableBar.colorCount).contains($0) ? $0 : nil }
      if color == nil {
        invalid(
          "'color' of a bar is \(said(wanted)), not a whole number from 1 to "
            + "\(TableBar.colorCount)", wanted,
          help: "the theme has \(TableBar.colorCount) colours for data")
      }
    }
    diagnostics += inner.finish()
    return TableBar(maximum: maximum, color: color, span: node.span)
  }

  /// A format by its name, or a specifier of d3's.
  private mutating func format(_ node: Node) -> (value: ValueFormat, span: SourceSpan)? {
    guard let text = node.text else {
      wrongType("the format of a column is \(node.kindInWords), not a name", node)
      return nil
    }
    if let named = ValueFormat(named: text) { return (named, node.span) }
    let names = ValueFormat.names.map(\.key)
    let near = Suggestion.didYouMean(text, among: names)
    if near == nil, case .success(let format) = NumberFormat.parse(text) {
      return (.number(format), node.span)
    }
    invalid(
      "'\(text)' is no format", node,
      help: near ?? "there are \(names.joined(separator: ", ")), and d3's formats such as ',.1f'")
    return nil
  }
}
