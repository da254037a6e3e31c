public import Values

/// The values of one column, stored by type; nil where a cell is missing.
public enum Column: Sendable {
  /// Texts.
  case texts([String?])
  /// Numbers, integers and years.
  case numbers([Double?])
  /// Booleans.
  case booleans([Bool?])
  /// Dates.
  case dates([EDTFDate?])
  /// Hedged figures.
  case estimates([Estimate?])

  /// How many rows it has.
  public var count: Int {
    switch self {
    case .texts(let values): values.count
    case .numbers(let values): values.count
    case .booleans(let values): values.count
    case .dates(let values): values.count
    case .estimates(let values): values.count
    }
  }

  /// The value in `row`, from 0.
  public subscript(row: Int) -> Value {
    switch self {
    case .texts(let values): values[row].map(Value.text) ?? .missing
    case .numbers(let values): values[row].map(Value.number) ?? .missing
    case .booleans(let values): values[row].map(Value.boolean) ?? .missing
    case .dates(let values): values[row].map(Value.date) ?? .missing
    case .estimates(let values): values[row].map(Value.estimate) ?? .missing
    }
  }
}
