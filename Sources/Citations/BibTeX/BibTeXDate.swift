/// The dates of `.bib` files: biblatex's, which are EDTF's levels 0 and 1, and BibTeX's year and
/// month.
enum BibTeXDate {
  /// The date that `text` says: `2022-02-17`, `2014/2016`, `2014~`, `2014-21` for spring, `c. 2000`;
  /// anything else stays words.
  static func date(_ text: String) -> SourceDate? {
    guard !text.isEmpty else { return nil }
    let halves = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "–" }
    guard halves.count <= 2, let start = halves.first.flatMap(End.init) else {
      return SourceDate(literal: openEnded(halves) ?? text)
    }
    guard halves.count == 2 else {
      return SourceDate(start.point, season: start.season, isCirca: start.isCirca)
    }
    guard let end = End(halves[1]) else {
      return SourceDate(literal: openEnded(halves) ?? text)
    }
    return SourceDate(
      start.point, to: end.point, season: start.season, isCirca: start.isCirca || end.isCirca)
  }

  /// The date of the fields `year`, `month` and `day`, of which only the year need be there.
  static func date(year: String, month: String?, day: String?) -> SourceDate? {
    let date = date(year)
    guard let date, let start = date.start, start.month == nil, let month else { return date }
    let months = month.split { $0 == "/" || $0 == "–" }.map(monthAndDay)
    guard let first = months.first, let number = first.month else { return date }
    let from = SourceDate.Point(
      year: start.year, month: number, day: first.day ?? day.flatMap(Self.day))
    var end = date.end
    if months.count == 2, let last = months[1].month {
      end = SourceDate.Point(year: end?.year ?? start.year, month: last, day: months[1].day)
    }
    return SourceDate(from, to: end, isCirca: date.isCirca)
  }

  /// The date as biblatex writes it; empty where it has none.
  static func text(_ date: SourceDate) -> String {
    let season = date.season.map { "-\(20 + $0)" } ?? ""
    let mark = date.isCirca ? "~" : ""
    return [date.start.map { text($0) + season }, date.end.map(text)].compactMap(\.self)
      .map { $0 + mark }.joined(separator: "/")
  }

  private static func text(_ point: SourceDate.Point) -> String {
    // CSL counts 1 BC as −1, EDTF as the year 0.
    let year = point.year < 0 ? point.year + 1 : point.year
    let digits = String(abs(year))
    var result = (year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.count))
    result += digits
    for part in [point.month, point.day] {
      guard let part else { break }
      result += part < 10 ? "-0\(part)" : "-\(part)"
    }
    return result
  }

  /// `2014/` and `2014/..` say that it goes on.
  private static func openEnded(_ halves: [Substring]) -> String? {
    guard halves.count == 2 else { return nil }
    func isOpen(_ half: Substring) -> Bool { half.isEmpty || half == ".." }
    if isOpen(halves[1]), let year = End(halves[0])?.point.year { return "\(year)–" }
    if isOpen(halves[0]), let year = End(halves[1])?.point.year { return "–\(year)" }
    return nil
  }

  /// `mar`, `15 March`, `3~15` as `mar # "~15"` makes it.
  private static func monthAndDay(_ text: Substring) -> (month: Int?, day: Int?) {
    let words = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "," }
    guard let first = words.first else { return (nil, nil) }
    guard words.count > 1 else { return (BibTeXMonths.number(first), nil) }
    // A day may stand on either side of a month's name; before a number it is the month's.
    if Int(first) != nil, Int(words[1]) == nil {
      return (BibTeXMonths.number(words[1]), day(String(first)))
    }
    return (BibTeXMonths.number(first), day(String(words[1])))
  }

  private static func day(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isWholeNumber }
    return Int(digits).flatMap { (1...31).contains($0) ? $0 : nil }
  }

  /// One end of a range, or a date by itself.
  private struct End {
    var point: SourceDate.Point
    var season: Int?
    var isCirca = false

    init?(_ text: Substring) {
      var rest = text.drop { $0 == " " }
      while rest.last == " " { rest.removeLast() }
      for mark in ["circa ", "ca. ", "ca ", "c. ", "c.", "um "] where rest.hasPrefix(mark) {
        rest = rest.dropFirst(mark.count)
        isCirca = true
        break
      }
      while let last = rest.last, "~?%".contains(last) {
        isCirca = isCirca || last != "?"
        rest.removeLast()
      }
      rest = rest.prefix { $0 != "T" }
      let isNegative = rest.first == "-"
      let digits = isNegative ? rest.dropFirst() : rest
      let parts = digits.split(separator: "-", omittingEmptySubsequences: false)
      let widths = parts.map(\.utf8.count)
      guard (1...3).contains(parts.count), (3...4).contains(widths[0]),
        widths.dropFirst().allSatisfy({ $0 == 2 }),
        parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
        let year = Int(parts[0])
      else { return nil }
      let month = parts.count > 1 ? Int(parts[1]) ?? 0 : nil
      let day = parts.count > 2 ? Int(parts[2]) ?? 0 : nil
      guard day.map((1...31).contains) ?? true else { return nil }
      // EDTF counts 1 BC as the year 0, CSL as −1.
      let era = isNegative || year == 0 ? -year - 1 : year
      if let month, (21...24).contains(month), day == nil {
        season = month - 20
        point = SourceDate.Point(year: era)
      } else {
        guard month.map((1...12).contains) ?? true else { return nil }
        if let month, let day {
          guard SourceDate.exists(year: era, month: month, day: day) else { return nil }
        }
        point = SourceDate.Point(year: era, month: month, day: day)
      }
    }
  }
}
