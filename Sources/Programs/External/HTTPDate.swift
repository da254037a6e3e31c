/// Reads the moments that servers write (RFC 9110, section 5.6.7).
enum HTTPDate {
  /// The moment in seconds since 1970, or nil where `text` is none: `Sun, 06 Nov 1994 08:49:37 GMT`,
  /// and the two forms that old servers use.
  /// - Parameter now: The moment by which two digits of a year are read.
  static func seconds(_ text: String, now: Int) -> Int? {
    let words = text.split { $0 == " " || $0 == "," || $0 == "-" }.map(String.init)
    // `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`
    let isOldest = words.count == 5
    guard isOldest || (words.count == 6 && words[5] == "GMT") else { return nil }
    let parts =
      isOldest ? [words[2], words[1], words[4], words[3]] : Array(words[1...4])
    guard let day = number(parts[0], 1...31), let month = months.firstIndex(of: parts[1]),
      let year = year(parts[2], now: now), let time = time(parts[3])
    else { return nil }
    return days(year, month + 1, day) * 86_400 + time
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func number(_ text: some StringProtocol, _ range: ClosedRange<Int>) -> Int? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else {
      return nil
    }
    return range.contains(number) ? number : nil
  }

  /// Two digits are the year that is less than fifty years ahead.
  private static func year(_ text: String, now: Int) -> Int? {
    if text.utf8.count == 4 { return number(text, 1_970...9_999) }
    guard text.utf8.count == 2, let short = number(text, 0...99) else { return nil }
    let current = 1_970 + now / 31_556_952
    let year = current / 100 * 100 + short
    return year > current + 50 ? year - 100 : year
  }

  private static func time(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, let hour = number(parts[0], 0...23),
      let minute = number(parts[1], 0...59), let second = number(parts[2], 0...60)
    else { return nil }
    return (hour * 60 + minute) * 60 + second
  }

  /// The days from 1 January 1970 in the Gregorian calendar, years beginning in March.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + ofYear - 719_468
  }
}
