import Citations
import Values

extension SourceDate {
  /// A date of any precision as sources have it: a day, a month, a season, a year or a range of
  /// them; what is none of these is said in words.
  init(_ date: EDTFDate, language: Language) {
    switch date.form {
    case .single(let single):
      guard let point = Point(single) else { break }
      self.init(point, season: single.season, isCirca: !single.doubts.isEmpty)
      return
    case .interval(.at(let first), .at(let last)):
      guard let start = Point(first), let end = Point(last) else { break }
      self.init(start, to: end, isCirca: !(first.doubts.isEmpty && last.doubts.isEmpty))
      return
    case .interval, .set: break
    }
    self.init(literal: date.words(in: language))
  }
}

extension SourceDate.Point {
  /// The parts of a date that are stated, or nil where not even the year is.
  fileprivate init?(_ single: EDTFDate.Single) {
    guard single.year.significantDigits == nil, let year = single.year.value else { return nil }
    // EDTF counts a year 0, CSL does not.
    let said = year > 0 ? year : year - 1
    switch single.part {
    case .year, .division: self.init(year: said)
    case .month(let month): self.init(year: said, month: month.value)
    case .day(let month, let day):
      self.init(year: said, month: month.value, day: month.value == nil ? nil : day.value)
    }
  }
}

extension EDTFDate.Single {
  /// CSL's number of a season, 1 for spring to 4 for winter.
  fileprivate var season: Int? {
    guard case .division(.season(let season, _)) = part else { return nil }
    return season.rawValue + 1
  }
}
