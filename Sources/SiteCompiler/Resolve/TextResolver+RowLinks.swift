import Datasets
import Diagnostics
import SiteModel

/// A path that a block's link makes of one row.
struct RowLink<Key: Hashable> {
  /// The row or cell that is linked.
  let key: Key
  /// The path.
  var path: String
  /// The cell that makes it, where the data have places.
  let cell: SourceSpan?
  /// Whether the cell names an entity that is not there, which was reported as that.
  let isReported: Bool
}

extension RowLink {
  /// Where `pattern` leads from a row; nil where it has nothing to lead by.
  init?(_ key: Key, row: Int, of dataset: Dataset, _ pattern: LinkPattern, _ index: SiteIndex) {
    guard let path = pattern.path(row: row) else { return nil }
    var cell: SourceSpan?
    // Data that were worked out have no places.
    if let column = pattern.column, !dataset.cellSpans.isEmpty {
      cell = dataset.span(row: row, column: column)
    }
    let isReported = pattern.columns.contains { column in
      guard case .entity(let collection) = dataset.fields[column].reference,
        case .text(let text) = dataset.columns[column][row],
        let stem = dataset.fields[column].items(of: text).first
      else { return false }
      return index.entity(stem, in: collection) == nil
    }
    self.init(key: key, path: path, cell: cell, isReported: isReported)
  }
}

/// Where the rows of a block lead.
struct RowAnswers<Key: Hashable> {
  /// The answers, by row or cell.
  var links: [Key: ResolvedLink] = [:]
  /// What leads out of the site, each at the cell that says so.
  var outside: [(address: String, span: SourceSpan)] = []
}

extension TextResolver {
  /// Where the paths lead that `pattern` makes of many rows, each as if it stood on the page.
  ///
  /// A path that leads nowhere is a finding at its cell. Where the link itself must be what is wrong,
  /// or the data have no places, there is one finding at the link, however many rows it has.
  mutating func resolve<Key>(
    _ rows: [RowLink<Key>], of pattern: LinkPattern
  ) -> RowAnswers<Key> {
    var answers: [String: Outcome<LinkResolver.Answer>] = [:]
    var found = RowAnswers<Key>()
    var wrong: [(row: RowLink<Key>, fault: Diagnostic)] = []
    for row in rows {
      let answer = answers[row.path] ?? self.links.resolve(row.path, at: pattern.span, from: page)
      answers[row.path] = answer
      note(answer.value)
      found.links[row.key] = answer.value.link
      if case .external(let address) = answer.value.link {
        found.outside.append((address, row.cell ?? pattern.span))
      }
      if !row.isReported { wrong += answer.diagnostics.map { (row, $0) } }
    }
    let isLinkWrong =
      wrong.count == rows.count(where: { !$0.isReported }) && isWrong(pattern, wrong)
    var whole: [Diagnostic] = []
    for (row, fault) in wrong {
      if !isLinkWrong, let cell = row.cell {
        report([self.fault(fault, of: row, at: cell, pattern)])
      } else if !whole.contains(where: { $0.code == fault.code }) {
        whole.append(fault)
      }
    }
    let total = answers.count
    report(
      whole.map { fault in
        let paths = Set(wrong.lazy.filter { $0.fault.code == fault.code }.map(\.row.path))
        guard paths.count > 1 else { return fault }
        return Diagnostic(
          fault.code, "\(fault.message); \(paths.count) of this link's \(total) paths are wrong",
          at: pattern.span, help: fault.help)
      })
    return found
  }

  /// A fault at the cell that makes the path. Pages of several folders may show the cell, and what it
  /// means depends on the folder.
  private func fault<Key>(
    _ fault: Diagnostic, of row: RowLink<Key>, at cell: SourceSpan, _ pattern: LinkPattern
  ) -> Diagnostic {
    let folder = SitePath.folder(of: index.pages[page].path)
    let isRelative = !row.path.hasPrefix("/") && !folder.isEmpty
    return Diagnostic(
      fault.code, isRelative ? "\(fault.message), seen from '\(folder)'" : fault.message, at: cell,
      labels: [Diagnostic.Label(pattern.span, "the link is made here")], help: fault.help)
  }

  /// Whether a link of which nothing leads anywhere is what is wrong, rather than all of its cells.
  private func isWrong<Key>(
    _ pattern: LinkPattern, _ wrong: [(row: RowLink<Key>, fault: Diagnostic)]
  ) -> Bool {
    if pattern.isColumn { return wrong.count > 1 && !wrong.contains { Self.isPath($0.row.path) } }
    // A single path that is nearly right is a slip in its cell.
    return wrong.contains { $0.row.path != wrong[0].row.path } || wrong.first?.fault.help == nil
  }

  /// Whether a cell holds what could be meant for a path, rather than a name or a number.
  private static func isPath(_ text: String) -> Bool {
    text.utf8.contains { "/.#".utf8.contains($0) }
  }
}
