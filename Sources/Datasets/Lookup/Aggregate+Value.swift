import Values

extension ValueExpression.Aggregate {
  /// Whether it can be worked out of values of the kind, or of a part of them.
  func suits(_ kind: Field.Kind, part: FieldPath.Part?) -> Bool {
    let isNumber: Bool =
      switch (kind, part) {
      case (.number, _), (.integer, _), (.estimate, _): true
      case (.geopoint, let part): part != nil
      default: false
      }
    return switch self {
    case .count, .first, .last: true
    case .sum, .mean: isNumber
    case .min, .max: isNumber || kind == .date || kind == .year
    }
  }

  /// What comes of `values`, none of which is missing and which are all of one kind; nil where
  /// nothing can be said.
  func value(of values: [Value]) -> Value? {
    switch self {
    case .count: return .number(Double(values.count))
    case .first: return values.first
    case .last: return values.last
    case .min: return values.min { $0.precedes($1) }
    case .max: return values.max { $0.precedes($1) }
    case .sum, .mean:
      let aggregate: FigureAggregate = self == .sum ? .sum : .mean
      let value = aggregate.value(of: values)
      return value == .missing ? nil : value
    }
  }
}

extension Value {
  /// The order of numbers, dates and estimates, each among its like.
  fileprivate func precedes(_ other: Value) -> Bool {
    switch (self, other) {
    case (.number(let one), .number(let two)): one < two
    case (.date(let one), .date(let two)): one.precedes(two)
    case (.estimate(let one), .estimate(let two)): one.precedes(two)
    default: false
    }
  }
}
