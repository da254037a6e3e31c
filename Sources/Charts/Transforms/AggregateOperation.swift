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
      if let number = cell.measure { numbers.append(number) }
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

/// The confidence interval of a mean by resampling, as Vega has it (1,000 samples, 95 %), with a
/// seed of its own so that every build gives the same.
enum Bootstrap {
  private static let sampleCount = 1_000

  static func interval(_ numbers: [Double]) -> (low: Double, high: Double)? {
    guard let first = numbers.first else { return nil }
    guard numbers.count > 1 else { return (first, first) }
    var random = SeededRandom(seed: UInt64(numbers.count))
    var means: [Double] = []
    means.reserveCapacity(sampleCount)
    for _ in 0..<sampleCount {
      var sum = 0.0
      for _ in numbers.indices { sum += numbers[random.index(below: numbers.count)] }
      means.append(sum / Double(numbers.count))
    }
    means.sort()
    return (StepEdges.quantile(means, 0.025), StepEdges.quantile(means, 0.975))
  }
}

/// Numbers that look drawn by lot and are the same every time (SplitMix64).
struct SeededRandom {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &+ 0x9E37_79B9_7F4A_7C15
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from 0 to below `count`.
  mutating func index(below count: Int) -> Int { Int(next() % UInt64(Swift.max(count, 1))) }
}
