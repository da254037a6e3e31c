import Values

/// A date that is stated outright, as precise as it is known; machines take no hedged ones.
struct StatedDate {
  private let parts: [String]

  /// The year, month and day of `date`, or nil where it is a range, a set, or in doubt.
  init?(_ date: EDTFDate) {
    guard case .single(let single) = date.form, single.doubts.isEmpty,
      single.year.significantDigits == nil, let year = single.year.value, (1...9999).contains(year)
    else { return nil }
    let padded = String(repeating: "0", count: 4 - String(year).utf8.count) + String(year)
    switch single.part {
    case .year, .division: parts = [padded]
    case .month(let month): parts = [padded] + Self.two([month.value])
    case .day(let month, let day): parts = [padded] + Self.two([month.value, day.value])
    }
  }

  /// The parts with `separator` between them: `2022/02/17`, `2022/02`, `2022`.
  func text(separator: String) -> String { parts.joined(separator: separator) }

  /// The numbers as two digits each, up to the first that is not known.
  private static func two(_ numbers: [Int?]) -> [String] {
    numbers.prefix { $0 != nil }.compactMap(\.self).map { $0 < 10 ? "0\($0)" : String($0) }
  }
}
