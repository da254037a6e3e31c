public import Datasets
import Diagnostics

/// A table whose columns and rows were found in a dataset, ready to be written.
public struct BoundTable: Sendable {
  /// A column that was found.
  public struct Column: Sendable {
    /// What its cells hold.
    public let path: FieldPath
    /// What the author asked for.
    public let specification: TableColumn
    /// Where its cells lead.
    public let link: LinkPattern?
  }

  /// A figure below a column.
  struct Total: Sendable {
    let column: Int
    let aggregate: FigureAggregate
  }

  /// What is said of a column's cells in some rows of the dataset.
  struct Note: Sendable {
    let column: Int
    let rows: Set<Int>
  }

  /// Rows that belong together.
  struct Group {
    /// The value that they share; nil where the author asks for no groups.
    let head: Value?
    /// Those that are shown.
    var rows: [Int] = []
    /// Those that meet the condition, shown or not.
    var matchingRows: [Int] = []

    /// Whether it has totals of its own: one row is its own sum.
    var hasTotals: Bool { head != nil && matchingRows.count > 1 }
  }

  /// What the author asked for.
  public let specification: TableSpecification
  /// The data.
  public let dataset: Dataset
  /// The columns in their order.
  public let columns: [Column]
  /// The rows that are shown, in their order, by their places in the dataset.
  public let rows: [Int]
  /// Every row that meets the condition, shown or cut off by `limit`.
  public let matchingRows: [Int]
  /// What heads the groups.
  public let groupBy: FieldPath?
  let totals: [Total]
  let notes: [Note]

  /// Whether a script may let readers sort the rows: not where few rows are seen at a glance, nor
  /// where others were cut off, since ten of a hundred in another order look like its first ten;
  /// unless the author wants it.
  public var isSortable: Bool {
    let isHelp = rows.count >= Self.leastSortable && rows.count == matchingRows.count
    return rows.count > 1 && (specification.isSortable ?? isHelp)
  }

  /// The rows from which on sorting is a help.
  private static let leastSortable = 5

  /// The field that a column shows.
  public func field(ofColumn column: Int) -> Field { dataset.fields[columns[column].path.column] }

  /// The path to which a cell leads as the author wrote it, to be checked before the table is
  /// written; nil where it leads nowhere.
  public func linkPath(row: Int, column: Int) -> String? {
    columns[column].link?.path(row: row)
  }

  /// The shown rows in groups, in the order of their first rows; one group without a head where the
  /// author asks for none. A group of which no row is shown is left out.
  var groups: [Group] {
    guard let groupBy else { return [Group(head: nil, rows: rows, matchingRows: matchingRows)] }
    var groups: [Group] = []
    var places: [Value: Int] = [:]
    for row in rows {
      let value = dataset.value(groupBy, row: row)
      let place = places[value] ?? groups.count
      if place == groups.count {
        groups.append(Group(head: value))
        places[value] = place
      }
      groups[place].rows.append(row)
    }
    for row in matchingRows {
      guard let place = places[dataset.value(groupBy, row: row)] else { continue }
      groups[place].matchingRows.append(row)
    }
    return groups
  }
}
