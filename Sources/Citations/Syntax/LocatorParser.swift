/// Reads a locator from what stands behind a key, by pandoc's rules; and one thing more: a name in
/// quotation marks behind a label, as in `sec. "Threat to Europe"`.
struct LocatorParser {
  private let scalars: [Unicode.Scalar]
  /// How far it has read.
  private(set) var index = 0

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// Whether nothing is left but blanks.
  var isAtEnd: Bool { scalars[index...].allSatisfy { $0.properties.isWhitespace } }

  /// What was not read.
  var rest: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[index...])
    return String(view)
  }

  /// Reads a locator: in braces outright, or after a label, or a number by itself, which is a
  /// page. Where there is none nothing is read; empty braces are read and say that there is none.
  mutating func locator() -> Locator? {
    let start = index
    if current == "," { index += 1 }
    skipBlanks()
    if current == "{" {
      if let inner = balanced("{", "}") { return Self.delimited(inner) }
    } else if let locator = integrated() {
      return locator
    }
    index = start
    return nil
  }

  // MARK: In braces

  private static func delimited(_ inner: ArraySlice<Unicode.Scalar>) -> Locator? {
    var rest = inner.drop { $0.properties.isWhitespace }
    var label = LocatorLabel.page
    if let match = LocatorNames.match(rest) {
      label = match.label
      rest = rest.dropFirst(match.count)
    }
    let value = Locator.trimmed(text(rest))
    guard !value.isEmpty else { return nil }
    let content = Array(value.unicodeScalars)
    if let close = closingQuote(from: 0, in: content), close == content.count - 1 {
      return Locator(label, text(content[1..<close]), isName: true)
    }
    return Locator(label, value)
  }

  /// Reads `open`, what it holds and the `close` that belongs to it; returns what it holds.
  private mutating func balanced(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar
  ) -> ArraySlice<Unicode.Scalar>? {
    var depth = 0
    for place in index..<scalars.count {
      if scalars[place] == open { depth += 1 }
      if scalars[place] == close { depth -= 1 }
      if depth == 0 {
        let inner = scalars[index + 1..<place]
        index = place + 1
        return inner
      }
    }
    return nil
  }

  // MARK: Among the words

  private mutating func integrated() -> Locator? {
    let start = index
    if let match = LocatorNames.match(scalars[index...]) {
      index += match.count
      skipBlanks()
      if let close = Self.closingQuote(from: index, in: scalars) {
        let name = Self.text(scalars[index + 1..<close])
        index = close + 1
        let trimmed = Locator.trimmed(name)
        if !trimmed.isEmpty { return Locator(match.label, trimmed, isName: true) }
      } else if let value = numbers(allowsRoman: true) {
        return Locator(match.label, value)
      }
      index = start
    }
    return numbers(allowsRoman: false).map { Locator(.page, $0) }
  }

  /// Reads numbers with commas, semicolons or blanks between them, as long as they are numbers.
  private mutating func numbers(allowsRoman: Bool) -> String? {
    let start = index
    guard word(allowsRoman: allowsRoman) else {
      index = start
      return nil
    }
    while true {
      let before = index
      if current == "," || current == ";" { index += 1 }
      skipBlanks()
      guard index > before, word(allowsRoman: allowsRoman) else {
        index = before
        break
      }
    }
    return Self.text(scalars[start..<index])
  }

  /// Reads one word of a locator: `3`, `xii`, `33-35`, `1.2.3`, `(a)3`, not its last full stop.
  private mutating func word(allowsRoman: Bool) -> Bool {
    let start = index
    var isNumber = false
    while let scalar = current {
      if let close = Self.brackets[scalar] {
        guard let inner = balanced(scalar, close) else { break }
        if inner.isEmpty || inner.contains(where: { Self.brackets.keys.contains($0) }) { break }
        isNumber = isNumber || Self.isNumber(inner, allowsRoman: allowsRoman)
      } else if scalar == ".", index + 1 < scalars.count, Self.isUnit(scalars[index + 1]) {
        index += 1
      } else if Self.isUnit(scalar) {
        let end = scalars[index...].firstIndex { !Self.isUnit($0) } ?? scalars.count
        isNumber = isNumber || Self.isNumber(scalars[index..<end], allowsRoman: allowsRoman)
        index = end
      } else {
        break
      }
    }
    return index > start && isNumber
  }

  private static func isNumber(
    _ unit: ArraySlice<Unicode.Scalar>, allowsRoman: Bool
  ) -> Bool {
    if unit.contains(where: isDigit) { return true }
    guard allowsRoman else { return false }
    return unit.split(whereSeparator: { $0 == "-" || $0 == "–" }).contains { part in
      RomanNumeral.isOne(text(part))
    }
  }

  private static let brackets: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", "[": "]", "{": "}"]

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType == .decimal
  }

  /// Whether a scalar is part of a number: all but blanks and punctuation, a range's dashes and the
  /// colon of `2:33` excepted.
  private static func isUnit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "-" || scalar == "–" || scalar == ":" { return true }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .spaceSeparator,
      .lineSeparator, .paragraphSeparator, .control:
      return false
    default: return true
    }
  }

  // MARK: Scalars

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func skipBlanks() {
    while let scalar = current, scalar.properties.isWhitespace { index += 1 }
  }

  /// Where the quotation that opens at `start` closes, or nil where none opens there.
  private static func closingQuote(from start: Int, in scalars: [Unicode.Scalar]) -> Int? {
    guard start < scalars.count, let closers = QuotedText.closers[scalars[start]] else {
      return nil
    }
    return scalars[(start + 1)...].firstIndex(where: closers.contains)
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
