import Values

/// What a datum is as a number, as a text and as a truth, by JavaScript's rules (ECMA-262, 7.1).
extension Datum {
  /// Whether it is null.
  var isNull: Bool { self == .null }

  /// The value as a number: a time's milliseconds, a text's number; NaN where there is none.
  ///
  /// A date of uncertain extent is its middle, and an estimate the middle of its bounds or the one
  /// bound that it has, since a picture must put them somewhere.
  var number: Double {
    switch self {
    case .null: 0
    case .boolean(let truth): truth ? 1 : 0
    case .number(let number), .time(let number): number
    case .text(let text): Datum.number(in: text)
    case .list(let values):
      values.isEmpty ? 0 : values.count == 1 ? values[0].number : .nan
    case .object: .nan
    // A year alone is its number, wherever it is reckoned with.
    case .date(let date): Double(date.text) ?? date.moment ?? .nan
    case .estimate(let estimate): estimate.middle ?? .nan
    }
  }

  /// The value as a number for a scale: as ``number``, but nothing for what is not a finite one.
  ///
  /// Null is 0 in arithmetic, but no place on an axis; text is no number where its field is read as
  /// quantitative unless it reads as one.
  var measure: Double? {
    switch self {
    case .null, .boolean, .list, .object: return nil
    case .text(let text) where text.isEmpty: return nil
    case .date(let date): return date.moment
    default:
      let value = number
      return value.isFinite ? value : nil
    }
  }

  /// Whether it counts as true: not null, false, 0, NaN or empty text.
  var isTruthy: Bool {
    switch self {
    case .null: false
    case .boolean(let truth): truth
    case .number(let number): number != 0 && !number.isNaN
    case .text(let text): !text.isEmpty
    case .time, .list, .object, .date, .estimate: true
    }
  }

  /// Whether it is missing in an aggregate's sense: null, or empty text.
  var isMissing: Bool {
    switch self {
    case .null: true
    case .text(let text): text.isEmpty
    default: false
    }
  }

  /// Whether aggregates count it as valid: neither missing nor NaN.
  var isValid: Bool {
    switch self {
    case .number(let number), .time(let number): !number.isNaN
    default: !isMissing
    }
  }

  private static func number(in text: String) -> Double {
    var bytes = text.utf8[...]
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    while let first = bytes.first, isBlank(first) { bytes = bytes.dropFirst() }
    while let last = bytes.last, isBlank(last) { bytes = bytes.dropLast() }
    guard let first = bytes.first else { return 0 }
    let isSigned = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
    let digit = isSigned ? bytes.dropFirst().first ?? 0 : first
    // Swift reads "nan", "inf" and hexadecimal floats, which JavaScript does not.
    guard (0x30...0x39).contains(digit) || digit == UInt8(ascii: ".") else {
      return String(bytes) == "Infinity" ? .infinity : .nan
    }
    return Double(String(Substring(bytes))) ?? .nan
  }
}

extension Estimate {
  /// The middle of its bounds, or the one bound that it has.
  var middle: Double? {
    if let low, let high { return low / 2 + high / 2 }
    return low ?? high
  }
}
