import Diagnostics
import Markdown
import SiteModel
import Values

/// The pages that someone wrote, by what they have in common: topics and the like, authors, series,
/// years.
struct Classification: Sendable {
  /// What some pages have in common.
  struct Term: Sendable {
    /// What it is called in addresses.
    let slug: String
    /// What readers call it, as the first page writes it.
    let title: String
    /// The paths of the pages that bear it.
    var members: [String]
  }

  /// Terms of one kind.
  struct Kind: Sendable {
    /// The name of a taxonomy, or one of `authors`, `series` and `years`.
    let name: String
    /// The terms: years from the last to the first, all others by title.
    let terms: [Term]
  }

  /// The kinds that occur.
  let kinds: [Kind]
  private let addresses: [String: [String: TermAddress]]

  init(_ pages: [ParsedPage], _ configuration: SiteConfiguration) {
    var names = configuration.taxonomies
    for name in ["authors", "series", "years"] where !names.contains(name) { names.append(name) }
    kinds = names.compactMap { name in
      var terms: [Term] = []
      var indexes: [String: Int] = [:]
      // Hardly any term is new, and most are written as they were before.
      var written: [String: Int] = [:]
      // The list of all terms stands at the index.
      var taken: Set<String> = ["index"]
      for page in pages where page.generated == nil && page.path != "404.md" {
        for title in Self.titles(of: page.frontMatter, name, configuration)
        where title.utf8.contains(where: { $0 > 0x20 }) {
          let known = written[title] ?? indexes[Self.key(of: title)]
          if let index = known {
            written[title] = index
            if terms[index].members.last != page.path { terms[index].members.append(page.path) }
            continue
          }
          // Terms that differ by signs alone, such as C and C++, are two.
          let base = Self.short(HeadingID.make(from: title))
          var slug = base
          var number = 1
          while !taken.insert(slug).inserted {
            slug = "\(base)-\(number)"
            number += 1
          }
          written[title] = terms.count
          indexes[Self.key(of: title)] = terms.count
          terms.append(Term(slug: slug, title: title, members: [page.path]))
        }
      }
      guard !terms.isEmpty else { return nil }
      terms.sort { left, right in
        if name == "years", let one = Int(left.title), let other = Int(right.title) {
          return one > other
        }
        return (left.title.lowercased(), left.slug) < (right.title.lowercased(), right.slug)
      }
      return Kind(name: name, terms: terms)
    }
    var addresses: [String: [String: TermAddress]] = [:]
    for kind in kinds {
      for term in kind.terms {
        addresses[kind.name, default: [:]][Self.key(of: term.title)] =
          TermAddress(kind: kind.name, slug: term.slug)
      }
    }
    self.addresses = addresses
  }

  /// The kind called `name`.
  func kind(_ name: String) -> Kind? { kinds.first { $0.name == name } }

  /// The address of the pages that bear `title`; nil where none does.
  func address(of title: String, in kind: String) -> TermAddress? {
    addresses[kind]?[Self.key(of: title)]
  }

  /// The terms of a page, as readers know them.
  private static func titles(
    of page: FrontMatter, _ kind: String, _ configuration: SiteConfiguration
  ) -> [String] {
    if configuration.taxonomies.contains(kind) {
      return page.terms.filter { $0.taxonomy == kind }.flatMap { $0.terms.map(\.text) }
    }
    switch kind {
    case "authors":
      // What is wrong with a name was told at the page.
      return AuthorResolver.resolve(page.authors, people: configuration.people).value.map(\.name)
    case "series": return page.series.map { [$0] } ?? []
    default:
      return page.date.flatMap { $0.latest ?? $0.earliest }.map { [String($0.civil.year)] } ?? []
    }
  }

  /// A slug that may be the name of a file: file systems take 255 bytes at most, of which endings
  /// and the like need some.
  private static func short(_ slug: String) -> String {
    guard slug.utf8.count > 96 else { return slug }
    var kept = ""
    for scalar in slug.unicodeScalars {
      guard kept.utf8.count + UTF8.width(scalar) <= 96 else { break }
      kept.unicodeScalars.append(scalar)
    }
    while kept.hasSuffix("-") { kept.removeLast() }
    return kept
  }

  /// What makes two ways to write a term one: case does not count.
  private static func key(of title: String) -> String { title.lowercased() }
}
