/// Reads moments as JavaScript's `Date.parse` does in practice: ISO 8601, and the common forms of
/// dates in English; without a zone they are in UTC.
public enum TimeText {
  /// The moment in milliseconds since 1970; nil where `text` is none.
  public static func milliseconds(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    // More than this is no date, and most texts are none.
    guard bytes.count >= 4, bytes.count <= 64 else { return nil }
    return iso(bytes) ?? worded(bytes)
  }

  /// `2012`, `2012-01`, `2012-01-31`, `2012-01-31T12:30:15.250Z`, with a blank for the `T`.
  private static func iso(_ bytes: [UInt8]) -> Double? {
    var scanner = TimeScanner(bytes: bytes)
    var parts = ReadParts()
    let isLong = scanner.next == UInt8(ascii: "+") || scanner.next == UInt8(ascii: "-")
    let start = scanner.index
    guard let year = scanner.number(isLong ? 6 : 4, isSigned: isLong),
      scanner.index - start == (isLong ? 7 : 4)
    else { return nil }
    parts.year = year
    if scanner.isAtEnd { return parts.milliseconds }
    guard scanner.skip(UInt8(ascii: "-")), let month = scanner.number(2) else { return nil }
    parts.month = month
    if scanner.isAtEnd { return parts.milliseconds }
    guard scanner.skip(UInt8(ascii: "-")), let day = scanner.number(2) else { return nil }
    parts.day = day
    guard day <= Day.length(ofMonth: min(max(month, 1), 12), in: year) else { return nil }
    if scanner.isAtEnd { return parts.milliseconds }
    guard scanner.skip(UInt8(ascii: "T")) || scanner.skip(UInt8(ascii: " ")) else { return nil }
    guard time(&scanner, &parts) else { return nil }
    return scanner.isAtEnd ? parts.milliseconds : nil
  }

  /// `hh:mm`, `hh:mm:ss`, `hh:mm:ss.sss`, with a zone or without.
  private static func time(_ scanner: inout TimeScanner, _ parts: inout ReadParts) -> Bool {
    guard let hour = scanner.number(2) else { return false }
    parts.hour = hour
    guard scanner.skip(UInt8(ascii: ":")), let minute = scanner.number(2) else { return false }
    parts.minute = minute
    if scanner.skip(UInt8(ascii: ":")) {
      guard let second = scanner.number(2) else { return false }
      parts.second = second
      if scanner.skip(UInt8(ascii: ".")) {
        let start = scanner.index
        guard let fraction = scanner.number(3) else { return false }
        let digits = scanner.index - start
        parts.millisecond = fraction * (digits == 1 ? 100 : digits == 2 ? 10 : 1)
        _ = scanner.number(12)
      }
    }
    scanner.skipBlanks()
    if scanner.next.map({ ($0 | 0x20) == UInt8(ascii: "a") || ($0 | 0x20) == UInt8(ascii: "p") })
      == true
    {
      let word = scanner.word()
      guard word == "am" || word == "pm" else { return false }
      parts.isAfternoon = word == "pm"
      scanner.skipBlanks()
    }
    if scanner.isAtEnd { return true }
    if scanner.next.map({ ($0 | 0x20) == UInt8(ascii: "g") || ($0 | 0x20) == UInt8(ascii: "u") })
      == true
    {
      let word = scanner.word()
      guard word == "gmt" || word == "utc" else { return false }
      if scanner.isAtEnd { return true }
    }
    return scanner.zone(into: &parts)
  }

  /// `2012/01/31`, `1/31/2012`, `Jan 1 2000`, `1 January 2000`, `Sat, 01 Jan 2000 12:00:00 GMT`.
  private static func worded(_ bytes: [UInt8]) -> Double? {
    var scanner = TimeScanner(bytes: bytes)
    var parts = ReadParts()
    scanner.skipBlanks()
    if scanner.name(TimeScanner.weekdays) != nil {
      _ = scanner.skip(UInt8(ascii: ","))
      scanner.skipBlanks()
    }
    if let month = scanner.name(TimeScanner.months) {
      parts.month = month + 1
      _ = scanner.skip(UInt8(ascii: "."))
      scanner.skipBlanks()
      guard let first = scanner.number(4) else { return nil }
      if first > 31 {
        parts.year = first
      } else {
        parts.day = first
        _ = scanner.skip(UInt8(ascii: ","))
        scanner.skipBlanks()
        guard let year = scanner.number(4) else { return nil }
        parts.year = Self.full(year)
      }
    } else {
      guard let first = scanner.number(4) else { return nil }
      if scanner.skip(UInt8(ascii: "/")) {
        guard let second = scanner.number(2), scanner.skip(UInt8(ascii: "/")),
          let third = scanner.number(4)
        else { return nil }
        (parts.year, parts.month, parts.day) =
          first > 31 ? (first, second, third) : (full(third), first, second)
      } else {
        _ = scanner.skip(UInt8(ascii: "-"))
        scanner.skipBlanks()
        guard let month = scanner.name(TimeScanner.months) else { return nil }
        parts.day = first
        parts.month = month + 1
        _ = scanner.skip(UInt8(ascii: "-"))
        _ = scanner.skip(UInt8(ascii: ","))
        scanner.skipBlanks()
        guard let year = scanner.number(4) else { return nil }
        parts.year = full(year)
      }
    }
    guard (1...12).contains(parts.month),
      (1...Day.length(ofMonth: parts.month, in: parts.year)).contains(parts.day)
    else { return nil }
    if scanner.isAtEnd { return parts.milliseconds }
    guard scanner.skip(UInt8(ascii: " ")) || scanner.skip(UInt8(ascii: ",")) else { return nil }
    scanner.skipBlanks()
    guard time(&scanner, &parts), scanner.isAtEnd else { return nil }
    return parts.milliseconds
  }

  /// A year of two digits is of the last or this century.
  private static func full(_ year: Int) -> Int {
    year < 50 ? 2000 + year : year < 100 ? 1900 + year : year
  }
}
