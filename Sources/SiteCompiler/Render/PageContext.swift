import Citations
import Datasets
import Markdown
import Markup
import SiteModel
import Tables
import Values

/// Gathers what a template may show of one page; see `TemplateSchema` for every legal name.
struct PageContext {
  let site: ResolvedSite
  let index: Int
  let page: ResolvedPage
  let addresses: PageAddresses
  let language: Language
  let words: InterfaceWords
  /// The words as templates see them.
  let wordValues: TemplateObject
  let text: TextRenderer
  let feeds: FeedFiles
  /// The page's text as HTML.
  let body: Fragment

  /// The context as the templates' engine asks for it.
  func object() -> TemplateObject {
    let heads = Heads(page, text)
    let renderer = EntityRenderer(page: page, addresses: addresses, language: language)
    let entity = page.entity.map {
      EntityContext($0, renderer: renderer, addresses: addresses, words: words)
    }
    let dataset = page.dataset.map {
      DatasetContext($0, page: page, addresses: addresses, language: language, words: words)
    }
    let timeline = page.timeline.map {
      TimelineContext($0, page: page, addresses: addresses, language: language, words: words)
    }
    let before = heads.marks + (entity?.marksBefore ?? [])
    let behind =
      (entity?.marksBehind ?? []) + (dataset?.marks ?? []) + (timeline?.marks ?? [])
    let backlinks = Backlinks(
      page: page, marks: before + body.marks + behind, words: words)
    let lists = ListsContext(
      page: page, addresses: addresses, language: language, words: words)
    var values: [String: TemplateValue] = [
      "root": .text(escaped(addresses.root)),
      "site": .object(TemplateObject(siteValues)),
      "navigation": .list(navigation),
      "page": .object(TemplateObject(pageValues(heads, backlinks))),
      "words": .object(wordValues),
      // Names are looked up outwards, so that every page has all of them.
      "front": .object(TemplateObject([:])),
      "listing": .object(TemplateObject([:])),
      "entity": .object(TemplateObject(entity?.values ?? [:])),
      "dataset": .object(TemplateObject(dataset?.values ?? [:])),
      "timeline": .object(TemplateObject(timeline?.values ?? [:])),
      "sources": .object(TemplateObject([:])),
      "terms": .object(TemplateObject(page.terms.map(lists.values(of:)) ?? [:])),
      "figures": .object(TemplateObject(page.allFigures.map(lists.values(of:)) ?? [:])),
      "siteMap": .object(TemplateObject(page.kind == .siteMap ? lists.siteMap : [:])),
      "onward": .object(
        TemplateObject(OnwardContext(onward: page.onward, addresses: addresses).values)),
    ]
    let cards = PageCards(
      site: site, addresses: addresses, language: language, words: words)
    if let listing = page.listing {
      values["listing"] = .object(TemplateObject(cards.values(of: listing)))
    }
    if let front = page.front { values["front"] = .object(TemplateObject(cards.values(of: front))) }
    if let sources = page.sources {
      let context = SourcesContext(
        sources: sources, page: page, addresses: addresses, language: language, words: words,
        backlinks: backlinks)
      values["sources"] = .object(TemplateObject(context.values))
    }
    return TemplateObject(values)
  }

  /// The lines above the text.
  private struct Heads {
    let title: Fragment
    let subtitle: Fragment
    let summary: Fragment

    init(_ page: ResolvedPage, _ text: TextRenderer) {
      let heads = page.heads
      title =
        heads.title.isEmpty ? Fragment(text: page.plainTitle) : text.line(of: heads.title)
      subtitle = text.line(of: heads.subtitle)
      summary = text.line(of: heads.summary)
    }

    var marks: [Fragment.Mark] { title.marks + subtitle.marks + summary.marks }
  }

  func escaped(_ text: String) -> String { Fragment(text: text).text }

  private var siteValues: [String: TemplateValue] {
    let configuration = site.configuration
    return [
      "title": .text(escaped(configuration.title)),
      "description": .text(escaped(configuration.description)),
      "language": .text(escaped(configuration.language)),
      "publisher": .text(escaped(configuration.publisher?.name ?? "")),
      "home": .text(escaped(addresses.href(to: "index.html"))),
      "sourcesHref": .text(
        site.page(at: SitePath.sources).map { escaped(addresses.href(to: $0)) } ?? ""),
      "datasetsHref": .text(
        site.datasets.isEmpty
          ? "" : site.page(at: SitePath.datasets).map { escaped(addresses.href(to: $0)) } ?? ""),
      "feedHref": feeds.whole(addresses).map { .text(escaped($0)) } ?? .flag(false),
      "searchHref": .text(
        site.page(at: SitePath.search).map { escaped(addresses.href(to: $0)) } ?? ""),
      "siteMapHref": .text(
        site.page(at: SitePath.siteMap).map { escaped(addresses.href(to: $0)) } ?? ""),
      "timelineHref": .text(
        site.page(at: TimelineAddress().path).map { escaped(addresses.href(to: $0)) } ?? ""),
    ]
  }

  private var navigation: [TemplateObject] {
    let current = navigationIndex
    return site.navigation.enumerated().map { position, item in
      TemplateObject([
        "title": .text(escaped(item.title)),
        "href": .text(escaped(addresses.href(to: item.page))),
        "current": .flag(position == current),
      ])
    }
  }

