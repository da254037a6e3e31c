import Datasets
import Diagnostics
import SiteModel

/// Checks the cells that name entities, and finds the rows that name one.
struct EntityReferences: Sendable {
  /// A row of a dataset.
  struct Row: Hashable, Sendable {
    let dataset: String
    let row: Int
  }

  /// The rows that name an entity, by the index of its page; rows in the order of the data.
  let rows: [Int: [Row]]
  /// The datasets, their entity columns knowing what readers call each entity.
  let catalog: DatasetCatalog
  /// The cells that name no entity.
  let diagnostics: [Diagnostic]

  init(_ index: SiteIndex) {
    var rows: [Int: [Row]] = [:]
    var catalog = index.site.datasets
    var diagnostics: [Diagnostic] = []
    let items = CellItems(tree: index.site.tree)
    for name in index.site.datasets.names {
      guard let dataset = index.site.datasets[name] else { continue }
      var labels: [Int: [String: String]] = [:]
      for (column, field) in dataset.fields.enumerated() {
        guard case .entity(let collection) = field.reference else { continue }
        guard case .texts(let values) = dataset.columns[column] else { continue }
        // Without site.yaml nobody can say which collections there are.
        guard index.site.configuration.isComplete else { continue }
        // What a query took from other datasets is looked at there; here it only is to be named.
        let isOwn = dataset.origins.isEmpty
        if isOwn, let fault = Self.unknown(collection, field, index) {
          diagnostics.append(fault)
          continue
        }
        let known = index.entities(in: collection)
        for (row, text) in values.enumerated() {
          for stem in text.map(field.items) ?? [] {
            if let page = index.entity(stem, in: collection) {
              let here = Row(dataset: name, row: row)
              if isOwn, rows[page]?.last != here { rows[page, default: []].append(here) }
              labels[column, default: [:]][stem] = index.titles[page]
            } else if isOwn, let reason = index.reasonToWithhold("\(collection)/\(stem).md") {
              guard index.site.configuration.withheldLinks == .error else { continue }
              diagnostics.append(
                Diagnostic(
                  .linkWithheld, "the page '\(stem)' of the collection '\(collection)' \(reason)",
                  at: items.span(of: stem, in: dataset, row: row, column: column),
                  help: LinkResolver.withheldHelp))
            } else if isOwn, !index.site.tree.isUnreadable("\(collection)/\(stem).md"),
              !index.isWithheldUnread("\(collection)/\(stem).md")
            {
              let help =
                index.isDraft("\(collection)/\(stem).md")
                ? LinkResolver.draftHelp
                : Suggestion.didYouMean(stem, among: known)
                  ?? "write Content/\(collection)/\(stem).md"
              diagnostics.append(
                Diagnostic(
                  .entityMissing, "the collection '\(collection)' has no page '\(stem)'",
                  at: items.span(of: stem, in: dataset, row: row, column: column), help: help))
            }
          }
        }
      }
      if !labels.isEmpty { catalog[name] = dataset.labelling(labels) }
    }
    self.rows = rows
    self.catalog = catalog
    self.diagnostics = diagnostics
  }

  /// What is wrong with a column of a collection that the site does not have: one fault, however
  /// many cells there are.
  private static func unknown(
    _ collection: String, _ field: Field, _ index: SiteIndex
  ) -> Diagnostic? {
    let names = index.site.configuration.collections.map(\.name)
    guard !names.contains(collection) else { return nil }
    return Diagnostic(
      .entityMissing,
      "column '\(field.name)' names pages of '\(collection)', which is no collection of this site",
      at: field.span,
      help: Suggestion.didYouMean(collection, among: names)
        ?? "add '\(collection)' to the collections of site.yaml")
  }
}
