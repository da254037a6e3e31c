import Citations
import Datasets
import Diagnostics
import Markdown
import SiteModel

/// Answers everything that the texts of one page refer to.
struct TextResolver {
  let index: SiteIndex
  let links: LinkResolver
  /// The page, an index into the site's pages.
  let page: Int
  /// Where the page's citations are gathered.
  var desk: CitationDesk
  /// The pages that the texts link to.
  private(set) var linkedPages: Set<Int> = []
  /// The values in the texts, by the places of their code spans.
  private(set) var values: [SourceSpan: ResolvedValue] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// The sources that stand behind values so far.
  private var valueSources: Set<String> = []
  private let data: PageDataResolver.PageData

  init(index: SiteIndex, page: Int, data: PageDataResolver.PageData) {
    self.index = index
    self.data = data
    self.links = LinkResolver(index: index)
    self.page = page
    self.desk = CitationDesk()
  }

  /// `document` with an answer for each link and mention.
  /// - Parameter names: Links the first mention of each entity, where the site wants it.
  mutating func resolve(_ document: MarkdownDocument, names: EntityNames? = nil) -> ResolvedText {
    let linked = linkedPages
    var answers: [LinkResolver.Answer] = []
    for link in document.links {
      let answer = links.resolve(link, from: page).take(into: &diagnostics)
      if let target = answer.page { mention(target) }
      answers.append(answer)
    }
    checkHTML(document)
    var mentions: [ResolvedMention] = []
    var spans = document.codeSpans.filter { data.values[$0.span] != nil }[...]
    for mention in document.mentions {
      // Sources are numbered in the order in which the text comes to them, by whichever way.
      while let span = spans.first, span.span.start < mention.text.span.start {
        resolve(spans.removeFirst())
      }
      mentions.append(resolve(mention))
    }
    for span in spans { resolve(span) }
    var nameLinks = NameLinker.Links()
    if let names {
      nameLinks = NameLinker(names: names, page: page).links(
        in: document, targets: answers.map(\.page), linked: linked
      ) { links.href(to: index.pages[$0].output, from: page) }
      linkedPages.formUnion(nameLinks.pages)
    }
    return ResolvedText(
      document: document, links: answers.map(\.link), mentions: mentions,
      nameLinks: nameLinks.ends)
  }

  /// Takes what the citation columns of some rows cite, each once.
  mutating func cite(
    _ dataset: Dataset, rows: some Sequence<Int>, into cited: inout [RowCitation: Int]
  ) {
    for row in rows {
      for citation in dataset.citations(inRow: row)
      where cited[citation] == nil && index.site.sources[citation.key] != nil {
        cited[citation] = desk.cite(citation)
      }
    }
  }

  /// Notes that the page leads to another, or shows its name.
  mutating func mention(_ other: Int) {
    if other != page { linkedPages.insert(other) }
  }

  /// Adds what another check of the page found.
  mutating func report(_ found: [Diagnostic]) {
    diagnostics += found
  }

  private mutating func checkHTML(_ document: MarkdownDocument) {
    let policy = index.site.configuration.html
    diagnostics += HTMLPolicyCheck.check(document.rawHTML, policy: policy)
    if policy == .safe { diagnostics += HTMLBalanceCheck.check(document) }
  }

  /// Finds where the value that `span` shows comes from.
  private mutating func resolve(_ span: CodeSpan) {
    guard let answer = data.values[span.span], values[span.span] == nil else { return }
    guard let found = answer.found else {
      values[span.span] = ResolvedValue(
        words: answer.words, dataset: nil, row: nil, href: nil, origin: "", citation: nil,
        isFirstOfSource: false)
      return
    }
    let place = ValuePlace(found, isOwnQuery: index.site.datasets[found.dataset.name] == nil)
    let citations = desk.citeOnce(found.dataset, rows: found.rows)
    values[span.span] = ResolvedValue(
      words: answer.words, dataset: found.dataset.name, row: found.row,
      href: place.output.map { links.href(to: $0, from: page) + place.fragment } ?? place.fragment,
      origin: place.words, citation: citations.first,
      isFirstOfSource: citations.first.map { isNew(desk.citations[$0]) } ?? false)
  }

  /// Whether no value before it came from a source of `citation`.
  private mutating func isNew(_ citation: Citation) -> Bool {
    let keys = citation.items.compactMap(\.sourceKey)
    defer { valueSources.formUnion(keys) }
    return !valueSources.isSuperset(of: keys)
  }

  private mutating func resolve(_ mention: Mention) -> ResolvedMention {
    let parser = CitationParser(mention.text.bytes, escaped: mention.escaped)
    guard let citation = mention.isBracketed ? parser.group() : parser.inText() else {
      return .text(mention.asWritten)
    }
    var references: [ResolvedReference?] = []
    for item in citation.items {
      let span = mention.text.span(of: item.keyRange)
      switch item.target {
      case .source(let key):
        _ = index.site.sources.lookup(key, at: span).take(into: &diagnostics)
      case .crossReference(let reference):
        let resolver = CrossReferenceResolver(index: index, links: links)
        references.append(
          resolver.resolve(reference, at: span, from: page).take(into: &diagnostics))
      }
    }
    if citation.form == .inText, citation.items.count == 1, let reference = references.first {
      return reference.map(ResolvedMention.crossReference) ?? .text(mention.asWritten)
    }
    return .citation(desk.cite(citation), references: references)
  }
}

extension Mention {
  /// The mention as its author wrote it, for where it can be nothing better.
  var asWritten: String { isBracketed ? "[\(text.string)]" : text.string }
}
