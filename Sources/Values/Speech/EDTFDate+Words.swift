extension EDTFDate {
  /// The date in words for running text: `the second half of 2014`, `from 2016 onwards`.
  public func words(in language: Language) -> String {
    DateSpeaker(language, isShort: false).say(form)
  }

  /// The date in short, for axes and tables: `H2 2014`, `c. 15 Oct 2018`, `2016–`, `8–15 Oct 2021`.
  ///
  /// Remarks on single parts are left out; a doubt about any of them marks the whole date.
  public func shortWords(in language: Language) -> String {
    DateSpeaker(language, isShort: true).say(form)
  }

  /// The date's years alone, in short: `2014`, `2018–2020`, `1980s`, `2016?`.
  public func yearWords(in language: Language) -> String {
    DateSpeaker(language, isShort: true).say(form.years)
  }

  /// The date as the `datetime` attribute of HTML's `time` element takes it, or nil.
  ///
  /// Only a year, month or day of 1 CE to 9999 that is stated outright has such a form; a time of
  /// day is left out.
  public var timeElementText: String? {
    guard case .single(let single) = form, single.doubts.isEmpty,
      single.year.significantDigits == nil, let year = single.year.value,
      (1...9999).contains(year)
    else { return nil }
    let yearText = single.year.paddedText
    switch single.part {
    case .year: return yearText
    case .division: return nil
    case .month(let month): return month.value.map { "\(yearText)-\($0.twoDigits)" }
    case .day(let month, let day):
      guard let month = month.value, let day = day.value else { return nil }
      return "\(yearText)-\(month.twoDigits)-\(day.twoDigits)"
    }
  }
}

extension EDTFDate.Form {
  /// The form with years alone.
  fileprivate var years: EDTFDate.Form {
    switch self {
    case .single(let single): .single(single.yearAlone)
    case .interval(let from, let to): .interval(from: from.yearAlone, to: to.yearAlone)
    case .set(let choice, let members): .set(choice, members.map(\.yearAlone).withoutRepeats)
    }
  }
}

extension EDTFDate.Limit {
  fileprivate var yearAlone: EDTFDate.Limit {
    if case .at(let single) = self { .at(single.yearAlone) } else { self }
  }
}

extension EDTFDate.Member {
  fileprivate var yearAlone: EDTFDate.Member {
    switch self {
    case .single(let single): .single(single.yearAlone)
    case .range(let first, let second):
      first.yearAlone == second.yearAlone
        ? .single(first.yearAlone) : .range(first.yearAlone, second.yearAlone)
    case .upTo(let single): .upTo(single.yearAlone)
    case .since(let single): .since(single.yearAlone)
    }
  }
}

extension EDTFDate.Single {
  fileprivate var yearAlone: EDTFDate.Single {
    var kept = EDTFDate.Doubts()
    kept.year = doubts.year
    return EDTFDate.Single(year: year, part: .year, doubts: kept)
  }
}

extension [EDTFDate.Member] {
  /// The members without those that equal the one before.
  fileprivate var withoutRepeats: [EDTFDate.Member] {
    reduce(into: []) { kept, member in
      if kept.last != member { kept.append(member) }
    }
  }
}
