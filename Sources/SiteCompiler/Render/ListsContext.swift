import Bytes
import Markdown
import Markup
import SiteModel
import Values

/// What a template may show of the lists of the whole site: terms, figures, pages.
struct ListsContext {
  let page: ResolvedPage
  let addresses: PageAddresses
  let language: Language
  let words: InterfaceWords
  private var site: ResolvedSite { addresses.site }

  private func escaped(_ text: String) -> String { Fragment(text: text).text }
  private func href(_ page: Int) -> TemplateValue { .text(escaped(addresses.href(to: page))) }

  private func title(_ page: Int) -> TemplateValue {
    .text(escaped(site.pages[page].plainTitle))
  }

  // MARK: Terms

  /// The terms of one kind.
  func values(of terms: ResolvedTerms) -> [String: TemplateValue] {
    [
      "kind": .text(escaped(terms.kind)),
      "entries": .list(
        terms.terms.map { term in
          TemplateObject([
            "title": .text(escaped(term.title)), "href": href(term.page),
            "count": .text(NumberWords.grouped(Double(term.count), in: language)),
          ])
        }),
    ]
  }

  // MARK: Figures

  /// Some of the figures of the whole site, each with a small picture where it has one.
  func values(of figures: ResolvedFigures) -> [String: TemplateValue] {
    let pager = Pager(count: figures.pages.count, number: figures.number, language: language) {
      addresses.href(to: figures.pages[$0 - 1])
    }
    return [
      "entries": .list(figures.places.map(figure))
    ].merging(pager.values) { own, _ in own }
  }

  private func figure(_ place: ResolvedFigures.Place) -> TemplateObject {
    let owner = site.pages[place.page]
    let figure = owner.figures[place.figure]
    let picture = SitePath.figureFile(figure.id, "svg", ofPage: owner.parsed.path)
    let number = "\(words[figure.kind.rawValue]) \(figure.number)"
    let anchor = "#" + PercentEncoding.encodePath(figure.id)
    return TemplateObject([
      "number": .text(escaped(number)),
      "title": .text(escaped(figure.caption.document.plainText)),
      "href": .text(escaped(addresses.href(to: place.page) + anchor)),
      "kind": .text(figure.kind.rawValue),
      "picture": figure.fileEndings.contains("svg")
        ? .text(escaped(addresses.href(to: picture))) : .flag(false),
      "page": title(place.page), "pageHref": href(place.page),
    ])
  }

  // MARK: Pages

  /// All pages of the site, folder by folder, and the lists that lead into it.
  var siteMap: [String: TemplateValue] {
    var folders: [(folder: String, pages: [Int])] = []
    var places: [String: Int] = [:]
    for (index, page) in site.pages.enumerated() where isShown(page) {
      let folder = SitePath.folder(of: page.parsed.path)
      if let place = places[folder] {
        folders[place].pages.append(index)
      } else {
        places[folder] = folders.count
        folders.append((folder, [index]))
      }
    }
    return [
      "folders": .list(folders.map { section($0.folder, $0.pages) }),
      "lists": .list(lists.map { TemplateObject(["title": title($0), "href": href($0)]) }),
    ]
  }

  /// Pages that someone wrote, and the first page of each dataset.
  private func isShown(_ page: ResolvedPage) -> Bool {
    guard page.kind != .notFound, page.kind != .siteMap, page.kind != .search else { return false }
    switch page.parsed.generated {
    case nil, .listing, .datasets: return true
    case .dataset(_, let number): return number == 1
    default: return false
    }
  }

  /// The pages that lead to others by something other than the folder.
  private var lists: [Int] {
    site.pages.indices.filter { index in
      switch site.pages[index].parsed.generated {
      case .terms(let address): address.slug == nil
      case .timeline(let address): address == TimelineAddress()
      case .figures(let number): number == 1
      case .sources: true
      default: site.pages[index].kind == .sources
      }
    }
  }

  private func section(_ folder: String, _ pages: [Int]) -> TemplateObject {
    let head = pages.first { site.pages[$0].parsed.isIndex }
    let rest = pages.filter { $0 != head }
      .map { (key: site.pages[$0].plainTitle.lowercased(), page: $0) }
      .sorted { $0 < $1 }.map(\.page)
    let name = folder.isEmpty ? site.configuration.title : String(folder.dropLast())
    return TemplateObject([
      "title": head.map(title) ?? .text(escaped(name)),
      "href": head.map(href) ?? .flag(false),
      "pages": .list(rest.map { TemplateObject(["title": title($0), "href": href($0)]) }),
    ])
  }
}
