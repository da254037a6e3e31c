/// How the cells of one column are written.
struct CellSyntax: Sendable {
  /// Table Schema's `format`.
  enum Format: Sendable {
    case standard
    /// However one may write it without doubt about what is meant.
    case any
    /// As `strptime` reads it.
    case pattern(TimePattern)
    case email
    case uri
    case binary
    case uuid
    case array
    case object
    case topojson
  }

  /// What the cells are held for.
  let kind: Field.Kind
  /// What the descriptor calls them.
  let type: SchemaType
  var format = Format.standard
  var number = NumberSyntax()
  var trueValues: [String] = ["true", "True", "TRUE", "1"]
  var falseValues: [String] = ["false", "False", "FALSE", "0"]

  /// The plainest way to write values of `kind`.
  init(kind: Field.Kind) {
    self.kind = kind
    self.type = kind.schemaType
  }

  /// The standard way to write values of `type`.
  init(type: SchemaType) {
    self.kind = type.kind
    self.type = type
  }
}

extension CellSyntax {
  /// Whether Table Schema holds the cells for text, as it does EDTF dates and estimates.
  var isText: Bool { type == .string }

  /// Whether a cell holds several things that can be counted, characters among them.
  var hasLength: Bool { isText || type == .object || type == .array }

  /// Whether Table Schema gives the values an order: what may have a minimum.
  var hasOrder: Bool {
    switch type {
    case .number, .integer, .date, .time, .datetime, .duration, .year, .yearmonth: true
    case .string, .boolean, .geopoint, .geojson, .object, .array, .any: false
    }
  }

  /// What one of its values is called.
  var noun: String {
    switch (type, format) {
    case (.string, .email): "e-mail address"
    case (.string, .uri): "URI"
    case (.string, .binary): "base64"
    case (.string, .uuid): "UUID"
    case (.string, _): kind == .date ? "date" : kind == .estimate ? "estimate" : "text"
    case (.number, _): "number"
    case (.integer, _): "whole number"
    case (.boolean, _): "boolean"
    case (.year, _): "year"
    case (.date, _): "date"
    case (.yearmonth, _): "month"
    case (.datetime, _): "date with a time"
    case (.time, _): "time of day"
    case (.duration, _): "duration"
    case (.geopoint, _): "point on the earth"
    case (.geojson, .topojson): "TopoJSON"
    case (.geojson, _): "GeoJSON"
    case (.object, _): "JSON object"
    case (.array, _): "JSON array"
    case (.any, _): "value"
    }
  }
}
