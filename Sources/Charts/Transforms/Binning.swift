import Diagnostics
import Documents

/// How numbers are put into bins: Vega-Lite's `bin`, by vega-statistics' rules.
struct Binning: Hashable, Sendable {
  var maximumBins: Double?
  var base = 10.0
  var step: Double?
  var steps: [Double]?
  var minimumStep = 0.0
  var divide: [Double] = [5, 2]
  var extent: [Double]?
  var anchor: Double?
  var isNice = true

  /// Reads `bin: true` or `bin: {maxbins: 20, …}`.
  static func read(_ node: Node) -> Outcome<Binning> {
    var binning = Binning()
    guard node.entries != nil else { return Outcome(binning) }
    var reader = PropertyReader(node, of: "'bin'")
    reader.acknowledge("binned")
    binning.maximumBins = reader.positiveNumber("maxbins")
    if let base = reader.number("base"), base > 1 { binning.base = base }
    binning.step = reader.positiveNumber("step")
    binning.steps = reader.numbers("steps", within: .leastNonzeroMagnitude ... .infinity)
    binning.minimumStep = reader.number("minstep") ?? 0
    if let divide = reader.numbers("divide", within: 1 ... .infinity) {
      binning.divide = divide.filter { $0 > 1 }
    }
    binning.extent = reader.extent("extent").map { [$0.low, $0.high] }
    binning.anchor = reader.number("anchor")
    binning.isNice = reader.boolean("nice") ?? true
    return Outcome(binning, reader.finish())
  }

  /// The bins over an extent, at most `most` of them where the author says nothing else.
  func range(over extent: (Double, Double), maximumBins most: Double) -> BinRange {
    let low = self.extent?.first ?? extent.0
    let high = self.extent?.last ?? extent.1
    let limit = min(maximumBins ?? most, 10_000)
    let span = high - low
    let length = span != 0 && span.isFinite ? span : (low != 0 ? low.magnitude : 1)
    var size: Double
    if let step {
      size = step
    } else if let steps, !steps.isEmpty {
      let wanted = length / limit
      let index = steps.firstIndex { $0 >= wanted } ?? steps.count
      size = steps[max(0, index - 1)]
    } else {
      let level = (Elementary.log(limit) / Elementary.log(base)).rounded(.up)
      let power = (Elementary.log(length) / Elementary.log(base)).rounded() - level
      // Where the values lie closer than a power can say, the least number is as good.
      size = max(minimumStep, Elementary.pow(base, power), .leastNormalMagnitude)
      while (length / size).rounded(.up) > limit { size *= base }
      for part in divide {
        let smaller = size / part
        if smaller >= minimumStep, length / smaller <= limit { size = smaller }
      }
    }
    // A step that is far too small would make bins without end.
    while length / size > 100_000 { size *= 10 }
    var (start, stop) = (low, high)
    let exponent = Elementary.log(size)
    let precision =
      exponent >= 0 ? 0 : Int(holding: (-exponent / Elementary.log(base)).rounded(.down)) + 1
    let epsilon = Elementary.pow(base, Double(-precision - 1))
    if isNice {
      let floored = (low / size + epsilon).rounded(.down) * size
      start = low < floored ? floored - size : floored
      stop = (high / size).rounded(.up) * size
    }
    if stop == start { stop = start + size }
    if let anchor {
      let shift = anchor - (start + size * ((anchor - start) / size).rounded(.down))
      start += shift
      stop += shift
    }
    return BinRange(start: start, stop: stop, step: size)
  }

  /// Where the bin of a value begins; nil where it is in none.
  func start(of datum: Datum, in range: BinRange) -> Double? {
    guard let value = datum.measure, range.step > 0 else { return nil }
    // The upper edge belongs to the last bin, and values beyond the ends to none.
    let held = max(range.start, min(value, range.stop - range.step))
    guard value >= range.start - 1e-9, value <= range.stop + 1e-9 else { return nil }
    let index = (1e-14 + (held - range.start) / range.step).rounded(.down)
    return range.start + index * range.step
  }
}
