/// Rows that have the same values in some fields.
struct RowGroups: Sendable {
  /// The rows of each group, in the order in which the groups are first met.
  private(set) var members: [[Int]] = []
  /// The group of each row.
  private(set) var groupOfRow: [Int]

  var count: Int { members.count }
  /// The first row of each group.
  var firsts: [Int] { members.map { $0[0] } }

  init(_ table: ChartTable, by fields: [String]) {
    groupOfRow = Array(repeating: 0, count: table.rowCount)
    let columns = fields.compactMap { table.values(of: $0) }
    guard !columns.isEmpty else {
      // All rows are one group; no rows are none, but for a count of nothing.
      if table.rowCount > 0 { members = [Array(0..<table.rowCount)] }
      return
    }
    // Each column's values are numbered, and the numbers of a row make its key.
    var keys = [Int](repeating: 0, count: table.rowCount)
    var span = 1
    for column in columns {
      var numbers: [Datum: Int] = [:]
      var codes = [Int](repeating: 0, count: table.rowCount)
      for row in 0..<table.rowCount {
        let value = column[row]
        if let known = numbers[value] {
          codes[row] = known
        } else {
          codes[row] = numbers.count
          numbers[value] = numbers.count
        }
      }
      if span > 1 {
        // Pairs of numbers are numbered anew, so that they never grow too large.
        var pairs: [Int: Int] = [:]
        let width = numbers.count
        for row in 0..<table.rowCount {
          let pair = keys[row] * width + codes[row]
          if let known = pairs[pair] {
            keys[row] = known
          } else {
            keys[row] = pairs.count
            pairs[pair] = pairs.count
          }
        }
        span = max(pairs.count, 2)
      } else {
        keys = codes
        span = max(numbers.count, 2)
      }
    }
    var indexes: [Int: Int] = [:]
    for row in 0..<table.rowCount {
      let index: Int
      if let known = indexes[keys[row]] {
        index = known
        members[index].append(row)
      } else {
        index = members.count
        indexes[keys[row]] = index
        members.append([row])
      }
      groupOfRow[row] = index
    }
  }
}
