import Bytes
import Diagnostics
import Documents
import SiteModel
import Values

/// Reads the tables of words: `words/TAG.yaml` of the theme, and of the project.
struct WordTableParser {
  private let tree: SourceTree
  /// The theme's own English words, which say what others may be.
  private var english: [String: String] = [:]
  private var names: Set<String> = []
  private var diagnostics: [Diagnostic] = []

  private static let folder = "words/"
  private static let ending = ".yaml"

  private init(_ tree: SourceTree) {
    self.tree = tree
  }

  /// The words of `tree`: those of the project before those of the theme.
  static func parse(_ tree: SourceTree) -> Outcome<WordTables> {
    var parser = WordTableParser(tree)
    let tables = parser.read()
    return Outcome(WordTables(tables, names: Array(parser.names)), parser.diagnostics)
  }

  private mutating func read() -> [String: [String: String]] {
    let own = tree.templates.filter { $0.path.hasPrefix(Self.folder) }
    readEnglish(own)
    var tables: [String: [String: String]] = [:]
    for entry in tree.themeWords + own {
      guard let file = entry.text, let language = language(of: entry),
        let words = words(file, in: language)
      else { continue }
      tables[language, default: [:]].merge(words) { _, own in own }
    }
    return tables
  }

  /// Takes the theme's English words as the measure of all others; where there is no theme, the
  /// project's own.
  private mutating func readEnglish(_ own: [SourceTree.Entry]) {
    let path = Self.folder + "en" + Self.ending
    let entry = (tree.themeWords + own).first { $0.path == path }
    guard let file = entry?.text else { return }
    for entry in YAMLReader.read(tree[file].bytes, in: file).value?.entries ?? [] {
      english[entry.key] = entry.value.text
    }
    names = Set(english.keys)
    for name in english.keys {
      guard let counted = self.counted(name) else { continue }
      names.formUnion(PluralForm.allCases.map { counted.word + $0.ending })
    }
  }

  /// The language that the name of a table's file says, a tag in small letters; nil for files that
  /// are no tables.
  private mutating func language(of entry: SourceTree.Entry) -> String? {
    let name = entry.path.dropFirst(Self.folder.count)
    guard name.hasSuffix(Self.ending), !name.contains("/"), let span = entry.span else {
      return nil
    }
    let tag = String(name.dropLast(Self.ending.count))
    guard LanguageTag.isWellFormed(tag) else {
      diagnostics.append(
        Diagnostic(
          .valueInvalid, "'\(tag)', the name of this table of words, is no tag of a language",
          at: span,
          help: "call the file by a tag of BCP 47, such as fr.yaml or de-AT.yaml"))
      return nil
    }
    return tag.lowercased()
  }

  private mutating func words(_ file: SourceFileID, in language: String) -> [String: String]? {
    if let index = UTF8Check.firstIllFormedByte(in: tree[file].bytes) {
      diagnostics.append(TextEncoding.diagnostic(at: index, in: file))
      return nil
    }
    guard let node = YAMLReader.read(tree[file].bytes, in: file).take(into: &diagnostics) else {
      return nil
    }
    var reader = MappingReader(node, of: "the table of words")
    var words: [String: String] = [:]
    for name in names.sorted() {
      guard let node = reader.node(name) else { continue }
      guard let text = node.text else {
        reader.wrongType(node, name, expected: "text")
        continue
      }
      if let fault = placeholderFault(name, text, at: node.span) {
        reader.report(fault)
      } else {
        words[name] = text
      }
    }
    diagnostics += reader.finish()
    return words
  }

  // MARK: Placeholders

  /// What is wrong with the words in braces that a word has.
  private func placeholderFault(
    _ name: String, _ text: String, at span: SourceSpan
  ) -> Diagnostic? {
    let counted = self.counted(name)
    let reference = english[name] ?? counted.flatMap { english[$0.word + PluralForm.other.ending] }
    guard let reference else { return nil }
    let expected = Self.placeholders(in: reference)
    let found = Self.placeholders(in: text)
    // "One page" counts as well as "{count} page".
    let mayLack = counted.map { [.zero, .one, .two].contains($0.form) } ?? false
    let lacking = mayLack ? [] : expected.subtracting(found)
    if let placeholder = lacking.min() {
      return Diagnostic(
        .valueInvalid, "'\(name)' of the table of words lacks '\(placeholder)'", at: span,
        help: "the English word is '\(reference)'")
    }
    guard let placeholder = found.subtracting(expected).min() else { return nil }
    return Diagnostic(
      .valueInvalid, "nothing stands for '\(placeholder)' in '\(name)' of the table of words",
      at: span,
      help: Suggestion.didYouMean(placeholder, among: expected.sorted())
        ?? "the English word is '\(reference)'")
  }

  /// The words in braces: `{count}`.
  private static func placeholders(in text: String) -> Set<String> {
    var found: Set<String> = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      found.insert(String(rest[open...close]))
      rest = rest[rest.index(after: close)...]
    }
    return found
  }

  /// The counted word that a name belongs to, and the form that it is in; nil for other words.
  private func counted(_ name: String) -> (word: String, form: PluralForm)? {
    for form in PluralForm.allCases where name.hasSuffix(form.ending) {
      let word = String(name.dropLast(form.ending.count))
      if english[word + PluralForm.other.ending] != nil { return (word, form) }
    }
    return nil
  }
}
