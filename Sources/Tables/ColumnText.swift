import Datasets
import Values

/// Says the values of one column.
struct ColumnText {
  let field: Field
  let format: ValueFormat?
  let language: Language

  /// What is to be seen, and what is to be said where signs could be misread.
  struct Text: Equatable {
    let shown: String
    var said: String?
  }

  /// The value in the column's format; empty where it is missing.
  func text(_ value: Value) -> Text {
    switch value {
    case .date(let date): self.date(date)
    case .estimate(let estimate): self.estimate(estimate)
    case .text(let text): self.text(text)
    default: Text(shown: ValueFormat.text(value, of: field, in: format, language))
    }
  }

  private func text(_ text: String) -> Text {
    let shown = ValueFormat.text(text, of: field, in: format ?? .short, language)
    guard let length = field.timeLength(of: text) else { return Text(shown: shown) }
    let said = length.words(in: language)
    return Text(shown: shown, said: shown == said ? nil : said)
  }

  private func date(_ date: EDTFDate) -> Text {
    // In short a date has no time of day, for which a column of moments is there.
    if format == nil, field.schemaType == .datetime {
      return Text(shown: date.words(in: language))
    }
    if let format, format != .short {
      return Text(shown: ValueFormat.text(date, in: format, language))
    }
    let shown = date.shortWords(in: language)
    let said = date.words(in: language)
    return Text(shown: shown, said: date.isPlain || shown == said ? nil : said)
  }

  private func estimate(_ estimate: Estimate) -> Text {
    let ownNumbers: ValueFormat? =
      switch format {
      case .percent, .number: format
      default: nil
      }
    let said = estimate.words(in: language) { ValueFormat.text($0, in: ownNumbers, language) }
    // Columns are compared at a glance, which digits are for.
    let shown = ValueFormat.text(estimate, in: format ?? .digits, language)
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
