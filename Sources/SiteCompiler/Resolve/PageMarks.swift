import Datasets
import SiteModel
import Values

/// Works out which mark each page bears: its own, or a narrower one where it shows something that is
/// marked more narrowly.
///
/// A page that nobody wrote has no mark of its own, and bears that of what is on it. What a page
/// shows of another is under the other's own mark: its title, its summary, a figure.
struct PageMarks {
  private let pages: [ResolvedPage]
  private let data: DataMarks
  /// The marks of the pages that someone wrote, by themselves.
  private let own: [TrafficLight?]
  /// The mark of a page on which nothing is marked: its frame alone is the site's.
  private let frame: TrafficLight?

  /// The marks of `pages`, in their order.
  static func marks(
    of pages: [ResolvedPage], _ site: ParsedSite, _ references: EntityReferences
  ) -> [TrafficLight?] {
    let marks = PageMarks(pages, site, references)
    var found = pages.indices.map { marks.mark(of: $0) }
    // The search has what all pages say.
    let narrowest = found.compactMap(\.self).max()
    for (index, page) in pages.enumerated() where page.kind == .search { found[index] = narrowest }
    return found
  }

  private init(_ pages: [ResolvedPage], _ site: ParsedSite, _ references: EntityReferences) {
    let marking = Marking(site.configuration)
    self.pages = pages
    own = Self.own(pages.map(\.parsed), site)
    data = DataMarks(references, marking, entities: own)
    frame = marking.standard ?? site.audience
  }

  /// The marks of the pages that someone wrote, by themselves.
  static func own(_ pages: [ParsedPage], _ site: ParsedSite) -> [TrafficLight?] {
    let marking = Marking(site.configuration)
    return pages.map { $0.generated == nil ? marking.mark(of: $0) : nil }
  }

  private func mark(of index: Int) -> TrafficLight? {
    let page = pages[index]
    let marks = [own[index]] + shownPages(by: page).map { own[$0] } + shownData(by: page)
    return marks.compactMap(\.self).max() ?? frame
  }

  /// The pages of which the theme shows a title or more.
  private func shownPages(by page: ResolvedPage) -> [Int] {
    if page.kind == .siteMap { return Array(pages.indices) }
    var shown = page.breadcrumbs + page.translations.map(\.page)
    shown += [page.onward.previous, page.onward.next].compactMap(\.self)
    shown += page.onward.related + page.onward.mentions
    if let listing = page.listing {
      shown += listing.entries + listing.sections.flatMap { [$0.page] + $0.entries }
    }
    if let front = page.front { shown += front.leads + front.news }
    if let figures = page.allFigures { shown += figures.places.map(\.page) }
    if let entity = page.entity {
      shown += entity.mentions + entity.relations.flatMap(\.others)
      shown += entity.events.flatMap(\.entities)
      shown += entity.facts.flatMap(\.values).compactMap(\.page)
    }
    if let dataset = page.dataset { shown += dataset.uses.map(\.page) + dataset.collections }
    if let sources = page.sources { shown += sources.uses.values.flatMap(\.pages) }
    return shown
  }

  /// The marks of the data that the page shows or works with.
  private func shownData(by page: ResolvedPage) -> [TrafficLight?] {
    var marks = [page.uses.mark]
    for place in page.allFigures?.places ?? [] {
      marks.append(pages[place.page].uses.figures[place.figure].mark)
    }
    for lead in page.front?.leads ?? [] {
      marks.append(pages[lead].uses.figures.first(where: \.isDrawn)?.mark)
    }
    for entry in page.listing?.entries ?? [] {
      if let dataset = pages[entry].dataset {
        marks.append(data.mark(of: [], in: dataset.dataset.name))
      }
    }
    if let entity = page.entity {
      marks += entity.events.map { data.mark(of: [$0.row], in: $0.dataset) }
      marks += entity.relations.map { data.mark(of: [$0.row], in: $0.dataset) }
      marks += [entity.factRow.flatMap { data.mark(of: [$0], in: entity.collection.name) }]
    }
    if let timeline = page.timeline {
      let rows = Dictionary(grouping: timeline.rows, by: \.dataset)
      marks += rows.map { name, rows in data.mark(of: rows.map(\.row), in: name) }
    }
    if let dataset = page.dataset {
      marks.append(data.mark(of: dataset.rows, in: dataset.dataset.name))
      marks += dataset.derived.map { data[$0] }
    }
    marks += (page.sources?.uses.values.flatMap(\.datasets) ?? []).map { data[$0.name] }
    return marks
  }
}
