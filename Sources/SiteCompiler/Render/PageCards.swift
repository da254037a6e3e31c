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

  private func card(_ index: Int) -> TemplateObject {
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
    return TemplateObject([
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
      "authors": text(page.authors.map(\.name).joined(separator: words["listNext"])),
    ])
  }

  private func href(to index: Int) -> String {
    Fragment(text: addresses.href(to: index)).text
  }

  private func title(of page: ResolvedPage) -> String {
    if page.heads.title.isEmpty { return Fragment(text: page.heads.plainTitle).text }
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
