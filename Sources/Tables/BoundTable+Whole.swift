public import Datasets

extension BoundTable {
  /// Some rows of a dataset with all its columns, in the order of the data: what a dataset's own
  /// page shows.
  ///
  /// - Parameter rows: The rows, from 0, which must exist.
  public static func whole(_ dataset: Dataset, rows: Range<Int>) -> BoundTable {
    chosen(
      dataset, columns: Array(dataset.fields.indices), rows: Array(rows), of: Array(rows),
      isSortable: rows.count == dataset.rowCount ? nil : false)
  }

  /// The rows and columns of a dataset that a chart shows, for those who would rather read them.
  ///
  /// - Parameters:
  ///   - columns: The columns, from 0, which must exist.
  ///   - rows: The rows, from 0, which must exist.
  ///   - limit: How many rows are written; where there are more, the table says so.
  public static func shown(
    _ dataset: Dataset, columns: [Int], rows: [Int], limit: Int
  ) -> BoundTable {
    chosen(
      dataset, columns: columns, rows: Array(rows.prefix(limit)), of: rows, isSortable: false)
  }

  private static func chosen(
    _ dataset: Dataset, columns: [Int], rows: [Int], of matching: [Int], isSortable: Bool?
  ) -> BoundTable {
    let columns = columns.map { index in
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
      isSortable: isSortable, description: nil)
    return BoundTable(
      specification: specification, dataset: dataset, columns: columns, rows: rows,
      matchingRows: matching, groupBy: nil, totals: [], notes: [])
  }
}
