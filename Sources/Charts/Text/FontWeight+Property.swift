extension FontWeight {
  /// The weight that a property names: `bold`, `normal`, 100 to 900.
  init?(_ value: PropertyValue?) {
    switch value {
    case .number(let number)?: self = number >= 600 ? .bold : .regular
    case .text(let text)?: self = text.hasPrefix("bold") ? .bold : .regular
    default: return nil
    }
  }
}
