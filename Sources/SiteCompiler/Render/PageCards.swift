import Bytes
import Datasets
import Markdown
import Markup
import SiteModel
import Values

/// Writes what listings show of pages.
struct PageCards {
  let site: ResolvedSite
  let addresses: PageAddresses
  let language: Language
  let words: InterfaceWords

  /// A listing's names for the templates.
  func values(of listing: ResolvedListing) -> [String: TemplateValue] {
    [
      "hasEntries": .flag(!listing.entries.isEmpty),
      "entries": .list(listing.entries.map(card)),
      "hasSections": .flag(!listing.sections.isEmpty),
      "sections": .list(listing.sections.map(section)),
    ].merging(pager(of: listing).values) { own, _ in own }
  }

  /// What the front page leads with, for the templates.
  func values(of front: ResolvedFront) -> [String: TemplateValue] {
    [
      "hasLeads": .flag(!front.leads.isEmpty), "leads": .list(front.leads.enumerated().map(lead)),
      "hasNews": .flag(!front.news.isEmpty), "news": .list(front.news.map(card)),
      "hasTopics": .flag(!front.topics.isEmpty),
      "topics": .list(
        front.topics.map { topic in
          TemplateObject([
            "title": .text(Fragment(text: topic.title).text), "href": .text(href(to: topic.page)),
            "count": .text(String(topic.count)),
          ])
        }),
    ]
  }

  /// The widths in pixels at which the picture of a lead is drawn, beside its words or below them.
  private static let widths: [(name: String, width: Double)] = [("wide", 560), ("narrow", 340)]

  /// A page that the front page leads with: what listings say of it, and its first picture.
  private func lead(_ place: Int, _ index: Int) -> TemplateObject {
    var values = cardValues(index)
    values["picture"] = .flag(false)
    let page = site.pages[index]
    if let figure = page.figures.first(where: { $0.fileEndings.contains("svg") }) {
      let name = "\(words[figure.kind.rawValue]) \(figure.number)"
      var writer = MarkupWriter()
      FigureRenderer.drawings(
        of: figure, place: "lead.\(place + 1)", widths: Self.widths, language: language,
        label: figure.plainCaption ?? name, in: site, isLinked: false, to: &writer)
      let anchor = "#" + PercentEncoding.encodePath(figure.id)
      let href = addresses.href(to: index) + anchor
      values["picture"] = .text(writer.fragment.text)
      values["pictureHref"] = .text(Fragment(text: href).text)
      values["pictureTitle"] = .text(Fragment(text: figure.plainCaption ?? name).text)
    }
    return TemplateObject(values)
  }

  private func pager(of listing: ResolvedListing) -> Pager {
    Pager(count: listing.pages.count, number: listing.number, language: language) {
      addresses.href(to: listing.pages[$0 - 1])
    }
  }

  private func section(_ section: ResolvedListing.Section) -> TemplateObject {
    let page = site.pages[section.page]
    return TemplateObject([
      "title": .text(title(of: page)), "href": .text(href(to: section.page)),
      "summary": .text(summary(of: page)), "count": .text(String(section.count)),
      "more": section.count > section.entries.count
        ? .text(Fragment(text: words.counted("allCounted", section.count)).text) : .flag(false),
      "entries": .list(section.entries.map(card)),
    ])
  }

  private func card(_ index: Int) -> TemplateObject { TemplateObject(cardValues(index)) }

  private func cardValues(_ index: Int) -> [String: TemplateValue] {
    let page = site.pages[index]
    let matter = page.parsed.frontMatter
    func text(_ text: String?) -> TemplateValue {
      // Names are looked up outwards: what a page lacks must be said to be absent.
      guard let text, !text.isEmpty else { return .flag(false) }
      return .text(Fragment(text: text).text)
    }
    let dataset = page.dataset?.dataset
    let summary = dataset?.description.map { Fragment(text: $0).text } ?? summary(of: page)
    let mark = dataset?.marking
    let uses = page.dataset.map { $0.uses.count + $0.collections.count } ?? 0
    return [
      "title": .text(title(of: page)), "href": .text(href(to: index)),
      "tlp": text(mark?.rawValue), "tlpClass": text(mark?.className),
      "columns": text(dataset.map { words.counted("columnsCounted", $0.fields.count) }),
      "uses": text(words.uses(uses)),
      "license": text(dataset?.licenses.map(\.label).joined(separator: words["listNext"])),
      "rows": text(dataset.map { words.counted("rowsCounted", $0.rowCount) }),
      "summary": summary.isEmpty ? .flag(false) : .text(summary),
      "kind": .text(page.kind.rawValue),
      "date": text(matter.date?.words(in: language)), "dateISO": text(matter.date?.timeElementText),
      "series": text(matter.series), "number": text(matter.number),
      "updated": text(matter.updated?.words(in: language)),
      "updatedISO": text(matter.updated?.timeElementText),
      "authors": text(page.authors.map(\.name).joined(separator: words["listNext"])),
    ]
  }

  private func href(to index: Int) -> String {
    Fragment(text: addresses.href(to: index)).text
  }

  private func title(of page: ResolvedPage) -> String {
    if page.heads.title.isEmpty { return Fragment(text: page.plainTitle).text }
    return unlinked(page).line(of: page.heads.title).text
  }

  private func summary(of page: ResolvedPage) -> String {
    unlinked(page).line(of: page.heads.summary).text
  }

  /// Another page's words without its links, whose addresses hold there alone.
  private func unlinked(_ page: ResolvedPage) -> TextRenderer {
    TextRenderer(
      citations: page.citations, policy: site.configuration.html,
      words: words, isLinked: false)
  }
}
