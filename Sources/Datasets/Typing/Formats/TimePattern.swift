import Bytes
import Values

/// A date or a time as `strptime` describes it, such as `%d/%m/%Y %H:%M`.
///
/// Names of months and of days are English, whatever the locale. A pattern is read once; each text
/// then in one pass without going back.
struct TimePattern: Sendable {
  /// A stretch of the pattern.
  private enum Piece: Sendable {
    case literal(UInt8)
    case blanks
    case number(Part, width: Int)
    case monthName
    case dayName
    case half
    case fraction
    case zone
  }

  /// What a number means.
  fileprivate enum Part: Sendable {
    case year
    case shortYear
    case month
    case day
    case dayOfYear
    case hour
    case hour12
    case minute
    case second
  }

  /// Why a pattern cannot be used.
  struct Fault: Error {
    /// Its bytes.
    let range: Range<Int>
    let message: String
  }

  private var pieces: [Piece] = []
  /// What the pattern says, for what must be there.
  private(set) var hasYear = false
  private(set) var hasHour = false

  /// Reads a pattern.
  static func parse(_ text: String) -> Result<TimePattern, Fault> {
    var pattern = TimePattern()
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte.isASCIIWhitespace {
        pattern.pieces.append(.blanks)
      } else if byte != UInt8(ascii: "%") {
        pattern.pieces.append(.literal(byte))
      } else {
        guard index + 1 < bytes.count else {
          return .failure(Fault(range: index..<index + 1, message: "nothing stands behind '%'"))
        }
        guard pattern.add(bytes[index + 1]) else {
          return .failure(
            Fault(
              range: index..<index + 2,
              message: "'\(bytes[index..<index + 2].text)' is not supported"))
        }
        index += 1
      }
      index += 1
    }
    return .success(pattern)
  }

  /// Adds a directive; false where there is none of that letter.
  private mutating func add(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "Y"): number(.year, 4)
    case UInt8(ascii: "y"): number(.shortYear, 2)
    case UInt8(ascii: "m"): number(.month, 2)
    case UInt8(ascii: "d"), UInt8(ascii: "e"): number(.day, 2)
    case UInt8(ascii: "j"): number(.dayOfYear, 3)
    case UInt8(ascii: "H"), UInt8(ascii: "k"): number(.hour, 2)
    case UInt8(ascii: "I"), UInt8(ascii: "l"): number(.hour12, 2)
    case UInt8(ascii: "M"): number(.minute, 2)
    case UInt8(ascii: "S"): number(.second, 2)
    case UInt8(ascii: "f"): pieces.append(.fraction)
    case UInt8(ascii: "p"): pieces.append(.half)
    case UInt8(ascii: "z"), UInt8(ascii: "Z"): pieces.append(.zone)
    case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "h"): pieces.append(.monthName)
    case UInt8(ascii: "a"), UInt8(ascii: "A"): pieces.append(.dayName)
    case UInt8(ascii: "n"), UInt8(ascii: "t"): pieces.append(.blanks)
    case UInt8(ascii: "%"): pieces.append(.literal(letter))
    case UInt8(ascii: "F"): return add("Y-m-d")
    case UInt8(ascii: "T"): return add("H:M:S")
    case UInt8(ascii: "R"): return add("H:M")
    case UInt8(ascii: "D"): return add("m/d/y")
    default: return false
    }
    return true
  }

  private mutating func add(_ letters: String) -> Bool {
    for letter in letters.utf8 {
      if letter.isASCIILetter {
        guard add(letter) else { return false }
      } else {
        pieces.append(.literal(letter))
      }
    }
    return true
  }

  private mutating func number(_ part: Part, _ width: Int) {
    switch part {
    case .year, .shortYear: hasYear = true
    case .hour, .hour12: hasHour = true
    default: break
    }
    pieces.append(.number(part, width: width))
  }

  /// What the whole of `text` says, or nil where it is not written so.
  func match(_ text: String) -> TimeParts? {
    var rest = Array(text.utf8)[...]
    var parts = TimeParts()
    for piece in pieces {
      switch piece {
      case .literal(let byte):
        guard rest.popFirst() == byte else { return nil }
      case .blanks:
        guard rest.popFirst()?.isASCIIWhitespace == true else { return nil }
        rest = rest.drop { $0.isASCIIWhitespace }
      case .number(let part, let width):
        guard let number = Self.digits(&rest, upTo: width, least: part == .year ? 4 : 1),
          parts.set(part, number)
        else { return nil }
      case .fraction:
        let digits = rest.prefix(9).prefix(while: \.isASCIIDigit)
        guard !digits.isEmpty else { return nil }
        parts.fraction = digits.text
        rest = rest.dropFirst(digits.count)
      case .monthName:
        guard let index = Self.name(&rest, among: Self.months) else { return nil }
        parts.month = index + 1
      case .dayName:
        guard Self.name(&rest, among: Self.days) != nil else { return nil }
      case .half:
        guard let index = Self.name(&rest, among: ["am", "pm"]) else { return nil }
        parts.isAfternoon = index == 1
      case .zone:
        guard let zone = Self.zone(&rest) else { return nil }
        parts.zone = zone
      }
    }
    guard rest.isEmpty else { return nil }
    if let days = parts.dayOfYear, let year = parts.year, parts.day == nil {
      let civil = Day(Day(year: year, month: 1, day: 1).number + days - 1).civil
      guard civil.year == year else { return nil }
      parts.month = civil.month
      parts.day = civil.day
    }
    return parts
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let days = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private static func digits(_ rest: inout ArraySlice<UInt8>, upTo width: Int, least: Int) -> Int? {
    let digits = rest.prefix(width).prefix(while: \.isASCIIDigit)
    guard digits.count >= least else { return nil }
    rest = rest.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + $1.digitValue }
  }

  /// The index of the name that stands next, in full or by its first three letters.
  private static func name(_ rest: inout ArraySlice<UInt8>, among names: [String]) -> Int? {
    let letters = rest.prefix(while: \.isASCIILetter)
    let word = letters.map(\.asciiLowercased)
    let found = names.firstIndex { name in
      name.utf8.elementsEqual(word) || name.utf8.prefix(3).elementsEqual(word)
    }
    if found != nil { rest = rest.dropFirst(letters.count) }
    return found
  }

  /// `Z`, `UTC` or `GMT` as `Z`, and `+0430`, `+04:30` or `+04` as `+04:30`.
  private static func zone(_ rest: inout ArraySlice<UInt8>) -> String? {
    for name in ["Z", "UTC", "GMT"] where rest.starts(with: name.utf8) {
      rest = rest.dropFirst(name.utf8.count)
      return "Z"
    }
    guard let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return nil
    }
    var left = rest.dropFirst()
    guard let hours = digits(&left, upTo: 2, least: 2) else { return nil }
    if left.first == UInt8(ascii: ":") { left = left.dropFirst() }
    let minutes = digits(&left, upTo: 2, least: 2) ?? 0
    guard hours <= 14, minutes < 60 else { return nil }
    rest = left
    if hours == 0, minutes == 0 { return "Z" }
    let texts = [hours, minutes].map { $0 < 10 ? "0\($0)" : String($0) }
    return [sign].text + texts.joined(separator: ":")
  }
}

extension TimeParts {
  /// Sets a part; false where the number is beyond what the part can be.
  fileprivate mutating func set(_ part: TimePattern.Part, _ number: Int) -> Bool {
    switch part {
    case .year: year = number
    case .shortYear: year = number + (number < 69 ? 2000 : 1900)
    case .month where (1...12).contains(number): month = number
    case .day where (1...31).contains(number): day = number
    case .dayOfYear where (1...366).contains(number): dayOfYear = number
    case .hour where number < 24: hour = number
    case .hour12 where (1...12).contains(number): hour = number
    case .minute where number < 60: minute = number
    case .second where number < 60: second = number
    default: return false
    }
    return true
  }
}
