import Bytes

/// Works out what the author of a text that is no date may have meant.
///
/// Each rule rewrites the text in one way; the first result that parses is what is advised, so
/// that nothing is ever advised that would be refused in its turn.
struct EDTFAdvice {
  /// Texts longer than this are not a slip in a date.
  private static let longest = 60

  let text: String

  /// The date that was probably meant.
  static func replacement(for text: String) -> String? {
    guard text.utf8.count <= longest else { return nil }
    let trimmed = Array(text.utf8).trimmingASCIIWhitespace().text
      .replacing("\u{A0}", with: " ")
    guard !trimmed.isEmpty else { return nil }
    let advice = EDTFAdvice(text: trimmed)
    let rules: [(EDTFAdvice) -> String?] = [
      { $0.text }, { $0.repairedNotation }, { $0.repairedDigits }, { $0.repairedTime },
      { $0.repairedRange }, { $0.repairedBrackets }, { $0.readWords },
    ]
    for rule in rules {
      if let candidate = rule(advice), candidate != text, Self.isDate(candidate) {
        return candidate
      }
    }
    return nil
  }

  static func isDate(_ text: String) -> Bool {
    if case .success = EDTFScanner.scan(text) { true } else { false }
  }

  // MARK: - Rules

  /// Letters and marks of the draft of 2012, wrong case and doubled qualifiers.
  private var repairedNotation: String {
    var text = text.replacing("~~", with: "~").replacing("??", with: "?").replacing("%%", with: "%")
      .replacing("?~", with: "%").replacing("~?", with: "%")
    if let slash = text.firstIndex(of: "/") {
      let start = text[..<slash]
      let end = text[text.index(after: slash)...]
      text =
        (start == "unknown" ? "" : start == "open" ? ".." : start)
        + "/" + (end == "unknown" ? "" : end == "open" ? ".." : end)
    }
    let isLongYear = text.hasPrefix("y") || text.hasPrefix("Y")
    text = String(
      text.map { character in
        switch character {
        case "x", "u", "U": "X"
        case "y": "Y"
        case "e" where isLongYear: "E"
        case "p", "s": "S"
        case "t": "T"
        case "z": "Z"
        default: character
        }
      })
    // A qualifier between a year and its season: it stands behind both.
    for mark in ["?", "~", "%"] where text.contains("\(mark)-") {
      let moved = text.replacing("\(mark)-", with: "-") + mark
      if !Self.isDate(text), Self.isDate(moved) { return moved }
    }
    return text
  }

  /// A time with a blank before it, no seconds, fractions of seconds or an offset without colon.
  private var repairedTime: String? {
    if text.contains("/"), text.contains("T") {
      // A time in an interval is left out.
      return text.split(separator: "/", omittingEmptySubsequences: false)
        .map { $0.contains("T") ? String($0.prefix(10)) : String($0) }.joined(separator: "/")
    }
    let parts = text.split(maxSplits: 1) { $0 == "T" || $0 == " " }
    guard parts.count == 2, parts[0].utf8.count == 10, parts[1].contains(":") else { return nil }
    var clock = parts[1].prefix { $0.isNumber || $0 == ":" || $0 == "." || $0 == "," }
    var offset = String(parts[1].dropFirst(clock.count)).replacing(" ", with: "")
    if let fraction = clock.firstIndex(where: { $0 == "." || $0 == "," }) {
      clock = clock[..<fraction]
    }
    let fields = clock.split(separator: ":")
    guard (2...3).contains(fields.count) else { return nil }
    let seconds = fields.count == 3 ? String(fields[2]) : "00"
    if offset.utf8.count == 5, !offset.contains(":") {
      offset = "\(offset.prefix(3)):\(offset.suffix(2))"
    }
    if offset == "-00:00" || offset == "-00" { offset = "Z" }
    return "\(parts[0])T\(Self.padded(fields[0], 2)):\(fields[1]):\(seconds)\(offset)"
  }

  /// A set of which a bracket is missing or of the other kind.
  private var repairedBrackets: String? {
    guard let first = text.first, first == "[" || first == "{" else { return nil }
    let inner = text.dropFirst().prefix { $0 != "]" && $0 != "}" }
    return "\(first)\(inner)\(first == "[" ? "]" : "}")"
  }

  /// Digits with zeros in front.
  static func padded(_ digits: some StringProtocol, _ width: Int) -> String {
    String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension EDTFError {
  /// The error with advice on what to write.
  func withAdvice(for text: String) -> EDTFError {
    guard !text.isEmpty else { return self }
    guard let replacement = EDTFAdvice.replacement(for: text),
      case .success(let date) = EDTFScanner.scan(replacement)
    else {
      let general = "write a date like 2014, 2014-07, 2014-07-31, 2014~, 2016?, 198X or 2014/2016"
      return EDTFError(message, hint: hint ?? general, at: offset)
    }
    let said = date.words(in: .english)
    let meaning = said == replacement ? "" : " (\(said))"
    return EDTFError(
      message, hint: "did you mean '\(replacement)'\(meaning)?", at: offset,
      replacement: replacement)
  }
}
