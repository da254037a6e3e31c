import Datasets
import SiteModel
import Values

/// Works out what each page of the publication's timeline shows.
struct TimelineResolver {
  /// From how many events on the pages of years list them and the page above does not.
  static let wholeLimit = 400
  /// How many years the page of one leads to on either side, where there are more than twice as many
  /// as that; the page above leads to all.
  static let nearYears = 20
  /// How many events a list shows; the files have all.
  static let listLimit = 1_000

  private let index: SiteIndex
  private let references: EntityReferences
  private let events: EventIndex
  /// The events of all datasets, and of each by itself, by the years in which they begin; what has
  /// no known year stands last.
  private let byYear: [String?: [(year: Int?, events: [EventIndex.Event])]]

  init(index: SiteIndex, references: EntityReferences, events: EventIndex) {
    self.index = index
    self.references = references
    self.events = events
    var parts: [String?: [EventIndex.Event]] = [nil: events.events]
    for (name, own) in Dictionary(grouping: events.events, by: \.row.dataset) {
      parts[name] = own
    }
    byYear = parts.mapValues(Self.byYear)
  }

  /// What the page `page` shows, or nil where it is no page of the timeline.
  ///
  /// - Parameter desk: Takes the citations of the events that it lists.
  func resolve(_ page: Int, _ desk: inout CitationDesk) -> ResolvedTimeline? {
    guard case .timeline(let address)? = index.pages[page].generated else { return nil }
    let parts = byYear[address.dataset] ?? []
    var earlier: [EventIndex.Event] = []
    var groups: [(year: Int?, events: [EventIndex.Event])] = []
    if let year = address.year {
      groups = parts.filter { $0.year == year }
      earlier = parts.filter { ($0.year ?? year) < year }.flatMap {
        Self.reaching(year, of: $0.events)
      }
    } else {
      groups = parts
    }
    let total = parts.reduce(0) { $0 + $1.events.count }
    let isWhole = address.year != nil || total <= Self.wholeLimit
    let resolver = EventResolver(index: index, references: references)
    // Where the list would be too long, the links to the years stand for it.
    let listed = isWhole ? groups : groups.filter { $0.year == nil }
    let shown = listed.map { group in
      ResolvedTimeline.Group(
        year: group.year,
        page: address.year == nil
          ? group.year.flatMap { self.page(address.dataset, $0) } : nil,
        events: group.events.prefix(Self.listLimit).map { resolver.resolve($0, on: page, &desk) },
        count: group.events.count)
    }
    let rows = earlier + groups.flatMap(\.events)
    return ResolvedTimeline(
      address: address, years: years(parts, address), datasets: datasets(address),
      earlier: earlier.prefix(Self.listLimit).map { resolver.resolve($0, on: page, &desk) },
      groups: shown, count: rows.count,
      rows: rows.map { ($0.row.dataset, $0.row.row) })
  }

  private func page(_ dataset: String?, _ year: Int?) -> Int? {
    index.page(at: TimelineAddress(dataset: dataset, year: year).path)
  }

  private static func byYear(
    _ events: [EventIndex.Event]
  ) -> [(year: Int?, events: [EventIndex.Event])] {
    let grouped = Dictionary(grouping: events, by: \.date.beginningYear)
    let years = grouped.keys.compactMap(\.self).sorted()
    return years.map { ($0, grouped[$0] ?? []) }
      + (grouped[nil].map { [(nil, $0)] } ?? [])
  }

  /// Which of `events`, which began before `year`, may reach into it.
  private static func reaching(
    _ year: Int, of events: [EventIndex.Event]
  ) -> [EventIndex.Event] {
    let whole = EDTFDate.year(year)
    return events.filter { event in
      // What ends nobody knows when may have ended at once.
      if event.date.latest == nil, event.date.end != .open { return false }
      return event.date.mayOverlap(whole)
    }
  }

  private func years(
    _ parts: [(year: Int?, events: [EventIndex.Event])], _ address: TimelineAddress
  ) -> [ResolvedTimeline.Choice] {
    near(address.year, in: parts).compactMap { year, events in
      guard let year, let page = page(address.dataset, year) else { return nil }
      return ResolvedTimeline.Choice(
        year: year, page: page, count: events.count, isCurrent: year == address.year)
    }
  }

  /// The years about `year`, so that pages of thousands of years do not each lead to thousands.
  private func near(
    _ year: Int?, in parts: [(year: Int?, events: [EventIndex.Event])]
  ) -> ArraySlice<(year: Int?, events: [EventIndex.Event])> {
    guard parts.count > 2 * Self.nearYears + 1, let year,
      let place = parts.firstIndex(where: { $0.year == year })
    else { return parts[...] }
    return parts[max(0, place - Self.nearYears)..<min(parts.count, place + Self.nearYears + 1)]
  }

  /// All datasets, then each by itself: in the year of the page where it has events in it.
  private func datasets(_ address: TimelineAddress) -> [ResolvedTimeline.Choice] {
    guard events.datasets.count > 1 else { return [] }
    let names: [String?] = [nil] + events.datasets.map(Optional.some)
    return names.compactMap { name in
      let parts = byYear[name] ?? []
      let count = parts.filter { address.year == nil || $0.year == address.year }
        .reduce(0) { $0 + $1.events.count }
      guard let page = count == 0 ? page(name, nil) : page(name, address.year) else { return nil }
      return ResolvedTimeline.Choice(
        title: name.map { references.catalog[$0]?.title ?? $0 }, page: page, count: count,
        isCurrent: name == address.dataset)
    }
  }
}
