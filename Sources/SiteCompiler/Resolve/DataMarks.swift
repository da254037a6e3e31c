import Datasets
import SiteModel
import Values

/// Knows how far each row may go round: as its dataset, or less far where it is marked so itself, or
/// names an entity whose page is, since the page's title is shown in its place.
struct DataMarks {
  private let catalog: DatasetCatalog
  private let marking: Marking
  /// The marks of the rows of those datasets whose rows differ.
  private let rows: [String: [TrafficLight?]]
  /// The narrowest mark of each dataset.
  private let whole: [String: TrafficLight]

  /// - Parameter entities: The marks of pages that rows may name, by the page.
  init(_ references: EntityReferences, _ marking: Marking, entities: [TrafficLight?]) {
    let catalog = references.catalog
    self.catalog = catalog
    self.marking = marking
    var rows: [String: [TrafficLight?]] = [:]
    for name in catalog.names {
      guard let dataset = catalog[name] else { continue }
      let columns = dataset.markColumns
      guard !columns.isEmpty else { continue }
      rows[name] = (0..<dataset.rowCount).map { row in
        if case .mark(let mark) = dataset.mark(ofRow: row, in: columns) { mark } else { nil }
      }
    }
    for (page, named) in references.rows {
      guard let mark = entities[page] else { continue }
      for place in named {
        guard let dataset = catalog[place.dataset] else { continue }
        var own =
          rows[place.dataset] ?? [TrafficLight?](repeating: nil, count: dataset.rowCount)
        own[place.row] = max(own[place.row] ?? mark, mark)
        rows[place.dataset] = own
      }
    }
    self.rows = rows
    whole = Dictionary(
      catalog.names.compactMap { name in
        guard let dataset = catalog[name] else { return nil }
        let marks = (rows[name] ?? []) + [marking.mark(of: dataset)]
        return marks.compactMap(\.self).max().map { (name, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The narrowest mark of the dataset `name`.
  subscript(name: String) -> TrafficLight? { whole[name] }

  /// The narrowest mark of some rows of the dataset `name`.
  func mark(of shown: some Sequence<Int>, in name: String) -> TrafficLight? {
    guard let dataset = catalog[name] else { return nil }
    let own = rows[name].map { marks in shown.compactMap { marks[$0] } } ?? []
    return (own + [marking.mark(of: dataset)].compactMap(\.self)).max()
  }

  /// The mark of rows that were worked out: the narrowest of what they came from.
  func mark(ofResult result: Dataset) -> TrafficLight? {
    result.origins.compactMap { whole[$0] }.max()
  }
}
