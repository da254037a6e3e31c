public import Datasets

extension BoundTable {
  /// Some rows of a dataset with all its columns, in the order of the data: what a dataset's own
  /// page shows.
  ///
  /// Where it shows a part of the rows they may not be sorted: the first would pass for the first of
  /// all.
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
      condition: nil, sort: [], groupBy: nil, totals: [], limit: nil, caption: nil, source: nil,
      note: nil, isSortable: rows.count == dataset.rowCount ? nil : false, description: nil)
    return BoundTable(
      specification: specification, dataset: dataset, columns: columns, rows: Array(rows),
      matchingRows: Array(rows), groupBy: nil, totals: [])
  }
}
