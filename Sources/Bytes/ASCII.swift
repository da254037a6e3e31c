/// Names and classes for the bytes of ASCII, so that scanners read as sentences.
extension UInt8 {
  /// Line feed, the only line end that Dossier writes.
  public static let newline = UInt8(ascii: "\n")
  /// Carriage return.
  public static let carriageReturn = UInt8(ascii: "\r")
  /// Horizontal tab.
  public static let tab = UInt8(ascii: "\t")
  /// Space.
  public static let space = UInt8(ascii: " ")
  /// Quotation mark `"`.
  public static let quote = UInt8(ascii: "\"")
  /// Apostrophe `'`.
  public static let apostrophe = UInt8(ascii: "'")
  /// Reverse solidus `\`.
  public static let backslash = UInt8(ascii: "\\")

  /// Whether the byte is `0` to `9`.
  public var isASCIIDigit: Bool { self &- 0x30 < 10 }
  /// Whether the byte is `A` to `Z` or `a` to `z`.
  public var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// Whether the byte is an ASCII letter or digit.
  public var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
  /// Whether the byte is `0` to `9`, `a` to `f` or `A` to `F`.
  public var isASCIIHexDigit: Bool { isASCIIDigit || (self | 0x20) &- 0x61 < 6 }
  /// Whether the byte is a space, tab, line feed or carriage return.
  public var isASCIIWhitespace: Bool {
    self == .space || self == .tab || self == .newline || self == .carriageReturn
  }
  /// Whether the byte is ASCII punctuation as CommonMark 0.30 section 2.1 lists it.
  public var isASCIIPunctuation: Bool {
    self &- 0x21 < 15 || self &- 0x3A < 7 || self &- 0x5B < 6 || self &- 0x7B < 4
  }
  /// The byte with `A` to `Z` made lower case.
  public var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
  /// The value of a digit byte; meaningful only where ``isASCIIDigit`` holds.
  public var digitValue: Int { Int(self &- 0x30) }
  /// The value of a hexadecimal digit, or nil where the byte is none.
  public var hexDigitValue: Int? {
    if isASCIIDigit { return Int(self &- 0x30) }
    let lower = self | 0x20
    return lower &- 0x61 < 6 ? Int(lower &- 0x61) + 10 : nil
  }
}

extension Collection where Element == UInt8 {
  /// The bytes as text; ill-formed UTF-8 becomes U+FFFD.
  public var text: String { String(decoding: self, as: UTF8.self) }
}

extension BidirectionalCollection where Element == UInt8, SubSequence: BidirectionalCollection {
  /// The bytes without ASCII white space at either end.
  public func trimmingASCIIWhitespace() -> SubSequence {
    var slice = self[startIndex...]
    while let first = slice.first, first.isASCIIWhitespace { slice = slice.dropFirst() }
    while let last = slice.last, last.isASCIIWhitespace { slice = slice.dropLast() }
    return slice
  }
}
