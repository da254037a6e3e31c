/// What a page of the publication's timeline shows.
public struct ResolvedTimeline: Sendable {
  /// A page that shows another part of the events.
  public struct Choice: Sendable {
    /// The dataset's title; nil for all, and for a year.
    public let title: String?
    /// The year, astronomical; nil for all, and for a dataset.
    public let year: Int?
    /// The page, an index into the site's pages.
    public let page: Int
    /// How many events it shows that begin there.
    public let count: Int
    /// Whether it is this page.
    public let isCurrent: Bool

    /// The choice of `page`.
    public init(title: String? = nil, year: Int? = nil, page: Int, count: Int, isCurrent: Bool) {
      self.title = title
      self.year = year
      self.page = page
      self.count = count
      self.isCurrent = isCurrent
    }
  }

  /// The events that begin in one year.
  public struct Group: Sendable {
    /// The year, astronomical; nil where none is known.
    public let year: Int?
    /// The year's own page, an index into the site's pages, where that is another.
    public let page: Int?
    /// The events in order, as far as the page shows them.
    public let events: [ResolvedEvent]
    /// How many there are in all.
    public let count: Int

    /// The events of `year`.
    public init(year: Int?, page: Int?, events: [ResolvedEvent], count: Int) {
      self.year = year
      self.page = page
      self.events = events
      self.count = count
    }
  }

  /// What part of the events it shows.
  public let address: TimelineAddress
  /// The years, in order, in which events begin.
  public let years: [Choice]
  /// The datasets, all of them first; empty where there is only one.
  public let datasets: [Choice]
  /// What began before the year of the page and may reach into it.
  public let earlier: [ResolvedEvent]
  /// The events by the years in which they begin.
  public let groups: [Group]
  /// How many events there are.
  public let count: Int
  /// The events in the page's files: the dataset and the row of each.
  public let rows: [(dataset: String, row: Int)]

  /// What the page at `address` shows.
  public init(
    address: TimelineAddress, years: [Choice], datasets: [Choice], earlier: [ResolvedEvent],
    groups: [Group], count: Int, rows: [(dataset: String, row: Int)]
  ) {
    self.address = address
    self.years = years
    self.datasets = datasets
    self.earlier = earlier
    self.groups = groups
    self.count = count
    self.rows = rows
  }
}
