extension EDTFDate {
  /// The year of a date, in which digits may be unspecified (`19XX`) or not significant (`1950S2`).
  public struct Year: Hashable, Sendable {
    /// The farthest year either way: days from there still count exactly in a `Double`.
    public static let limit = 1_000_000_000_000

    /// Whether the year is written with a minus.
    public let isNegative: Bool
    /// The digits as a number, unspecified ones taken as 0.
    public let magnitude: Int
    /// The digits that are `X`: bit 0 for the ones, bit 3 for the thousands.
    public let unspecified: UInt8
    /// How many leading digits count, 0 for all; kept small, since a column holds many dates.
    private let significant: UInt8
    /// How many leading digits count, EDTF level 2 (significant digits), or nil for all.
    public var significantDigits: Int? { significant == 0 ? nil : Int(significant) }

    /// A year stated outright; astronomical, so 0 is 1 BCE.
    init(_ year: Int) {
      self.init(isNegative: year < 0, magnitude: Int(clamping: year.magnitude))
    }

    init(
      isNegative: Bool, magnitude: Int, unspecified: UInt8 = 0, significantDigits: Int? = nil
    ) {
      self.isNegative = isNegative
      self.magnitude = magnitude
      self.unspecified = unspecified
      // Where every digit is significant nothing is left open.
      let counted = significantDigits.flatMap {
        Self.power(of: magnitude, beyond: $0) > 1 ? UInt8(clamping: $0) : nil
      }
      self.significant = counted ?? 0
    }

    /// The year as it is written, where every digit is specified.
    public var value: Int? {
      unspecified == 0 ? (isNegative ? -magnitude : magnitude) : nil
    }

    /// The earliest year that it may mean.
    public var lowest: Int { isNegative ? -largest : smallest }
    /// The latest year that it may mean.
    public var highest: Int { isNegative ? -smallest : largest }

    /// The least magnitude; there is no year -0000.
    private var smallest: Int {
      if isNegative, magnitude == 0 { return 1 }
      return magnitude - magnitude % insignificant
    }

    private var largest: Int {
      if significantDigits != nil { return smallest + insignificant - 1 }
      var sum = magnitude
      var power = 1
      for position in 0..<4 {
        if unspecified & (1 << position) != 0 { sum += 9 * power }
        power *= 10
      }
      return sum
    }

    /// The power of ten of the last significant digit, 1 where all count.
    private var insignificant: Int {
      significantDigits.map { Self.power(of: magnitude, beyond: $0) } ?? 1
    }

    /// The power of ten of a number's digit at a place counted from the front.
    private static func power(of magnitude: Int, beyond digits: Int) -> Int {
      var power = 1
      // A number below ten to the count has no digit beyond it.
      while digits < 18, magnitude / power >= tens(digits) { power *= 10 }
      return power
    }

    private static func tens(_ exponent: Int) -> Int {
      (0..<exponent).reduce(1) { power, _ in power * 10 }
    }

    /// The earliest or latest leap year that it may mean; for years of four digits only.
    func leapYear(latest: Bool) -> Int? {
      let years = lowest...highest
      return latest
        ? years.last { Day.isLeap($0) && mayMean($0) }
        : years.first { Day.isLeap($0) && mayMean($0) }
    }

    private func mayMean(_ year: Int) -> Bool {
      var rest = Int(year.magnitude)
      var mine = magnitude
      for position in 0..<4 {
        if unspecified & (1 << position) == 0, rest % 10 != mine % 10 { return false }
        rest /= 10
        mine /= 10
      }
      return rest == mine
    }

    /// The year in four digits, or in more behind a sign where four do not suffice.
    var paddedText: String {
      let digits = String(magnitude)
      let zeros = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
      let sign = isNegative ? "-" : magnitude > 9999 ? "+" : ""
      return sign + zeros + digits
    }
  }

  /// A month or a day of the month, of which digits may be unspecified.
  public struct TwoDigits: Hashable, Sendable {
    private let stored: UInt8
    /// The digits as a number, unspecified ones taken as 0.
    public var number: Int { Int(stored) }
    /// The digits that are `X`: bit 0 for the ones, bit 1 for the tens.
    public let unspecified: UInt8

    init(_ number: Int, unspecified: UInt8 = 0) {
      self.stored = UInt8(clamping: number)
      self.unspecified = unspecified
    }

    /// The number, where both digits are specified.
    public var value: Int? { unspecified == 0 ? number : nil }
    /// Whether nothing is specified, `XX`.
    public var isUnknown: Bool { unspecified == 3 }

    /// Whether the number may be meant.
    func mayMean(_ other: Int) -> Bool {
      (unspecified & 1 != 0 || other % 10 == number % 10)
        && (unspecified & 2 != 0 || other / 10 == number / 10)
    }
  }
}

extension Day {
  /// Whether the astronomical year has a 29 February.
  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of days of a month, 1 to 12.
  public static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
