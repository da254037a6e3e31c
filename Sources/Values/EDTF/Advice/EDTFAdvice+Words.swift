import Bytes

extension EDTFAdvice {
  /// A date in words, in any of the languages: `c. 2014`, `26 August 2021`, `from 2016 onwards`.
  var readWords: String? {
    let words = text.lowercased().split { " ,".contains($0) }
    return Self.range(words) ?? Self.hedged(words[...])
  }

  private static let hedges: [String: String] = [
    "c.": "~", "c": "~", "ca.": "~", "ca": "~", "circa": "~", "about": "~", "around": "~",
    "approx.": "~", "approximately": "~", "etwa": "~", "um": "~", "zirka": "~", "gegen": "~",
    "possibly": "?", "perhaps": "?", "probably": "?", "maybe": "?", "möglicherweise": "?",
    "vielleicht": "?", "wohl": "?", "vermutlich": "?",
  ]

  private static let fillers: Set<String> = [
    "the", "of", "in", "on", "year", "der", "die", "das", "dem", "den", "des", "im", "am", "jahr",
  ]

  /// Words that say which ends a range has.
  private static func range(_ words: [Substring]) -> String? {
    guard let first = words.first else { return nil }
    switch first {
    case "since", "seit", "ab":
      return hedged(words.dropFirst()).map { "\($0)/.." }
    case "by", "until", "till", "bis":
      return hedged(words.dropFirst()).map { "../\($0)" }
    default: break
    }
    let isOnwards = words.last == "onwards" || words.last == "onward"
    if first == "from" || isOnwards, !words.contains("to") {
      let kept = words.dropFirst(first == "from" ? 1 : 0).dropLast(isOnwards ? 1 : 0)
      return hedged(kept).map { "\($0)/.." }
    }
    guard let middle = words.firstIndex(where: isBetween) else { return nil }
    let isNamed = ["from", "between", "von", "zwischen"].contains(first)
    let start = words[..<middle].dropFirst(isNamed ? 1 : 0)
    let end = words[(middle + 1)...]
    guard let to = hedged(end) else { return nil }
    // "8 to 15 October 2021", "March to May 2020": the first date takes its rest from the second.
    let hasYear = start.contains { $0.utf8.prefix { $0.isASCIIDigit }.count > 2 }
    for count in hasYear ? 0...0 : 1...2 {
      if let from = hedged(start + end.suffix(count)) { return "\(from)/\(to)" }
    }
    return nil
  }

  private static func isBetween(_ word: Substring) -> Bool {
    ["to", "until", "till", "and", "bis", "und", "-", "–", "—"].contains(word)
  }

  /// A date with a word for "about" or "possibly" before it.
  private static func hedged(_ words: ArraySlice<Substring>) -> String? {
    guard let first = words.first else { return nil }
    if let mark = hedges[String(first)] {
      return hedged(words.dropFirst()).map { $0 + mark }
    }
    for hedge in ["ca.", "c."] where first.hasPrefix(hedge) {
      let rest = first.dropFirst(hedge.count)
      return hedged([rest] + words.dropFirst()).map { $0 + "~" }
    }
    return plain(words.filter { !fillers.contains(String($0)) })
  }

  /// A day, month, season, quarter, half, decade, century or year.
  private static func plain(_ words: [Substring]) -> String? {
    if words.count == 1, let only = words.first {
      let text = String(only)
      if let decade = decade(only) { return decade }
      // A year of fewer digits is guessed to be a decade or century, but not beside words.
      guard only.utf8.count > 2 else { return nil }
      return [text, text.uppercased(), padded(only, 4)].first(where: isDate)
        ?? EDTFAdvice(text: text.uppercased()).repairedDigits ?? dividedUnit(only)
    }
    guard words.count <= 4 else { return nil }
    var years: [String] = []
    var days: [String] = []
    var ordinals: [Int] = []
    var month: Int?
    var unit: String?
    for word in words {
      if let code = unitCodes[String(word)] {
        unit = code
      } else if let number = names[String(word)] {
        guard month == nil else { return nil }
        month = number
      } else if let ordinal = ordinalWords[String(word)] {
        ordinals.append(ordinal)
      } else {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        let suffix = word.dropFirst(digits.count)
        guard let number = Int(digits), number <= 9999 else { return nil }
        let isYear = digits.utf8.count >= 3
        switch suffix {
        case "" where isYear: years.append(padded(digits, 4))
        case _ where isYear && suffix.first.map({ "/-–".contains($0) }) == true:
          years.append(padded(digits, 4))
        case "", ".", "st", "nd", "rd", "th":
          days.append(padded(digits, 2))
          ordinals.append(number)
        default: return nil
        }
      }
    }
    return assembled(years: years, days: days, ordinals: ordinals, month: month, unit: unit)
  }

  private static func assembled(
    years: [String], days: [String], ordinals: [Int], month: Int?, unit: String?
  ) -> String? {
    switch unit {
    case "era-before"?, "era"?:
      guard let digits = years.first ?? days.first, years.count + days.count == 1,
        let year = Int(digits), month == nil
      else { return nil }
      return unit == "era" ? padded(digits, 4) : EDTFDate.year(1 - year).text
    case "century"?:
      guard let ordinal = ordinals.first, (1...99).contains(ordinal), years.isEmpty else {
        return nil
      }
      return (ordinal - 1).twoDigits + "XX"
    case "quarter"?, "half"?:
      guard let year = years.first, let ordinal = ordinals.first, month == nil,
        (1...(unit == "half" ? 2 : 4)).contains(ordinal)
      else { return nil }
      return "\(year)-\(ordinal + (unit == "half" ? 39 : 32))"
    case let code?:
      guard let year = years.first, days.isEmpty, month == nil else { return nil }
      return "\(year)-\(code)"
    case nil:
      guard let year = years.first, years.count == 1, days.count <= 1, let month else {
        return nil
      }
      let start = "\(year)-\(month.twoDigits)"
      return days.first.map { "\(start)-\($0)" } ?? start
    }
  }

  /// `1980s`, `1980er`: a decade.
  private static func decade(_ word: Substring) -> String? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    let suffix = word.dropFirst(digits.count)
    guard digits.utf8.count == 4, digits.last == "0", ["s", "'s", "’s", "er"].contains(suffix)
    else { return nil }
    return digits.dropLast() + "X"
  }

  /// `2014-q2`, `2014h2`: a quarter or half behind its year.
  private static func dividedUnit(_ word: Substring) -> String? {
    guard let code = unitCodes[String(word.suffix(2))] else { return nil }
    let year = word.dropLast(2).prefix { $0.isASCII && $0.isNumber }
    return year.utf8.count == 4 && word.utf8.count <= 7 ? "\(year)-\(code)" : nil
  }
}
