import Datasets
import Diagnostics
import SiteModel
import Values

/// Gathers what the data say of an entity.
struct EntityResolver {
  let index: SiteIndex
  let references: EntityReferences
  let events: EventIndex

  /// What is known of the page `page`, or nil where it is no entity.
  ///
  /// - Parameter desk: Takes the citations that the rows make.
  func resolve(
    _ page: Int, mentions: [Int], desk: inout CitationDesk
  ) -> ResolvedEntity? {
    guard let collection = index.collection(of: page) else { return nil }
    let own = index.pages[page]
    let stem = String(own.path.dropFirst(collection.name.utf8.count + 1).dropLast(3))
    var facts: [ResolvedEntity.Fact] = []
    var factRow: Int?
    var factCitation: Int?
    var aliases = own.frontMatter.aliases.map(\.text)
    if let dataset = references.catalog[collection.name], let row = row(of: stem, in: dataset) {
      factRow = row
      facts = self.facts(in: dataset, row: row, title: index.titles[page])
      factCitation = desk.cite(dataset, row: row)
      aliases += declaredAliases(in: dataset, row: row).filter { !aliases.contains($0) }
    }
    let rows = references.rows[page, default: []]
    let relations = RelationReader(index: index, catalog: references.catalog)
      .relations(of: page, in: rows, &desk)
    let resolver = EventResolver(index: index, references: references)
    let events = self.events.events(in: rows).map { resolver.resolve($0, on: page, &desk) }
    return ResolvedEntity(
      collection: collection, listing: index.page(at: collection.name + "/index.md"),
      aliases: aliases, facts: facts, factRow: factRow, factCitation: factCitation,
      relations: relations, events: events,
      mentions: mentions.filter { $0 != page })
  }

  /// The row whose key is the entity's stem.
  private func row(of stem: String, in dataset: Dataset) -> Int? {
    guard dataset.primaryKey.count == 1, let key = dataset.primaryKey.first,
      case .texts(let keys) = dataset.column(named: key)
    else { return nil }
    return keys.firstIndex(of: stem)
  }

  private func declaredAliases(in dataset: Dataset, row: Int) -> [String] {
    guard let column = dataset.columnIndex(named: "aliases"),
      case .text(let text) = dataset.columns[column][row]
    else { return [] }
    return dataset.fields[column].items(of: text)
  }

  /// The cells of the row, less the key, the aliases, citations, and a name that is the title.
  private func facts(in dataset: Dataset, row: Int, title: String) -> [ResolvedEntity.Fact] {
    var facts: [ResolvedEntity.Fact] = []
    for (column, field) in dataset.fields.enumerated() {
      if dataset.primaryKey.contains(field.name) || field.name == "aliases" { continue }
      if field.reference == .citation || field.reference == .locator { continue }
      let value = dataset.columns[column][row]
      if value == .missing || value == .text(title) { continue }
      facts.append(ResolvedEntity.Fact(label: field.label, values: values(of: value, field)))
    }
    return facts
  }

  private func values(of value: Value, _ field: Field) -> [ResolvedEntity.FactValue] {
    guard case .text(let text) = value else {
      return [ResolvedEntity.FactValue(value: value, page: nil)]
    }
    return field.items(of: text).map { item in
      var page: Int?
      if case .entity(let collection) = field.reference {
        page = index.entity(item, in: collection)
      }
      return ResolvedEntity.FactValue(
        value: .text(page.map { index.titles[$0] } ?? item), page: page)
    }
  }
}
