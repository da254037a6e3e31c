import Bytes
import Values

extension Value {
  /// The value as data files write it: numbers in plain decimal digits that read back as the same
  /// number, dates and estimates as text, a missing value as nothing.
  public var dataText: String {
    switch self {
    case .missing: ""
    case .text(let text): text
    case .number(let number): number.plainText
    case .boolean(let isTrue): isTrue ? "true" : "false"
    case .date(let date): date.text
    case .estimate(let estimate): estimate.text
    }
  }
}

extension Double {
  /// The shortest decimal text that reads back as the same number, without an exponent.
  var plainText: String {
    if let integer = Int(exactly: self) { return String(integer) }
    // As Table Schema writes them; what is no number is no value, and never comes here.
    guard isFinite else { return isNaN ? "" : self < 0 ? "-INF" : "INF" }
    let shortest = Array(magnitude.description.utf8)
    let sign = self < 0 ? "-" : ""
    guard let mark = shortest.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else {
      return sign + shortest.text
    }
    let exponent = NumberText.integer(shortest[(mark + 1)...].text).flatMap(Int.init(exactly:)) ?? 0
    let significand = shortest[..<mark]
    let point = significand.firstIndex(of: UInt8(ascii: ".")) ?? significand.endIndex
    let digits = significand.filter(\.isASCIIDigit)
    // Where the point stands among the digits once the exponent is worked in.
    let place = point + exponent
    if place <= 0 {
      let zeros = String(repeating: "0", count: -place)
      return sign + "0." + zeros + trimmed(digits)
    }
    if place >= digits.count {
      return sign + digits.text + String(repeating: "0", count: place - digits.count)
    }
    return sign + digits[..<place].text + "." + trimmed(Array(digits[place...]))
  }

  /// The digits of a fraction without zeros behind them.
  private func trimmed(_ digits: [UInt8]) -> String {
    var digits = digits
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return digits.text
  }
}
