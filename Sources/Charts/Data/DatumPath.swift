import Values

/// A path into nested values, as Vega-Lite writes fields: `a.b`, `a[0].c`, `a['b c']`; a dot that
/// belongs to a name is `\.`.
struct DatumPath: Hashable, Sendable {
  /// The column's name.
  let first: String
  /// The names and indexes below it.
  let steps: [String]

  /// The path that `text` writes, or nil where a bracket is not closed or a name is empty.
  init?(_ text: String) {
    var names: [[UInt8]] = [[]]
    var bytes = text.utf8[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\\"):
        guard let next = bytes.popFirst() else { return nil }
        names[names.count - 1].append(next)
      case UInt8(ascii: "."): names.append([])
      case UInt8(ascii: "["):
        guard let end = bytes.firstIndex(of: UInt8(ascii: "]")) else { return nil }
        var inner = bytes[..<end]
        bytes = bytes[bytes.index(after: end)...]
        if let quote = inner.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
          guard inner.count >= 2, inner.last == quote else { return nil }
          inner = inner.dropFirst().dropLast()
        }
        names.append(Array(inner))
        // What follows a bracket is a dot, a bracket or the end.
        if bytes.first == UInt8(ascii: ".") { _ = bytes.popFirst(); names.append([]) }
      default: names[names.count - 1].append(byte)
      }
    }
    guard !names.contains(where: \.isEmpty) else { return nil }
    let texts = names.map { String(decoding: $0, as: UTF8.self) }
    first = texts[0]
    steps = Array(texts.dropFirst())
  }

  /// What the path's steps lead to within `datum`; null where they lead nowhere.
  func value(in datum: Datum) -> Datum {
    steps.reduce(datum) { $0.member($1) }
  }
}

extension Datum {
  /// A member by its name: of an object, an element of a list by its index, a part of an estimate
  /// or of a date; null where there is none.
  func member(_ name: String) -> Datum {
    switch self {
    case .object(let object): return object[name] ?? .null
    case .list(let values):
      if name == "length" { return .number(Double(values.count)) }
      guard let index = Int(name), values.indices.contains(index) else { return .null }
      return values[index]
    case .text(let text):
      if name == "length" { return .number(Double(text.utf16.count)) }
      guard let index = Int(name), index >= 0 else { return .null }
      let units = text.utf16.dropFirst(index).prefix(1)
      return units.isEmpty ? .null : .text(String(decoding: Array(units), as: UTF16.self))
    case .estimate(let estimate):
      let part: Double? =
        switch name {
        case "low": estimate.low
        case "high": estimate.high
        case "mid": estimate.mid
        default: nil
        }
      return part.map(Datum.number) ?? .null
    case .date(let date):
      let day: Day? =
        switch name {
        case "earliest": date.earliest
        case "latest": date.latest
        default: nil
        }
      return day.map { .date(EDTFDate($0)) } ?? .null
    case .null, .boolean, .number, .time: return .null
    }
  }
}
