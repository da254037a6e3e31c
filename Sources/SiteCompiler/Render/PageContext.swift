import Citations
import Markdown
import Markup
import SiteModel
import Values

/// Gathers what a template may show of one page; see `TemplateSchema` for every legal name.
struct PageContext {
  let site: ResolvedSite
  let index: Int
  let page: ResolvedPage
  let addresses: PageAddresses
  let language: Language
  let words: InterfaceWords
  let text: TextRenderer
  /// The page's text as HTML.
  let body: Fragment

  /// The context as the templates' engine asks for it.
  func object() -> TemplateObject {
    var values: [String: TemplateValue] = [
      "root": .text(escaped(addresses.root)),
      "site": .object(TemplateObject(siteValues)),
      "navigation": .list(navigation),
      "page": .object(TemplateObject(pageValues)),
      "words": .object(TemplateObject(words.all.mapValues { .text(escaped($0)) })),
      // Names are looked up outwards, so that every page has all of them.
      "listing": .object(TemplateObject([:])),
      "entity": .object(TemplateObject([:])),
    ]
    let cards = PageCards(site: site, addresses: addresses, language: language)
    if let listing = page.listing {
      values["listing"] = .object(TemplateObject(cards.values(of: listing)))
    }
    if let entity = page.entity {
      values["entity"] = .object(TemplateObject(entityValues(entity)))
    }
    return TemplateObject(values)
  }

  private func escaped(_ text: String) -> String { Fragment(text: text).text }

  private var siteValues: [String: TemplateValue] {
    let configuration = site.configuration
    return [
      "title": .text(escaped(configuration.title)),
      "description": .text(escaped(configuration.description)),
      "language": .text(escaped(configuration.language)),
      "publisher": .text(escaped(configuration.publisher?.name ?? "")),
      "home": .text(escaped(addresses.href(to: "index.html"))),
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

  private var pageValues: [String: TemplateValue] {
    let matter = page.parsed.frontMatter
    let title =
      page.heads.title.isEmpty
      ? escaped(page.heads.plainTitle) : text.line(of: page.heads.title).text
    let summary = page.heads.summary.document.plainText
    let mark = matter.trafficLight ?? site.configuration.trafficLight
    let plainSummary =
      summary.isEmpty && index == site.front ? site.configuration.description : summary
    var values: [String: TemplateValue] = [
      "title": .text(title),
      "plainTitle": .text(escaped(page.heads.plainTitle)),
      "headTitle": .text(escaped(headTitle)),
      "subtitle": .text(text.line(of: page.heads.subtitle).text),
      "summary": .text(text.line(of: page.heads.summary).text),
      "plainSummary": .text(escaped(plainSummary)),
      "language": .text(escaped(matter.language ?? site.configuration.language)),
      "kind": .text(page.kind.rawValue),
      "isFront": .flag(index == site.front),
      "draft": .flag(matter.isDraft),
      "tlp": .text(mark?.rawValue ?? ""),
      "tlpClass": .text(mark?.className ?? ""),
      "body": .text(body.text),
    ]
    values["series"] = matter.series.map { .text(escaped($0)) }
    values["number"] = matter.number.map { .text(escaped($0)) }
    values["license"] = matter.license.map { .text(escaped($0)) }
    values["doi"] = matter.doi.map { .text(escaped($0)) }
    values["date"] = matter.date.map { .text(escaped($0.words(in: language))) }
    values["dateISO"] = matter.date.flatMap(\.timeElementText).map { .text(escaped($0)) }
    values["updated"] = matter.updated.map { .text(escaped($0.words(in: language))) }
    values["updatedISO"] = matter.updated.flatMap(\.timeElementText).map { .text(escaped($0)) }
    addLists(to: &values)
    return values
  }

  private var headTitle: String {
    let site = self.site.configuration.title
    let title = page.heads.plainTitle
    return site.isEmpty || title == site ? title : "\(title) · \(site)"
  }

  private func addLists(to values: inout [String: TemplateValue]) {
    let authors = page.authors
    values["hasAuthors"] = .flag(!authors.isEmpty)
    values["authors"] = .list(
      authors.enumerated().map { position, author in
        let left = authors.count - position - 1
        let separator = left == 0 ? "" : left == 1 ? " \(words["and"]) " : ", "
        return TemplateObject([
          "name": .text(escaped(author.name)),
          "affiliation": .text(escaped(author.affiliation ?? "")),
          "separator": .text(separator),
        ])
      })
    var topics: [FrontMatter.Text] = []
    for term in page.parsed.frontMatter.terms.first(where: { $0.taxonomy == "topics" })?.terms ?? []
    where !topics.contains(where: { $0.text == term.text }) {
      topics.append(term)
    }
    values["hasTopics"] = .flag(!topics.isEmpty)
    values["topics"] = .list(topics.map { TemplateObject(["title": .text(escaped($0.text))]) })
    values["hasBreadcrumbs"] = .flag(!page.breadcrumbs.isEmpty)
    values["breadcrumbs"] = .list(
      page.breadcrumbs.map { crumb in
        TemplateObject([
          "title": .text(escaped(site.pages[crumb].heads.plainTitle)),
          "href": .text(escaped(addresses.href(to: crumb))),
        ])
      })
    let contents = ContentsList.entries(of: page.body, text: text)
    values["hasContents"] = .flag(contents.count > 1)
    values["contents"] = .list(contents)
    values["hasBibliography"] = .flag(!page.bibliography.isEmpty)
    values["bibliography"] = .list(
      page.bibliography.map { entry in
        var writer = MarkupWriter()
        if let label = entry.label { writer.text(label + " ") }
        CitationRenderer.write(entry.text, to: &writer)
        return TemplateObject([
          "id": .text(escaped(CitationRenderer.entryID(entry.key))),
          "entry": .text(writer.fragment.text), "backlinks": .list([]),
        ])
      })
  }

  private func entityValues(_ entity: ResolvedEntity) -> [String: TemplateValue] {
    let renderer = EntityRenderer(page: page, addresses: addresses, language: language)
    var facts = entity.facts.map { fact in
      TemplateObject([
        "label": .text(escaped(fact.label)), "value": .text(renderer.value(of: fact).text),
      ])
    }
    if let citation = entity.factCitation, !facts.isEmpty {
      facts.append(
        TemplateObject([
          "label": .text(escaped(words["source"])),
          "value": .text(renderer.citation(citation).text),
        ]))
    }
    let events = entity.events.isEmpty ? "" : renderer.events(entity.events).text
    return [
      "collection": .text(escaped(entity.collection.title)),
      "collectionHref": .text(entity.listing.map { escaped(addresses.href(to: $0)) } ?? ""),
      "aliases": .text(escaped(entity.aliases.joined(separator: ", "))),
      "hasAliases": .flag(!entity.aliases.isEmpty),
      "facts": .list(facts),
      "hasFacts": .flag(!facts.isEmpty || !entity.aliases.isEmpty),
      "relations": .list(
        entity.relations.map { relation in
          TemplateObject(["text": .text(renderer.relation(relation).text)])
        }),
      "hasRelations": .flag(!entity.relations.isEmpty),
      "events": .text(events), "hasEvents": .flag(!events.isEmpty),
      "mentions": .list(
        entity.mentions.map { mention in
          TemplateObject([
            "title": .text(escaped(site.pages[mention].heads.plainTitle)),
            "href": .text(escaped(addresses.href(to: mention))),
          ])
        }),
      "hasMentions": .flag(!entity.mentions.isEmpty),
    ]
  }
}
