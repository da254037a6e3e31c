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
  /// The files of the publication that the texts link to or show.
  private(set) var linkedAssets: Set<String> = []
  /// The values in the texts, by the places of their code spans.
  private(set) var values: [SourceSpan: ResolvedValue] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// The sources from which the bibliography leads back to a value so far.
  private var valueSources: Set<String> = []
  private var wayCount = 0
  private let data: PageDataResolver.PageData

  init(index: SiteIndex, page: Int, data: PageDataResolver.PageData) {
    self.index = index
    self.data = data
    self.links = LinkResolver(index: index)
    self.page = page
    self.desk = CitationDesk()
  }

  /// `document` with an answer for each link and mention.
  /// - Parameters:
  ///   - names: Links the first mention of each entity, where the site wants it.
  ///   - hasSigns: Whether values bear signs of their sources, which titles and the lines of a
  ///     figure, whose source is said below it, do not.
  mutating func resolve(
    _ document: MarkdownDocument, names: EntityNames? = nil, hasSigns: Bool = false
  ) -> ResolvedText {
    let linked = linkedPages
    var answers: [LinkResolver.Answer] = []
    for link in document.links {
      let answer = links.resolve(link, from: page).take(into: &diagnostics)
      note(answer)
      let marks = NarrowerMarks(index: index, page: page)
      diagnostics += [answer.page.flatMap { marks.check(linkTo: $0, at: link.destinationSpan) }]
        .compactMap(\.self)
      answers.append(answer)
    }
    checkHTML(document)
    var mentions: [ResolvedMention] = []
    var spans = document.codeSpans.indices.filter {
      data.values[document.codeSpans[$0].span] != nil
    }[...]
    var signs = SourceSigns(spans.isEmpty ? MarkdownDocument() : document, hasSigns: hasSigns)
    for mention in document.mentions {
      // Sources are numbered in the order in which the text comes to them, by whichever way.
      while let span = spans.first,
        document.codeSpans[span].span.start < mention.text.span.start
      {
        resolve(value: spans.removeFirst(), of: document, &signs)
      }
      mentions.append(resolve(mention))
    }
    for span in spans { resolve(value: span, of: document, &signs) }
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

  /// Notes what a link of the page leads to.
  mutating func note(_ answer: LinkResolver.Answer) {
    if let target = answer.page { mention(target) }
    if let asset = answer.asset { linkedAssets.insert(asset) }
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

  /// Finds where the value in the code span `index` comes from.
  private mutating func resolve(
    value index: Int, of document: MarkdownDocument, _ signs: inout SourceSigns
  ) {
    let span = document.codeSpans[index].span
    guard let answer = data.values[span], values[span] == nil else { return }
    guard let found = answer.found else {
      values[span] = ResolvedValue(words: answer.words)
      return
    }
    diagnostics += [
      NarrowerMarks(index: self.index, page: page).check(dataset: found.dataset, at: span)
    ].compactMap(\.self)
    let isOwnQuery = self.index.site.datasets[found.dataset.name] == nil
    let origin = ValuePlace(found, isOwnQuery: isOwnQuery)
    let citations = desk.citeOnce(found.dataset, rows: found.rows)
    var signed: [Int] = []
    var returns: [Int] = []
    switch signs.place(ofSpan: index) {
    case .paragraph(let number):
      signed = citations.filter { signs.say(desk.sourceKeys(of: $0), in: number) }
      valueSources.formUnion(signed.flatMap(desk.sourceKeys))
    case .line:
      returns = citations.filter { !valueSources.isSuperset(of: desk.sourceKeys(of: $0)) }
      valueSources.formUnion(returns.flatMap(desk.sourceKeys))
    case .link: break
    }
    let ways = (signed.map { way(to: $0) }, returns.map { way(to: $0) })
    values[span] = ResolvedValue(
      words: answer.words, dataset: found.dataset.name, row: found.row,
      href: origin.output.map { links.href(to: $0, from: page) + origin.fragment }
        ?? origin.fragment,
      origin: origin.words, citations: citations, signs: ways.0, returns: ways.1)
  }

  private mutating func way(to citation: Int) -> ResolvedValue.Way {
    wayCount += 1
    return ResolvedValue.Way(citation: citation, number: wayCount)
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
