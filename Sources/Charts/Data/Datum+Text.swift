import Values

extension Datum {
  /// The value as JavaScript writes it (ECMA-262, 7.1.17); dates and estimates as they are written.
  var text: String {
    switch self {
    case .null: "null"
    case .boolean(let truth): truth ? "true" : "false"
    case .number(let number): Datum.text(of: number)
    case .text(let text): text
    case .time(let moment): TimeLabels.full(moment, in: .english)
    case .list(let values): values.map { $0.isNull ? "" : $0.text }.joined(separator: ",")
    case .object: "[object Object]"
    case .date(let date): date.text
    case .estimate(let estimate): estimate.text
    }
  }

  /// A number in its shortest form, as JavaScript writes it.
  static func text(of number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    if number == number.rounded(), number.magnitude < 1e15 { return String(Int(number)) }
    return shortest(number)
  }

  /// Swift's shortest digits in JavaScript's notation: no exponent from a millionth to 10²¹.
  private static func shortest(_ number: Double) -> String {
    let written = number.description
    guard let mark = written.firstIndex(of: "e"),
      let exponent = Int(written[written.index(after: mark)...])
    else { return written.hasSuffix(".0") ? String(written.dropLast(2)) : written }
    let sign = number < 0 ? "-" : ""
    var digits = written[..<mark].filter(\.isNumber)
    while digits.count > 1, digits.hasSuffix("0") { digits.removeLast() }
    if exponent < 0, exponent >= -7 {
      return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
    }
    if exponent >= 0, exponent < 21 {
      let zeros = exponent + 1 - digits.count
      if zeros >= 0 { return sign + digits + String(repeating: "0", count: zeros) }
      let point = digits.index(digits.startIndex, offsetBy: exponent + 1)
      return sign + digits[..<point] + "." + digits[point...]
    }
    let rest = digits.dropFirst()
    let mantissa = rest.isEmpty ? String(digits.prefix(1)) : "\(digits.prefix(1)).\(rest)"
    return "\(sign)\(mantissa)e\(exponent < 0 ? "-" : "+")\(abs(exponent))"
  }
}
