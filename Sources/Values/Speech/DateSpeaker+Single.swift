extension DateSpeaker {
  /// A date without its doubts, and the parts that are not known, for a remark.
  func bare(_ single: EDTFDate.Single, _ place: Place) -> (text: String, unknown: [DatePart]) {
    let said: (text: String, unknown: [DatePart])?
    switch single.part {
    case .year: said = year(single, place).map { ($0, []) }
    case .division(let name): said = division(name, of: single.year, place)
    case .month(let number): said = month(number, of: single.year, place)
    case .day(let month, let day): said = self.day(day, month, of: single, place)
    }
    return said ?? (between(single), [])
  }

  private func year(_ single: EDTFDate.Single, _ place: Place) -> String? {
    guard single.year.significantDigits != nil, let value = single.year.value else {
      return said(single.year, place)
    }
    guard !isShort else { return said(value) }
    return words.significant([
      .date: said(value), .from: said(single.year.lowest), .to: said(single.year.highest),
    ])
  }

  // MARK: - Seasons and the like

  private func division(
    _ name: EDTFDate.Division, of year: EDTFDate.Year, _ place: Place
  ) -> (String, [DatePart])? {
    let entry = entry(name)
    let phrase = form(of: entry.noun, place)
    let isSeason: Bool
    var isSouthern = false
    if case .season(_, let hemisphere) = name {
      isSeason = true
      isSouthern = hemisphere == .southern && !isShort
    } else {
      isSeason = false
    }
    // A season's name stands by itself; that of a half needs its year.
    let isLoose = isSeason || isShort
    func located(_ text: String) -> String { isSouthern ? words.southern([.date: text]) : text }
    switch period(of: year) {
    case .year(let value):
      let (first, count) = name.months
      let years = first + count > 13 ? pair(value) : said(value)
      return (located(phrase([.year: years])), [])
    case .unknown:
      return isLoose
        ? (located(alone(name)), [.year]) : (phrase([.year: words.unknownYear]), [])
    case .decade, .century, .millennium:
      let inPeriod = isLoose ? said(alone(name), in: year) : said(words.someYear, in: year)
      return inPeriod.map { (located(isLoose ? $0 : phrase([.year: $0])), []) }
    case .other: return nil
    }
  }

  /// A division's entry in the table.
  private func entry(_ name: EDTFDate.Division) -> Vocabulary.Division {
    switch name {
    case .season(let season, _): words.seasons[season.rawValue]
    case .quarter(let number): words.quarters[number - 1]
    case .third(let number): words.thirds[number - 1]
    case .half(let number): words.halves[number - 1]
    }
  }

  /// A division's name without a year.
  func alone(_ name: EDTFDate.Division) -> String {
    let entry = entry(name)
    return isShort ? entry.shortAlone : entry.alone
  }

  /// The two years of a winter: `2010–11`, `1999–2000`, `45–44 BCE`.
  private func pair(_ first: Int) -> String {
    if first <= 0 {
      let from = first == 0 ? said(first) : digits(ofYear: first)
      return words.yearPair([.from: from, .to: said(first + 1)])
    }
    guard (1000...9998).contains(first), first % 100 != 99 else {
      return words.yearPair([.from: digits(ofYear: first), .to: said(first + 1)])
    }
    return words.yearPair([.from: said(first), .to: ((first + 1) % 100).twoDigits])
  }

  // MARK: - Months and days

  /// A month's name, 1 to 12.
  func name(ofMonth month: Int) -> String {
    (isShort ? words.shortMonths : words.months)[month - 1]
  }

  private func month(
    _ month: EDTFDate.TwoDigits, of year: EDTFDate.Year, _ place: Place
  ) -> (String, [DatePart])? {
    if month.isUnknown {
      guard let text = said(year, place) else { return nil }
      if case .unknown = period(of: year) { return (text, []) }
      return (text, [.month])
    }
    guard let number = month.value else { return nil }
    let name = name(ofMonth: number)
    switch period(of: year) {
    case .year(let value): return (words.monthYear([.month: name, .year: said(value)]), [])
    case .unknown: return (name, [.year])
    default: return said(name, in: year).map { ($0, []) }
    }
  }

  private func day(
    _ day: EDTFDate.TwoDigits, _ month: EDTFDate.TwoDigits, of single: EDTFDate.Single,
    _ place: Place
  ) -> (String, [DatePart])? {
    if day.isUnknown {
      guard let (text, unknown) = self.month(month, of: single.year, place) else { return nil }
      if month.isUnknown, case .unknown = period(of: single.year) { return (text, []) }
      return (text, [.day] + unknown)
    }
    guard let number = day.value else { return nil }
    guard let monthNumber = month.value else {
      guard month.isUnknown else { return nil }
      return dayOfSomeMonth(number, of: single.year).map { ($0, []) }
    }
    let digits = String(number)
    let name = name(ofMonth: monthNumber)
    let dayAndMonth = words.dayMonth([.day: digits, .month: name])
    switch period(of: single.year) {
    case .year(let value):
      let text = form(ofDayAt: place)([.day: digits, .month: name, .year: said(value)])
      return (timed(text, single.time), [])
    case .unknown: return (dayAndMonth, [.year])
    default: return said(dayAndMonth, in: single.year).map { ($0, []) }
    }
  }

  private func form(ofDayAt place: Place) -> Phrase {
    if isShort { return words.dayMonthYear }
    switch place {
    case .plain, .rangeEnd: return words.dayMonthYear
    case .after: return words.dayAfter
    case .until: return words.dayUntil
    }
  }

  private func dayOfSomeMonth(_ day: Int, of year: EDTFDate.Year) -> String? {
    let yearText: String?
    switch period(of: year) {
    case .year(let value): yearText = said(value)
    case .unknown: yearText = words.unknownYear
    default: yearText = said(words.someYear, in: year)
    }
    return yearText.map { words.dayOfSomeMonth([.number: words.ordinal(day), .year: $0]) }
  }

  /// The text with the time of day, which is left out in short.
  private func timed(_ text: String, _ time: EDTFDate.TimeOfDay?) -> String {
    guard let time, !isShort else { return text }
    var clock = "\(time.hour.twoDigits):\(time.minute.twoDigits)"
    if time.second > 0 { clock += ":\(time.second.twoDigits)" }
    var said = words.dateAndTime([.date: text, .time: clock])
    guard let offset = time.offset else { return said }
    said += " UTC"
    guard offset != 0 else { return said }
    let minutes = abs(offset) % 60
    said += (offset < 0 ? NumberWords.minus : "+") + String(abs(offset) / 60)
    return minutes > 0 ? "\(said):\(minutes.twoDigits)" : said
  }
}
