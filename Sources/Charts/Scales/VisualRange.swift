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
