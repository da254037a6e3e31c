import Values

/// A scale whose range is what is seen: colours, sizes, shapes, dashes.
struct VisualScale: Sendable {
  /// How a value becomes a place among the range.
  private enum Way: Sendable {
    /// A number from 0 to 1 along the range.
    case along(ContinuousScale)
    /// The place of a name.
    case names([Datum: Int], count: Int)
    /// The number of edges at or below the value.
    case steps([Double])
  }

  let model: ScaleModel
  private let way: Way
  let range: VisualRange

  init(_ model: ScaleModel, _ range: VisualRange) {
    self.model = model
    self.range = range
    switch model.type {
    case .ordinal, .point, .band:
      let names = model.names
      way = .names(
        Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first }),
        count: names.count)
    case .threshold, .quantile, .quantize, .binOrdinal:
      way = .steps(StepEdges.edges(of: model, count: range.count))
    default:
      way = .along(model.continuous(model.isReversed ? (1, 0) : (0, 1)))
    }
  }

  /// The edges between the steps of a domain that is cut into some.
  var edges: [Double]? {
    if case .steps(let edges) = way { return edges }
    return nil
  }

  /// How many names or steps there are; nil for a range without steps.
  var stepCount: Int? {
    switch way {
    case .along: nil
    case .names(_, let count): count
    case .steps(let edges): edges.count + 1
    }
  }

  /// Where a value stands: along the range from 0 to 1, or at one of its steps; nil for none.
  private func place(_ value: Datum) -> VisualRange.Place? {
    switch way {
    case .names(let indexes, let count):
      return indexes[value].map {
        .step(model.isReversed ? count - 1 - $0 : $0, of: count)
      }
    case .steps(let edges):
      guard let number = value.measure else { return nil }
      let index = edges.firstIndex { number < $0 } ?? edges.count
      return .step(model.isReversed ? edges.count - index : index, of: edges.count + 1)
    case .along(let scale):
      guard let number = value.measure else { return nil }
      let part = scale(number)
      return part.isFinite ? .along(part) : nil
    }
  }

  /// The paint of a value; nil where it has none.
  func paint(_ value: Datum) -> Paint? { place(value).flatMap { range.paint($0) } }
  /// The size, opacity, width or angle of a value; nil where it has none.
  func number(_ value: Datum) -> Double? { place(value).flatMap { range.number($0) } }
  /// The name of the shape of a value.
  func shape(_ value: Datum) -> String? { place(value).flatMap { range.shape($0) } }
  /// The dashes of a value.
  func dash(_ value: Datum) -> [Double]? { place(value).flatMap { range.dash($0) } }
}

/// What a visual scale's values become.
enum VisualRange: Sendable {
  /// Where a value stands in a range.
  enum Place: Sendable {
    case along(Double)
    case step(Int, of: Int)
  }

  /// Paints, used over again where there are more names than paints.
  case paints([Paint])
  /// The theme's ramp, of which steps are taken; whether it diverges from a middle.
  case ramp(isDiverging: Bool)
  /// Colours mixed between those that are given.
  case colors([Color], ColorInterpolation)
  /// A named scheme, or a part of it.
  case scheme(ColorScheme, from: Double, to: Double)
  /// Numbers from the first to the last.
  case numbers([Double])
  case shapes([String])
  case dashes([[Double]])

  /// How many values it lists; nil where it has no steps of its own.
  var count: Int? {
    switch self {
    case .paints(let paints): paints.count
    case .colors(let colors, _): colors.count
    case .numbers(let numbers): numbers.count
    case .shapes(let shapes): shapes.count
    case .dashes(let dashes): dashes.count
    case .ramp, .scheme: nil
    }
  }

