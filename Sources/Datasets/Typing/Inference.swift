import Bytes

/// Finds the type of a column that no schema describes.
enum Inference {
  /// The narrowest kind that all the texts are written in.
  ///
  /// In this order: whole numbers (years, where the column is called `year`, `from_year` and the
  /// like and all have four digits), numbers, booleans (`true`, `false`), dates, times of
  /// day (`hh:mm:ss`), estimates (where at least one is more than a plain number), text. Durations,
  /// points and JSON are never guessed, for codes and lists may look like them. A column without values is text.
  /// - Parameters:
  ///   - texts: The cells; nil where one is missing.
  ///   - isTextOnly: Whether a cell was quoted where quotes mean text, so that it is no number.
  static func kind(of texts: [String?], named name: String, isTextOnly: Bool = false) -> Field.Kind
  {
    guard texts.contains(where: { $0 != nil }) else { return .string }
    func all(_ isOne: (String) -> Bool) -> Bool {
      texts.allSatisfy { $0.map(isOne) ?? true }
    }
    if !isTextOnly {
      if all({ NumberText.isSignedDigits($0) && hasNoLeadingZero($0) && isExact($0) }) {
        return isYearName(name) && all(isYear) ? .year : .integer
      }
      if all({ NumberText.number($0) != nil && hasNoLeadingZero($0) }) { return .number }
      if all({ $0 == "true" || $0 == "false" }) { return .boolean }
    }
    if all(isDate) { return .date }
    if all({ ClockText.isShaped($0, "00:00:00") }), all(isTime) { return .time }
    if all({ $0.utf8.count < 100 && isEstimate($0) }), texts.contains(where: isHedged) {
      return .estimate
    }
    return .string
  }

  /// The kind of texts that a query worked out: dates of at least a month, hedged estimates, text.
  ///
  /// Four digits in a text are as likely a figure as a year there, so that they stay what they are.
  static func textKind(of texts: [String?], named name: String) -> Field.Kind {
    let kind = kind(of: texts, named: name, isTextOnly: true)
    let isDated = kind != .date || !texts.contains { $0.map(isYear) ?? false }
    return isDated ? kind : .string
  }

  /// `007` is a name, not seven.
  private static func hasNoLeadingZero(_ text: String) -> Bool {
    var digits = text.utf8[...]
    if let sign = digits.first, !sign.isASCIIDigit { digits = digits.dropFirst() }
    return digits.first != 0x30 || digits.dropFirst().first?.isASCIIDigit != true
  }

  private static func isExact(_ text: String) -> Bool {
    NumberText.integer(text).map { $0.magnitude <= NumberText.largestExactInteger } ?? false
  }

  private static func isYearName(_ name: String) -> Bool {
    let lower = name.asciiLowercased
    // `attacks_per_year` counts; `from_year` and `releaseYear` are calendar years.
    return lower == "year" || name.hasSuffix("Year")
      || lower.hasSuffix("_year") && !lower.hasSuffix("per_year")
  }

  private static func isYear(_ text: String) -> Bool {
    text.utf8.count == 4 && text.utf8.allSatisfy(\.isASCIIDigit)
  }

  private static func isDate(_ text: String) -> Bool {
    guard text.utf8.count >= 4, text.utf8.count < 100, case .success = CellText.date(text) else {
      return false
    }
    return true
  }

  private static func isTime(_ text: String) -> Bool {
    if case .success = ClockText.time(text, .standard) { return true }
    return false
  }

  private static func isEstimate(_ text: String) -> Bool {
    if case .success = CellText.estimate(text) { return true }
    return false
  }

  private static func isHedged(_ text: String?) -> Bool {
    guard let text else { return false }
    return text.utf8.contains { "~<>".utf8.contains($0) } || text.contains("..")
  }
}

extension String {
  /// The text with the letters of ASCII in lower case.
  var asciiLowercased: String { utf8.map(\.asciiLowercased).text }
}
