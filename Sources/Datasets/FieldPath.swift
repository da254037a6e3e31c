import Values

/// A field, or a part of one: `fighters`, `fighters.low`, `date.latest`, `place.lat`.
public struct FieldPath: Hashable, Sendable {
  /// A part of an estimate, of a date or of a point.
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
    /// The longitude of a point on the earth, in degrees.
    case lon
    /// The latitude of a point on the earth, in degrees.
    case lat
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
  /// Resolves `name`: a column of just that name, or one with a part such as `.low` or `.latest`
  /// behind it where its type has such a part; nil where there is neither.
  public func fieldPath(_ name: String) -> FieldPath? {
    if let column = columnIndex(named: name) { return FieldPath(column: column, part: nil) }
    guard let dot = name.lastIndex(of: "."),
      let part = FieldPath.Part(rawValue: String(name[name.index(after: dot)...])),
      let column = columnIndex(named: String(name[..<dot]))
    else { return nil }
    guard fields[column].kind.parts.contains(part) else { return nil }
    return FieldPath(column: column, part: part)
  }

  /// The value of `path` in `row`. Parts of estimates and points are numbers; parts of dates are
  /// dates of a single day; an open or unknown bound is missing.
  public func value(_ path: FieldPath, row: Int) -> Value {
    let whole = columns[path.column][row]
    switch (path.part, whole) {
    case (nil, _): return whole
    case (.low, .estimate(let estimate)): return estimate.low.map(Value.number) ?? .missing
    case (.high, .estimate(let estimate)): return estimate.high.map(Value.number) ?? .missing
    case (.mid, .estimate(let estimate)): return estimate.mid.map(Value.number) ?? .missing
    case (.earliest, .date(let date)): return date.earliest.map { .date(EDTFDate($0)) } ?? .missing
    case (.latest, .date(let date)): return date.latest.map { .date(EDTFDate($0)) } ?? .missing
    case (.lon, .text(let text)): return point(text).map { .number($0.longitude) } ?? .missing
    case (.lat, .text(let text)): return point(text).map { .number($0.latitude) } ?? .missing
    default: return .missing
    }
  }

  private func point(_ text: String) -> GeoPointText? {
    guard case .success(let point) = GeoPointText.parse(text) else { return nil }
    return point
  }
}
