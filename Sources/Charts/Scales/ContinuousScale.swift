import Values

/// A scale of numbers or of time: places of a domain on a range, piece by piece (d3-scale,
/// *continuous*).
struct ContinuousScale: Hashable, Sendable {
  /// How the domain is stretched.
  enum Kind: Hashable, Sendable {
    case linear
    case log(base: Double)
    case pow(exponent: Double)
    case symlog(constant: Double)
    /// Milliseconds since 1970, UTC.
    case time
  }

  let kind: Kind
  /// Two values or more, rising or falling.
  let domain: [Double]
  /// As many places, in px.
  let range: [Double]
  /// Whether what lies outside the domain is held at its ends.
  let isClamped: Bool
  /// The domain under the kind's own function, worked out once.
  private let stretched: [Double]

  init(_ kind: Kind, domain: [Double], range: [Double], isClamped: Bool = false) {
    let count = min(domain.count, range.count)
    self.kind = kind
    self.domain = count < 2 ? [0, 1] : Array(domain.prefix(count))
    self.range = count < 2 ? [0, 1] : Array(range.prefix(count))
    self.isClamped = isClamped
    let isNegative = (self.domain.first ?? 1) < 0
    stretched = self.domain.map { Self.stretch($0, kind, isNegative: isNegative) }
  }

  /// The place of a value, in px; NaN where it has none.
  func callAsFunction(_ value: Double) -> Double {
    let place = Self.stretch(value, kind, isNegative: domain[0] < 0)
    return place.isNaN ? .nan : moved(place, from: stretched, to: range)
  }

  /// The value at a place; the inverse of the scale.
  func inverted(_ position: Double) -> Double {
    Self.shrink(moved(position, from: range, to: stretched), kind, isNegative: domain[0] < 0)
  }

  /// The place among the points of one side that a place among those of the other stands for.
  private func moved(_ place: Double, from side: [Double], to other: [Double]) -> Double {
    let last = side.count - 1
    let rises = side[last] >= side[0]
    var piece = 0
    while piece < last - 1, rises ? place > side[piece + 1] : place < side[piece + 1] {
      piece += 1
    }
    let (low, high) = (side[piece], side[piece + 1])
    var part = high == low ? 0.5 : (place - low) / (high - low)
    if isClamped { part = min(max(part, 0), 1) }
    return other[piece] * (1 - part) + other[piece + 1] * part
  }

  /// The scale with its domain made longer about its middle, as zooming out does.
  func widened(by factor: Double) -> ContinuousScale {
    guard let first = stretched.first, let last = stretched.last, factor.isFinite else {
      return self
    }
    let middle = (first + last) / 2
    var changed = domain
    let isNegative = domain[0] < 0
    changed[0] = Self.shrink(middle + (first - middle) * factor, kind, isNegative: isNegative)
    changed[changed.count - 1] = Self.shrink(
      middle + (last - middle) * factor, kind, isNegative: isNegative)
    return ContinuousScale(kind, domain: changed, range: range, isClamped: isClamped)
  }

  /// The scale over other ends of the domain.
  func over(_ low: Double, _ high: Double) -> ContinuousScale {
    var changed = domain
    changed[0] = low
    changed[changed.count - 1] = high
    return ContinuousScale(kind, domain: changed, range: range, isClamped: isClamped)
  }

  private static func stretch(_ value: Double, _ kind: Kind, isNegative: Bool) -> Double {
    switch kind {
    case .linear, .time: return value
    case .log:
      if isNegative { return value < 0 ? -Elementary.log(-value) : .nan }
      return value > 0 ? Elementary.log(value) : .nan
    case .pow(let exponent):
      return value < 0 ? -Elementary.pow(-value, exponent) : Elementary.pow(value, exponent)
    case .symlog(let constant):
      let size = Elementary.log(1 + value.magnitude / constant)
      return value < 0 ? -size : size
    }
  }

  private static func shrink(_ place: Double, _ kind: Kind, isNegative: Bool) -> Double {
    switch kind {
    case .linear, .time: return place
    case .log: return isNegative ? -Elementary.exp(-place) : Elementary.exp(place)
    case .pow(let exponent):
      return place < 0
        ? -Elementary.pow(-place, 1 / exponent) : Elementary.pow(place, 1 / exponent)
    case .symlog(let constant):
      let size = (Elementary.exp(place.magnitude) - 1) * constant
      return place < 0 ? -size : size
    }
  }
}
