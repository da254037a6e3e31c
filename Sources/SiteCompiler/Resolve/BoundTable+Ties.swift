import Charts
import Tables

extension BoundTable {
  /// The edges of `graph` as a table: who, to whom, what, when, how surely and who says so.
  static func ties(of graph: BoundGraph) -> BoundTable {
    var seen: Set<Int> = []
    // A list of ends makes several edges of one row.
    let rows = graph.rows.filter { seen.insert($0).inserted }
    return shown(graph.dataset, columns: graph.tableColumns, rows: rows, limit: .max)
  }
}
