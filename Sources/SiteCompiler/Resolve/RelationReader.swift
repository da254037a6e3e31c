import Datasets
import SiteModel
import Values

/// Reads the rows that tie entities to one another.
///
/// A dataset holds relations when its rows name one entity each in two columns or more, as an edge
/// list does, and are no events.
struct RelationReader {
  let index: SiteIndex
  let catalog: DatasetCatalog

  /// The relations of the entity on `page` among the rows that name it.
  func relations(
    of page: Int, in rows: [EntityReferences.Row], _ desk: inout CitationDesk
  ) -> [ResolvedEntity.Relation] {
    var relations: [ResolvedEntity.Relation] = []
    for row in rows {
      guard let dataset = catalog[row.dataset], dataset.events == nil else { continue }
      let ends = ends(in: dataset, row: row.row)
      guard ends.count > 1 else { continue }
      let others = ends.filter { $0 != page }
      relations.append(
        ResolvedEntity.Relation(
          dataset: row.dataset, row: row.row, text: text(in: dataset, row: row.row, ends: ends),
          date: date(in: dataset, row: row.row),
          certainty: certainty(in: dataset, row: row.row), others: others,
          citation: desk.cite(dataset, row: row.row)))
    }
    return relations
  }

  /// The pages that the row's columns of single entities name, in their order.
  private func ends(in dataset: Dataset, row: Int) -> [Int] {
    dataset.fields.indices.compactMap { column in
      let field = dataset.fields[column]
      guard case .entity(let collection) = field.reference, field.separator == nil,
        case .text(let stem) = dataset.columns[column][row]
      else { return nil }
      return index.entity(stem, in: collection)
    }
  }

  /// The row's own words: its column `title`, or else its first text that is no key, no citation
  /// and no name of those that it ties.
  private func text(in dataset: Dataset, row: Int, ends: [Int]) -> String {
    let title = dataset.columnIndex(named: "title")
    let words = dataset.fields.indices.filter { column in
      let field = dataset.fields[column]
      return field.kind == .string && field.reference == nil
        && !dataset.primaryKey.contains(field.name)
    }
    for column in [title].compactMap(\.self) + words {
      guard case .text(let text) = dataset.columns[column][row],
        !ends.contains(where: { index.titles[$0] == text })
      else { continue }
      return text
    }
    return dataset.title ?? dataset.name
  }

  /// What the row's column `certainty` says, such as "assumed"; what is stated outright needs no
  /// word.
  private func certainty(in dataset: Dataset, row: Int) -> String? {
    guard case .text(let text) = dataset.column(named: "certainty")?[row], text != "stated" else {
      return nil
    }
    return text
  }

  private func date(in dataset: Dataset, row: Int) -> EDTFDate? {
    for column in dataset.columns {
      if case .date(let date) = column[row] { return date }
    }
    return nil
  }
}
