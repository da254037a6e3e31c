extension DateSpeaker {
  func interval(_ from: EDTFDate.Limit, _ to: EDTFDate.Limit) -> String {
    switch (from, to) {
    case (.at(let first), .at(let second)): return range(first, second)
    case (.at(let first), .open):
      if isShort { return hedged(first, .plain) + "–" }
      return possibly(first, words.since([.date: about(first, .after)]))
    case (.open, .at(let second)):
      if isShort { return "–" + hedged(second, .plain) }
      return possibly(second, words.by([.date: about(second, .until)]))
    case (.at(let first), .unknown):
      if isShort { return hedged(first, .plain) + "–?" }
      return possibly(first, words.sinceWithUnknownEnd([.date: about(first, .after)]))
    case (.unknown, .at(let second)):
      if isShort { return "?–" + hedged(second, .plain) }
      return possibly(second, words.untilWithUnknownStart([.date: about(second, .until)]))
    case (.open, _), (.unknown, _):
      return isShort ? words.shortOpenBothWays : words.openBothWays
    }
  }

  /// From one date to another, what both share said once.
  func range(_ first: EDTFDate.Single, _ second: EDTFDate.Single) -> String {
    if first == second { return hedged(first, .plain) }
    if let (from, to) = shared(first, second, .rangeEnd) {
      return isShort ? "\(from)–\(to)" : words.range([.from: from, .to: to])
    }
    let from = hedged(first, .plain)
    let to = hedged(second, .rangeEnd)
    guard isShort else { return words.range([.from: from, .to: to]) }
    // A dash without spaces would bind the words next to it, not the dates.
    let isTight = !from.contains(" ") && !to.contains(" ")
    return isTight ? "\(from)–\(to)" : "\(from) – \(to)"
  }

  /// The two ends of a range in which the year, the month or the era is said at the end alone.
  private func shared(
    _ first: EDTFDate.Single, _ second: EDTFDate.Single, _ place: Place
  ) -> (String, String)? {
    guard first.doubts.isEmpty, second.doubts.isEmpty,
      case .year(let year) = period(of: first.year),
      case .year(let endYear) = period(of: second.year)
    else { return nil }
    switch (first.part, second.part) {
    case (.year, .year):
      let isSameEra = (year <= 0) == (endYear <= 0) && endYear < 1000
      return isSameEra ? (digits(ofYear: year), said(endYear)) : nil
    case (.month(let month), .month(let endMonth)):
      guard year == endYear, let month = month.value, endMonth.value != nil else { return nil }
      return (name(ofMonth: month), bare(second, place).text)
    case (.division(let name), .division(let endName)):
      guard year == endYear, name.isWithinYear, endName.isWithinYear,
        name.isNorthern == endName.isNorthern
      else { return nil }
      return (alone(name), bare(second, place).text)
    case (.day(let month, let day), .day(let endMonth, let endDay)):
      guard year == endYear, let month = month.value, let day = day.value,
        let endMonth = endMonth.value, let endDay = endDay.value
      else { return nil }
      let (start, end) =
        month == endMonth
        ? (words.firstDayOfMonth, words.lastDayOfMonth) : (words.dayMonth, words.dayMonthYear)
      return (
        start([.day: String(day), .month: name(ofMonth: month)]),
        end([.day: String(endDay), .month: name(ofMonth: endMonth), .year: said(endYear)])
      )
    default: return nil
    }
  }

  /// A date that has no name of its own, by what it lies between.
  func between(_ single: EDTFDate.Single) -> String {
    let ends = single.ends
    // Where a day's form depends on its place, sharing would leave the first without it.
    if case .day = ends.first.part {
    } else if let (from, to) = shared(ends.first, ends.second, .after) {
      return words.between([.from: from, .to: to])
    }
    return words.between([
      .from: bare(ends.first, .after).text, .to: bare(ends.second, .after).text,
    ])
  }

  // MARK: - Sets

  func set(_ choice: EDTFDate.Choice, _ members: [EDTFDate.Member]) -> String {
    if choice == .one, members.count == 1, case .range(let first, let second)? = members.first {
      return words.between([.from: hedged(first, .after), .to: hedged(second, .after)])
    }
    let isOne = choice == .one
    let texts = members.map { member in
      switch member {
      case .single(let single): hedged(single, .plain)
      case .range(let first, let second): range(first, second)
      case .upTo(let single):
        (isOne ? words.orEarlier : words.andEarlier)([.date: hedged(single, .plain)])
      case .since(let single):
        (isOne ? words.orLater : words.andLater)([.date: hedged(single, .plain)])
      }
    }
    return list(texts, isOne ? words.or : words.and)
  }
}

extension EDTFDate.Division {
  /// Whether the division begins and ends in the same year.
  fileprivate var isWithinYear: Bool { months.first + months.count <= 13 }

  /// Whether it is no season of the southern hemisphere.
  fileprivate var isNorthern: Bool {
    if case .season(_, .southern) = self { false } else { true }
  }
}

extension EDTFDate.Single {
  /// The first and the last date that this one may mean, as precise as it is, without doubts.
  fileprivate var ends: (first: EDTFDate.Single, second: EDTFDate.Single) {
    func whole(_ year: Int, _ part: EDTFDate.Part) -> EDTFDate.Single {
      EDTFDate.Single(year: EDTFDate.Year(year), part: part)
    }
    guard let earliest = earliest?.civil, let latest = latest?.civil else { return (self, self) }
    switch part {
    case .year, .division: return (whole(year.lowest, part), whole(year.highest, part))
    case .month:
      return (
        whole(earliest.year, .month(EDTFDate.TwoDigits(earliest.month))),
        whole(latest.year, .month(EDTFDate.TwoDigits(latest.month)))
      )
    case .day:
      let first = EDTFDate.Part.day(
        EDTFDate.TwoDigits(earliest.month), EDTFDate.TwoDigits(earliest.day))
      let second = EDTFDate.Part.day(
        EDTFDate.TwoDigits(latest.month), EDTFDate.TwoDigits(latest.day))
      return (whole(earliest.year, first), whole(latest.year, second))
    }
  }
}
