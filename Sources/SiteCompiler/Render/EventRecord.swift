import Datasets
import SiteModel
import Values

/// An event as files carry it: taken from its row, without what a page adds.
struct EventRecord {
  let dataset: Dataset
  let row: Int
  let date: EDTFDate
  let label: String
  /// What tells the row from the others of its dataset: its key, or else its number.
  let key: String
  /// Where it is stated: each source's key, with the place in it.
  let sources: [String]

  /// The event in `row` of the dataset `name`; nil where it is none.
  init?(_ name: String, row: Int, in site: ResolvedSite) {
    guard let dataset = site.datasets.first(where: { $0.name == name }),
      let event = dataset.event(inRow: row)
    else { return nil }
    self.dataset = dataset
    self.row = row
    date = event.date
    label = event.label
    let keys = dataset.primaryKey.compactMap { dataset.column(named: $0)?[row].dataText }
    key = keys.isEmpty ? String(row + 1) : keys.joined(separator: ";")
    sources = dataset.citations(inRow: row).map { citation in
      citation.section.map { "\(citation.key), \($0)" } ?? citation.key
    }
  }

  /// `events` as CSV: the date as it was written, the days that it may mean, and in words.
  static func csv(_ events: [EventRecord], in language: Language) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendCSVRow([
      "dataset", "key", "date", "earliest", "latest", "words", "event", "sources",
    ])
    for event in events {
      bytes.appendCSVRow([
        event.dataset.name, event.key, event.date.text, text(event.date.earliest),
        text(event.date.latest), event.date.words(in: language), event.label,
        event.sources.joined(separator: "; "),
      ])
    }
    return bytes
  }

  private static func text(_ day: Day?) -> String { day.map { EDTFDate($0).text } ?? "" }
}
