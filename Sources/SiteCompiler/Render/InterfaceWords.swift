import Values

/// The words that the templates and renderers say themselves, by language.
struct InterfaceWords: Sendable {
  /// The names under which templates find the words.
  static let names = english.map(\.key)

  private let words: [String: String]
  private let marks: QuotationMarks

  /// The words of a language; English where there are none of its own.
  init(_ language: Language) {
    marks = language.quotationMarks
    let pairs = language.tag.hasPrefix("de") ? Self.german : Self.english
    self.words = Dictionary(
      pairs.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The word called `name`.
  subscript(name: String) -> String { words[name] ?? name }

  /// A number of rows: `1 row`, `1,000 rows`.
  func rows(_ count: Int, in language: Language) -> String {
    "\(NumberWords.grouped(Double(count), in: language)) \(self[count == 1 ? "row" : "rows"])"
  }

  /// A number of columns: `1 column`, `12 columns`.
  func columns(_ count: Int, in language: Language) -> String {
    let word = self[count == 1 ? "column" : "columnsCounted"]
    return "\(NumberWords.grouped(Double(count), in: language)) \(word)"
  }

  /// On how many pages something is used; nil for none.
  func uses(_ count: Int, in language: Language) -> String? {
    guard count > 0 else { return nil }
    let number = NumberWords.grouped(Double(count), in: language)
    return self[count == 1 ? "usedOnPage" : "usedOnPages"].replacing("{count}", with: number)
  }

  /// What the list of the terms of `kind` is called: a taxonomy of the author's own by its name.
  func title(ofTerms kind: String) -> String {
    words[kind] ?? kind.prefix(1).uppercased() + kind.dropFirst().replacing("-", with: " ")
  }

  /// The text in the language's quotation marks, those in it turned into inner ones.
  func quoted(_ text: String) -> String {
    let inner = text.replacing(marks.opening, with: marks.innerOpening)
      .replacing(marks.closing, with: marks.innerClosing)
    return marks.opening + inner + marks.closing
  }

  /// All words by name.
  var all: [String: String] { words }
}
