import Diagnostics
import SiteModel

/// A path that a block's link makes of one row.
struct RowLink<Key: Hashable> {
  /// The row or cell that is linked.
  let key: Key
  /// The path.
  let path: String
  /// The row in the data.
  let row: SourceSpan
}

extension TextResolver {
  /// Where the paths lead that the link at `span` makes of many rows, each as if it stood on the
  /// page.
  ///
  /// One link can be wrong in every row, and one mistake is one finding: faults with the same code
  /// are told as the first of them. Where some rows are right, the rows that are not are pointed at.
  mutating func resolve<Key>(
    _ rows: [RowLink<Key>], at span: SourceSpan
  ) -> [Key: ResolvedLink] {
    var links: [Key: ResolvedLink] = [:]
    var faults: [(first: Diagnostic, rows: [RowLink<Key>], paths: Set<String>)] = []
    for row in rows {
      var found: [Diagnostic] = []
      let answer = self.links.resolve(row.path, at: span, from: page).take(into: &found)
      if let target = answer.page { mention(target) }
      links[row.key] = answer.link
      for diagnostic in found {
        if let index = faults.firstIndex(where: { $0.first.code == diagnostic.code }) {
          // A path that several rows make is one fault.
          if faults[index].paths.insert(row.path).inserted { faults[index].rows.append(row) }
        } else {
          faults.append((diagnostic, [row], [row.path]))
        }
      }
    }
    let total = Set(rows.map(\.path)).count
    report(faults.map { Self.gathered($0.first, $0.rows, of: total) })
    return links
  }

  private static func gathered<Key>(
    _ first: Diagnostic, _ rows: [RowLink<Key>], of total: Int
  ) -> Diagnostic {
    guard let span = first.span, total > 1 else { return first }
    let message =
      rows.count == 1
      ? first.message : "\(first.message); \(rows.count) of this link's \(total) paths are wrong"
    // Where all are wrong the link is, and no row.
    let labels =
      rows.count == total
      ? [] : rows.prefix(3).map { Diagnostic.Label($0.row, "this row leads to '\($0.path)'") }
    return Diagnostic(first.code, message, at: span, labels: labels, help: first.help)
  }
}
