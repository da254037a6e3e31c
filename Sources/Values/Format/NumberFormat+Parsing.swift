import Bytes

/// Why a text is no number format.
public struct NumberFormatError: Error, Hashable, Sendable {
  /// Why, to stand behind a colon.
  public let message: String
  /// Where it goes wrong: the offset in bytes from the start of the text.
  public let offset: Int
}

extension NumberFormat {
  /// Reads a specifier, such as `,.1f`, `.0%`, `~s` or `+$,.2f`.
  public static func parse(_ text: String) -> Result<NumberFormat, NumberFormatError> {
    var scanner = FormatScanner(characters: Array(text))
    do throws(NumberFormatError) {
      return .success(try scanner.format())
    } catch {
      return .failure(error)
    }
  }
}

/// Reads the characters of one specifier from left to right. A fill may be any character, so that
/// bytes would not do here.
private struct FormatScanner {
  let characters: [Character]
  private var index = 0

  init(characters: [Character]) {
    self.characters = characters
  }

  private func character(_ offset: Int = 0) -> Character? {
    index + offset < characters.count ? characters[index + offset] : nil
  }

  private mutating func take(_ wanted: Character) -> Bool {
    guard character() == wanted else { return false }
    index += 1
    return true
  }

  private mutating func number(_ name: String, limit: Int) throws(NumberFormatError) -> Int? {
    let start = index
    var value = 0
    while let digit = character()?.wholeNumberValue, character()?.isASCII == true {
      value = min(value * 10 + digit, 1_000_000)
      index += 1
    }
    guard index > start else { return nil }
    guard value <= limit else {
      throw fault("a \(name) of more than \(limit) is not supported", at: start)
    }
    return value
  }

  mutating func format() throws(NumberFormatError) -> NumberFormat {
    var format = NumberFormat()
    if let align = character(1).flatMap(NumberFormat.Alignment.init(rawValue:)),
      let fill = character()
    {
      format.fill = fill
      format.alignment = align
      index += 2
    } else if let align = character().flatMap(NumberFormat.Alignment.init(rawValue:)) {
      format.alignment = align
      index += 1
    }
    if let sign = character().flatMap(NumberFormat.Sign.init(rawValue:)) {
      format.sign = sign
      index += 1
    }
    if let symbol = character().flatMap(NumberFormat.Symbol.init(rawValue:)) {
      format.symbol = symbol
      index += 1
    }
    format.isZeroFilled = take("0")
    format.width = try number("width", limit: NumberFormat.widthLimit)
    format.isGrouped = take(",")
    if take(".") {
      guard let precision = try number("precision", limit: NumberFormat.precisionLimit) else {
        throw fault("a number of digits must follow the point", at: index)
      }
      format.precision = precision
    }
    format.isTrimmed = take("~")
    if take("n") {
      format.isGrouped = true
      format.notation = .general
    } else if let type = character() {
      guard let notation = NumberFormat.Notation(rawValue: type) else {
        throw fault("nothing in a format is written '\(type)' here", at: index)
      }
      format.notation = notation
      index += 1
    }
    guard index == characters.count else {
      throw fault("the format ends with its type, before '\(characters[index])'", at: index)
    }
    return format
  }

  private func fault(_ message: String, at index: Int) -> NumberFormatError {
    NumberFormatError(
      message: message, offset: characters[..<index].reduce(0) { $0 + $1.utf8.count })
  }
}
