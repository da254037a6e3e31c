import Citations
import Datasets
import SiteModel

/// Gathers the citations of one page in the order in which it makes them.
struct CitationDesk: Sendable {
  /// The citations so far.
  private(set) var citations: [Citation] = []
  private var rows: [RowCitation: Int] = [:]

  /// Takes a citation.
  /// - Returns: Its index among the page's citations.
  mutating func cite(_ citation: Citation) -> Int {
    citations.append(citation)
    return citations.count - 1
  }

  /// Takes what a cell cites; the same cell's words are taken once.
  mutating func cite(_ row: RowCitation) -> Int {
    if let index = rows[row] { return index }
    let index = cite(.cell(key: row.key, locator: row.section))
    rows[row] = index
    return index
  }

  /// Takes what a row cites, or nothing where it cites nothing.
  mutating func cite(_ dataset: Dataset, row: Int) -> Int? {
    dataset.citations(inRow: row).first.map { cite($0) }
  }

  /// Takes what `rows` cite, each source once: with its place in the source where all of its rows
  /// name the same one.
  mutating func citeOnce(_ dataset: Dataset, rows: [Int]) -> [Int] {
    var order: [String] = []
    var sections: [String: Set<String?>] = [:]
    for row in rows {
      for citation in dataset.citations(inRow: row) {
        if sections[citation.key] == nil { order.append(citation.key) }
        sections[citation.key, default: []].insert(citation.section)
      }
    }
    return order.map { key in
      let places = sections[key] ?? []
      let only = places.count == 1 ? places.first.flatMap(\.self) : nil
      return cite(RowCitation(key: key, section: only))
    }
  }
}

extension CitationDesk {
  /// The keys of the sources that its citation `index` cites.
  func sourceKeys(of index: Int) -> [String] { citations[index].items.compactMap(\.sourceKey) }
}

extension Dataset {
  /// What a row cites: the keys in its citation columns, each with the locator behind it.
  func citations(inRow row: Int) -> [RowCitation] {
    var found: [RowCitation] = []
    for (column, field) in fields.enumerated() where field.reference == .citation {
      guard case .text(let text) = columns[column][row] else { continue }
      var section: String?
      if column + 1 < fields.count, fields[column + 1].reference == .locator,
        case .text(let place) = columns[column + 1][row]
      {
        section = place
      }
      found += field.items(of: text).map { RowCitation(key: $0, section: section) }
    }
    return found
  }
}
