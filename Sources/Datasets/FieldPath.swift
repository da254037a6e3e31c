import Values

/// A field, or a part of one: `fighters`, `fighters.low`, `date.latest`.
public struct FieldPath: Hashable, Sendable {
  /// A part of an estimate or of a date.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    /// An estimate's lower bound.
    case low
    /// An estimate's upper bound.
    case high
    /// The middle of an estimate's bounds.
    case mid
    /// The earliest day of a date.
    case earliest
    /// The latest day of a date.
    case latest
  }

  /// The column's index in its dataset.
  public let column: Int
  /// The part, or nil for the whole value.
  public let part: Part?

  /// The column at index `column`, or a part of its values.
  public init(column: Int, part: Part? = nil) {
    self.column = column
    self.part = part
  }
}

extension Dataset {
  /// Resolves `name`: a column of just that name, or one with `.low`, `.high`, `.mid`, `.earliest`
  /// or `.latest` behind it where its type has such a part; nil where there is neither.
  public func fieldPath(_ name: String) -> FieldPath? {
    if let column = columnIndex(named: name) { return FieldPath(column: column, part: nil) }
    guard let dot = name.lastIndex(of: "."),
      let part = FieldPath.Part(rawValue: String(name[name.index(after: dot)...])),
      let column = columnIndex(named: String(name[..<dot]))
    else { return nil }
    switch (part, fields[column].kind) {
    case (.low, .estimate), (.high, .estimate), (.mid, .estimate), (.earliest, .date),
      (.latest, .date):
      return FieldPath(column: column, part: part)
    default: return nil
    }
  }

  /// The value of `path` in `row`. Parts of estimates are numbers; parts of dates are dates of a
  /// single day; an open or unknown bound is missing.
  public func value(_ path: FieldPath, row: Int) -> Value {
    let whole = columns[path.column][row]
    switch (path.part, whole) {
    case (nil, _): return whole
    case (.low, .estimate(let estimate)): return estimate.low.map(Value.number) ?? .missing
    case (.high, .estimate(let estimate)): return estimate.high.map(Value.number) ?? .missing
    case (.mid, .estimate(let estimate)): return estimate.mid.map(Value.number) ?? .missing
    case (.earliest, .date(let date)): return date.earliest.map { .date(EDTFDate($0)) } ?? .missing
    case (.latest, .date(let date)): return date.latest.map { .date(EDTFDate($0)) } ?? .missing
    default: return .missing
    }
  }
}
