import Bytes

/// What a text says of a moment, part by part; nil where it says nothing.
struct TimeParts {
  var year: Int?
  var month: Int?
  var day: Int?
  var dayOfYear: Int?
  var hour: Int?
  var isAfternoon: Bool?
  var minute: Int?
  var second: Int?
  /// The digits behind the second's point.
  var fraction: String?
  /// `Z`, or hours and minutes with a sign.
  var zone: String?

  /// The date as ISO 8601 writes it, as precise as the parts are; nil without a year.
  var dateText: String? {
    guard let year else { return nil }
    let yearText = Self.padded(year, 4)
    guard let month else { return yearText }
    guard let day else { return "\(yearText)-\(Self.padded(month, 2))" }
    return "\(yearText)-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  /// The time of day without fraction and zone; nil without an hour.
  var clockText: String? {
    guard var hour else { return nil }
    if let isAfternoon { hour = hour % 12 + (isAfternoon ? 12 : 0) }
    return [hour, minute ?? 0, second ?? 0].map { Self.padded($0, 2) }.joined(separator: ":")
  }

  /// The fraction of the second with its point, without zeros behind it; empty where it is zero.
  var fractionText: String {
    guard var digits = fraction?.utf8[...] else { return "" }
    while digits.last == UInt8(ascii: "0") { digits = digits.dropLast() }
    return digits.isEmpty ? "" : "." + digits.text
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
