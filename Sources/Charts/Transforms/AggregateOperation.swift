/// How many values are made one, in Vega-Lite's words.
enum AggregateOperation: String, Hashable, Sendable, CaseIterable {
  case count, sum, mean, average, median, min, max, distinct

  /// The value of `numbers`, none of which is missing; nil where there is none to be had.
  /// - Parameter rows: how many rows there were, missing values among them.
  func apply(to numbers: [Double], rows: Int) -> Double? {
    switch self {
    case .count: return Double(rows)
    case .sum: return numbers.reduce(0, +)
    case .mean, .average:
      return numbers.isEmpty ? nil : numbers.reduce(0, +) / Double(numbers.count)
    case .min: return numbers.min()
    case .max: return numbers.max()
    case .distinct: return Double(Set(numbers).count)
    case .median:
      guard !numbers.isEmpty else { return nil }
      let sorted = numbers.sorted()
      let middle = sorted.count / 2
      return sorted.count % 2 == 1
        ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2
    }
  }
}
