extension ContinuousScale {
  /// The lowest and the highest value of the domain.
  var extent: (low: Double, high: Double) {
    let first = domain[0]
    let last = domain[domain.count - 1]
    return (min(first, last), max(first, last))
  }

  /// The scale with its domain widened to round values, about `count` of them (d3-scale, *nice*).
  func nice(count: Int = 10) -> ContinuousScale {
    var (low, high) = (domain[0], domain[domain.count - 1])
    let isReversed = high < low
    if isReversed { swap(&low, &high) }
    guard low < high, low.isFinite, high.isFinite else { return self }
    switch kind {
    case .time:
      let interval = TimeInterval.suited(low, high, count: Double(count))
      return nice(to: interval)
    case .log(let base):
      guard low > 0, base > 1 else { return self }
      let floor = Elementary.pow(
        base, (Elementary.log(low) / Elementary.log(base) + 1e-12).rounded(.down))
      let ceiling = Elementary.pow(
        base, (Elementary.log(high) / Elementary.log(base) - 1e-12).rounded(.up))
      (low, high) = (floor, ceiling)
    default:
      var previous = 0.0
      for _ in 0..<10 {
        let step = LinearTicks.increment(low, high, count: Double(count))
        if step == previous || !step.isFinite || step == 0 { break }
        if step > 0 {
          low = (low / step).rounded(.down) * step
          high = (high / step).rounded(.up) * step
        } else {
          low = (low * step).rounded(.up) / step
          high = (high * step).rounded(.down) / step
        }
        previous = step
      }
    }
    return isReversed ? over(high, low) : over(low, high)
  }

  /// The scale with its domain widened to whole steps of an interval of time.
  func nice(to interval: TimeInterval) -> ContinuousScale {
    guard kind == .time else { return self }
    let (low, high) = extent
    let floor = interval.floor(low)
    let start = interval.floor(high)
    let ceiling = start < high ? interval.next(after: start) : start
    return domain[0] <= domain[domain.count - 1] ? over(floor, ceiling) : over(ceiling, floor)
  }

  /// Round values within the domain, about `count` of them, rising.
  func ticks(count: Double) -> [Double] {
    let (low, high) = extent
    guard low.isFinite, high.isFinite, count > 0 else { return [] }
    switch kind {
    case .time:
      if low == high { return [low] }
      return TimeInterval.suited(low, high, count: count).range(from: low, to: high)
    case .log(let base): return logTicks(low, high, base, count)
    default: return LinearTicks.ticks(low, high, count: count)
    }
  }

  /// The beginnings of steps of an interval within the domain.
  func ticks(every interval: TimeInterval) -> [Double]? {
    guard kind == .time else { return nil }
    let (low, high) = extent
    return interval.range(from: low, to: high)
  }

  /// Powers of the base, and between them their multiples where there is room (d3-scale, *log*).
  private func logTicks(_ low: Double, _ high: Double, _ base: Double, _ count: Double) -> [Double]
  {
    guard low > 0 else {
      guard high < 0 else { return LinearTicks.ticks(low, high, count: count) }
      return logTicks(-high, -low, base, count).reversed().map { -$0 }
    }
    let unit = Elementary.log(base)
    guard unit > 0 else { return [] }
    let first = Elementary.log(low) / unit
    let last = Elementary.log(high) / unit
    guard base.rounded(.down) == base, last - first < count else {
      let powers = LinearTicks.ticks(first, last, count: min(last - first, count))
      return powers.map { power(base, $0) }
    }
    var ticks: [Double] = []
    let from = Int(holding: (first + 1e-12).rounded(.down))
    let to = Int(holding: (last - 1e-12).rounded(.up))
    guard to - from < 700, base < 1_000 else { return [] }
    for exponent in from...max(from, to) {
      for factor in 1..<Int(base) {
        let value =
          exponent < 0
          ? Double(factor) / power(base, Double(-exponent))
          : Double(factor) * power(base, Double(exponent))
        if value < low { continue }
        if value > high { break }
        ticks.append(value)
      }
    }
    // The last power is a tick of its own.
    let end = to < 0 ? 1 / power(base, Double(-to)) : power(base, Double(to))
    if end <= high, ticks.last != end { ticks.append(end) }
    if Double(ticks.count) * 2 < count { return LinearTicks.ticks(low, high, count: count) }
    return ticks
  }

  private func power(_ base: Double, _ exponent: Double) -> Double {
    if base == 10, let whole = Int(exactly: exponent) { return Logarithm.power(whole) }
    return Elementary.pow(base, exponent)
  }
}
