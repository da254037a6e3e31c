import Bytes
import SiteModel

/// The pages of a site that a search can find, numbered from 0 in their order.
struct SearchPages: Sendable {
  /// How many pages are looked at as one: the more there are, the fewer words are met for the first
  /// time.
  private static let runLengths = 128...1_024

  private let site: ResolvedSite
  private let words: InterfaceWords
  /// The pages, indexes into the site's.
  let indexes: [Int]

  init(_ site: ResolvedSite) {
    self.site = site
    words = InterfaceWords(site.words, of: site.configuration)
    indexes = site.pages.indices.filter { SearchPage.isWanted(site.pages[$0]) }
  }

  /// How many there are.
  var count: Int { indexes.count }

  /// By which they are known, in their order.
  var order: ContentDigest {
    var order = ContentDigest()
    for index in indexes { order.add(site.pages[index].parsed.path) }
    return order
  }

  /// The languages whose rules cut words on the site's pages.
  var languages: [String] {
    var languages: Set<String> = []
    for page in site.pages {
      let tag = site.configuration.languageTag(of: page.parsed.frontMatter)
      if let rules = Stemmer.rules(of: tag) { languages.insert(rules) }
    }
    return Stemmer.languages.filter(languages.contains)
  }

  /// What the page `number` says.
  subscript(number: Int) -> SearchPage? {
    SearchPage(site.pages[indexes[number]], in: site, words: words)
  }

  /// What those with these numbers say, in runs.
  func runs(_ numbers: [Int], workers: Int) async -> [SearchRun] {
    let limits = Self.runLengths
    let length = min(limits.upperBound, max(limits.lowerBound, numbers.count / (workers * 4)))
    let starts = Array(stride(from: 0, to: numbers.count, by: length))
    return await ParallelMap.map(starts, workers: workers) { start in
      let numbers = numbers[start..<min(start + length, numbers.count)]
      return SearchRun(numbers.lazy.compactMap { self[$0] })
    }
  }
}
