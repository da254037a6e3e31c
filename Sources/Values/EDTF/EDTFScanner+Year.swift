import Bytes

extension EDTFScanner {
  /// Reads a year in any notation; `isLong` where nothing may follow it.
  mutating func year() throws(EDTFError) -> (EDTFDate.Year, isLong: Bool) {
    let start = index
    if skip(UInt8(ascii: "Y")) { return (try longYear(from: start), true) }
    let isNegative = skip(UInt8(ascii: "-"))
    let digitsStart = index
    var magnitude = 0
    var unspecified: UInt8 = 0
    var count = 0
    while let byte = next, byte.isASCIIDigit || byte == UInt8(ascii: "X") {
      guard count < 4 else {
        throw EDTFError("a year of more than four digits begins with 'Y'", at: start)
      }
      let isDigit = byte.isASCIIDigit
      magnitude = magnitude * 10 + (isDigit ? byte.digitValue : 0)
      unspecified = unspecified << 1 | (isDigit ? 0 : 1)
      count += 1
      index += 1
    }
    guard count == 4 else {
      guard count > 0, isAtEndOfPart else { throw unexpected("a year of four digits") }
      throw EDTFError("a year has four digits", at: digitsStart)
    }
    if isNegative, magnitude == 0, unspecified == 0 {
      throw EDTFError("there is no year -0000", at: digitsStart - 1)
    }
    let digits = try significantDigits()
    if digits != nil, unspecified != 0 {
      throw EDTFError("a year has unspecified or significant digits, not both", at: digitsStart)
    }
    let year = EDTFDate.Year(
      isNegative: isNegative, magnitude: magnitude, unspecified: unspecified,
      significantDigits: digits)
    return (year, digits != nil)
  }

  /// The rest of a year behind its `Y`.
  private mutating func longYear(from start: Int) throws(EDTFError) -> EDTFDate.Year {
    let isNegative = skip(UInt8(ascii: "-"))
    let digitsStart = index
    var magnitude = try number("digits")
    guard bytes[digitsStart] != UInt8(ascii: "0") else {
      throw EDTFError("a year after 'Y' has no leading zero", at: digitsStart)
    }
    let count = index - digitsStart
    let hasExponent = skip(UInt8(ascii: "E"))
    if hasExponent {
      let exponentStart = index
      let exponent = try number("an exponent")
      for _ in 0..<Swift.min(exponent, 20) {
        magnitude = Swift.min(magnitude * 10, EDTFDate.Year.limit + 1)
      }
      if magnitude > EDTFDate.Year.limit { throw tooFar(at: exponentStart) }
    } else if count <= 4 {
      throw EDTFError("a year of up to four digits is written without 'Y'", at: start)
    }
    if magnitude > EDTFDate.Year.limit { throw tooFar(at: digitsStart) }
    return EDTFDate.Year(
      isNegative: isNegative, magnitude: magnitude, significantDigits: try significantDigits())
  }

  /// `S` and a count, if they are next.
  private mutating func significantDigits() throws(EDTFError) -> Int? {
    guard skip(UInt8(ascii: "S")) else { return nil }
    let start = index
    let count = try number("a count of significant digits")
    guard count > 0 else { throw EDTFError("no digit would be significant", at: start) }
    return count
  }

  /// Digits as a number, held a little above the farthest year.
  private mutating func number(_ expectation: String) throws(EDTFError) -> Int {
    guard let first = next, first.isASCIIDigit else { throw unexpected(expectation) }
    var number = 0
    while let byte = next, byte.isASCIIDigit {
      number = Swift.min(number * 10 + byte.digitValue, EDTFDate.Year.limit + 1)
      index += 1
    }
    return number
  }

  private func tooFar(at offset: Int) -> EDTFError {
    EDTFError("a year farther than a million million years away cannot be counted", at: offset)
  }
}
