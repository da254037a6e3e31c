/// How a field's values are to be understood, in Vega-Lite's words.
enum FieldType: String, Hashable, Sendable, CaseIterable {
  /// Amounts.
  case quantitative
  /// Times.
  case temporal
  /// Names in an order.
  case ordinal
  /// Names.
  case nominal

  /// Whether each value has a place of its own rather than one on a continuum.
  var isDiscrete: Bool { self == .ordinal || self == .nominal }
}
