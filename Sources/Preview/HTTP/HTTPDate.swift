import Glibc

/// Moments as HTTP writes them, RFC 9110 section 5.6.7.
enum HTTPDate {
  private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// This moment, such as `Sun, 06 Nov 1994 08:49:37 GMT`.
  static func now() -> String { text(time(nil)) }

  /// The moment so many seconds after the beginning of 1970.
  static func text(_ seconds: Int) -> String {
    var moment = seconds
    var parts = tm()
    gmtime_r(&moment, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) "
      + "\(1900 + Int(parts.tm_year)) \(two(parts.tm_hour)):\(two(parts.tm_min)):"
      + "\(two(parts.tm_sec)) GMT"
  }
}
