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
    own = pages.map { $0.parsed.generated == nil ? marking.mark(of: $0.parsed) : nil }
    data = DataMarks(references, marking, entities: own)
    frame = marking.standard ?? site.audience
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
    var marks: [TrafficLight?] = []
    for figure in page.figures { marks += figure.data.map { mark(of: $0, on: page) } }
    for place in page.allFigures?.places ?? [] {
      let other = pages[place.page]
      marks += other.figures[place.figure].data.map { mark(of: $0, on: other) }
    }
    for lead in page.front?.leads ?? [] {
      let other = pages[lead]
      let picture = other.figures.first { $0.fileEndings.contains("svg") }
      marks += (picture?.data ?? []).map { mark(of: $0, on: other) }
    }
    for value in page.values.values {
      guard let name = value.dataset else { continue }
      marks.append(value.row.map { data.mark(of: [$0], in: name) } ?? data[name])
    }
    marks += page.queries.map { $0.flatMap(data.mark(ofResult:)) }
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

  /// The mark of what a figure draws on; data of its own are under the mark of its page.
  private func mark(of figure: FigureData, on page: ResolvedPage) -> TrafficLight? {
    switch figure {
    case .published(let name): data[name]
    case .query(let name):
      page.queries.compactMap(\.self).first { $0.name == name }.flatMap(data.mark(ofResult:))
    case .inline: nil
    }
  }
}
