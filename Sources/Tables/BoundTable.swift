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

  /// Whether a script may let readers sort the rows: not where few rows are seen at a glance, unless
  /// the author wants it.
  public var isSortable: Bool {
    rows.count > 1 && (specification.isSortable ?? (rows.count >= Self.leastSortable))
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

  /// The shown rows in groups, each with the value that heads it, in the order of first rows;
  /// one group without a head where the author asks for none.
  public var groups: [(head: Value?, rows: [Int])] {
    guard let groupBy else { return [(nil, rows)] }
    var order: [Value] = []
    var members: [Value: [Int]] = [:]
    for row in rows {
      let value = dataset.value(groupBy, row: row)
      if members[value] == nil { order.append(value) }
      members[value, default: []].append(row)
    }
    return order.map { ($0, members[$0] ?? []) }
  }
}
