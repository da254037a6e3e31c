import Datasets
import Values

/// Turning cells into what a channel of some type can place.
enum ValueReading {
  /// The value under `type`; missing where the type has no place for it.
  static func value(_ value: Value, as type: FieldType) -> Value {
    switch type {
    case .quantitative: number(value)
    case .temporal: date(value)
    case .nominal, .ordinal: name(value)
    }
  }

  private static func number(_ value: Value) -> Value {
    switch value {
    case .number(let number): number.isFinite ? value : .missing
    case .estimate: value
    case .boolean(let truth): .number(truth ? 1 : 0)
    case .text, .date, .missing: .missing
    }
  }

  private static func date(_ value: Value) -> Value {
    switch value {
    case .date(let date):
      return date.earliest == nil && date.latest == nil ? .missing : value
    case .text(let text):
      guard case .success(let date) = EDTFDate.parse(text) else { return .missing }
      return .date(date)
    case .number(let year):
      // A plain number on an axis of time is a year, as authors write them.
      guard let whole = Int(exactly: year), (-9999...9999).contains(whole) else { return .missing }
      let digits = String(whole.magnitude)
      let padded = String(repeating: "0", count: 4 - digits.utf8.count) + digits
      guard case .success(let date) = EDTFDate.parse(whole < 0 ? "-\(padded)" : padded) else {
        return .missing
      }
      return .date(date)
    default: return .missing
    }
  }

  private static func name(_ value: Value) -> Value {
    if case .number(let number) = value, !number.isFinite { return .missing }
    return value
  }

  /// The number that a value stands for on a quantitative axis; the middle of an estimate, or the
  /// bound that it has.
  static func plainNumber(_ value: Value) -> Double? {
    switch value {
    case .number(let number): number
    case .estimate(let estimate): estimate.mid ?? estimate.low ?? estimate.high
    default: nil
    }
  }
}
