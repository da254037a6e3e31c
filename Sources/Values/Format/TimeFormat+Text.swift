extension TimeFormat {
  /// Writes a moment.
  /// - Parameter milliseconds: Milliseconds since 1970-01-01T00:00:00Z.
  public func text(_ milliseconds: Double, in language: Language) -> String {
    guard let parts = MomentParts(milliseconds) else { return "–" }
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let plain): text += plain
      case .directive(let letter, let padding):
        text += Self.words(letter, padding, parts, milliseconds, language)
      }
    }
    return text
  }

  private static func words(
    _ letter: UInt8, _ padding: Padding?, _ parts: MomentParts, _ milliseconds: Double,
    _ language: Language
  ) -> String {
    func number(_ value: Int, _ width: Int, _ own: Padding = .zero) -> String {
      padded(value, width, padding ?? own)
    }
    // The table begins with Monday.
    let weekday = language.weekdayNames[(parts.weekday + 6) % 7]
    switch Unicode.Scalar(letter) {
    case "a": return String(weekday.prefix(language.tag.hasPrefix("de") ? 2 : 3))
    case "A": return weekday
    case "b": return language.shortMonthNames[parts.month - 1]
    case "B": return language.monthNames[parts.month - 1]
    case "d": return number(parts.day, 2)
    case "e": return number(parts.day, 2, .blank)
    case "f": return number(parts.millisecond * 1_000, 6)
    case "g": return number(parts.isoWeek.year % 100, 2)
    case "G": return number(parts.isoWeek.year, 4)
    case "H": return number(parts.hour, 2)
    case "I": return number((parts.hour + 11) % 12 + 1, 2)
    case "j": return number(parts.dayOfYear, 3)
    case "L": return number(parts.millisecond, 3)
    case "m": return number(parts.month, 2)
    case "M": return number(parts.minute, 2)
    case "p": return parts.hour < 12 ? "AM" : "PM"
    case "q": return String((parts.month - 1) / 3 + 1)
    case "Q": return String(Int(milliseconds))
    case "s": return String(Int((milliseconds / 1_000).rounded(.down)))
    case "S": return number(parts.second, 2)
    case "u": return String(parts.weekday == 0 ? 7 : parts.weekday)
    case "U": return number(parts.week(beginningOn: 0), 2)
    case "V": return number(parts.isoWeek.week, 2)
    case "w": return String(parts.weekday)
    case "W": return number(parts.week(beginningOn: 1), 2)
    case "y": return number((parts.year % 100 + 100) % 100, 2)
    case "Y": return number(parts.year, 4)
    case "Z": return "+0000"
    case "c", "x", "X":
      guard case .success(let format) = parse(local(letter, language)) else { return "" }
      return format.text(milliseconds, in: language)
    default: return ""
    }
  }

  /// What the language's own forms of a date, a time and both stand for.
  private static func local(_ letter: UInt8, _ language: Language) -> String {
    let isGerman = language.tag.hasPrefix("de")
    switch Unicode.Scalar(letter) {
    case "x": return isGerman ? "%d.%m.%Y" : language.tag == "en-US" ? "%-m/%-d/%Y" : "%-d/%-m/%Y"
    case "X": return isGerman ? "%H:%M:%S" : "%-I:%M:%S %p"
    default: return isGerman ? "%A, der %e. %B %Y, %X" : "%x, %X"
    }
  }

  private static func padded(_ value: Int, _ width: Int, _ padding: Padding) -> String {
    let digits = String(value.magnitude)
    let sign = value < 0 ? "-" : ""
    guard padding != .none, digits.utf8.count < width else { return sign + digits }
    let fill = String(repeating: padding == .zero ? "0" : " ", count: width - digits.utf8.count)
    return sign + fill + digits
  }
}

/// What labels of time say where no format is given: as much as is new (vega's and d3's multi-format).
public enum TimeLabels {
  /// The label of a tick: the year at its beginning, else the month, the day, the hour …
  public static func text(_ milliseconds: Double, in language: Language) -> String {
    guard let parts = MomentParts(milliseconds) else { return "–" }
    let specifier: String
    if parts.millisecond != 0 {
      specifier = ".%L"
    } else if parts.second != 0 {
      specifier = ":%S"
    } else if parts.minute != 0 {
      specifier = language.tag.hasPrefix("de") ? "%H:%M" : "%I:%M"
    } else if parts.hour != 0 {
      specifier = language.tag.hasPrefix("de") ? "%H Uhr" : "%I %p"
    } else if parts.day != 1 {
      let isDayFirst = language.tag.hasPrefix("de")
      specifier =
        parts.weekday == 0
        ? (isDayFirst ? "%-d. %b" : "%b %d") : (isDayFirst ? "%a %-d." : "%a %d")
    } else if parts.month != 1 {
      specifier = "%B"
    } else {
      specifier = "%Y"
    }
    guard case .success(let format) = TimeFormat.parse(specifier) else { return "" }
    return format.text(milliseconds, in: language)
  }

  /// A moment said in full, as short as it is exact: a day, or a day with its time.
  public static func full(_ milliseconds: Double, in language: Language) -> String {
    guard let parts = MomentParts(milliseconds) else { return "–" }
    let hasTime = parts.hour + parts.minute + parts.second + parts.millisecond > 0
    let day = language.tag.hasPrefix("de") ? "%-d. %b %Y" : "%b %d, %Y"
    let specifier = hasTime ? "\(day), %H:%M" : day
    guard case .success(let format) = TimeFormat.parse(specifier) else { return "" }
    return format.text(milliseconds, in: language)
  }
}
