import Diagnostics
import Documents
import Values

/// Reads values that stand in a specification: JSON's kinds, and Vega-Lite's date-time mappings.
enum DatumReader {
  /// The keys of a date-time mapping.
  private static let timeKeys: Set<String> = [
    "year", "quarter", "month", "date", "day", "hours", "minutes", "seconds", "milliseconds", "utc",
  ]

  /// The datum that `node` writes; a mapping of `year`, `month` … is a moment.
  static func datum(_ node: Node) -> Outcome<Datum> {
    if let entries = node.entries, !entries.isEmpty,
      entries.allSatisfy({ timeKeys.contains($0.key) })
    {
      return DateTimeReader.read(node).map(Datum.time)
    }
    return Outcome(plain(node))
  }

  /// The datum of JSON's own kinds.
  static func plain(_ node: Node) -> Datum {
    switch node.content {
    case .sequence(let elements): return .list(elements.map(plain))
    case .mapping(let entries):
      return .object(
        DatumObject(names: entries.map(\.key), values: entries.map { plain($0.value) }))
    case .scalar(let text, let isQuoted):
      if isQuoted { return .text(text) }
      if node.isNull { return .null }
      if let truth = node.boolean { return .boolean(truth) }
      return node.number.map(Datum.number) ?? .text(text)
    }
  }
}
