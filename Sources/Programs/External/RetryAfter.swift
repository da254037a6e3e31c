import Foundation

/// Reads how long a host asks to be left alone, RFC 9110 section 10.2.3.
enum RetryAfter {
  /// The seconds from `now` on; nil where the text says nothing. A time that is past is none.
  /// - Parameter text: A number of seconds, or a date as HTTP writes it (section 5.6.7).
  static func seconds(_ text: String, from now: Date) -> Int? {
    let text = text.trimmingCharacters(in: .whitespaces)
    if let seconds = Int(text) { return seconds }
    let reader = DateFormatter()
    reader.locale = Locale(identifier: "en_US_POSIX")
    reader.timeZone = TimeZone(secondsFromGMT: 0)
    // The preferred form, and the two that hosts of old may still send.
    for form in [
      "EEE, dd MMM yyyy HH:mm:ss 'GMT'", "EEEE, dd-MMM-yy HH:mm:ss 'GMT'",
      "EEE MMM d HH:mm:ss yyyy",
    ] {
      reader.dateFormat = form
      guard let date = reader.date(from: text) else { continue }
      let seconds = date.timeIntervalSince(now).rounded(.up)
      return Int(exactly: min(max(0, seconds), 1e9))
    }
    return nil
  }
}
