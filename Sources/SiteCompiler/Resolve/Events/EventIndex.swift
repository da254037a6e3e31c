import Datasets
import Diagnostics
import SiteModel
import Values

/// The events that the site's datasets declare, in the order of time.
struct EventIndex: Sendable {
  /// A row that is an event.
  struct Event: Sendable {
    let row: EntityReferences.Row
    let date: EDTFDate
    let label: String
    /// Where it leads, from the root of `Content/`; nil where nowhere.
    let path: String?
    /// The entities that it names, indexes into the site's pages.
    let entities: [Int]
  }

  /// The events.
  let events: [Event]
  /// The datasets that have any, in the order of the package.
  let datasets: [String]
  /// Which of their links lead out of the site, each at the cell that says so.
  let outsideLinks: [(address: String, span: SourceSpan)]
  /// The files of the publication that they lead to.
  let linkedAssets: Set<String>
  /// Links that lead nowhere, and the like.
  let diagnostics: [Diagnostic]
  private let places: [EntityReferences.Row: Int]

  init(_ index: SiteIndex, _ references: EntityReferences) {
    var entities: [EntityReferences.Row: [Int]] = [:]
    for (page, rows) in references.rows {
      for row in rows { entities[row, default: []].append(page) }
    }
    var events: [Event] = []
    var datasets: [String] = []
    var diagnostics: [Diagnostic] = []
    var outside: [(address: String, span: SourceSpan)] = []
    var assets: Set<String> = []
    for name in index.site.datasets.names {
      guard let dataset = references.catalog[name] else { continue }
      let rows = dataset.eventRows
      guard !rows.isEmpty else { continue }
      let links = EventLinks(dataset, rows.map(\.row), index)
      diagnostics += links.diagnostics
      outside += links.outside
      assets.formUnion(links.assets)
      for (row, date, label) in rows {
        let place = EntityReferences.Row(dataset: name, row: row)
        events.append(
          Event(
            row: place, date: date, label: label, path: links.path(row: row),
            entities: entities[place, default: []].sorted()))
      }
      datasets.append(name)
    }
    // As timelines draw them: what has no beginning stands at its end. Rows of one date stay in the
    // order of the data.
    let keys = events.enumerated().map { place, event -> (Int, Int, Int) in
      let first = event.date.earliest ?? event.date.latest
      return (first?.number ?? Int.max, event.date.latest?.number ?? Int.max, place)
    }
    let order = events.indices.sorted { keys[$0] < keys[$1] }
    self.events = order.map { events[$0] }
    self.datasets = datasets
    self.diagnostics = diagnostics
    outsideLinks = outside
    linkedAssets = assets
    places = Dictionary(
      self.events.enumerated().map { ($1.row, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The event in a row; nil where it is none.
  func event(at row: EntityReferences.Row) -> Event? { places[row].map { events[$0] } }

  /// The events among `rows`, in the order of time.
  func events(in rows: [EntityReferences.Row]) -> [Event] {
    rows.compactMap { places[$0] }.sorted().map { events[$0] }
  }
}

/// Where the events of one dataset lead.
private struct EventLinks {
  private let paths: [Int: String]
  /// What leads out of the site, each at the cell that says so.
  let outside: [(address: String, span: SourceSpan)]
  /// The files of the publication that they lead to.
  let assets: Set<String>
  let diagnostics: [Diagnostic]

  /// The links of the events in `events`; a path is relative to the data's own folder, since many
  /// pages show the event.
  init(_ dataset: Dataset, _ events: [Int], _ index: SiteIndex) {
    guard let link = dataset.events?.link, let front = index.page(at: "index.md"),
      let pattern = LinkPattern.bind(link.text, at: link.span, to: dataset).value
    else {
      paths = [:]
      outside = []
      assets = []
      diagnostics = []
      return
    }
    let folder = SitePath.folder(of: dataset.path ?? "")
    let rows = events.compactMap { row in
      RowLink(row, row: row, of: dataset, pattern, index).map { link in
        var link = link
        link.path = Self.rooted(link.path, in: folder)
        return link
      }
    }
    paths = Dictionary(rows.map { ($0.key, $0.path) }, uniquingKeysWith: { first, _ in first })
    // The front page stands for all pages: what is rooted leads to the same place from each.
    var texts = TextResolver(
      index: index, page: front,
      data: PageDataResolver.PageData(
        page: index.pages[front], catalog: DatasetCatalog(), results: [], values: [:],
        diagnostics: []))
    outside = texts.resolve(rows, of: pattern).outside
    assets = texts.linkedAssets
    diagnostics = texts.diagnostics
  }

  func path(row: Int) -> String? { paths[row] }

  private static func rooted(_ path: String, in folder: String) -> String {
    guard case .local(let target, _, _) = LinkDestination(path), !target.isEmpty else {
      return path
    }
    // What stands behind the path stays as it is, and so does one that leads out of the root.
    let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
    let rooted = SitePath.resolve(String(path[..<end]), in: folder)
    return rooted.map { "/" + $0 + path[end...] } ?? path
  }
}
