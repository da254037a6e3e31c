import Diagnostics
import Documents

/// The room between views: one number, or one for rows and one for columns.
enum Spacing {
  static func read(_ reader: inout PropertyReader) -> (column: Double?, row: Double?) {
    guard let node = reader.node("spacing") else { return (nil, nil) }
    if let number = node.number { return (max(0, number), max(0, number)) }
    var inner = PropertyReader(node, of: "'spacing'")
    let result = (inner.number("column"), inner.number("row"))
    reader.report(inner.finish())
    return result
  }
}
