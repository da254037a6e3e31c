import Bytes
import Datasets
import Markdown
import SiteModel
import Values

/// What a search knows of one page.
struct SearchPage: Sendable {
  /// How much a word counts where it stands.
  private enum Weight {
    static let title = 24
    static let alias = 20
    static let heading = 10
    static let caption = 8
    static let summary = 4
    static let body = 1
    /// How often a word of the text counts at most.
    static let repeats = 8
    static let most = 99
  }

  /// How many bytes of a page's text an excerpt may come from.
  private static let textLimit = 20_000

  /// What is shown of it, as JSON: its title, its address from the site's root, what it is, and its
  /// text, from which excerpts are taken.
  let shown: [UInt8]
  /// How much each stem counts, in the order of the stems.
  let weights: [(stem: String, weight: Int)]

  /// What is known of `page`; nil where it says nothing of its own.
  init?(_ page: ResolvedPage, in site: ResolvedSite, words: InterfaceWords) {
    switch page.parsed.generated {
    case nil: guard page.kind != .notFound else { return nil }
    case .dataset(_, let number): guard number == 1 else { return nil }
    default: return nil
    }
    let title = page.heads.plainTitle
    let rules = Stemmer.rules(of: site.configuration.languageTag(of: page.parsed.frontMatter))
    var found: [String: (weight: Int, repeats: Int)] = [:]
    // Most words of a page stand in it more than once.
    var stems: [String: String] = [:]
    func stem(_ word: String) -> String {
      if let known = stems[word] { return known }
      let stem = Stemmer.stem(word, rules)
      stems[word] = stem
      return stem
    }
    func add(_ text: String, _ weight: Int) {
      SearchWords.each(of: text) { word in
        found[stem(word), default: (0, 0)].weight += weight
      }
    }
    add(title, Weight.title)
    add(page.heads.subtitle.document.plainText, Weight.heading)
    let summary = page.heads.summary.document.plainText
    add(summary, Weight.summary)
    for alias in page.entity?.aliases ?? [] { add(alias, Weight.alias) }
    for term in page.parsed.frontMatter.terms.flatMap(\.terms) { add(term.text, Weight.caption) }
    for author in page.authors { add(author.name, Weight.caption) }
    for figure in page.figures { add(figure.caption.document.plainText, Weight.caption) }
    for heading in page.body.document.headings { add(heading.plainText, Weight.heading) }
    var text = BodyText(page.body).text
    if let dataset = page.dataset?.dataset {
      text = ([dataset.description] + dataset.fields.map(\.title)).compactMap(\.self)
        .joined(separator: " ")
      add(dataset.name, Weight.alias)
    }
    SearchWords.each(of: text) { word in
      let stem = stem(word)
      let repeats = found[stem]?.repeats ?? 0
      guard repeats < Weight.repeats else { return }
      found[stem, default: (0, 0)].repeats += 1
    }
    weights = found.map { stem, count in
      (stem, min(count.weight + count.repeats * Weight.body, Weight.most))
    }.sorted { $0.0 < $1.0 }
    let whole = [summary, text].filter { !$0.isEmpty }.joined(separator: " ")
    shown =
      JSONValue.list([
        .string(title), .string(PercentEncoding.encodePath(page.output)),
        .string(Self.kind(page, words)),
        .string(whole.utf8.count > Self.textLimit ? Self.cut(whole) : whole),
      ]).bytes
  }

  private static func cut(_ text: String) -> String {
    // A scalar that is cut in two becomes a sign of replacement, which is taken away.
    var kept = Substring(String(decoding: text.utf8.prefix(textLimit), as: UTF8.self))
    while kept.unicodeScalars.last == "\u{FFFD}" { kept.unicodeScalars.removeLast() }
    return String(kept)
  }

  private static func kind(_ page: ResolvedPage, _ words: InterfaceWords) -> String {
    if let entity = page.entity { return entity.collection.title }
    if page.dataset != nil { return words["dataset"] }
    return page.parsed.frontMatter.series ?? ""
  }
}

/// The words of a page's text without any markup, block after block.
struct BodyText {
  private(set) var text = ""
  private let body: ResolvedText
  private var document: MarkdownDocument { body.document }

  init(_ body: ResolvedText) {
    self.body = body
    add(document.blocks)
    for note in document.footnotes where note.number != nil { add(note.blocks) }
  }

  private mutating func add(_ blocks: [Block]) {
    for block in blocks {
      switch block.kind {
      case .paragraph(let inlines): add(words(of: inlines))
      case .heading(let index): add(document.headings[index].plainText)
      case .blockQuote(let inner), .alert(_, let inner): add(inner)
      case .table(let table):
        for row in [table.head] + table.rows {
          for cell in row { add(words(of: cell.inlines)) }
        }
      case .list(let list): for item in list.items { add(item.blocks) }
      case .indentedCode(let code): add(code)
      // Blocks of the house are found by their captions.
      case .fence, .thematicBreak, .html: break
      }
    }
  }

  /// Cross-references are said as on the page; citations are in the way of reading.
  private func words(of inlines: [Inline]) -> String {
    document.plainText(of: inlines) { index in
      switch body.mentions[index] {
      case .crossReference(let reference): reference.label
      case .text(let words): words
      case .citation: ""
      }
    }
  }

  private mutating func add(_ words: String) {
    guard !words.isEmpty else { return }
    if !text.isEmpty { text += " " }
    text += words
  }
}
