public import Datasets

extension BoundTable {
  /// Some rows of a dataset with all its columns, in the order of the data: what a dataset's own
  /// page shows.
  ///
  /// - Parameter rows: The rows, from 0, which must exist.
  public static func whole(_ dataset: Dataset, rows: Range<Int>) -> BoundTable {
    let columns = dataset.fields.indices.map { index in
      let field = dataset.fields[index]
      let name = TableSpecification.Name(text: field.name, span: field.span)
      return Column(
        path: FieldPath(column: index),
        specification: TableColumn(field: name),
        link: nil)
    }
    let specification = TableSpecification(
      data: .named(dataset.name, dataset.span), columns: columns.map(\.specification),
      spanners: [], condition: nil, sort: [], groupBy: nil, totals: [], limit: nil, caption: nil,
      source: nil, note: nil, notes: [],
      // One page of many, sorted, would look like the first page of all rows in that order.
      isSortable: rows.count == dataset.rowCount ? nil : false, description: nil)
    return BoundTable(
      specification: specification, dataset: dataset, columns: columns, rows: Array(rows),
      matchingRows: Array(rows), groupBy: nil, totals: [], notes: [])
  }
}
