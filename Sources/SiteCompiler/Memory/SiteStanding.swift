import Bytes
import SiteModel
import Values

/// How each page stands among the others: the lists, the neighbours, the ways up, the marks.
///
/// It follows from what pages show one another and use of the site, and not from what they say. While
/// only texts change, it need not be worked out again.
struct SiteStanding: Sendable {
  /// How one page stands among the others.
  struct Page: Sendable {
    /// The pages that link to it, in the order of readers.
    var mentions: [Int] = []
    var onward = ResolvedPage.Onward()
    var terms: ResolvedTerms?
    var figures: ResolvedFigures?
    var listing: ResolvedListing?
    var front: ResolvedFront?
    var breadcrumbs: [Int] = []
    var translations: [ResolvedPage.Translation] = []
    /// The mark that it bears with all that it shows.
    var mark: TrafficLight?
  }

  /// The pages in the order of the site.
  var pages: [Page]
  /// The old addresses that lead to them.
  var redirects: [ResolvedSite.Redirect] = []

  /// Whether it names none but `site`'s pages and their figures: a cache that somebody made up must
  /// not lead out of the site.
  func isWithin(_ site: [ParsedPage]) -> Bool {
    pages.count == site.count && redirects.allSatisfy { site.indices.contains($0.page) }
      && pages.allSatisfy { page in
        page.places.allSatisfy { $0.allSatisfy(site.indices.contains) }
          && page.figures?.places.allSatisfy {
            site[$0.page].outline.figures.indices.contains($0.figure)
          } ?? true
      }
  }

  /// What it follows from, as a digest.
  /// - Parameters:
  ///   - surroundings: What pages show one another.
  ///   - site: What was resolved. Of its files those count, too, that are copied: for an audience,
  ///     they are those that pages use.
  static func key(_ surroundings: ContentDigest, _ site: ResolvedSite) -> ContentDigest {
    var key = surroundings
    for page in site.pages { page.uses.add(to: &key) }
    for asset in site.assets { key.add(asset.path) }
    return key
  }
}

extension SiteStanding.Page {
  /// The pages that it names.
  fileprivate var places: [[Int]] {
    var places = [
      [onward.previous, onward.next].compactMap(\.self), onward.related, mentions,
      Array(onward.terms.values), breadcrumbs, translations.map(\.page),
    ]
    if let terms { places.append(terms.terms.map(\.page)) }
    if let figures { places += [figures.places.map(\.page), figures.pages] }
    if let listing {
      places += [listing.entries, listing.pages]
      places += listing.sections.flatMap { [[$0.page], $0.entries] }
    }
    if let front { places += [front.leads, front.news, front.topics.map(\.page)] }
    return places
  }
}

extension PageUses {
  /// Adds what of it decides how pages stand among one another.
  fileprivate func add(to key: inout ContentDigest) {
    func add(_ texts: [String]) {
      key.add(UInt64(texts.count))
      for text in texts { key.add(text) }
    }
    key.add(UInt64(linkedPages.count))
    for page in linkedPages { key.add(UInt64(page)) }
    add(sources)
    add(datasets)
    key.add(UInt64(figures.count))
    for figure in figures {
      key.add(figure.id)
      add(figure.endings)
      add(figure.datasets)
      key.add(figure.mark?.rawValue ?? "")
      key.add(figure.isGraph ? 1 : 0)
    }
    key.add(UInt64(queries.count))
    for query in queries {
      key.add(query?.name ?? "")
      add(query?.origins ?? [])
    }
    key.add(UInt64(values.count))
    for value in values {
      key.add(value.dataset)
      key.add(UInt64(value.count))
    }
    key.add(mark?.rawValue ?? "")
  }

  /// Whether pages stand among one another as they do with `other`.
  func standsAs(_ other: PageUses) -> Bool {
    var (own, others) = (ContentDigest(), ContentDigest())
    add(to: &own)
    other.add(to: &others)
    return own == others
  }
}
