extension DateSpeaker {
  /// What is known of a year.
  enum Period {
    /// Every digit.
    case year(Int)
    /// All but the last; the decade's first year.
    case decade(Int)
    /// All but the last two; counted from 1.
    case century(Int)
    /// The first alone; counted from 1.
    case millennium(Int)
    /// Nothing.
    case unknown
    /// Something that has no name: it is said by its bounds.
    case other
  }

  func period(of year: EDTFDate.Year) -> Period {
    if let value = year.value { return year.significantDigits == nil ? .year(value) : .other }
    switch year.unspecified {
    // The tens before the era do not begin at a round year: -004X is 50 to 41 BCE.
    case 0b0001 where !year.isNegative && year.magnitude >= 10: return .decade(year.magnitude)
    case 0b0011: return .century(year.magnitude / 100 + 1)
    case 0b0111: return .millennium(year.magnitude / 1000 + 1)
    case 0b1111 where !year.isNegative: return .unknown
    default: return .other
    }
  }

  /// A year with its era, where it is before 1 CE or where its digits might be any number.
  func said(_ year: Int) -> String {
    if year <= 0 { return words.beforeEra([.year: digits(ofYear: year)]) }
    let digits = digits(ofYear: year)
    return year < 1000 ? words.inEra([.year: digits]) : digits
  }

  /// A year's digits as its era counts them: 0 is the year 1 before it.
  func digits(ofYear year: Int) -> String {
    let counted = year <= 0 ? 1 - year : year
    return counted > 9999
      ? NumberWords.grouped(Double(counted), in: language) : String(counted)
  }

  /// A whole year or the period it lies in.
  func said(_ year: EDTFDate.Year, _ place: Place) -> String? {
    switch period(of: year) {
    case .year(let value): return said(value)
    case .decade(let number): return era(year, noun(words.decade, place, String(number)))
    case .century(let number):
      return era(year, noun(words.century, place, words.ordinal(number)))
    case .millennium(let number):
      return era(year, noun(words.millennium, place, words.ordinal(number)))
    case .unknown: return words.unknownDate
    case .other: return nil
    }
  }

  /// A day, month or season without its year, in a decade or a longer period.
  func said(_ date: String, in year: EDTFDate.Year) -> String? {
    switch period(of: year) {
    case .decade(let number):
      return era(year, words.inDecade([.date: date, .number: String(number)]))
    case .century(let number):
      return era(year, words.inCentury([.date: date, .number: words.ordinal(number)]))
    case .millennium(let number):
      return era(year, words.inMillennium([.date: date, .number: words.ordinal(number)]))
    case .year, .unknown, .other: return nil
    }
  }

  private func era(_ year: EDTFDate.Year, _ text: String) -> String {
    if year.isNegative { return words.beforeEra([.year: text]) }
    return year.highest < 1000 ? words.inEra([.year: text]) : text
  }

  private func noun(_ noun: Vocabulary.Noun, _ place: Place, _ number: String) -> String {
    form(of: noun, place)([.number: number])
  }

  /// The form that a noun takes at a place.
  func form(of noun: Vocabulary.Noun, _ place: Place) -> Phrase {
    if isShort { return noun.short }
    switch place {
    case .plain: return noun.plain
    case .after: return noun.after
    case .until, .rangeEnd: return noun.until
    }
  }
}
