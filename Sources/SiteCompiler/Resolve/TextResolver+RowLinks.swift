import Diagnostics
import SiteModel

/// A path that a block's link makes of one row.
struct RowLink<Key: Hashable> {
  /// The row or cell that is linked.
  let key: Key
  /// The path.
  let path: String
  /// The cell that makes it, where the data have places.
  let cell: SourceSpan?
}

extension TextResolver {
  /// Where the paths lead that the link at `span` makes of many rows, each as if it stood on the
  /// page.
  ///
  /// One link can be wrong in every row, and one mistake is one finding, at the link. Where some rows
  /// are right, each cell that is not is a finding of its own, at the cell.
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
    // Two blocks may show one cell.
    func bare(_ fault: Diagnostic) -> Diagnostic {
      Diagnostic(fault.code, fault.message, at: fault.span)
    }
    let found = faults.flatMap { Self.gathered($0.first, $0.rows, of: total) }
    guard !found.isEmpty else { return links }
    let known = Set(diagnostics.map(bare))
    report(found.filter { !known.contains(bare($0)) })
    return links
  }

  /// How many cells with the same fault are told one by one.
  private static var cellLimit: Int { 50 }

  /// Each cell that leads nowhere, at its place in the data; where all of them do, or the data have
  /// no places, the block's link.
  private static func gathered<Key>(
    _ first: Diagnostic, _ rows: [RowLink<Key>], of total: Int
  ) -> [Diagnostic] {
    guard let span = first.span, total > 1 else { return [first] }
    let message =
      rows.count == 1
      ? first.message : "\(first.message); \(rows.count) of this link's \(total) paths are wrong"
    let whole = Diagnostic(first.code, message, at: span, labels: first.labels, help: first.help)
    // Where all are wrong the link is, and no cell.
    guard rows.count < total else { return [whole] }
    let cells = rows.prefix(cellLimit).compactMap { row -> Diagnostic? in
      guard let cell = row.cell, cell.file != span.file else { return nil }
      return Diagnostic(
        first.code, first.message.replacing("'\(rows[0].path)'", with: "'\(row.path)'"), at: cell,
        labels: [Diagnostic.Label(span, "the link is made here")],
        help: row.path == rows[0].path ? first.help : nil)
    }
    return cells.count == min(rows.count, cellLimit) ? cells : [whole]
  }
}
