import Datasets
import SiteModel
import Values

/// Says which mark something bears, and whether an audience may see it.
struct Marking: Sendable {
  /// The mark of what bears none of its own, as site.yaml says.
  let standard: TrafficLight?

  init(_ configuration: SiteConfiguration) {
    standard = configuration.trafficLight
  }

  /// The mark of a page that someone wrote; nil where it has none, or a slip in the place of one.
  func mark(of page: ParsedPage) -> TrafficLight? {
    let matter = page.frontMatter
    return matter.hasMisspeltMark ? nil : matter.trafficLight ?? standard
  }

  /// The mark of a dataset as a whole; its rows may be marked more narrowly.
  func mark(of dataset: Dataset) -> TrafficLight? { dataset.marking ?? standard }

  /// The mark of some rows of a dataset, the narrowest that any bears and never wider than the
  /// dataset's own.
  func mark(of dataset: Dataset, rows: some Sequence<Int>) -> TrafficLight? {
    [mark(of: dataset), dataset.narrowestMark(ofRows: rows)].compactMap(\.self).max()
  }

  /// The rows of a dataset that `audience` may see; one whose mark cannot be read is for nobody.
  static func rows(of dataset: Dataset, for audience: TrafficLight) -> [Int] {
    let columns = dataset.markColumns
    return (0..<dataset.rowCount).filter { row in
      switch dataset.mark(ofRow: row, in: columns) {
      case .none: true
      case .mark(let mark): mark <= audience
      case .invalid: false
      }
    }
  }
}
