import Values

extension ExpressionFunction {
  /// The value of a function of texts, of kinds or of objects.
  func other(_ arguments: [Datum], _ language: Language) -> Datum {
    let datum = arguments[0]
    switch self {
    case .isArray: return .boolean(datum.kind == .list)
    case .isBoolean: return .boolean(datum.kind == .boolean)
    case .isDate:
      switch datum {
      case .time, .date: return .boolean(true)
      default: return .boolean(false)
      }
    case .isDefined: return .boolean(!datum.isNull)
    case .isNumber: return .boolean(datum.kind == .number)
    case .isObject: return .boolean(datum.kind == .object)
    case .isString: return .boolean(datum.kind == .text)
    case .isValid: return .boolean(datum.isValid)
    case .isNaN: return .boolean(datum.number.isNaN)
    case .isFinite: return .boolean(datum.number.isFinite)
    case .toBoolean:
      if datum.isMissing { return .null }
      return .boolean(datum.isTruthy && datum.text != "false" && datum.text != "0")
    case .toNumber: return .null
    case .toString: return datum.isMissing ? .null : .text(datum.text)
    case .if: return datum.isTruthy ? arguments[1] : arguments[2]
    case .lower: return .text(datum.text.lowercased())
    case .upper: return .text(datum.text.uppercased())
    case .substring: return substring(arguments, allowsNegative: false)
    case .trim: return .text(Self.trimmed(datum.text))
    case .replace:
      let text = datum.text
      guard let range = text.firstRange(of: arguments[1].text) else { return .text(text) }
      return .text(text.replacingCharacters(in: range, with: arguments[2].text))
    case .split:
      let separator = arguments.count > 1 ? arguments[1].text : ""
      guard !separator.isEmpty else { return .list(datum.text.map { .text(String($0)) }) }
      return .list(
        datum.text.split(separator: separator, omittingEmptySubsequences: false).map {
          .text(String($0))
        })
    case .pad: return .text(Self.padded(arguments))
    case .truncate: return .text(Self.truncated(arguments))
    case .format:
      guard arguments.count > 1, case .success(let format) = NumberFormat.parse(arguments[1].text)
      else { return .text(datum.text) }
      return .text(format.text(datum.number, in: language))
    case .merge:
      var names: [String] = []
      var values: [Datum] = []
      for case .object(let object) in arguments {
        for (name, value) in zip(object.names, object.values) {
          if let index = names.firstIndex(of: name) {
            values[index] = value
          } else {
            names.append(name)
            values.append(value)
          }
        }
      }
      return .object(DatumObject(names: names, values: values))
    default: return .null
    }
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars = scalars.dropFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars = scalars.dropLast() }
    return String(scalars)
  }

  private static func padded(_ arguments: [Datum]) -> String {
    let text = arguments[0].text
    let length = Int(Swift.max(0, Swift.min(arguments[1].number, 10_000)))
    let fill = arguments.count > 2 ? arguments[2].text : " "
    let missing = length - text.count
    guard missing > 0, let character = fill.first else { return text }
    let align = arguments.count > 3 ? arguments[3].text : "right"
    let before = align == "left" ? missing : align == "center" ? missing / 2 : 0
    return String(repeating: character, count: before) + text
      + String(repeating: character, count: missing - before)
  }

  private static func truncated(_ arguments: [Datum]) -> String {
    let text = arguments[0].text
    let length = Int(Swift.max(0, Swift.min(arguments[1].number, 10_000)))
    guard text.count > length else { return text }
    let align = arguments.count > 2 && !arguments[2].isNull ? arguments[2].text : "right"
    let mark = arguments.count > 3 ? arguments[3].text : "…"
    let kept = Swift.max(0, length - mark.count)
    switch align {
    case "left": return mark + text.suffix(kept)
    case "center":
      return text.prefix((kept + 1) / 2) + mark + text.suffix(kept / 2)
    default: return text.prefix(kept) + mark
    }
  }

  /// A part of a text, counted in units of UTF-16 as in JavaScript.
  func substring(_ arguments: [Datum], allowsNegative: Bool) -> Datum {
    let units = Array(arguments[0].text.utf16)
    let bounds = Self.bounds(arguments, units.count, allowsNegative: allowsNegative)
    return .text(String(decoding: units[bounds], as: UTF16.self))
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
