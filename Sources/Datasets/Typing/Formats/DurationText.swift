import Bytes
public import Values

/// A length of time as XML Schema 1.0 part 2, section 3.2.6, and ISO 8601 write it: `P1Y2M`,
/// `PT36H`, `P2W`.
struct DurationText {
  /// Months, years among them.
  private var months = 0.0
  /// Seconds beyond the months.
  private var seconds = 0.0
  private var isNegative = false
  private var parts: [TimeLength.Part] = []

  /// The length by its units, to be said.
  var spoken: TimeLength { TimeLength(parts, isNegative: isNegative) }

  /// The length by which durations are ordered, in seconds; a month is a twelfth of the mean year
  /// of 365.2425 days, as only a calendar could say it better.
  var length: Double {
    (isNegative ? -1 : 1) * (months * 365.2425 / 12 * 86_400 + seconds)
  }

  /// The units in the order in which they may stand: letter, whether behind the `T`, months, seconds.
  private static let units:
    [(letter: UInt8, isTime: Bool, months: Double, seconds: Double, unit: TimeLength.Unit)] = [
      (UInt8(ascii: "Y"), false, 12, 0, .year), (UInt8(ascii: "M"), false, 1, 0, .month),
      (UInt8(ascii: "W"), false, 0, 604_800, .week), (UInt8(ascii: "D"), false, 0, 86_400, .day),
      (UInt8(ascii: "H"), true, 0, 3_600, .hour), (UInt8(ascii: "M"), true, 0, 60, .minute),
      (UInt8(ascii: "S"), true, 0, 1, .second),
    ]

  static func parse(_ text: String) -> Result<DurationText, CellFault> {
    var duration = DurationText()
    var rest = Array(text.utf8)[...]
    if rest.first == UInt8(ascii: "-") {
      duration.isNegative = true
      rest = rest.dropFirst()
    }
    let shape = CellFault(help: "write it like P1Y6M, P10D or PT2H30M")
    guard rest.popFirst() == UInt8(ascii: "P") else { return .failure(shape) }
    var isTime = false
    var unit = 0
    var count = 0
    while let byte = rest.first {
      if byte == UInt8(ascii: "T"), !isTime, rest.count > 1 {
        isTime = true
        rest = rest.dropFirst()
        continue
      }
      let digits = rest.prefix { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
      rest = rest.dropFirst(digits.count)
      guard digits.first?.isASCIIDigit == true, digits.last?.isASCIIDigit == true,
        let letter = rest.popFirst(), let amount = NumberText.number(digits.text),
        let found = units[unit...].firstIndex(where: { $0.letter == letter && $0.isTime == isTime })
      else { return .failure(shape) }
      if digits.contains(UInt8(ascii: ".")), letter != UInt8(ascii: "S") {
        return .failure(CellFault(cause: "only seconds may have a fraction"))
      }
      duration.parts.append(TimeLength.Part(amount, units[found].unit))
      duration.months += amount * units[found].months
      duration.seconds += amount * units[found].seconds
      unit = found + 1
      count += 1
    }
    return count > 0 ? .success(duration) : .failure(shape)
  }
}

extension Field {
  /// What a cell of a column of durations says, by its units; nil where the column holds others.
  public func timeLength(of text: String) -> TimeLength? {
    guard kind == .duration, case .success(let duration) = DurationText.parse(text) else {
      return nil
    }
    return duration.spoken
  }
}
