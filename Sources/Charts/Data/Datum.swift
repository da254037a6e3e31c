import Values

/// A value as the grammar knows it: JSON's kinds, times, and the hedged values of briefs.
///
/// Vega-Lite's data have no schema, and its expressions are JavaScript's; so a datum keeps its own
/// kind, and ``number`` and ``text`` convert as JavaScript does.
enum Datum: Hashable, Sendable {
  /// Nothing: null, and a field that a row lacks.
  case null
  /// True or false.
  case boolean(Bool)
  /// A number; NaN and the infinities may come of arithmetic.
  case number(Double)
  /// Text.
  case text(String)
  /// A moment, in milliseconds since 1970-01-01T00:00:00Z; NaN where a text was no time.
  case time(Double)
  /// Values in order, as JSON's arrays and `values` have them.
  case list([Datum])
  /// Named values, as JSON's objects and `argmax` have them.
  case object(DatumObject)
  /// A date of any precision.
  indirect case date(EDTFDate)
  /// A hedged figure.
  indirect case estimate(Estimate)
}

extension Datum {
  /// The kinds of values.
  enum Kind: Hashable, Sendable {
    case null, boolean, number, text, time, list, object, date, estimate
  }

  /// What kind of value it is.
  var kind: Kind {
    switch self {
    case .null: .null
    case .boolean: .boolean
    case .number: .number
    case .text: .text
    case .time: .time
    case .list: .list
    case .object: .object
    case .date: .date
    case .estimate: .estimate
    }
  }
}

/// Named values in the order in which they were written; names are unique.
struct DatumObject: Hashable, Sendable {
  /// The names.
  let names: [String]
  /// The values, as many as there are names.
  let values: [Datum]

  /// The value of `name`, or nil where there is none.
  subscript(name: String) -> Datum? {
    names.firstIndex(of: name).map { values[$0] }
  }
}
