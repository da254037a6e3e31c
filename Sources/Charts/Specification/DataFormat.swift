import Diagnostics
import Documents

/// How data are to be read: Vega-Lite's `format`.
struct DataFormat: Sendable {
  /// What a text of values or a file is written in.
  enum Kind: String, Hashable, Sendable, CaseIterable {
    case json, csv
  }

  var kind: Kind?
  /// What the values of columns are to be read as, by the columns' names.
  var parse: [(column: Spanned<String>, kind: Spanned<String>)] = []

  /// Reads `format: {type: csv, parse: {day: date}}`.
  static func read(_ node: Node) -> Outcome<DataFormat> {
    var format = DataFormat()
    var reader = PropertyReader(node, of: "the format of data")
    format.kind = reader.choice("type", of: Kind.self)?.value
    if let entry = reader.entry("parse"), !entry.value.isNull {
      if entry.value.entries == nil, entry.value.text != "auto" {
        reader.wrongType(entry.value, "parse", expected: "a mapping of columns to kinds")
      }
      for entry in entry.value.entries ?? [] where !entry.value.isNull {
        guard let kind = entry.value.text else {
          reader.wrongType(entry.value, entry.key, expected: "text")
          continue
        }
        format.parse.append(
          (Spanned(entry.key, at: entry.keySpan), Spanned(kind, at: entry.value.span)))
      }
    }
    return Outcome(format, reader.finish())
  }

  /// Reads the columns of `table` as the format asks.
  func apply(to table: inout ChartTable) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (name, kind) in parse {
      guard let column = table.column(name.value) else {
        if table.rowCount > 0 {
          diagnostics.append(
            MissingColumn.diagnostic(name.value, among: table.names, at: name.span))
        }
        continue
      }
      switch ColumnParse.convert(column, to: kind.value) {
      case .success(let converted): table.set(name.value, to: converted)
      case .failure(let fault):
        diagnostics.append(
          Diagnostic(.chartUnsupported, fault.message, at: kind.span, help: fault.help))
      }
    }
    return diagnostics
  }
}
