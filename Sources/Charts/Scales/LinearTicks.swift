/// Round numbers within a domain, as d3-array's `ticks`, `tickStep` and `tickIncrement` give them.
enum LinearTicks {
  /// A step of 1, 2 or 5 times a power of ten, and the first and last multiple of it.
  private struct Choice {
    let first: Double
    let last: Double
    /// The step; where it is below one, minus its reciprocal, so that it stays a whole number.
    let increment: Double
  }

  /// Round values from `start` to `stop`, about `count` of them, none outside.
  static func ticks(_ start: Double, _ stop: Double, count: Double) -> [Double] {
    guard count > 0 else { return [] }
    if start == stop { return [start] }
    let isReversed = stop < start
    let choice = choose(min(start, stop), max(start, stop), count)
    let number = choice.last - choice.first + 1
    // More than this no picture shows; infinite counts end here too.
    guard number >= 1, number <= 10_000 else { return [] }
    let increment = choice.increment
    return (0..<Int(number)).map { index in
      let multiple = isReversed ? choice.last - Double(index) : choice.first + Double(index)
      return increment < 0 ? multiple / -increment : multiple * increment
    }
  }

  /// The distance of the ticks; where it is below one, minus its reciprocal.
  static func increment(_ start: Double, _ stop: Double, count: Double) -> Double {
    choose(start, stop, count).increment
  }

  /// The distance of the ticks, negative where `stop` is less than `start`.
  static func step(_ start: Double, _ stop: Double, count: Double) -> Double {
    let size = increment(min(start, stop), max(start, stop), count: count)
    let step = size < 0 ? 1 / -size : size
    return stop < start ? -step : step
  }

  private static func choose(_ start: Double, _ stop: Double, _ count: Double) -> Choice {
    let step = (stop - start) / max(0, count)
    guard step > 0 else { return Choice(first: .nan, last: .nan, increment: -.infinity) }
    guard step.isFinite else { return Choice(first: .nan, last: .nan, increment: .infinity) }
    let power = Logarithm.floor(step)
    let error = step / Logarithm.power(power)
    // The bounds are the geometric means of neighbouring steps: √50, √10, √2.
    let factor =
      error >= 7.071_067_811_865_475_5
      ? 10.0 : error >= 3.162_277_660_168_379_5 ? 5 : error >= 1.414_213_562_373_095_1 ? 2 : 1
    let choice: Choice
    if power < 0 {
      let inverse = Logarithm.power(-power) / factor
      var first = (start * inverse).rounded(.toNearestOrAwayFromZero)
      var last = (stop * inverse).rounded(.toNearestOrAwayFromZero)
      if first / inverse < start { first += 1 }
      if last / inverse > stop { last -= 1 }
      choice = Choice(first: first, last: last, increment: -inverse)
    } else {
      let size = Logarithm.power(power) * factor
      var first = (start / size).rounded(.toNearestOrAwayFromZero)
      var last = (stop / size).rounded(.toNearestOrAwayFromZero)
      if first * size < start { first += 1 }
      if last * size > stop { last -= 1 }
      choice = Choice(first: first, last: last, increment: size)
    }
    if choice.last < choice.first, count >= 0.5, count < 2 { return choose(start, stop, count * 2) }
    return choice
  }
}
