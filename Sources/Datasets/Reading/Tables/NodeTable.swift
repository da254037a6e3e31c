import Diagnostics
import Documents

/// Rows of JSON or YAML.
struct NodeTable: Sendable {
  /// What a value is before any type is asked for.
  enum Form: Sendable {
    case missing
    case text
    case number
    case boolean
    /// A list or a mapping, as JSON.
    case json
  }

  /// One value.
  struct Cell: Sendable {
    var text = ""
    var form = Form.missing
    let span: SourceSpan
  }

  /// The cells, row after row, all rows of one width.
  let cells: [Cell]
  let width: Int
  let rowSpans: [SourceSpan]
  /// Whether what is not in quotation marks is never text, as in JSON; YAML's plain texts are what
  /// they are asked for.
  let isTyped: Bool

  /// Whether the cell has no value, where those texts mean that; they are texts, not numbers.
  func isMissing(_ cell: Cell, _ missing: Set<String>) -> Bool {
    switch cell.form {
    case .missing: true
    case .text: missing.contains(cell.text)
    case .number, .boolean: !isTyped && missing.contains(cell.text)
    case .json: false
    }
  }
}

extension NodeTable.Cell {
  /// The value of a node.
  init(_ node: Node) {
    span = node.span
    switch node.content {
    case .scalar(let text, let isQuoted):
      guard !node.isNull else { return }
      self.text = text
      form =
        isQuoted ? .text : node.boolean != nil ? .boolean : node.number != nil ? .number : .text
    case .sequence, .mapping:
      text = node.compactJSON
      form = .json
    }
  }
}

extension NodeTable {
  /// How a cell is written where a column's values are texts: the value that JSON holds natively,
  /// written as the field says that its values are.
  ///
  /// Table Schema parts the physical from the logical: a text is read as the field says even under
  /// a type that JSON has itself, and a value that JSON holds for something else is none.
  func lexical(_ cell: Cell, under field: FieldDescriptor, _ syntax: CellSyntax)
    -> Result<String, CellFault>
  {
    switch cell.form {
    case .missing, .text: .success(cell.text)
    case .number: number(cell.text, syntax)
    case .boolean: boolean(cell.text, syntax)
    case .json: compound(cell, field, syntax)
    }
  }

  private func number(_ text: String, _ syntax: CellSyntax) -> Result<String, CellFault> {
    switch syntax.type {
    case .integer:
      guard let value = NumberText.number(text), let whole = Int(exactly: value) else {
        return .success(text)
      }
      return .success(String(whole))
    case .number:
      return .success(
        text.split(separator: ".", omittingEmptySubsequences: false)
          .joined(separator: syntax.number.decimal))
    case .year, .any: return .success(text)
    case .string where syntax.kind != .string: return .success(text)
    default:
      return isTyped
        ? .failure(CellFault(cause: "it is a number", help: "put it in quotation marks"))
        : .success(text)
    }
  }

  private func boolean(_ text: String, _ syntax: CellSyntax) -> Result<String, CellFault> {
    switch syntax.type {
    case .boolean:
      let words = text == "true" ? syntax.trueValues : syntax.falseValues
      return .success(words.first ?? text)
    case .any: return .success(text)
    default:
      return isTyped
        ? .failure(CellFault(cause: "it is true or false", help: "put it in quotation marks"))
        : .success(text)
    }
  }

  private func compound(
    _ cell: Cell, _ field: FieldDescriptor, _ syntax: CellSyntax
  ) -> Result<String, CellFault> {
    switch syntax.type {
    case .object, .array, .geojson, .any: return .success(cell.text)
    case .geopoint:
      if case .standard = syntax.format { break }
      return .success(cell.text)
    case .string:
      guard let separator = field.separator, case .success(let node) = JSONText.node(cell.text),
        let elements = node.elements
      else { break }
      let items = elements.compactMap(\.text)
      if items.count == elements.count, items.allSatisfy({ !$0.contains(separator) }) {
        return .success(items.joined(separator: separator))
      }
    default: break
    }
    return .failure(
      CellFault(cause: cell.text.hasPrefix("[") ? "it is a list" : "it is a mapping"))
  }
}
