import Datasets
import Values

/// Says the values of one column.
struct ColumnText {
  let field: Field
  let format: TableColumn.Format?
  let language: Language
  let words: TableWords

  /// What is to be seen, and what is to be said where signs could be misread.
  struct Text: Equatable {
    let shown: String
    var said: String?
  }

  /// The value in the column's format; empty where it is missing.
  func text(_ value: Value) -> Text {
    switch value {
    case .missing: Text(shown: "")
    case .text(let text): self.text(text)
    case .boolean(let isTrue): Text(shown: isTrue ? words.yes : words.no)
    case .number(let number): Text(shown: self.number(number))
    case .date(let date): self.date(date)
    case .estimate(let estimate): self.estimate(estimate)
    }
  }

  private func text(_ text: String) -> Text {
    if field.kind == .time { return Text(shown: clock(text)) }
    guard let length = field.timeLength(of: text), format != .digits else {
      return Text(shown: field.label(of: text))
    }
    let said = length.words(in: language)
    if format == .words || format == .long { return Text(shown: said) }
    return Text(shown: length.shortWords(in: language), said: said)
  }

  /// A time of day, its seconds left out where there are none, as in dates with a time.
  private func clock(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.count >= 8, bytes[5..<8].elementsEqual(":00".utf8),
      bytes.count == 8 || bytes[8] != UInt8(ascii: ".")
    else { return text }
    return String(decoding: bytes[..<5] + bytes[8...], as: UTF8.self)
  }

  private func number(_ number: Double) -> String {
    if field.kind == .year, let year = Int(exactly: number) {
      return (year < 0 ? "\u{2212}" : "") + String(year.magnitude)
    }
    switch format {
    case .short: return NumberWords.short(number, in: language)
    case .percent:
      let rounded = (number * 1000).rounded(.toNearestOrAwayFromZero) / 10
      return NumberWords.grouped(rounded, in: language) + words.percent
    default: return NumberWords.grouped(number, in: language)
    }
  }

  private func date(_ date: EDTFDate) -> Text {
    switch format {
    case .words, .long: return Text(shown: date.words(in: language))
    case .digits: return Text(shown: date.text)
    case .year: return Text(shown: years(date))
    // In short a date has no time of day, for which a column of moments is there.
    case nil where field.schemaType == .datetime: return Text(shown: date.words(in: language))
    default:
      let shown = date.shortWords(in: language)
      let said = date.words(in: language)
      return Text(shown: shown, said: date.isPlain || shown == said ? nil : said)
    }
  }

  private func years(_ date: EDTFDate) -> String {
    let (first, last) = (date.earliest?.civil.year, date.latest?.civil.year)
    switch (first, last) {
    case (let first?, let last?): return first == last ? String(first) : "\(first)–\(last)"
    case (let first?, nil): return "\(first)–"
    case (nil, let last?): return "–\(last)"
    case (nil, nil): return date.shortWords(in: language)
    }
  }

  private func estimate(_ estimate: Estimate) -> Text {
    let said = estimate.words(in: language)
    let shown: String
    switch format {
    case .words: return Text(shown: said)
    case .short: shown = estimate.short(in: language)
    default: shown = estimate.digits(in: language)
    }
    let isPlain = estimate.isSingleFigure && !estimate.isApproximate
    return Text(shown: shown, said: isPlain || shown == said ? nil : said)
  }
}

extension EDTFDate {
  /// Whether its short form has nothing to explain: a year, a month or a day, stated outright.
  fileprivate var isPlain: Bool {
    guard case .single(let single) = form, single.doubts.isEmpty else { return false }
    if case .division = single.part { return false }
    return true
  }
}
