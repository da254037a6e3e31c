import Bytes

/// Works out what the author of a text that is no estimate may have meant.
///
/// What is advised always parses.
struct EstimateAdvice {
  private enum Relation {
    case none
    case atLeast
    case moreThan
    case atMost
    case fewerThan
  }

  /// Texts longer than this are not a slip in an estimate.
  private static let longest = 60

  private static let hedges = [
    "~", "≈", "circa", "c.", "ca.", "ca", "about", "around", "some", "roughly", "approximately",
    "approx.", "etwa", "rund", "ungefähr", "zirka",
  ]

  private static let relations: [(String, Relation)] = [
    ("≥", .atLeast), (">=", .atLeast), ("at least", .atLeast), ("mindestens", .atLeast),
    ("min.", .atLeast), ("≤", .atMost), ("<=", .atMost), ("at most", .atMost), ("up to", .atMost),
    ("höchstens", .atMost), ("bis zu", .atMost), ("max.", .atMost), ("..", .atMost),
    (">", .moreThan), ("more than", .moreThan), ("over", .moreThan), ("mehr als", .moreThan),
    ("über", .moreThan), ("<", .fewerThan), ("fewer than", .fewerThan), ("less than", .fewerThan),
    ("under", .fewerThan), ("weniger als", .fewerThan), ("unter", .fewerThan),
  ]

  private static let relationsBehind: [(String, Relation)] = [
    ("+", .atLeast), ("or more", .atLeast), ("oder mehr", .atLeast), ("..", .atLeast),
    ("or fewer", .atMost), ("or less", .atMost), ("oder weniger", .atMost),
  ]

  private static let multiples: [(String, Int)] = [
    ("thousand", 3), ("tausend", 3), ("tsd.", 3), ("k", 3), ("million", 6), ("mio.", 6), ("m", 6),
    ("billion", 9), ("mrd.", 9), ("bn", 9),
  ]

  /// The estimate that was probably meant.
  static func replacement(for text: String) -> String? {
    guard text.utf8.count <= longest else { return nil }
    var rest = text.lowercased().replacing("\u{2212}", with: "-").replacing("\u{A0}", with: " ")
    rest = trimmed(rest)
    var isApproximate = false
    var relation = Relation.none
    for name in ["between ", "zwischen ", "from ", "von "] where rest.hasPrefix(name) {
      rest = trimmed(rest.dropFirst(name.count))
    }
    // "at least about 60" and "about at least 60" are both said: either may come first.
    for _ in 0..<2 {
      if let hedge = hedges.first(where: { isPrefix($0, of: rest) }) {
        isApproximate = true
        rest = trimmed(rest.dropFirst(hedge.count))
      }
      if relation == .none, let found = relations.first(where: { isPrefix($0.0, of: rest) }) {
        relation = found.1
        rest = trimmed(rest.dropFirst(found.0.count))
      }
    }
    if relation == .none, let found = relationsBehind.first(where: { rest.hasSuffix($0.0) }) {
      relation = found.1
      rest = trimmed(rest.dropLast(found.0.count))
    }
    guard let numbers = numbers(rest, isAlone: relation != .none) else { return nil }
    let candidate = (isApproximate ? "~" : "") + written(numbers, relation)
    guard candidate != text, case .success = EstimateScanner.scan(candidate) else { return nil }
    return candidate
  }

  private static func written(_ numbers: [String], _ relation: Relation) -> String {
    switch relation {
    case .none: numbers.joined(separator: "..")
    case .atLeast: numbers.joined() + ".."
    case .moreThan: ">" + numbers.joined()
    case .atMost: ".." + numbers.joined()
    case .fewerThan: "<" + numbers.joined()
    }
  }

  /// A word is one only where something else than a letter follows.
  private static func isPrefix(_ name: String, of text: String) -> Bool {
    guard text.hasPrefix(name) else { return false }
    guard name.last?.isLetter == true else { return true }
    return text.dropFirst(name.count).first?.isLetter == false
  }

  /// One number, or the two ends of a range, lower first.
  private static func numbers(_ text: String, isAlone: Bool) -> [String]? {
    if let number = number(text) { return [number] }
    guard !isAlone else { return nil }
    for mark in ["...", "..", "…", " to ", " and ", " bis ", " und ", "–", "—", " - ", "-"] {
      for place in text.ranges(of: mark) {
        var first = String(text[..<place.lowerBound])
        let second = String(text[place.upperBound...])
        // "1–2k": what stands behind the second is meant for both.
        if Double(first) != nil, let multiple = multiples.first(where: { second.hasSuffix($0.0) }) {
          first += multiple.0
        }
        guard let low = number(first), let high = number(second),
          let lowValue = Double(low), let highValue = Double(high)
        else { continue }
        return lowValue <= highValue ? [low, high] : [high, low]
      }
    }
    return nil
  }

  /// A number with group marks, a decimal comma, an exponent or a word for thousand.
  private static func number(_ text: String) -> String? {
    var digits = trimmed(text)
    var power = 0
    if let multiple = multiples.first(where: { digits.hasSuffix($0.0) }) {
      digits = trimmed(digits.dropLast(multiple.0.count))
      power = multiple.1
    }
    if digits.hasPrefix("+") { digits.removeFirst() }
    for mark in [",", " ", "'", "’", "\u{202F}"] {
      let groups = digits.split(separator: mark, omittingEmptySubsequences: false)
      let isGrouped =
        groups.count > 1 && (1...4).contains(groups[0].utf8.count)
        && groups.dropFirst().allSatisfy { $0.prefix { $0.isNumber }.utf8.count == 3 }
      if isGrouped { digits = groups.joined() }
    }
    digits = digits.replacing(",", with: ".")
    let points = digits.split(separator: ".", omittingEmptySubsequences: false)
    if points.count > 1, points[0] != "0", points.dropFirst().allSatisfy({ $0.utf8.count == 3 }) {
      // 1.000.000 is grouped; 1.000 is a thousand or one, and that is not for us to say.
      guard points.count > 2 else { return nil }
      digits = points.joined()
    }
    guard digits.utf8.contains(where: \.isASCIIDigit),
      digits.utf8.allSatisfy({ $0.isASCIIDigit || "-.e+".utf8.contains($0) }),
      let value = Double(digits), value.magnitude <= Estimate.limit
    else { return nil }
    return (0..<power).reduce(value) { value, _ in value * 10 }.plainText
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    Array(text.utf8).trimmingASCIIWhitespace().text
  }
}

extension EstimateError {
  /// The error with advice on what to write.
  func withAdvice(for text: String) -> EstimateError {
    guard !text.isEmpty else { return self }
    guard let replacement = EstimateAdvice.replacement(for: text),
      case .success(let estimate) = EstimateScanner.scan(replacement)
    else {
      let general = "write an estimate like 700, ~60, 183.., >50, ..4000, <20 or 1000..2000"
      return EstimateError(message, hint: hint ?? general, at: offset)
    }
    let said = estimate.words(in: .english)
    let meaning = said == replacement ? "" : " (\(said))"
    return EstimateError(
      message, hint: "did you mean '\(replacement)'\(meaning)?", at: offset,
      replacement: replacement)
  }
}
