import Bytes
import Datasets
import Diagnostics
import Markdown
import SiteModel
import Values

/// Finds what the values in the texts of one page come to.
struct ValueResolver {
  /// What a value in a text came to.
  struct Answer: Sendable {
    let words: String
    /// What was found in the data; nil for what stands in the text itself.
    var found: FoundValue?
  }

  /// The datasets that the page may draw on.
  let catalog: DatasetCatalog
  let language: Language
  private(set) var answers: [SourceSpan: Answer] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(catalog: DatasetCatalog, language: Language) {
    self.catalog = catalog
    self.language = language
  }

  /// Whether a text of the page may have values.
  static func mayConcern(_ page: ParsedPage) -> Bool {
    func hasValues(_ document: MarkdownDocument) -> Bool {
      document.codeSpans.contains { ValueSpan($0) != nil }
    }
    let heads = page.heads
    return [heads.title, heads.subtitle, heads.summary, page.body].contains(where: hasValues)
      || page.figures.contains { figure in
        if case .text(let source) = figure.source, hasValues(source) { return true }
        return hasValues(figure.caption) || hasValues(figure.note)
          || figure.tableTexts.all.contains(where: hasValues)
      }
  }

  /// The page with words in the place of the values in all its texts.
  mutating func resolve(_ page: ParsedPage) -> ParsedPage {
    var heads = page.heads
    heads.title = resolve(heads.title)
    heads.subtitle = resolve(heads.subtitle)
    heads.summary = resolve(heads.summary)
    let body = resolve(page.body)
    var figures = page.figures
    for index in figures.indices {
      figures[index].caption = resolve(figures[index].caption)
      figures[index].note = resolve(figures[index].note)
      figures[index].tableTexts = figures[index].tableTexts.map { resolve($0) }
      if case .text(let source) = figures[index].source {
        figures[index].source = .text(resolve(source))
      }
    }
    return page.saying(heads, body, figures)
  }

  private mutating func resolve(_ document: MarkdownDocument) -> MarkdownDocument {
    var words: [Int: String] = [:]
    for (index, span) in document.codeSpans.enumerated() {
      guard let value = ValueSpan(span) else { continue }
      guard let answer = answer(value, span) else { continue }
      answers[span.span] = answer
      words[index] = answer.words
    }
    return document.saying(words)
  }

  private mutating func answer(_ value: ValueSpan, _ span: CodeSpan) -> Answer? {
    let text = span.text
    let language = language
    let bytes = Array(text.bytes[value.start...])
    func place(_ range: Range<Int>) -> SourceSpan {
      text.span(of: value.start + range.lowerBound..<value.start + range.upperBound)
    }
    switch value.kind {
    case .value:
      let found = ValueFinder(catalog, place: place).find(bytes).take(into: &diagnostics)
      return found.map { found in
        let words = ValueFormat.text(found.value, of: found.field, in: found.format, language)
        return Answer(words: words, found: found)
      }
    case .date:
      let literal = Literal(bytes)
      switch EDTFDate.parse(literal.text) {
      case .success(let date):
        return said(literal, of: .date, place) { ValueFormat.text(date, in: $0, language) }
      case .failure(let error):
        report("'\(literal.text)' is no date: \(error.message)", place(literal.range), error.hint)
        return nil
      }
    case .estimate:
      let literal = Literal(bytes)
      switch Estimate.parse(literal.text) {
      case .success(let estimate):
        return said(literal, of: .estimate, place) { ValueFormat.text(estimate, in: $0, language) }
      case .failure(let error):
        report(
          "'\(literal.text)' is no estimate: \(error.message)", place(literal.range), error.hint)
        return nil
      }
    }
  }

  private mutating func report(_ message: String, _ span: SourceSpan, _ help: String?) {
    diagnostics.append(Diagnostic(.valueInvalid, message, at: span, help: help))
  }

  /// What stands in the text itself, under the format behind it.
  private mutating func said(
    _ literal: Literal, of kind: Field.Kind, _ place: (Range<Int>) -> SourceSpan,
    _ say: (ValueFormat?) -> String
  ) -> Answer? {
    guard let name = literal.format else { return Answer(words: say(nil)) }
    let span = place(name.range)
    let names = ValueFormat.names.filter { $0.value.suits(kind, part: nil) }.map(\.key)
    guard let format = ValueFormat(named: name.text), format.suits(kind, part: nil) else {
      let near = Suggestion.didYouMean(name.text, among: names)
      report(
        "\(kind.plural) have no format '\(name.text)'", span,
        near ?? "there are \(names.joined(separator: ", "))")
      return nil
    }
    return Answer(words: say(format))
  }
}

/// A date or an estimate as it stands in a text, and the format behind it.
private struct Literal {
  let text: String
  let range: Range<Int>
  var format: (text: String, range: Range<Int>)?

  init(_ bytes: [UInt8]) {
    let bar = bytes.firstIndex(of: UInt8(ascii: "|"))
    range = Self.trimmed(0..<(bar ?? bytes.count), bytes)
    text = bytes[range].text
    if let bar {
      let range = Self.trimmed(bar + 1..<bytes.count, bytes)
      format = (bytes[range].text, range.isEmpty ? bar..<bar + 1 : range)
    }
  }

  private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var range = range
    while let first = range.first, bytes[first].isASCIIWhitespace { range = range.dropFirst() }
    while let last = range.last, bytes[last].isASCIIWhitespace { range = range.dropLast() }
    return range
  }
}
