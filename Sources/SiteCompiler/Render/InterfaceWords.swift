import Markup
import SiteModel
import Values

/// The words that the templates and renderers say themselves, in the language of a page.
struct InterfaceWords: Sendable {
  /// All words by name.
  let all: [String: String]
  /// The language of the words, which tells how they are counted.
  private let tag: String
  private let language: Language

  /// The words of the language `tag`, of BCP 47; numbers are written in English where Dossier knows
  /// no numbers of that language.
  init(_ tables: WordTables, in tag: String) {
    self.all = tables.words(of: tag)
    self.tag = tables.language(of: tag) ?? "en"
    self.language = Language(tag: tag) ?? .english
  }

  /// The words in which the site itself speaks, on pages that nobody wrote.
  init(_ tables: WordTables, of configuration: SiteConfiguration) {
    self.init(tables, in: configuration.languageTag(of: FrontMatter()))
  }

  /// The word called `name`.
  subscript(name: String) -> String { all[name] ?? name }

  /// The word for the value `name` of what `kind` says: `kindDate`.
  subscript(named kind: String, name: String) -> String {
    self[kind + name.prefix(1).uppercased() + name.dropFirst()]
  }

  /// The words as templates see them.
  var values: TemplateObject {
    TemplateObject(all.mapValues { .text(Fragment(text: $0).text) })
  }

  /// A counted word: `rowsCounted` is `1 row`, `1,000 rows`.
  func counted(_ name: String, _ count: Int) -> String {
    let form = PluralForm(of: count, in: tag)
    let word = all[name + form.ending] ?? self[name + PluralForm.other.ending]
    return word.replacing("{count}", with: NumberWords.grouped(Double(count), in: language))
  }

  /// On how many pages something is used; nil for none.
  func uses(_ count: Int) -> String? {
    count > 0 ? counted("usedOnPages", count) : nil
  }

  /// What the list of the terms of `kind` is called: a taxonomy of the author's own by its name.
  func title(ofTerms kind: String) -> String {
    all[kind] ?? kind.prefix(1).uppercased() + kind.dropFirst().replacing("-", with: " ")
  }

  /// The text in the language's quotation marks, those in it turned into inner ones.
  func quoted(_ text: String) -> String {
    let marks = language.quotationMarks
    let inner = text.replacing(marks.opening, with: marks.innerOpening)
      .replacing(marks.closing, with: marks.innerClosing)
    return marks.opening + inner + marks.closing
  }
}

extension PluralForm {
  /// What the name of a counted word ends in for this form.
  var ending: String {
    switch self {
    case .zero: "Zero"
    case .one: "One"
    case .two: "Two"
    case .few: "Few"
    case .many: "Many"
    case .other: "Other"
    }
  }
}
