import Bytes

extension EDTFAdvice {
  /// Dates in digits alone that are written some other way: `31.7.2014`, `2014/7`, `20140731`.
  var repairedDigits: String? {
    Self.date(ofDigits: text) ?? Self.year(ofDigits: text)
  }

  /// A day or month whose fields are not padded, in another order or divided by other marks.
  private static func date(ofDigits text: String) -> String? {
    let fields = text.split(omittingEmptySubsequences: false) { "-/. ".contains($0) }
    guard fields.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isASCIIDigit) }) else {
      return nil
    }
    let isTurned = fields.last?.utf8.count == 4 && fields.first?.utf8.count != 4
    let ordered = isTurned ? fields.reversed() : fields
    guard let year = ordered.first, year.utf8.count == 4 else { return nil }
    let rest = ordered.dropFirst()
    guard (1...2).contains(rest.count), rest.allSatisfy({ $0.utf8.count <= 2 }) else { return nil }
    let padded = rest.map { Self.padded($0, 2) }
    // 3/4/2014 is April in one country and March in the other: only the sure ones are advised.
    if isTurned, padded.count == 2, text.contains("/") {
      guard padded[0] > "12" || padded[1] > "12" || padded[0] == padded[1] else { return nil }
      if padded[0] > "12" { return "\(year)-\(padded[1])-\(padded[0])" }
    }
    return ([String(year)] + padded).joined(separator: "-")
  }

  /// A year, decade or century that is too short or too long, or a day without hyphens.
  private static func year(ofDigits text: String) -> String? {
    var digits = Substring(text)
    var mark = ""
    if let last = digits.last, "~?%".contains(last) {
      mark = String(last)
      digits = digits.dropLast()
    }
    let sign = digits.hasPrefix("Y-") || digits.hasPrefix("-") ? "-" : ""
    digits = digits.drop { $0 == "Y" || $0 == "-" }
    guard !digits.isEmpty, digits.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
    if digits.utf8.count == 8 {
      let day = "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
      if sign.isEmpty, text.first != "Y", isDate(day) { return day }
    }
    if text.first == "Y" || digits.utf8.count > 4 {
      let significant = digits.drop { $0 == "0" }
      return significant.utf8.count > 4
        ? "Y\(sign)\(significant)\(mark)" : "\(sign)\(padded(significant, 4))\(mark)"
    }
    switch digits.utf8.count {
    case 3: return "\(sign)\(digits)X\(mark)"
    case 2: return "\(sign)\(digits)XX\(mark)"
    default: return nil
    }
  }

  /// Two dates with something other than `/` between them, the wrong way round, or the second cut.
  var repairedRange: String? {
    if text.hasPrefix("..") { return "../" + text.dropFirst(2) }
    if text.hasSuffix("..") { return text.dropLast(2) + "/.." }
    for mark in ["/", "..", "–", "—", " - ", "-"] {
      for place in text.ranges(of: mark) {
        let first = Self.trimmed(text[..<place.lowerBound])
        let second = Self.trimmed(text[place.upperBound...])
        if mark != "-", mark != " - ", second.isEmpty { return "\(first)/.." }
        guard !first.isEmpty, !second.isEmpty else { continue }
        // 1939–45: the century is said once.
        if second.utf8.count == 2, first.utf8.count == 4, second > first.suffix(2) {
          guard !first.contains("X") else { return nil }
          return "\(first)/\(first.prefix(2))\(second)"
        }
        for candidate in ["\(first)/\(second)", "\(second)/\(first)"] where Self.isDate(candidate) {
          return candidate
        }
      }
    }
    return nil
  }

  static func trimmed(_ text: Substring) -> String {
    Array(text.utf8).trimmingASCIIWhitespace().text
  }
}
