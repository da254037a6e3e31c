import Values

/// Rows of named values between the steps of a chart: what a transform takes and gives.
///
/// Columns are kept apart, all of one length, since most steps read one or two of them. Every row
/// remembers which row of the dataset it was, as long as it is one.
struct ChartTable: Sendable {
  /// The columns' names, in order; unique.
  private(set) var names: [String]
  /// The columns, as many as there are names.
  private(set) var columns: [[Datum]]
  /// How many rows there are.
  private(set) var rowCount: Int
  /// The row of the dataset that each row was, from 0; nil once rows were made of several.
  private(set) var origins: [Int]?

  /// A table of these columns, all of the length `rowCount`.
  init(names: [String] = [], columns: [[Datum]] = [], rowCount: Int, origins: [Int]? = nil) {
    self.names = names
    self.columns = columns
    self.rowCount = rowCount
    self.origins = origins
  }

  /// The index of the column called `name`.
  func index(of name: String) -> Int? { names.firstIndex(of: name) }

  /// The column called `name`, or nil where there is none.
  func column(_ name: String) -> [Datum]? { index(of: name).map { columns[$0] } }

  /// Puts `values`, one a row, in place of the column called `name`, or adds them as the last.
  mutating func set(_ name: String, to values: [Datum]) {
    if let index = index(of: name) {
      columns[index] = values
    } else {
      names.append(name)
      columns.append(values)
    }
  }

  /// The rows at `indexes`, in their order; one may stand in it several times.
  func rows(at indexes: [Int]) -> ChartTable {
    ChartTable(
      names: names, columns: columns.map { column in indexes.map { column[$0] } },
      rowCount: indexes.count, origins: origins.map { origins in indexes.map { origins[$0] } })
  }

  /// The rows for which `isKept` says so.
  func filter(_ isKept: (Int) -> Bool) -> ChartTable {
    rows(at: (0..<rowCount).filter(isKept))
  }

  /// The values of a field, one a row: a column of just that name, or else a path into one such as
  /// `fighters.low`, `argmax_price.symbol` or `tags[0]`; nil where the first name of the path is no
  /// column.
  func values(of field: String) -> [Datum]? {
    if let column = column(field) { return column }
    guard let path = DatumPath(field), let column = column(path.first) else { return nil }
    guard !path.steps.isEmpty else { return column }
    return column.map { path.value(in: $0) }
  }
}
