import Bytes
import Datasets
import Markdown
import SiteModel
import Values

/// What a search is to know of one page.
struct SearchPage {
  /// How much a word counts where it stands.
  enum Weight: Int {
    case title = 24
    case alias = 20
    case heading = 10
    case caption = 8
    case summary = 4
    case body = 1
  }

  /// How often a word of the text counts at most.
  static let repeats = 8
  /// How much a word counts at most.
  static let most = 99
  /// How many bytes of a page's text an excerpt may come from.
  private static let textLimit = 20_000

  /// What is shown of it, as JSON: its title, its address from the site's root, what it is, and its
  /// text, from which excerpts are taken.
  let shown: [UInt8]
  /// Its texts with what their words count.
  let parts: [(text: String, weight: Weight)]
  /// The rules by which its words are cut; see ``Stemmer``.
  let rules: String?
}

extension SearchPage {
  /// What is known of `page`; nil where it says nothing of its own.
  init?(_ page: ResolvedPage, in site: ResolvedSite, words: InterfaceWords) {
    guard Self.isWanted(page) else { return nil }
    let title = page.plainTitle
    let rules = Stemmer.rules(of: site.configuration.languageTag(of: page.parsed.frontMatter))
    let summary = page.heads.summary.document.plainText
    var parts: [(text: String, weight: Weight)] = [
      (title, .title), (page.heads.subtitle.document.plainText, .heading), (summary, .summary),
    ]
    for alias in page.entity?.aliases ?? [] { parts.append((alias, .alias)) }
    for term in page.parsed.frontMatter.terms.flatMap(\.terms) {
      parts.append((term.text, .caption))
    }
    for author in page.authors { parts.append((author.name, .caption)) }
    for figure in page.figures { parts.append((figure.caption.document.plainText, .caption)) }
    for heading in page.body.document.headings { parts.append((heading.plainText, .heading)) }
    var text = BodyText(page.body).text
    if let dataset = page.dataset?.dataset {
      text = ([dataset.description] + dataset.fields.map(\.title)).compactMap(\.self)
        .joined(separator: " ")
      parts.append((dataset.name, .alias))
    }
    parts.append((text, .body))
    let whole = [summary, text].filter { !$0.isEmpty }.joined(separator: " ")
    let shown =
      JSONValue.list([
        .string(title), .string(PercentEncoding.encodePath(page.output)),
        .string(Self.kind(page, words)),
        .string(whole.utf8.count > Self.textLimit ? Self.cut(whole) : whole),
      ]).bytes
    self.init(shown: shown, parts: parts, rules: rules)
  }

  /// Whether it says something of its own.
  static func isWanted(_ page: ResolvedPage) -> Bool {
    switch page.parsed.generated {
    case nil: page.kind != .notFound
    case .dataset(_, let number): number == 1
    default: false
    }
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
