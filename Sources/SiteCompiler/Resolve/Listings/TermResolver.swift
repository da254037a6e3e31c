import Diagnostics
import SiteModel

/// Works out what the lists of terms, and of the pages that bear one, show.
struct TermResolver {
  let index: SiteIndex

  /// The terms that the page `page` lists; nil where it is no list of terms.
  func terms(_ page: Int) -> ResolvedTerms? {
    guard case .terms(let address)? = index.pages[page].generated, address.slug == nil,
      let kind = index.classification.kind(address.kind)
    else { return nil }
    return ResolvedTerms(
      kind: kind.name,
      terms: kind.terms.compactMap { term in
        let address = TermAddress(kind: kind.name, slug: term.slug)
        return index.page(at: address.path).map {
          ResolvedTerms.Term(title: term.title, page: $0, count: term.members.count)
        }
      })
  }

  /// The terms that the page `page` bears and that have a page: that page, by kind and title.
  func links(_ page: Int) -> [ResolvedPage.TermKey: Int] {
    var links: [ResolvedPage.TermKey: Int] = [:]
    let matter = index.pages[page].frontMatter
    func add(_ kind: String, _ title: String) {
      guard let address = index.classification.address(of: title, in: kind),
        let target = index.page(at: address.path)
      else { return }
      links[ResolvedPage.TermKey(kind: kind, title: title)] = target
    }
    for (taxonomy, terms) in matter.terms {
      for term in terms { add(taxonomy, term.text) }
    }
    if let series = matter.series { add("series", series) }
    let people = index.site.configuration.people
    for author in AuthorResolver.resolve(matter.authors, people: people).value {
      add("authors", author.name)
    }
    return links
  }
}
