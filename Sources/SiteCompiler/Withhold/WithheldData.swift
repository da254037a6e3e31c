import Datasets
import Diagnostics
import SiteModel
import Values

/// Takes out the datasets, rows and queries that an audience may not see.
struct WithheldData {
  let audience: TrafficLight
  let marking: Marking

  /// Takes them out of `shown`; `site` has everything.
  func apply(to shown: inout ParsedSite, of site: ParsedSite) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var narrowed: Set<String> = []
    for name in site.datasets.names {
      guard let dataset = site.datasets[name] else { continue }
      guard let mark = marking.mark(of: dataset), mark <= audience else {
        let mark = marking.mark(of: dataset)
        if mark == nil {
          diagnostics.append(Withholding.unmarked("the dataset '\(name)'", at: dataset.span))
        }
        shown.datasets.withhold(name, because: audience.reasonToWithhold(mark))
        continue
      }
      let rows = Marking.rows(of: dataset, for: audience)
      guard rows.count < dataset.rowCount else { continue }
      shown.datasets[name] = dataset.selecting(rows: rows)
      narrowed.insert(name)
    }
    withholdQueries(of: site, in: &shown)
    return diagnostics + danglingKeys(to: narrowed, in: &shown)
  }

  /// Withholds the queries that read what is withheld: what they ask would tell of it.
  private func withholdQueries(of site: ParsedSite, in shown: inout ParsedSite) {
    guard !site.queries.isEmpty, !shown.datasets.withheldNames.isEmpty else { return }
    // Which tables a query reads is found out over empty ones; what is wrong with it is told later.
    let empty = DatasetCatalog(
      site.datasets.names.compactMap { site.datasets[$0]?.selecting(rows: []) })
    let origins = Dictionary(
      QueryDatabase(empty).run(site.queries).value.map { ($0.name, $0.origins) },
      uniquingKeysWith: { first, _ in first })
    var isChanged = true
    while isChanged {
      isChanged = false
      for query in shown.queries {
        let withheld = (origins[query.name] ?? []).first { name in
          shown.datasets.reasonToWithhold(name) != nil
        }
        guard let withheld else { continue }
        shown.datasets.withhold(
          query.name, because: "reads '\(withheld)', which is not for \(audience.label)")
        shown.queries.removeAll { $0.name == query.name }
        isChanged = true
      }
    }
  }

  /// Rows that lead by a foreign key to rows that are withheld: the published package would not
  /// keep its word. Where links may become text, the key goes.
  private func danglingKeys(
    to narrowed: Set<String>, in shown: inout ParsedSite
  ) -> [Diagnostic] {
    guard !narrowed.isEmpty else { return [] }
    var diagnostics: [Diagnostic] = []
    for name in shown.datasets.names {
      guard let dataset = shown.datasets[name] else { continue }
      var dropped: Set<ForeignKey> = []
      for key in dataset.foreignKeys where narrowed.contains(key.dataset) {
        guard let target = shown.datasets[key.dataset] else { continue }
        let rows = dataset.rowsWithoutTarget(of: key, in: target)
        guard let first = rows.first else { continue }
        guard shown.configuration.withheldLinks == .error else {
          dropped.insert(key)
          continue
        }
        diagnostics.append(fault(key, of: dataset, row: first, count: rows.count))
      }
      if !dropped.isEmpty { shown.datasets[name] = dataset.droppingForeignKeys(dropped) }
    }
    return diagnostics
  }

  private func fault(
    _ key: ForeignKey, of dataset: Dataset, row: Int, count: Int
  ) -> Diagnostic {
    let column = key.fields.first.flatMap(dataset.columnIndex(named:)) ?? 0
    let others = count == 1 ? "" : "; so do \(count - 1) more"
    return Diagnostic(
      .linkWithheld,
      "this row leads to a row of '\(key.dataset)' that is not for \(audience.label)\(others)",
      at: dataset.span(row: row, column: column), help: LinkResolver.withheldHelp)
  }
}
