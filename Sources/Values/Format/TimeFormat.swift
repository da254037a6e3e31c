/// How a moment is written, in the notation of d3-time-format's specifiers: `%Y-%m-%d`, `%B %-d`.
///
/// All moments are in UTC.
public struct TimeFormat: Hashable, Sendable {
  /// What fills a number to its width.
  enum Padding: Hashable, Sendable {
    case zero, blank, none
  }

  /// A piece of a specifier.
  enum Piece: Hashable, Sendable {
    /// Text that stands as it is.
    case text(String)
    /// A directive's letter with its padding; nil for the directive's own.
    case directive(UInt8, Padding?)
  }

  let pieces: [Piece]

  /// The letters that stand for something behind `%`.
  private static let letters = Set("aAbBcdefgGHIjLmMpqQsSuUVwWxXyYZ%".utf8)

  /// Reads a specifier.
  public static func parse(_ text: String) -> Result<TimeFormat, NumberFormatError> {
    var pieces: [Piece] = []
    var plain: [UInt8] = []
    func flush() {
      if !plain.isEmpty { pieces.append(.text(String(decoding: plain, as: UTF8.self))) }
      plain = []
    }
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "%") else {
        plain.append(bytes[index])
        index += 1
        continue
      }
      let start = index
      index += 1
      var padding: Padding?
      if index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "-"): padding = Padding.none
        case UInt8(ascii: "_"): padding = .blank
        case UInt8(ascii: "0"): padding = .zero
        default: break
        }
      }
      if padding != nil { index += 1 }
      guard index < bytes.count else {
        return .failure(NumberFormatError(message: "nothing follows '%'", offset: start))
      }
      guard letters.contains(bytes[index]) else {
        let letter = String(decoding: [bytes[index]], as: UTF8.self)
        return .failure(
          NumberFormatError(message: "'%\(letter)' stands for nothing", offset: start))
      }
      if bytes[index] == UInt8(ascii: "%") {
        plain.append(bytes[index])
      } else {
        flush()
        pieces.append(.directive(bytes[index], padding))
      }
      index += 1
    }
    flush()
    return .success(TimeFormat(pieces: pieces))
  }
}

/// A moment by the parts of its calendar date and its time of day, UTC.
public struct MomentParts: Sendable {
  /// The astronomical year.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month.
  public let day: Int
  /// The hour, 0 to 23.
  public let hour: Int
  /// The minute.
  public let minute: Int
  /// The second.
  public let second: Int
  /// The millisecond.
  public let millisecond: Int
  /// 0 for Sunday.
  public let weekday: Int
  /// From 1.
  public let dayOfYear: Int

  /// The parts of a moment; nil where it is not within some million years of ours.
  public init?(_ milliseconds: Double) {
    guard milliseconds.isFinite, milliseconds.magnitude < 1e17 else { return nil }
    let whole = milliseconds.rounded(.down)
    let dayNumber = (whole / 86_400_000).rounded(.down)
    let rest = Int(whole - dayNumber * 86_400_000)
    let date = Day(Int(dayNumber))
    (year, month, day) = date.civil
    hour = rest / 3_600_000
    minute = rest / 60_000 % 60
    second = rest / 1_000 % 60
    millisecond = rest % 1_000
    // Day 0 was a Thursday.
    weekday = ((date.number + 4) % 7 + 7) % 7
    dayOfYear = date.number - Day(year: year, month: 1, day: 1).number + 1
  }

  /// The week of the year, weeks beginning on `first` (0 for Sunday); days before the first such
  /// day are in week 0.
  public func week(beginningOn first: Int) -> Int {
    (dayOfYear + 6 - ((weekday - first + 7) % 7)) / 7
  }

  /// The week of ISO 8601 and the year that it belongs to.
  public var isoWeek: (year: Int, week: Int) {
    let monday = (weekday + 6) % 7
    let thursday = Day(year: year, month: month, day: day).number - monday + 3
    let home = Day(thursday).civil.year
    let first = Day(year: home, month: 1, day: 1).number
    return (home, (thursday - first) / 7 + 1)
  }
}
