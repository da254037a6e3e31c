import Bytes

/// How a number is written, in the notation of d3-format's specifiers:
/// `[[fill]align][sign][symbol][0][width][,][.precision][~][type]`.
public struct NumberFormat: Hashable, Sendable {
  /// Where what fills a width stands.
  public enum Alignment: Character, Sendable {
    /// Before the number.
    case right = ">"
    /// Behind it.
    case left = "<"
    /// On both sides.
    case center = "^"
    /// Between the sign and the digits.
    case padded = "="
  }

  /// What stands before numbers.
  public enum Sign: Character, Sendable {
    /// A minus before negative ones.
    case minus = "-"
    /// A plus before the others, too.
    case plus = "+"
    /// A blank before the others.
    case blank = " "
    /// Negative ones in parentheses.
    case parentheses = "("
  }

  /// What is said beside the number.
  public enum Symbol: Character, Sendable {
    /// The currency: `$` before it in English, `€` behind it in German.
    case currency = "$"
    /// `0b`, `0o` or `0x`, where the number is written so.
    case base = "#"
  }

  /// The notations.
  public enum Notation: Character, Sendable, CaseIterable {
    /// With an exponent.
    case exponent = "e"
    /// With as many places behind the point as the precision says.
    case fixed = "f"
    /// Either, with as many significant digits as the precision says.
    case general = "g"
    /// Rounded to significant digits, without an exponent.
    case rounded = "r"
    /// With an SI prefix, rounded to significant digits.
    case prefixed = "s"
    /// A hundred times the number with a percent sign, fixed.
    case percent = "%"
    /// The same, rounded to significant digits.
    case roundedPercent = "p"
    /// Binary.
    case binary = "b"
    /// Octal.
    case octal = "o"
    /// Whole and decimal.
    case integer = "d"
    /// Hexadecimal.
    case hexadecimal = "x"
    /// The same with capital letters.
    case capitalHexadecimal = "X"
    /// As it is, in its shortest form.
    case character = "c"
  }

  /// What fills a width.
  public var fill: Character = " "
  /// Where that stands.
  public var alignment = Alignment.right
  /// What stands before the number.
  public var sign = Sign.minus
  /// What is said beside it.
  public var symbol: Symbol?
  /// Whether zeros fill the width.
  public var isZeroFilled = false
  /// How many characters there are at least.
  public var width: Int?
  /// Whether thousands are parted.
  public var isGrouped = false
  /// Places or significant digits.
  public var precision: Int?
  /// Whether zeros at the end of a fraction are dropped.
  public var isTrimmed = false
  /// The notation; nil for the general one with twelve digits, trimmed.
  public var notation: Notation?

  /// The widest that a number is made: beyond this a specifier is a slip.
  public static let widthLimit = 200
  /// The most digits that a specifier may ask for; JavaScript's own limit is 20 or 21.
  public static let precisionLimit = 21

  /// The plainest format.
  public init() {}

  /// A format of a notation.
  public init(_ notation: Notation, precision: Int? = nil, isGrouped: Bool = false) {
    self.notation = notation
    self.precision = precision
    self.isGrouped = isGrouped
  }
}
