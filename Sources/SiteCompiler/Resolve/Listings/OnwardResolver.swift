import SiteModel
import Values

/// Works out where readers may go from a page.
struct OnwardResolver {
  /// How many related pages a page leads to.
  private static let relatedCount = 4
  /// What more pages than this have in common tells nothing of two of them.
  private static let commonLimit = 150

  private let index: SiteIndex
  private let terms: TermResolver
  /// The pages of each series in order.
  private let series: [String: [Int]]
  /// The pages that a topic or an entity joins.
  private let joined: [Subject: [Int]]
  private let subjects: [Int: [Subject]]
  /// The pages' languages and dates; what has no date has the oldest.
  private let languages: [String]
  private let dates: [Int]

  /// What two pages may have in common.
  private enum Subject: Hashable {
    case term(TermAddress)
    case entity(Int)

    /// How much it counts that two pages have it in common.
    var weight: Double {
      switch self {
      case .term: 3
      case .entity: 1
      }
    }
  }

  /// - Parameter links: The pages that each page links to, in order, by its index.
  init(_ index: SiteIndex, links: [[Int]]) {
    self.index = index
    terms = TermResolver(index: index)
    var series: [String: [Int]] = [:]
    var joined: [Subject: [Int]] = [:]
    var subjects: [Int: [Subject]] = [:]
    for (number, page) in index.pages.enumerated() where Self.isText(number, index) {
      if let name = page.frontMatter.series { series[name, default: []].append(number) }
      var own: [Subject] = []
      for (taxonomy, terms) in page.frontMatter.terms {
        for term in terms {
          guard let address = index.classification.address(of: term.text, in: taxonomy)
          else { continue }
          if !own.contains(.term(address)) { own.append(.term(address)) }
        }
      }
      for target in links[number] where index.collection(of: target) != nil {
        own.append(.entity(target))
      }
      for subject in own { joined[subject, default: []].append(number) }
      subjects[number] = own
    }
    self.series = series.mapValues { pages in
      pages.sorted { Self.key($0, index) < Self.key($1, index) }
    }
    self.joined = joined
    self.subjects = subjects
    languages = index.pages.indices.map { index.languageTag(of: $0) }
    dates = index.pages.map { $0.frontMatter.date?.latest?.number ?? Int.min + 1 }
  }

  /// Where readers may go from the page `page`.
  /// - Parameter mentions: The pages that link to it, in the order of readers.
  func resolve(_ page: Int, mentions: [Int]) -> ResolvedPage.Onward {
    var onward = ResolvedPage.Onward()
    onward.terms = terms.links(page)
    guard Self.isText(page, index) else { return onward }
    onward.mentions = mentions.filter { $0 != page }
    if let name = index.pages[page].frontMatter.series, let pages = series[name],
      let place = pages.firstIndex(of: page)
    {
      onward.previous = place > 0 ? pages[place - 1] : nil
      onward.next = place + 1 < pages.count ? pages[place + 1] : nil
    }
    onward.related = related(page)
    return onward
  }

  /// Pages with much in common: what few pages share counts more.
  private func related(_ page: Int) -> [Int] {
    let subjects = (subjects[page] ?? []).compactMap { subject -> (pages: [Int], weight: Double)? in
      guard let pages = joined[subject], pages.count <= Self.commonLimit else { return nil }
      return (pages, subject.weight / Double(pages.count))
    }
    // The pages of each subject come in order: one pass over all of them adds up what each has.
    var places = subjects.map { _ in 0 }
    var best: [(score: Double, page: Int)] = []
    while true {
      var next = Int.max
      for (subject, place) in zip(subjects, places) where place < subject.pages.count {
        next = min(next, subject.pages[place])
      }
      guard next < Int.max else { break }
      var score = 0.0
      for (number, subject) in subjects.enumerated()
      where places[number] < subject.pages.count && subject.pages[places[number]] == next {
        score += subject.weight
        places[number] += 1
      }
      guard next != page, languages[next] == languages[page] else { continue }
      // Of hundreds that have something in common few are shown, which are found without a sort.
      if best.count == Self.relatedCount, let last = best.last, !precedes((score, next), last) {
        continue
      }
      let place = best.firstIndex { precedes((score, next), $0) } ?? best.count
      best.insert((score, next), at: place)
      if best.count > Self.relatedCount { best.removeLast() }
    }
    return best.map(\.page)
  }

  /// Whether the first has more in common with a page, or as much and is newer.
  private func precedes(
    _ left: (score: Double, page: Int), _ right: (score: Double, page: Int)
  ) -> Bool {
    if left.score != right.score { return left.score > right.score }
    if dates[left.page] != dates[right.page] { return dates[left.page] > dates[right.page] }
    return left.page < right.page
  }

  /// Whether a page is a text of its own, rather than a list or an entity.
  private static func isText(_ page: Int, _ index: SiteIndex) -> Bool {
    let own = index.pages[page]
    return own.generated == nil && !own.isIndex && own.path != "404.md"
      && own.path != SitePath.sources && index.collection(of: page) == nil
  }

  /// Where a page stands in its series: by its number, then by its date, then by its title.
  private static func key(_ page: Int, _ index: SiteIndex) -> (Int, Int, String) {
    let matter = index.pages[page].frontMatter
    return (
      matter.number.flatMap { Int($0) } ?? Int.max, matter.date?.latest?.number ?? Int.max,
      index.sortKey(of: page)
    )
  }
}
