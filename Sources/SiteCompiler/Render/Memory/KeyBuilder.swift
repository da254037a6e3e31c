import Bytes
import Citations
import Diagnostics
import Markdown
import SiteModel

/// Adds to a page's key what was resolved for it, part by part.
struct KeyBuilder {
  let site: ResolvedSite
  let keys: PageKeys
  let sources: [ContentDigest]
  var digest: ContentDigest

  /// Another page as it is seen from this one.
  mutating func add(_ page: Int) { digest.add(keys.face(of: page)) }

  mutating func add(_ pages: [Int]) {
    digest.add(UInt64(pages.count))
    for page in pages { add(page) }
  }

  private mutating func add(_ page: Int?) {
    digest.add(page == nil ? 0 : 1)
    if let page { add(page) }
  }

  /// Everything of another page.
  private mutating func addWhole(_ page: Int) {
    add(page)
    if case .file(let file) = site.pages[page].parsed.origin {
      digest.add(sources[Int(file.index)])
    }
  }

  mutating func addParts(of page: ResolvedPage) {
    add(page.uses.linkedPages)
    add(page.breadcrumbs)
    digest.add(UInt64(page.translations.count))
    for translation in page.translations {
      digest.add(translation.language)
      add(translation.page)
    }
    addOnward(page.onward)
    add(page.uses)
    if let listing = page.listing { add(listing) }
    if let terms = page.terms { add(terms.terms) }
    if let front = page.front {
      for lead in front.leads { addWhole(lead) }
      add(front.news)
      add(front.topics)
    }
    if let figures = page.allFigures {
      add(figures.pages)
      digest.add(UInt64(figures.number))
      for place in figures.places {
        digest.add(UInt64(place.figure))
        addWhole(place.page)
      }
    }
    if let entity = page.entity { add(entity) }
    if let dataset = page.dataset { add(dataset) }
    if let timeline = page.timeline { add(timeline) }
    if let sources = page.sources { add(sources) }
  }

  private mutating func addOnward(_ onward: ResolvedPage.Onward) {
    add(onward.previous)
    add(onward.next)
    add(onward.related)
    add(onward.mentions)
    let terms = onward.terms.sorted { ($0.key.kind, $0.key.title) < ($1.key.kind, $1.key.title) }
    for (key, page) in terms {
      digest.add(key.kind)
      digest.add(key.title)
      add(page)
    }
  }

  /// What its texts say of others, and its pictures with their smaller copies.
  private mutating func add(_ uses: PageUses) {
    digest.add(uses.texts)
    for picture in uses.pictures {
      for copy in site.smallerPictures[picture.path] ?? [] {
        digest.add(copy.path)
        digest.add(UInt64(copy.width))
      }
    }
  }

  private mutating func add(_ listing: ResolvedListing) {
    add(listing.entries)
    for section in listing.sections {
      add(section.page)
      add(section.entries)
      digest.add(UInt64(section.count))
    }
    add(listing.pages)
    digest.add(UInt64(listing.number))
    // A card of a dataset counts where it is used.
    for entry in listing.entries + listing.sections.flatMap(\.entries) {
      guard let dataset = site.pages[entry].dataset else { continue }
      digest.add(UInt64(dataset.uses.count + dataset.collections.count))
    }
  }

  private mutating func add(_ terms: [ResolvedTerms.Term]) {
    for term in terms {
      digest.add(term.title)
      add(term.page)
      digest.add(UInt64(term.count))
    }
  }

  private mutating func add(_ entity: ResolvedEntity) {
    add(entity.listing)
    for fact in entity.facts {
      digest.add(fact.label)
      for value in fact.values { add(value.page) }
    }
    for relation in entity.relations {
      digest.add(relation.text)
      add(relation.others)
    }
    add(entity.events)
    add(entity.mentions)
  }

  private mutating func add(_ events: [ResolvedEvent]) {
    for event in events {
      digest.add(event.dataset)
      digest.add(UInt64(event.row))
      digest.add(event.label)
      digest.add(event.link?.href ?? "")
      add(event.entities)
    }
  }

  private mutating func add(_ dataset: ResolvedDataset) {
    digest.add(UInt64(dataset.number))
    for use in dataset.uses {
      add(use.page)
      for list in [use.figures, use.queries] {
        digest.add(UInt64(list.count))
        for position in list { digest.add(UInt64(position)) }
      }
      digest.add(UInt64(use.values))
    }
    add(dataset.collections)
    dataset.derived.forEach { digest.add($0) }
  }

  private mutating func add(_ timeline: ResolvedTimeline) {
    for choice in timeline.years + timeline.datasets {
      digest.add(choice.title ?? "")
      add(choice.page)
      digest.add(UInt64(choice.count))
    }
    add(timeline.earlier)
    for group in timeline.groups {
      add(group.page)
      add(group.events)
    }
  }

  private mutating func add(_ sources: ResolvedSources) {
    for source in sources.sources {
      digest.add(source.id)
      guard let use = sources.uses[source.id] else { continue }
      add(use.pages)
      for dataset in use.datasets {
        digest.add(dataset.name)
        digest.add(UInt64(dataset.rows))
      }
    }
  }
}
