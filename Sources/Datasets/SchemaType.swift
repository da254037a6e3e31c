/// The types of Table Schema 1, by the names that descriptors give them.
///
/// A column's ``Field/Kind`` says what Dossier holds its cells for; this says how the descriptor
/// that describes it must call them. The two differ where several types are held alike: dates,
/// months and moments are all dates.
public enum SchemaType: String, Sendable, CaseIterable {
  /// Text.
  case string
  /// A decimal number.
  case number
  /// A whole number.
  case integer
  /// True or false.
  case boolean
  /// A day.
  case date
  /// A year.
  case year
  /// A month of a year.
  case yearmonth
  /// A time of day.
  case time
  /// A day with a time.
  case datetime
  /// A length of time.
  case duration
  /// A longitude and a latitude.
  case geopoint
  /// A shape on the earth.
  case geojson
  /// A JSON object.
  case object
  /// A JSON array.
  case array
  /// Anything.
  case any

  /// What its cells are held for where no `rdfType` says more.
  var kind: Field.Kind {
    switch self {
    case .string: .string
    case .number: .number
    case .integer: .integer
    case .boolean: .boolean
    case .date, .yearmonth, .datetime: .date
    case .year: .year
    case .time: .time
    case .duration: .duration
    case .geopoint: .geopoint
    case .geojson: .geojson
    case .object: .object
    case .array: .array
    case .any: .any
    }
  }
}

extension Field.Kind {
  /// The type that describes columns of the kind that no descriptor describes: dates of any
  /// precision and estimates are text to Table Schema.
  var schemaType: SchemaType {
    switch self {
    case .string, .date, .estimate: .string
    case .number: .number
    case .integer: .integer
    case .boolean: .boolean
    case .year: .year
    case .time: .time
    case .duration: .duration
    case .geopoint: .geopoint
    case .geojson: .geojson
    case .object: .object
    case .array: .array
    case .any: .any
    }
  }
}
