extension TimeFormat {
  /// The moment that `text` writes in this form, in milliseconds since 1970; nil where it does not
  /// (d3-time-format, *timeParse*).
  public func milliseconds(in text: String) -> Double? {
    var scanner = TimeScanner(bytes: Array(text.utf8))
    var parts = ReadParts()
    for piece in pieces {
      switch piece {
      case .text(let plain):
        guard scanner.skip(plain) else { return nil }
      case .directive(let letter, _):
        guard scanner.read(letter, into: &parts) else { return nil }
      }
    }
    guard scanner.isAtEnd else { return nil }
    return parts.milliseconds
  }
}

/// What was read of a moment so far.
struct ReadParts {
  var year = 1900
  var month = 1
  var day = 1
  var dayOfYear: Int?
  var hour = 0
  var isAfternoon: Bool?
  var minute = 0
  var second = 0
  var millisecond = 0
  /// Minutes before UTC.
  var offset = 0
  var epoch: Double?

  var milliseconds: Double? {
    if let epoch { return epoch }
    guard (1...12).contains(month), (0...24).contains(hour), (0...59).contains(minute),
      (0...60).contains(second), (1...31).contains(day)
    else { return nil }
    var hours = hour
    if let isAfternoon { hours = hour % 12 + (isAfternoon ? 12 : 0) }
    var number = Day(year: year, month: month, day: day).number
    if let dayOfYear { number = Day(year: year, month: 1, day: 1).number + dayOfYear - 1 }
    let seconds = (hours * 60 + minute - offset) * 60 + second
    return Double(number) * 86_400_000 + Double(seconds) * 1_000 + Double(millisecond)
  }
}

/// Reads the parts of a moment from left to right.
public struct TimeScanner {
  let bytes: [UInt8]
  private(set) var index = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { index == bytes.count }
  var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func skip(_ text: String) -> Bool {
    for byte in text.utf8 {
      guard next == byte else { return false }
      index += 1
    }
    return true
  }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index += 1
    return true
  }

  mutating func skipBlanks() {
    while next == 0x20 || next == 0x09 { index += 1 }
  }

  /// A number of up to `most` digits.
  mutating func number(_ most: Int, isSigned: Bool = false) -> Int? {
    let start = index
    var isNegative = false
    if isSigned, next == UInt8(ascii: "-") || next == UInt8(ascii: "+") {
      isNegative = next == UInt8(ascii: "-")
      index += 1
    }
    var value = 0
    var count = 0
    while let byte = next, (0x30...0x39).contains(byte), count < most {
      value = value * 10 + Int(byte - 0x30)
      index += 1
      count += 1
    }
    guard count > 0 else {
      index = start
      return nil
    }
    return isNegative ? -value : value
  }

  /// Letters in lower case.
  mutating func word() -> String {
    var letters: [UInt8] = []
    while let byte = next {
      let lower = byte | 0x20
      guard (0x61...0x7A).contains(lower) else { break }
      letters.append(lower)
      index += 1
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// The place of a name among others by its first three letters.
  mutating func name(_ names: [String]) -> Int? {
    let start = index
    let found = word()
    if found.utf8.count >= 3,
      let place = names.firstIndex(where: { $0.hasPrefix(found.prefix(3)) && $0.hasPrefix(found) })
    {
      return place
    }
    index = start
    return nil
  }

  /// The names of months in English, lower case.
  public static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  /// The names of days in English, lower case, Sunday first.
  public static let weekdays = [
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
  ]

  mutating func read(_ letter: UInt8, into parts: inout ReadParts) -> Bool {
    func take(_ value: Int?, _ path: WritableKeyPath<ReadParts, Int>) -> Bool {
      guard let value else { return false }
      parts[keyPath: path] = value
      return true
    }
    switch Unicode.Scalar(letter) {
    case "Y", "G": return take(number(4, isSigned: true), \.year)
    case "y", "g":
      guard let year = number(2) else { return false }
      parts.year = year + (year > 68 ? 1900 : 2000)
      return true
    case "m": return take(number(2), \.month)
    case "d", "e":
      skipBlanks()
      return take(number(2), \.day)
    case "b", "B":
      guard let month = name(Self.months) else { return false }
      parts.month = month + 1
      return true
    case "a", "A": return name(Self.weekdays) != nil
    case "j":
      guard let day = number(3) else { return false }
      parts.dayOfYear = day
      return true
    case "q":
      guard let quarter = number(1) else { return false }
      parts.month = (quarter - 1) * 3 + 1
      return true
    case "H", "I":
      skipBlanks()
      return take(number(2), \.hour)
    case "M": return take(number(2), \.minute)
    case "S": return take(number(2), \.second)
    case "L": return take(number(3), \.millisecond)
    case "f":
      guard let micro = number(6) else { return false }
      parts.millisecond = micro / 1_000
      return true
    case "p":
      let word = word()
      guard word == "am" || word == "pm" else { return false }
      parts.isAfternoon = word == "pm"
      return true
    case "Z": return zone(into: &parts)
    case "Q", "s":
      guard let value = number(15, isSigned: true) else { return false }
      parts.epoch = Double(value) * (letter == UInt8(ascii: "s") ? 1_000 : 1)
      return true
    case "u", "w": return number(1) != nil
    case "U", "V", "W": return number(2) != nil
    default: return false
    }
  }

  /// `Z`, `+hh:mm`, `-hhmm`.
  mutating func zone(into parts: inout ReadParts) -> Bool {
    if skip(UInt8(ascii: "Z")) || skip(UInt8(ascii: "z")) { return true }
    let isNegative = next == UInt8(ascii: "-")
    guard isNegative || next == UInt8(ascii: "+") else { return false }
    index += 1
    guard let hours = number(2) else { return false }
    _ = skip(UInt8(ascii: ":"))
    let minutes = number(2) ?? 0
    parts.offset = (isNegative ? -1 : 1) * (hours * 60 + minutes)
    return true
  }
}