  func paint(_ place: Place) -> Paint? {
    switch self {
    case .paints(let paints):
      guard !paints.isEmpty else { return nil }
      switch place {
      case .step(let index, _): return paints[index % paints.count]
      case .along(let part):
        return paints[min(max(Int(holding: part * Double(paints.count)), 0), paints.count - 1)]
      }
    case .ramp(let isDiverging):
      if case .step(let index, let count) = place, !isDiverging {
        // Names need a colour that is seen; only a true zero may be as pale as the ground.
        let even = count < 2 ? 1 : Double(index) / Double(count - 1)
        return HouseRamp.paint(at: 0.25 + 0.75 * even, isDiverging: false)
      }
      return HouseRamp.paint(at: part(place), isDiverging: isDiverging)
    case .colors(let colors, let interpolation):
      if case .step(let index, let count) = place, colors.count >= count {
        return .css(colors[index % colors.count].hex)
      }
      return .css(interpolation.mix(colors, at: part(place)).hex)
    case .scheme(let scheme, let from, let to):
      if case .step(let index, let count) = place {
        let colors = scheme.colors(count: count)
        return colors.isEmpty ? nil : .css(colors[index % colors.count].hex)
      }
      return .css(scheme.color(at: from + (to - from) * part(place)).hex)
    case .numbers, .shapes, .dashes: return nil
    }
  }

  func number(_ place: Place) -> Double? {
    guard case .numbers(let numbers) = self, let first = numbers.first, let last = numbers.last
    else { return nil }
    switch place {
    case .step(let index, let count):
      if numbers.count > 2, numbers.count >= count { return numbers[index % numbers.count] }
      return count < 2
        ? (first + last) / 2 : first + (last - first) * Double(index) / Double(count - 1)
    case .along(let part):
      guard numbers.count > 2 else { return first + (last - first) * part }
      let scaled = min(max(part, 0), 1) * Double(numbers.count - 1)
      let index = min(Int(holding: scaled), numbers.count - 2)
      return numbers[index] + (numbers[index + 1] - numbers[index]) * (scaled - Double(index))
    }
  }

  func shape(_ place: Place) -> String? {
    guard case .shapes(let shapes) = self, case .step(let index, _) = place, !shapes.isEmpty else {
      return nil
    }
    return shapes[index % shapes.count]
  }

  func dash(_ place: Place) -> [Double]? {
    guard case .dashes(let dashes) = self, case .step(let index, _) = place, !dashes.isEmpty else {
      return nil
    }
    return dashes[index % dashes.count]
  }

  /// A place as a part of the range from 0 to 1.
  private func part(_ place: Place) -> Double {
    switch place {
    case .along(let part): min(max(part, 0), 1)
    case .step(let index, let count): count < 2 ? 0.5 : Double(index) / Double(count - 1)
    }
  }
}

/// The edges of scales that cut a domain into steps.
enum StepEdges {
  static func edges(of model: ScaleModel, count: Int?) -> [Double] {
    switch model.type {
    case .threshold:
      if case .continuous(let numbers) = model.domain, model.specification.domain != nil {
        return numbers
      }
      return []
    case .binOrdinal:
      return Array((model.bins?.edges ?? model.specification.bins ?? []).dropFirst().dropLast())
    case .quantize:
      let steps = max(count ?? 4, 1)
      let (low, high) = model.ends
      return (1..<max(steps, 2)).map { low + (high - low) * Double($0) / Double(steps) }
    case .quantile:
      let steps = max(count ?? 4, 1)
      let numbers = model.users.flatMap { $0.channel.values.compactMap(\.measure) }.sorted()
      guard !numbers.isEmpty else { return [] }
      return (1..<max(steps, 2)).map { quantile(numbers, Double($0) / Double(steps)) }
    default: return []
    }
  }

  /// The quantile of rising numbers, method R-7.
  static func quantile(_ numbers: [Double], _ part: Double) -> Double {
    let place = Double(numbers.count - 1) * part
    let index = Int(place.rounded(.down))
    let next = min(index + 1, numbers.count - 1)
    return numbers[index] + (numbers[next] - numbers[index]) * (place - Double(index))
  }
}
