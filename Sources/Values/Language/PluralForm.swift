/// The form that a counted word has, by the names and the rules for whole numbers of Unicode's CLDR
/// (UTS 35, part 3, section 5).
public enum PluralForm: String, Sendable, CaseIterable {
  /// Of none, where that has a form of its own.
  case zero
  /// Of one, and in some languages of what ends in it.
  case one
  /// Of two.
  case two
  /// Of a few.
  case few
  /// Of many.
  case many
  /// Of all others.
  case other

  /// The form of `count` things in the language `tag`, of BCP 47.
  public init(of count: Int, in tag: String) {
    let count = count.magnitude
    let tens = count % 10
    let hundreds = count % 100
    let isTeen = (11...19).contains(hundreds)
    switch tag.lowercased().prefix(while: { $0 != "-" }) {
    case "bm", "bo", "dz", "id", "ja", "jv", "km", "ko", "lo", "ms", "my", "su", "th", "to", "vi",
      "wo",
      "yo", "yue", "zh":
      self = .other
    case "am", "as", "bn", "fa", "fr", "gu", "hi", "hy", "kn", "pa", "pt", "zu":
      self = count < 2 ? .one : .other
    case "be", "ru", "uk":
      self = Self.slavic(tens, hundreds, others: .many)
    case "bs", "hr", "sh", "sr":
      self = Self.slavic(tens, hundreds, others: .other)
    case "pl":
      self = count == 1 ? .one : Self.isFew(tens, hundreds) ? .few : .many
    case "cs", "sk":
      self = count == 1 ? .one : (2...4).contains(count) ? .few : .other
    case "sl":
      self =
        hundreds == 1
        ? .one : hundreds == 2 ? .two : hundreds == 3 || hundreds == 4 ? .few : .other
    case "lt":
      self = isTeen || tens == 0 ? .other : tens == 1 ? .one : .few
    case "lv":
      self = isTeen || tens == 0 ? .zero : tens == 1 ? .one : .other
    case "mo", "ro":
      self = count == 1 ? .one : count == 0 || (1...19).contains(hundreds) ? .few : .other
    case "is", "mk":
      self = tens == 1 && hundreds != 11 ? .one : .other
    case "ar", "ars":
      self = Self.arabic(count, hundreds)
    case "he":
      self = count == 1 ? .one : count == 2 ? .two : .other
    case "ga":
      self = Self.irish(count)
    case "mt":
      self =
        count == 1
        ? .one
        : count == 2
          ? .two
          : count == 0 || (3...10).contains(hundreds)
            ? .few : isTeen ? .many : .other
    case "cy":
      self = Self.welsh(count)
    default:
      self = count == 1 ? .one : .other
    }
  }

  private static func isFew(_ tens: UInt, _ hundreds: UInt) -> Bool {
    (2...4).contains(tens) && !(12...14).contains(hundreds)
  }

  private static func slavic(_ tens: UInt, _ hundreds: UInt, others: PluralForm) -> PluralForm {
    if tens == 1, hundreds != 11 { return .one }
    return isFew(tens, hundreds) ? .few : others
  }

  private static func arabic(_ count: UInt, _ hundreds: UInt) -> PluralForm {
    switch count {
    case 0: .zero
    case 1: .one
    case 2: .two
    default: (3...10).contains(hundreds) ? .few : hundreds > 10 ? .many : .other
    }
  }

  private static func irish(_ count: UInt) -> PluralForm {
    switch count {
    case 1: .one
    case 2: .two
    case 3...6: .few
    case 7...10: .many
    default: .other
    }
  }

  private static func welsh(_ count: UInt) -> PluralForm {
    switch count {
    case 0: .zero
    case 1: .one
    case 2: .two
    case 3: .few
    case 6: .many
    default: .other
    }
  }
}
