/// Text in several styles, with the punctuation rules of running prose.
public struct RichText: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The text in order; neighbours differ in style or address.
  public private(set) var runs: [Run] = []

  /// No text.
  public init() {}

  /// Plain text.
  public init(_ text: String, style: Run.Style = []) {
    append(text, style: style)
  }

  /// Plain text from a literal.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// Text of `runs`, neighbours of one style joined.
  public init(_ runs: some Sequence<Run>) {
    for run in runs { append(run) }
  }

  /// The text without its styles.
  public var plain: String { runs.map(\.text).joined() }

  /// Whether there is no text.
  public var isEmpty: Bool { runs.isEmpty }

  /// The last character, or nil where there is none.
  var last: Unicode.Scalar? { runs.last?.text.unicodeScalars.last }

  /// Appends text in one style.
  public mutating func append(_ text: String, style: Run.Style = []) {
    append(Run(text, style: style))
  }

  /// Appends a run.
  public mutating func append(_ run: Run) {
    guard !run.text.isEmpty else { return }
    if let held = runs.last, held.style == run.style, held.url == run.url {
      runs[runs.count - 1].text += run.text
    } else {
      runs.append(run)
    }
  }

  /// Appends other text.
  public mutating func append(_ other: RichText) {
    for run in other.runs { append(run) }
  }

  /// Takes the last `count` characters away, as far as the last run has them.
  mutating func dropLast(_ count: Int) {
    guard let run = runs.last else { return }
    var text = run.text
    text.unicodeScalars.removeLast(min(count, text.unicodeScalars.count))
    if text.isEmpty {
      runs.removeLast()
    } else {
      runs[runs.count - 1].text = text
    }
  }

  /// The text with `style` turned round in every run: what stands out in a title that stands out
  /// itself is plain.
  func toggling(_ style: Run.Style) -> RichText {
    RichText(
      runs.map { Run($0.text, style: $0.style.symmetricDifference(style), url: $0.url) })
  }
}

extension RichText {
  /// Ends a sentence: a full stop, unless one, or a question or exclamation mark, stands there.
  mutating func endSentence(_ words: CitationWords) {
    punctuate(".", words)
  }

  /// Appends `mark`, `.` or `,`: within a closing quotation mark where the language has it so,
  /// and not after a mark that makes it needless.
  mutating func punctuate(_ mark: String, _ words: CitationWords) {
    guard let last else { return }
    var closing = ""
    var before: Unicode.Scalar? = last
    if words.punctuatesWithinQuotes {
      let scalars = runs.last?.text.unicodeScalars.reversed() ?? []
      let closers = scalars.prefix(while: words.isClosingQuote)
      // An apostrophe that ends a word, as in “the brothers’”, is no quotation mark, but the two
      // look alike; one that no opening mark precedes is taken for an apostrophe.
      if !closers.isEmpty, opensQuote(words) {
        closing = String(String.UnicodeScalarView(closers.reversed()))
        before = scalars.dropFirst(closers.count).first ?? endOfRunBeforeLast
      }
    }
    // Chicago 6.125: a title's own question mark stands for the full stop, and before a comma.
    if let before, mark == ".", Self.terminators.contains(before) { return }
    if closing.isEmpty, mark == ".", endsInQuotedQuestion(words) { return }
    guard !closing.isEmpty else { return append(mark) }
    let style = runs.last?.style ?? []
    dropLast(closing.unicodeScalars.count)
    append(mark, style: style)
    append(closing, style: style)
  }

  /// Whether a quotation that closes here asks or exclaims, where full stops stand behind it.
  private func endsInQuotedQuestion(_ words: CitationWords) -> Bool {
    let scalars = runs.last?.text.unicodeScalars.reversed() ?? []
    guard let first = scalars.first, words.isClosingQuote(first) else { return false }
    let before = scalars.first { !words.isClosingQuote($0) } ?? endOfRunBeforeLast
    return before == "?" || before == "!"
  }

  private static let terminators: Set<Unicode.Scalar> = [".", "?", "!"]

  private var endOfRunBeforeLast: Unicode.Scalar? {
    runs.dropLast().last?.text.unicodeScalars.last
  }

  private func opensQuote(_ words: CitationWords) -> Bool {
    runs.contains { $0.text.unicodeScalars.contains(where: words.isOpeningQuote) }
  }
}
