/// Values that depend on a row's neighbours in its group: Vega's `window`.
struct WindowTransform: Sendable {
  enum Ranking: String, CaseIterable, Sendable {
    case rowNumber = "row_number"
    case rank
    case denseRank = "dense_rank"
    case percentRank = "percent_rank"
    case cumulativeDistribution = "cume_dist"
    case tiles = "ntile"
    case lag, lead
    case first = "first_value"
    case last = "last_value"
    case nth = "nth_value"
  }

  enum Operation: Sendable {
    case ranking(Ranking)
    case aggregate(AggregateOperation)
  }

  struct Measure: Sendable {
    let operation: Operation
    let field: String?
    let parameter: Double?
    let name: String
  }

  var measures: [Measure] = []
  var groupBy: [String] = []
  var sort: [(field: String, descends: Bool)] = []
  /// How many rows before and behind a row its window holds; nil for all.
  var frame: (before: Int?, behind: Int?) = (nil, 0)
  /// Whether rows that are equal in order are told apart.
  var ignoresPeers = false

  func apply(to table: ChartTable) -> ChartTable {
    var results = measures.map { _ in [Datum](repeating: .null, count: table.rowCount) }
    let keys = sort.map { DatumSortKey(table.values(of: $0.field) ?? [], descends: $0.descends) }
    for rows in RowGroups(table, by: groupBy).members {
      let ordered = DatumSortKey.order(rows, by: keys)
      for (index, measure) in measures.enumerated() {
        let column = measure.field.flatMap { table.values(of: $0) }
        fill(measure, ordered, column, keys, &results[index])
      }
    }
    var result = table
    for (measure, values) in zip(measures, results) { result.set(measure.name, to: values) }
    return result
  }

  private func fill(
    _ measure: Measure, _ rows: [Int], _ column: [Datum]?, _ keys: [DatumSortKey],
    _ result: inout [Datum]
  ) {
    let count = rows.count
    // Where each row's peers begin and end.
    var starts = Array(0..<count)
    var ends = Array(0..<count)
    for place in rows.indices.dropFirst()
    where !keys.isEmpty && DatumSortKey.compare(rows[place - 1], rows[place], by: keys) == 0 {
      starts[place] = starts[place - 1]
    }
    for place in rows.indices.dropLast().reversed()
    where !keys.isEmpty && DatumSortKey.compare(rows[place], rows[place + 1], by: keys) == 0 {
      ends[place] = ends[place + 1]
    }
    switch measure.operation {
    case .ranking(let ranking):
      var dense = 0
      for place in rows.indices {
        if place == 0 || starts[place] == place { dense += 1 }
        result[rows[place]] = rank(
          ranking, place, dense, window(place, starts, ends), starts[place], ends[place],
          measure, rows, column)
      }
    case .aggregate(let operation):
      aggregate(operation, rows, column, starts, ends, &result)
    }
  }

  private func rank(
    _ ranking: Ranking, _ place: Int, _ dense: Int, _ window: Range<Int>, _ start: Int,
    _ end: Int, _ measure: Measure, _ rows: [Int], _ column: [Datum]?
  ) -> Datum {
    let count = rows.count
    func cell(_ index: Int) -> Datum {
      guard rows.indices.contains(index), let column else { return .null }
      return column[rows[index]]
    }
    let shift = Int(max(-1e6, min(measure.parameter ?? 1, 1e6)))
    switch ranking {
    case .rowNumber: return .number(Double(place + 1))
    case .rank: return .number(Double(start + 1))
    case .denseRank: return .number(Double(dense))
    case .percentRank: return .number(count > 1 ? Double(start) / Double(count - 1) : 0)
    case .cumulativeDistribution: return .number(Double(end + 1) / Double(count))
    case .tiles:
      let tiles = Double(max(shift, 1))
      let part = Double(end + 1) / Double(count)
      return .number((tiles * part).rounded(.up))
    case .lag: return cell(place - shift)
    case .lead: return cell(place + shift)
    case .first: return cell(window.lowerBound)
    case .last: return cell(window.upperBound - 1)
    case .nth:
      let index = window.lowerBound + shift - 1
      return window.contains(index) ? cell(index) : .null
    }
  }

  /// The rows of a row's window. Vega takes the size of both numbers of the frame, so that the row
  /// itself is always in it, and widens it by the peers of its first and its last row, unless they
  /// are told apart.
  private func window(_ place: Int, _ starts: [Int], _ ends: [Int]) -> Range<Int> {
    let count = starts.count
    func held(_ number: Int) -> Int { Int(min(number.magnitude, UInt(count))) }
    let low = frame.before.map { max(0, place - held($0)) } ?? 0
    let high = frame.behind.map { min(count - 1, place + held($0)) } ?? count - 1
    return ignoresPeers ? low..<high + 1 : starts[low]..<ends[high] + 1
  }

  private func aggregate(
    _ operation: AggregateOperation, _ rows: [Int], _ column: [Datum]?, _ starts: [Int],
    _ ends: [Int], _ result: inout [Datum]
  ) {
    let cells = rows.map { column?[$0] ?? .null }
    // Sums from the beginning need one pass.
    if frame.before == nil, [.sum, .count, .mean, .average].contains(operation) {
      var sums: [Double] = [0]
      var counts: [Double] = [0]
      for cell in cells {
        let measure = cell.measure
        sums.append(sums[sums.count - 1] + (measure ?? 0))
        counts.append(counts[counts.count - 1] + (operation == .count || measure != nil ? 1 : 0))
      }
      for place in rows.indices {
        let end = window(place, starts, ends).upperBound
        switch operation {
        case .sum: result[rows[place]] = .number(sums[end])
        case .count: result[rows[place]] = .number(counts[end])
        default: result[rows[place]] = counts[end] > 0 ? .number(sums[end] / counts[end]) : .null
        }
      }
      return
    }
    // Neighbours often have the same window; one without ends is the same for all.
    var last: (range: Range<Int>, value: Datum)?
    for place in rows.indices {
      let range = window(place, starts, ends)
      if let last, last.range == range {
        result[rows[place]] = last.value
        continue
      }
      let value = operation.value(of: Array(cells[range]))
      last = (range, value)
      result[rows[place]] = value
    }
  }
}
