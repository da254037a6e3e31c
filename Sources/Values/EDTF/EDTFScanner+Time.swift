import Bytes

extension EDTFScanner {
  /// Reads `hh:mm:ss` and an offset, behind the `T`.
  mutating func timeOfDay() throws(EDTFError) -> EDTFDate.TimeOfDay {
    let start = index
    let hour = try clockDigits("hours of two digits", upTo: 24)
    try colon()
    let minute = try clockDigits("minutes of two digits", upTo: 59)
    try colon()
    let second = try clockDigits("seconds of two digits", upTo: 59)
    if hour == 24, minute + second > 0 {
      throw EDTFError("the day ends at 24:00:00", at: start)
    }
    if next == UInt8(ascii: ".") || next == UInt8(ascii: ",") {
      throw EDTFError("a time of day has whole seconds", at: index)
    }
    return EDTFDate.TimeOfDay(
      hour: hour, minute: minute, second: second, offset: try zoneOffset())
  }

  /// `Z`, `+hh`, `-hh` or either with `:mm`; from -12:00 to +14:00, and no -00:00.
  private mutating func zoneOffset() throws(EDTFError) -> Int? {
    if skip(UInt8(ascii: "Z")) { return 0 }
    let start = index
    let isNegative = next == UInt8(ascii: "-")
    guard isNegative || next == UInt8(ascii: "+") else { return nil }
    index += 1
    let hours = try clockDigits("an offset of two digits", upTo: 14)
    var minutes = 0
    if skip(UInt8(ascii: ":")) { minutes = try clockDigits("minutes of two digits", upTo: 59) }
    let offset = hours * 60 + minutes
    if isNegative, offset == 0 {
      throw EDTFError("an offset of zero is written 'Z' or '+00:00'", at: start)
    }
    guard offset <= (isNegative ? 720 : 840) else {
      throw EDTFError("offsets run from -12:00 to +14:00", at: start)
    }
    return isNegative ? -offset : offset
  }

  private mutating func colon() throws(EDTFError) {
    guard skip(UInt8(ascii: ":")) else { throw unexpected("':', as in 23:20:30") }
  }

  private mutating func clockDigits(
    _ expectation: String, upTo limit: Int
  ) throws(EDTFError) -> Int {
    let start = index
    var number = 0
    for _ in 0..<2 {
      guard let byte = next, byte.isASCIIDigit else { throw unexpected(expectation) }
      number = number * 10 + byte.digitValue
      index += 1
    }
    guard number <= limit else {
      throw EDTFError("\(number) is beyond \(limit)", at: start)
    }
    return number
  }
}