  /// The entry of the navigation that the page stands under: its own, or the nearest listing's.
  private var navigationIndex: Int? {
    for candidate in [index] + page.breadcrumbs.reversed() {
      if let position = site.navigation.firstIndex(where: { $0.page == candidate }) {
        return position
      }
    }
    return nil
  }

  private func pageValues(_ heads: Heads, _ backlinks: Backlinks) -> [String: TemplateValue] {
    let matter = page.parsed.frontMatter
    let summary = page.heads.summary.document.plainText
    let mark = site.marks[index]
    let plainSummary =
      summary.isEmpty
      ? index == site.front
        ? site.configuration.description : page.dataset?.dataset.description ?? ""
      : summary
    var values: [String: TemplateValue] = [
      "title": .text(heads.title.text),
      "plainTitle": .text(escaped(page.plainTitle)),
      "headTitle": .text(escaped(headTitle)),
      "subtitle": .text(heads.subtitle.text),
      "summary": .text(heads.summary.text),
      "plainSummary": .text(escaped(plainSummary)),
      "language": .text(escaped(site.configuration.languageTag(of: matter))),
      "direction": .text(
        WritingDirection(tag: site.configuration.languageTag(of: matter)).rawValue),
      "kind": .text(page.kind.rawValue),
      "isFront": .flag(index == site.front),
      "draft": .flag(matter.isDraft),
      "tlp": .text(mark?.rawValue ?? ""),
      "tlpClass": .text(mark?.className ?? ""),
      "body": .text(body.text),
      "hasSorting": .flag(isSortable),
    ]
    let series = page.dataset == nil ? matter.series : words["dataset"]
    let seriesPage = matter.series.flatMap {
      page.onward.terms[ResolvedPage.TermKey(kind: "series", title: $0)]
    }
    values["seriesHref"] = seriesPage.map { .text(escaped(addresses.href(to: $0))) } ?? .flag(false)
    values["series"] = series.map { .text(escaped($0)) }
    values["number"] = matter.number.map { .text(escaped($0)) }
    addLicense(to: &values)
    values["doi"] = matter.doi.map { .text(escaped($0)) }
    values["date"] = matter.date.map { .text(escaped($0.words(in: language))) }
    values["dateISO"] = matter.date.flatMap(\.timeElementText).map { .text(escaped($0)) }
    values["updated"] = matter.updated.map { .text(escaped($0.words(in: language))) }
    values["updatedISO"] = matter.updated.flatMap(\.timeElementText).map { .text(escaped($0)) }
    addLists(to: &values, backlinks)
    addCitation(to: &values)
    values["feeds"] = .list(feeds.links(from: index, addresses))
    values["graph"] = .text(
      PageGraph(site: site, page: page, index: index).elements(
        plainSummary: plainSummary
      ).text)
    values.merge(
      TranslationLinks(site: site, index: index, page: page, addresses: addresses).values
    ) { own, _ in own }
    return values
  }

  /// Under which terms the page may be used: their name, their address and what they allow.
  private func addLicense(to values: inout [String: TemplateValue]) {
    guard let license = page.license(in: site.configuration) else { return }
    values["license"] = .text(escaped(license.name))
    values["licenseHref"] = license.address.map { .text(escaped($0)) }
    values["licenseTerms"] = license.known?.terms.map {
      .text(escaped(words["license" + $0.rawValue]))
    }
  }

  /// Whether a table on the page may be sorted, for which a script is loaded.
  private var isSortable: Bool {
    if let dataset = page.dataset {
      return BoundTable.whole(dataset.dataset, rows: dataset.rows).isSortable
    }
    return page.figures.contains { figure in
      if case .table(let table) = figure.content { table.isSortable } else { false }
    }
  }

  /// How others cite the page, for its readers and for machines.
  private func addCitation(to values: inout [String: TemplateValue]) {
    guard let own = page.ownCitation else { return }
    var writer = MarkupWriter()
    CitationRenderer.write(own.entry, to: &writer)
    values["citation"] = .text(writer.fragment.text)
    let metadata = PageMetadata(
      configuration: site.configuration, page: page, source: own.source,
      card: site.cards[index],
      pdf: site.makesPDFs ? page.pdfPath : nil)
    values["metadata"] = .text(metadata.elements().text)
    let files = SourceFiles.links(besidePage: page.parsed.path, addresses)
    if site.makesPDFs, let path = page.pdfPath {
      values["pdfHref"] = .text(escaped(addresses.href(to: path)))
    }
    values["hasCitationFiles"] = .flag(!files.isEmpty)
    values["citationFiles"] = .list(files)
  }

  private var headTitle: String {
    let site = self.site.configuration.title
    var title = page.plainTitle
    // A collection and its data often bear one name, and the pages of a dataset do.
    if let shown = page.dataset {
      title += " (\(words["dataset"])"
      title += shown.number > 1 ? ", \(shown.number))" : ")"
    }
    // A series often bears the name of a section.
    if case .terms(let address)? = page.parsed.generated, address.slug != nil {
      title += " (\(words.title(ofTerms: address.kind)))"
    }
    // The further pages of a list bear the name of the first.
    let listed = [
      page.listing.map { ($0.number, $0.pages.count) },
      page.allFigures.map { ($0.number, $0.pages.count) },
    ]
    if let (number, count) = listed.compactMap(\.self).first, number > 1 {
      let place = words["pageOf"].replacing("{number}", with: String(number))
        .replacing("{count}", with: String(count))
      title += " (\(place))"
    }
    return site.isEmpty || title == site ? title : "\(title) · \(site)"
  }
}
