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
