public import Values

/// One cell's value under its field's type.
public enum Value: Hashable, Sendable {
  /// Nothing: an empty cell, or one of the schema's missing values.
  case missing
  /// Text.
  case text(String)
  /// A number, integer or not; years too.
  case number(Double)
  /// True or false.
  case boolean(Bool)
  /// A date of any precision.
  case date(EDTFDate)
  /// A hedged figure.
  case estimate(Estimate)
}
