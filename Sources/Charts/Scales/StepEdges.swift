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
