/// How many values are made one, in Vega-Lite's words.
enum AggregateOperation: String, Hashable, Sendable, CaseIterable {
  case count, valid, values, missing, distinct
  case sum, product, mean, average
  case variance, variancep, stdev, stdevp, stderr
  case median, q1, q3, ci0, ci1
  case min, max, argmin, argmax

  /// The value of a column's cells in some rows.
  func value(of cells: [Datum]) -> Datum {
    switch self {
    case .count: return .number(Double(cells.count))
    case .valid: return .number(Double(cells.count(where: \.isValid)))
    case .missing: return .number(Double(cells.count(where: \.isMissing)))
    case .distinct: return .number(Double(Set(cells).count))
    case .values: return .list(cells)
    case .min, .max:
      var best: Datum?
      for cell in cells where cell.isValid {
        guard let current = best else {
          best = cell
          continue
        }
        let order = DatumOrder.compare(cell, current)
        if self == .min ? order < 0 : order > 0 { best = cell }
      }
      return best ?? .null
    case .argmin, .argmax: return .null
    default: break
    }
    var numbers: [Double] = []
    numbers.reserveCapacity(cells.count)
    for cell in cells {
      // What is true counts as one, so that a mean is the part of those that are.
      if case .boolean(let truth) = cell {
        numbers.append(truth ? 1 : 0)
      } else if let number = cell.measure {
        numbers.append(number)
      }
    }
    return value(of: &numbers).map(Datum.number) ?? .null
  }

  /// The value of numbers, none of which is missing; nil where there is none to be had. The numbers
  /// may be sorted for it.
  func value(of numbers: inout [Double]) -> Double? {
    let count = Double(numbers.count)
    guard !numbers.isEmpty else { return nil }
    switch self {
    case .sum: return numbers.reduce(0, +)
    case .product: return numbers.reduce(1, *)
    case .mean, .average: return numbers.reduce(0, +) / count
    case .variance, .stdev, .stderr, .variancep, .stdevp: return spread(numbers)
    case .median: return quantile(&numbers, 0.5)
    case .q1: return quantile(&numbers, 0.25)
    case .q3: return quantile(&numbers, 0.75)
    case .ci0, .ci1: return Bootstrap.interval(numbers).map { self == .ci0 ? $0.low : $0.high }
    case .count, .valid, .values, .missing, .distinct, .min, .max, .argmin, .argmax: return nil
    }
  }

  private func spread(_ numbers: [Double]) -> Double? {
    let count = Double(numbers.count)
    // Welford's way loses nothing where the mean is large.
    var mean = 0.0
    var sum = 0.0
    for (index, number) in numbers.enumerated() {
      let delta = number - mean
      mean += delta / Double(index + 1)
      sum += delta * (number - mean)
    }
    // One value has no spread that could be told.
    guard count > 1 else { return nil }
    switch self {
    case .variancep: return sum / count
    case .stdevp: return (sum / count).squareRoot()
    default: break
    }
    let variance = sum / (count - 1)
    switch self {
    case .stdev: return variance.squareRoot()
    case .stderr: return (variance / count).squareRoot()
    default: return variance
    }
  }

  private func quantile(_ numbers: inout [Double], _ part: Double) -> Double {
    numbers.sort()
    return StepEdges.quantile(numbers, part)
  }
}
