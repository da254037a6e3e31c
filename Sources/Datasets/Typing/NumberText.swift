import Bytes

/// How numbers are written, as Table Schema's `decimalChar`, `groupChar` and `bareNumber` say.
struct NumberSyntax: Sendable {
  /// The character before the fraction.
  var decimal: String = "."
  /// The character that parts groups of digits, or nil where none may stand.
  var group: String?
  /// Whether nothing may stand about the number; otherwise signs of currency and per cent may.
  var isBare = true

  /// The text as XML Schema writes numbers, or nil where it is not written by this syntax.
  fileprivate func normalized(_ text: String) -> String {
    var text = text[...]
    if !isBare {
      // Table Schema: leading and trailing non-numeric characters are to be ignored.
      while let first = text.utf8.first, !Self.isNumeric(first) { text = text.dropFirst() }
      while let last = text.utf8.last, !last.isASCIIDigit { text = text.dropLast() }
    }
    var result = String(text)
    if let group, !group.isEmpty { result = result.split(separator: group).joined() }
    guard decimal != "." else { return result }
    // A point that is not the decimal character has no meaning here and spoils the number.
    if result.contains(".") { result = "." + result + "." }
    return result.split(separator: decimal, omittingEmptySubsequences: false).joined(separator: ".")
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: ".")
  }

  /// Whether numbers stand as XML Schema writes them.
  var isPlain: Bool { decimal == "." && group == nil && isBare }
}

/// Reads decimal numbers without regard to any locale.
enum NumberText {
  /// 2^53 - 1, the largest magnitude that no other whole number is rounded to.
  static let largestExactInteger = 9_007_199_254_740_991.0

  /// The number, XML Schema's decimal with an exponent allowed, or nil.
  static func number(_ text: String, _ syntax: NumberSyntax = NumberSyntax()) -> Double? {
    syntax.isPlain ? plainNumber(text) : plainNumber(syntax.normalized(text))
  }

  /// Table Schema's numbers that are no decimals: `NaN`, `INF` and `-INF`, in any case.
  static func special(_ text: String) -> Double? {
    guard text.utf8.count <= 4 else { return nil }
    switch text.asciiLowercased {
    case "nan": return .nan
    case "inf", "+inf": return .infinity
    case "-inf": return -.infinity
    default: return nil
    }
  }

  /// The whole number, or nil where the text is none.
  static func integer(_ text: String, _ syntax: NumberSyntax = NumberSyntax()) -> Double? {
    let text = syntax.isPlain ? text : syntax.normalized(text)
    guard isSignedDigits(text) else { return nil }
    return plainNumber(text)
  }

  /// Whether the text is digits, perhaps with a sign.
  static func isSignedDigits(_ text: String) -> Bool {
    var digits = text.utf8[...]
    if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      digits = digits.dropFirst()
    }
    return !digits.isEmpty && digits.allSatisfy(\.isASCIIDigit)
  }

  private static func plainNumber(_ text: String) -> Double? {
    var text = text
    let number = text.withUTF8 { shortNumber($0) }
    return number ?? slowNumber(text)
  }

  /// The number that bytes of a plain syntax write, where no more than 15 digits do, without a look
  /// at the rest of Unicode; nil says nothing.
  @inline(__always)
  static func shortNumber(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    var significand = 0
    var digits = 0
    var decimals = 0
    var isNegative = false
    var isFraction = false
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case 0x30...0x39:
        digits += 1
        if isFraction { decimals += 1 }
        if digits <= 15 { significand = significand * 10 + byte.digitValue }
      case UInt8(ascii: "."):
        if isFraction { return nil }
        isFraction = true
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case UInt8(ascii: "+") where index == 0: break
      default: return nil
      }
    }
    // Up to 15 digits and 10^22 one division of exact doubles is rounded rightly.
    guard digits > 0, digits <= 15 else { return nil }
    let magnitude = Double(significand) / powersOfTen[decimals]
    return isNegative ? -magnitude : magnitude
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// The number by the standard library, which also knows hexadecimal, `nan` and `inf`.
  private static func slowNumber(_ text: String) -> Double? {
    var hasDigit = false
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: hasDigit = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        // An exponent alone has nothing to be the exponent of.
        guard hasDigit else { return nil }
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): break
      default: return nil
      }
    }
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }
}
