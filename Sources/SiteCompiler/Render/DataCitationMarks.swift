import Citations
import Markup

/// Hands out marks to the citations of one table or list that is made from data: to the first of
/// each source, since its rows repeat them and a way back to the table is one way.
struct DataCitationMarks {
  private let place: String
  private let citations: [FormattedCitation]
  private var seen: Set<String> = []

  /// - Parameter place: What ids begin with: the id of the table or list.
  init(place: String, citations: [FormattedCitation]) {
    self.place = place
    self.citations = citations
  }

  /// The mark of the citation `index`, or nil where its sources were cited here before.
  mutating func mark(_ index: Int) -> Fragment.Mark? {
    let keys = citations[index].segments.compactMap { segment -> String? in
      if case .source(let key) = segment.reference { return key }
      return nil
    }
    guard keys.contains(where: { !seen.contains($0) }) else { return nil }
    seen.formUnion(keys)
    return Fragment.Mark(id: "\(place).cite.\(index + 1)", subject: index)
  }
}
