import Datasets

/// A scale of names: each has a band of its own, all as wide, in the order of the domain.
struct BandScale: Sendable {
  /// The names, in their order.
  let domain: [Value]
  /// The places of the two ends, in px.
  let range: (start: Double, end: Double)
  /// How much of a step is left blank between two bands, 0 to 1.
  let padding: Double
  private let indexes: [Value: Int]

  /// A scale of `domain` over `range`.
  init(domain: [Value], range: (Double, Double), padding: Double = 0.3) {
    self.domain = domain
    self.range = range
    self.padding = padding
    var indexes: [Value: Int] = [:]
    for (index, value) in domain.enumerated() where indexes[value] == nil { indexes[value] = index }
    self.indexes = indexes
  }

  /// The distance of two neighbouring bands' middles, in px; negative where the range runs
  /// backwards.
  var step: Double { domain.isEmpty ? 0 : (range.end - range.start) / Double(domain.count) }

  /// The band of the name at `index`, in px, the lesser end first.
  func extent(at index: Int) -> (low: Double, high: Double) {
    let start = range.start + step * (Double(index) + padding / 2)
    let end = range.start + step * (Double(index) + 1 - padding / 2)
    return (min(start, end), max(start, end))
  }

  /// The band of a name, or nil where it is not in the domain.
  func extent(_ value: Value) -> (low: Double, high: Double)? {
    indexes[value].map(extent(at:))
  }

  /// The middles of all bands.
  var ticks: [(value: Value, place: Double)] {
    domain.enumerated().map { ($1, range.start + step * (Double($0) + 0.5)) }
  }
}
