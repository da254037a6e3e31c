/// How a field's values are to be understood.
enum FieldType: String, Hashable, Sendable, CaseIterable {
  /// Amounts.
  case quantitative
  /// Moments and stretches of time.
  case temporal
  /// Names in an order.
  case ordinal
  /// Names.
  case nominal

  /// Whether its values are names rather than places along a line.
  var isDiscrete: Bool { self == .ordinal || self == .nominal }
}
