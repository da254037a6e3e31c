/// Ranges of pages with an en dash, the second number as short as Chicago 9.61 has it.
enum PageRange {
  /// The pages with every hyphen between numbers made a dash: `101-120` becomes `101–20`.
  /// - Parameter shortens: whether second numbers are shortened, as pages' are and sections' not.
  static func set(_ pages: String, shortens: Bool = true) -> String {
    let parts = pages.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
    guard parts.count > 1 else { return pages }
    // `3--7` is a range like `3-7`.
    let filled = parts.enumerated().filter { index, part in
      !part.isEmpty || index == 0 || index == parts.count - 1
    }.map(\.element)
    var result = String(filled[0])
    for (first, second) in zip(filled, filled.dropFirst()) {
      let trimmed = second.drop { $0 == " " }
      while result.last == " " { result.removeLast() }
      result += "–" + (shortens ? Self.shortened(trimmed, after: first) : String(trimmed))
    }
    return result
  }

  private static func shortened(_ second: Substring, after first: Substring) -> String {
    let trimmed = first.reversed().drop { $0 == " " }
    let digits = String(trimmed.prefix(while: isDigit).reversed())
    let prefix = String(trimmed.drop(while: isDigit).prefix { $0.isLetter }.reversed())
    var rest = second
    if !prefix.isEmpty, rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
    let last = String(rest.prefix(while: isDigit))
    guard !digits.isEmpty, !last.isEmpty, digits.count <= 9, last.count <= 9 else {
      return String(second)
    }
    // `121-8` means 121 to 128.
    let full =
      last.count < digits.count ? digits.prefix(digits.count - last.count) + last : last[...]
    guard let low = Int(digits), let high = Int(full), high > low else { return String(second) }
    return chicago(low, digits, high, String(full)) + rest.dropFirst(last.count)
  }

  /// Below 100 and from a multiple of 100 all digits; from 1 to 9 after one only what changes;
  /// otherwise two digits, or more where more change.
  private static func chicago(
    _ low: Int, _ lowText: String, _ high: Int, _ highText: String
  ) -> String {
    guard low > 100, low % 100 != 0, lowText.count == highText.count else { return highText }
    let common = zip(lowText, highText).prefix { $0 == $1 }.count
    let changed = highText.count - common
    if low % 100 < 10 { return String(highText.suffix(changed)) }
    // Of four digits, three that change say so little less than all that all are written.
    if highText.count == 4, changed == 3 { return highText }
    return String(highText.suffix(max(2, changed)))
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isWholeNumber
  }
}
