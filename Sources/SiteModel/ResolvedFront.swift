/// What the front page leads with.
public struct ResolvedFront: Sendable {
  /// What matters: the pages that its front matter names, or else the newest; indexes into the site's
  /// pages.
  public let leads: [Int]
  /// What is new: the pages that were dated or changed last, the newest first, less the leads.
  public let news: [Int]
  /// What most pages are about, the most frequent first.
  public let topics: [ResolvedTerms.Term]

  /// A front page with `leads`.
  public init(leads: [Int], news: [Int], topics: [ResolvedTerms.Term]) {
    self.leads = leads
    self.news = news
    self.topics = topics
  }

  /// The pages that it shows before its sections.
  public var shown: Set<Int> { Set(leads).union(news) }
}
