import Bytes

/// Says numbers in digits, as a language groups and points them.
public enum NumberWords {
  /// A number with its digits in groups of three: `1,000.5`; German `1.000,5`.
  ///
  /// All decimals that tell the number from its neighbours are kept, or `places` of them, rounded
  /// half away from zero and filled up with zeros. The minus is U+2212. A number that is not finite
  /// has no digits and comes out as `–`.
  /// - Parameter places: 0 to 9, or nil for as many as the number has.
  public static func grouped(
    _ number: Double, in language: Language, places: Int? = nil
  ) -> String {
    guard number.isFinite else { return "–" }
    let text = places.map { number.magnitude.decimalText(places: $0) } ?? number.magnitude.plainText
    let parts = text.split(separator: ".", maxSplits: 1)
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    if let places {
      let missing = min(max(places, 0), 9) - fraction.utf8.count
      fraction += String(repeating: "0", count: max(0, missing))
    }
    let whole = grouped(digits: parts.first ?? "0", mark: language.groupMark)
    let isZero = text.utf8.allSatisfy { !(0x31...0x39).contains($0) }
    return (number < 0 && !isZero ? minus : "") + whole
      + (fraction.isEmpty ? "" : language.decimalMark + fraction)
  }

  /// A whole number up to twelve as a word, as sentences have it: `four`; any other in digits.
  public static func spelled(_ number: Double, in language: Language) -> String {
    let words = language.words.smallNumbers
    guard let whole = Int(exactly: number), words.indices.contains(whole) else {
      return grouped(number, in: language)
    }
    return words[whole]
  }

  /// A number to two or three digits with a word for thousand, million and so on: `4k`, `1.5M`.
  ///
  /// Numbers below a thousand keep at most two decimals.
  public static func short(_ number: Double, in language: Language) -> String {
    let scaled = Scaled(number)
    return scaled.text(of: number, in: language)
  }

  /// U+2212, which is as wide as a plus and does not break a line as the hyphen does.
  static let minus = "\u{2212}"

  private static func grouped(digits: some StringProtocol, mark: String) -> String {
    var text = ""
    var left = digits.utf8.count
    for digit in digits {
      text.append(digit)
      left -= 1
      if left > 0, left % 3 == 0 { text += mark }
    }
    return text
  }

  /// The multiple in which a number is said in short: 0 for itself, 1 for thousands.
  struct Scaled: Equatable {
    let power: Int

    /// The largest multiple of which the number, rounded, is at least one.
    init(_ number: Double) {
      var power = 0
      var rest = number.magnitude
      // 999.5 is rounded up to a thousand, at which the next multiple begins.
      while rest >= 999.5, power < 4 {
        rest /= 1000
        power += 1
      }
      self.power = power
    }

    /// The number's digits in that multiple.
    func digits(of number: Double, in language: Language) -> String {
      guard power > 0 else {
        return NumberWords.grouped(NumberWords.rounded(number, places: 2), in: language)
      }
      let divided = (0..<power).reduce(number) { rest, _ in rest / 1000 }
      let places = divided.magnitude < 99.95 ? 1 : 0
      return NumberWords.grouped(NumberWords.rounded(divided, places: places), in: language)
    }

    /// The number's digits and the multiple's word.
    func text(of number: Double, in language: Language) -> String {
      named(digits(of: number, in: language), in: language)
    }

    /// Digits with the multiple's word.
    func named(_ digits: String, in language: Language) -> String {
      power > 0 ? language.words.multiples[power - 1]([.number: digits]) : digits
    }
  }

  private static func rounded(_ number: Double, places: Int) -> Double {
    let scale = places == 0 ? 1.0 : places == 1 ? 10 : 100
    return (number * scale).rounded(.toNearestOrAwayFromZero) / scale
  }
}
