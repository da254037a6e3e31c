import Diagnostics

/// Checks that what refers to rows of another resource, or of its own, finds them.
struct ForeignKeyCheck {
  /// Keys beyond which none is searched for one that was meant.
  private static let suggestionLimit = 2_000

  let datasets: [String: ReadDataset]
  /// The resources whose data could not be read.
  let unreadable: Set<String>
  /// Every name that a reference may name, for suggestions.
  let names: [String]

  /// The faults of all foreign keys of one dataset.
  func check(_ read: ReadDataset) -> [Diagnostic] {
    (read.schema?.foreignKeys ?? []).flatMap { check($0, of: read) }
  }

  private func check(_ key: ForeignKeyDescriptor, of read: ReadDataset) -> [Diagnostic] {
    let targetName = key.resource.isEmpty ? read.dataset.name : key.resource
    guard let target = datasets[targetName] else {
      guard !unreadable.contains(targetName) else { return [] }
      return [
        Diagnostic(
          .datasetMissing, "a foreign key refers to '\(targetName)', and there is no such resource",
          at: key.resourceSpan, help: Suggestion.didYouMean(targetName, among: names))
      ]
    }
    var diagnostics: [Diagnostic] = []
    let there = key.referenced.compactMap { field -> Int? in
      // A key is made of whole columns, never of the parts that estimates and dates have.
      if let column = target.dataset.columnIndex(named: field.name) { return column }
      diagnostics += target.dataset.path(named: field.name, at: field.span).diagnostics
      if diagnostics.isEmpty {
        diagnostics.append(
          Diagnostic(
            .packageInvalid, "a foreign key refers to whole columns, not to '\(field.name)'",
            at: field.span))
      }
      return nil
    }
    let here = key.fields.compactMap { read.dataset.columnIndex(named: $0.name) }
    guard there.count == key.referenced.count, here.count == key.fields.count else {
      return diagnostics
    }
    for (field, pair) in zip(key.referenced, zip(here, there)) {
      let kinds = (read.dataset.fields[pair.0].kind, target.dataset.fields[pair.1].kind)
      guard !kinds.0.isComparable(with: kinds.1) else { continue }
      diagnostics.append(
        Diagnostic(
          .packageInvalid,
          "this foreign key refers from \(kinds.0.plural) to \(kinds.1.plural)", at: field.span,
          help: "give both fields one type"))
    }
    guard diagnostics.isEmpty else { return diagnostics }
    return check(here, of: read, against: there, of: target)
  }

  private func check(
    _ here: [Int], of read: ReadDataset, against there: [Int], of target: ReadDataset
  ) -> [Diagnostic] {
    var known: Set<[Value]> = []
    for row in 0..<target.dataset.rowCount {
      known.insert(there.map { target.value(row: row, column: $0) })
    }
    var faults = LimitedDiagnostics(limit: CSVReader.faultLimit)
    let list = here.count == 1 && read.dataset.fields[here[0]].separator != nil
    for row in 0..<read.dataset.rowCount {
      let values = here.map { read.value(row: row, column: $0) }
      // A reference without any value refers to nothing; so does one whose cell was faulty.
      guard values.contains(where: { $0 != .missing }) else { continue }
      if list, case .text(let text) = values[0] {
        for item in read.dataset.fields[here[0]].items(of: text)
        where !known.contains([.text(item)]) {
          faults.add(
            missing(
              "'\(item.shortened)'", item, read.span(ofItem: item, row: row, column: here[0]),
              there, target), kind: "missing")
        }
      } else if !known.contains(values) {
        let sole = here.count == 1 ? read.cell(row: row, column: here[0]) : nil
        faults.add(
          missing(
            read.words(here, row), sole.map(read.table.text),
            read.dataset.span(row: row, column: here[0]), there, target), kind: "missing")
      }
    }
    return faults.finish()
  }

  private func missing(
    _ words: String, _ text: String?, _ span: SourceSpan, _ there: [Int], _ target: ReadDataset
  ) -> Diagnostic {
    let names = there.map { "'\(target.dataset.fields[$0].name)'" }.joined(separator: ", ")
    var help: String?
    if let text, let column = there.first, target.dataset.rowCount <= Self.suggestionLimit {
      let texts = (0..<target.dataset.rowCount).compactMap { row in
        target.cell(row: row, column: column).map(target.table.text)
      }
      help = Suggestion.didYouMean(text, among: texts)
    }
    return Diagnostic(
      .foreignKeyMissing,
      "no row of '\(target.dataset.name)' has \(words) in \(there.count == 1 ? "column" : "columns") "
        + names, at: span, help: help)
  }
}
