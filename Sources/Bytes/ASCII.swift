/// Names and classes for the bytes of ASCII, so that scanners read as sentences.
extension UInt8 {
  /// Line feed, the only line end that Dossier writes.
  @inlinable public static var newline: UInt8 { UInt8(ascii: "\n") }
  /// Carriage return.
  @inlinable public static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
  /// Horizontal tab.
  @inlinable public static var tab: UInt8 { UInt8(ascii: "\t") }
  /// Space.
  @inlinable public static var space: UInt8 { UInt8(ascii: " ") }
  /// Quotation mark `"`.
  @inlinable public static var quote: UInt8 { UInt8(ascii: "\"") }
  /// Apostrophe `'`.
  @inlinable public static var apostrophe: UInt8 { UInt8(ascii: "'") }
  /// Reverse solidus `\`.
  @inlinable public static var backslash: UInt8 { UInt8(ascii: "\\") }

  /// Whether the byte is `0` to `9`.
  @inlinable public var isASCIIDigit: Bool { self &- 0x30 < 10 }
  /// Whether the byte is `A` to `Z` or `a` to `z`.
  @inlinable public var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// Whether the byte is an ASCII letter or digit.
  @inlinable public var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
  /// Whether the byte is `0` to `9`, `a` to `f` or `A` to `F`.
  @inlinable public var isASCIIHexDigit: Bool { isASCIIDigit || (self | 0x20) &- 0x61 < 6 }
  /// Whether the byte is a space, tab, line feed or carriage return.
  @inlinable public var isASCIIWhitespace: Bool {
    self == .space || self == .tab || self == .newline || self == .carriageReturn
  }
  /// Whether the byte is ASCII punctuation as CommonMark 0.30 section 2.1 lists it.
  @inlinable public var isASCIIPunctuation: Bool {
    self &- 0x21 < 15 || self &- 0x3A < 7 || self &- 0x5B < 6 || self &- 0x7B < 4
  }
  /// The byte with `A` to `Z` made lower case.
  @inlinable public var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
  /// The value of a digit byte; meaningful only where ``isASCIIDigit`` holds.
  @inlinable public var digitValue: Int { Int(self &- 0x30) }
  /// The value of a hexadecimal digit, or nil where the byte is none.
  @inlinable public var hexDigitValue: Int? {
    if isASCIIDigit { return Int(self &- 0x30) }
    let lower = self | 0x20
    return lower &- 0x61 < 6 ? Int(lower &- 0x61) + 10 : nil
  }
}

extension Collection where Element == UInt8 {
  /// The bytes as text; ill-formed UTF-8 becomes U+FFFD.
  @inlinable public var text: String { String(decoding: self, as: UTF8.self) }
}

extension BidirectionalCollection where Element == UInt8, SubSequence: BidirectionalCollection {
  /// The bytes without ASCII white space at either end.
  @inlinable
  public func trimmingASCIIWhitespace() -> SubSequence {
    var slice = self[startIndex...]
    while let first = slice.first, first.isASCIIWhitespace { slice = slice.dropFirst() }
    while let last = slice.last, last.isASCIIWhitespace { slice = slice.dropLast() }
    return slice
  }
}
