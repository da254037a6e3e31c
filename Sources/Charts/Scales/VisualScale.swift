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
