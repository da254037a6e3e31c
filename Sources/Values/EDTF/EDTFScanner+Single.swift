import Bytes

extension EDTFScanner {
  /// Reads one date: a year and what follows it.
  mutating func single(allowingTime: Bool) throws(EDTFError) -> EDTFDate.Single {
    let start = index
    var doubts = EDTFDate.Doubts()
    let before = doubt()
    doubts.year.formUnion(before)
    let (year, isLong) = try year()
    let afterYear = try doubtBehind()
    doubts.year.formUnion(afterYear)
    // A long year, an exponent or significant digits leave nothing to follow the year.
    guard !isLong, skip(UInt8(ascii: "-")) else {
      return EDTFDate.Single(year: year, part: .year, doubts: doubts)
    }
    let monthStart = index
    let beforeMonth = doubt()
    doubts.month.formUnion(beforeMonth)
    let month = try twoDigits("a month of two digits")
    if let code = month.value, let division = EDTFDate.Division(code: code) {
      if !before.isEmpty || !afterYear.isEmpty || !beforeMonth.isEmpty {
        // The place of the first qualifier: the year's, before or behind it, or the season's.
        let place = !before.isEmpty ? start : !afterYear.isEmpty ? monthStart - 2 : monthStart
        throw EDTFError("a season is qualified as a whole, behind it", at: place)
      }
      let after = try doubtBehind()
      doubts.year = after
      doubts.month = after
      return EDTFDate.Single(year: year, part: .division(division), doubts: doubts)
    }
    guard (1...12).contains(where: month.mayMean) else {
      let digits = bytes[(index - 2)..<index].text
      throw EDTFError(
        "there is no month \(digits)",
        hint: "months run from 01 to 12; 21 to 24 are the seasons from spring to winter, 33 to 36 "
          + "the quarters, 40 and 41 the halves of a year", at: index - 2)
    }
    let afterMonth = try doubtBehind()
    doubts.year.formUnion(afterMonth)
    doubts.month.formUnion(afterMonth)
    guard skip(UInt8(ascii: "-")) else {
      return EDTFDate.Single(year: year, part: .month(month), doubts: doubts)
    }
    doubts.day.formUnion(doubt())
    let dayStart = index
    let day = try twoDigits("a day of two digits")
    try check(day, of: month, in: year, at: dayStart)
    let afterDay = try doubtBehind()
    doubts.year.formUnion(afterDay)
    doubts.month.formUnion(afterDay)
    doubts.day.formUnion(afterDay)
    guard next == UInt8(ascii: "T") else {
      return EDTFDate.Single(year: year, part: .day(month, day), doubts: doubts)
    }
    guard allowingTime else {
      throw EDTFError("a time of day may not stand in an interval or set", at: index)
    }
    guard doubts.isEmpty, year.value != nil, month.value != nil, day.value != nil else {
      throw EDTFError("a time of day may only follow a day stated outright", at: index)
    }
    index += 1
    let time = try timeOfDay()
    return EDTFDate.Single(year: year, part: .day(month, day), time: time, doubts: doubts)
  }

  private static let withoutDay = "where the day is not known, write the month alone: 2014-07"

  /// Refuses a day that the month never has.
  private func check(
    _ day: EDTFDate.TwoDigits, of month: EDTFDate.TwoDigits, in year: EDTFDate.Year, at start: Int
  ) throws(EDTFError) {
    guard (1...31).contains(where: day.mayMean) else {
      throw EDTFError(
        "there is no day \(bytes[start..<index].text)", hint: Self.withoutDay, at: start)
    }
    let single = EDTFDate.Single(year: year, part: .day(month, day))
    guard single.earliest == nil else { return }
    guard let number = month.value else {
      throw EDTFError("none of the months that it may mean has such a day", at: start)
    }
    let name = Vocabulary.english.months[number - 1]
    guard number == 2, let year = year.value else {
      if day.mayMean(29), number == 2 {
        throw EDTFError("none of the years that it may mean has a 29 February", at: start)
      }
      throw EDTFError(
        "\(name) has \(Day.length(ofMonth: number, in: 4)) days", hint: Self.withoutDay, at: start)
    }
    throw EDTFError(
      "\(name) \(year) has \(Day.length(ofMonth: number, in: year)) days",
      hint: Self.withoutDay, at: start)
  }

  /// The qualifier in front of a part: it applies to that part alone.
  private mutating func doubt() -> EDTFDate.Doubt {
    guard let byte = next, let doubt = EDTFDate.Doubt(byte) else { return [] }
    index += 1
    return doubt
  }

  /// The qualifier behind a part: it applies to the part and all before it.
  private mutating func doubtBehind() throws(EDTFError) -> EDTFDate.Doubt {
    let doubt = doubt()
    if !doubt.isEmpty, let byte = next, EDTFDate.Doubt(byte) != nil {
      throw EDTFError("a second qualifier; write '%' for both '~' and '?'", at: index)
    }
    return doubt
  }

  /// Two characters, each a digit or `X`.
  private mutating func twoDigits(_ expectation: String) throws(EDTFError) -> EDTFDate.TwoDigits {
    let start = index
    var number = 0
    var unspecified: UInt8 = 0
    for _ in 0..<2 {
      guard let byte = next, byte.isASCIIDigit || byte == UInt8(ascii: "X") else {
        guard index > start, isAtEndOfPart else { throw unexpected(expectation) }
        throw EDTFError("\(expectation) is expected", at: start)
      }
      let isDigit = byte.isASCIIDigit
      number = number * 10 + (isDigit ? byte.digitValue : 0)
      unspecified = unspecified << 1 | (isDigit ? 0 : 1)
      index += 1
    }
    return EDTFDate.TwoDigits(number, unspecified: unspecified)
  }
}

extension EDTFDate.Doubt {
  /// The qualifier that a byte stands for.
  init?(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "?"): self = .uncertain
    case UInt8(ascii: "~"): self = .approximate
    case UInt8(ascii: "%"): self = [.uncertain, .approximate]
    default: return nil
    }
  }
}
