import Bytes

/// Writes the descriptor of the data that a site publishes, a Frictionless Data Package (version 1,
/// specs.frictionlessdata.io) of the CSV files that lie beside it.
public struct PackageWriter {
  private let name: String
  private let title: String
  private let datasets: [Dataset]

  /// A package of `datasets` whose files are called `NAME.csv`.
  /// - Parameter name: The package's name; one that may not be a name is made into one.
  public init(name: String?, title: String, datasets: [Dataset]) {
    self.name = PackageDescriptor.wellFormed(name ?? title) ?? "data"
    self.title = title
    self.datasets = datasets
  }

  /// The descriptor as JSON in UTF-8.
  public func json() -> [UInt8] {
    let package = JSONValue.members([
      "profile": "tabular-data-package", "name": .string(name),
      "title": title.isEmpty ? nil : .string(title),
      "resources": .list(datasets.map(resource)),
    ])
    return package.bytes + [.newline]
  }

  private func resource(_ dataset: Dataset) -> JSONValue {
    .members([
      "profile": "tabular-data-resource", "name": .string(dataset.name),
      "path": .string(dataset.name + ".csv"), "title": dataset.title.map(JSONValue.string),
      "description": dataset.description.map(JSONValue.string),
      "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
      "schema": schema(dataset),
      "sources": Self.list(dataset.sources.map(source)),
      "licenses": Self.list(dataset.licenses.map(license)),
    ])
  }

  private static func list(_ values: [JSONValue]) -> JSONValue? {
    values.isEmpty ? nil : .list(values)
  }

  private func schema(_ dataset: Dataset) -> JSONValue {
    .members([
      "fields": .list(dataset.fields.map(field)), "missingValues": .list([""]),
      "primaryKey": Self.list(dataset.primaryKey.map(JSONValue.string)),
      "foreignKeys": Self.list(dataset.foreignKeys.compactMap { foreignKey($0, of: dataset) }),
    ])
  }

  private func field(_ field: Field) -> JSONValue {
    // Version 1 has no bounds of lengths of time.
    let rules = field.rules.filter { rule in
      field.schemaType != .duration || ![.minimum, .maximum].contains(rule.kind)
    }
    return .members([
      "name": .string(field.name), "type": .string(field.schemaType.rawValue),
      // Hours may stand with or without seconds and a zone.
      "format": field.schemaType == .datetime ? "any" : nil,
      "title": field.title.map(JSONValue.string),
      "description": field.description.map(JSONValue.string),
      "rdfType": field.rdfType.map(JSONValue.string),
      "constraints": rules.isEmpty ? nil : .object(rules.map { rule($0, of: field) }),
    ])
  }

  private func rule(_ rule: FieldRule, of field: Field) -> (key: String, value: JSONValue) {
    let first = rule.values.first ?? ""
    let value: JSONValue =
      switch rule.kind {
      case .required, .unique: .boolean(true)
      case .minLength, .maxLength: .integer(Int(first) ?? 0)
      case .allowed: .list(rule.values.map { self.value($0, of: field) })
      case .pattern: .string(first)
      case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum: self.value(first, of: field)
      }
    return (rule.kind.rawValue, value)
  }

  /// A value as JSON has it: whole numbers are numbers, what else a field holds is text that is read
  /// as its cells are.
  private func value(_ text: String, of field: Field) -> JSONValue {
    guard field.kind == .integer || field.kind == .number || field.kind == .year else {
      return .string(text)
    }
    return Int(text).map(JSONValue.integer) ?? .string(text)
  }

  /// A key that leads to a dataset of the package; others would make it invalid.
  private func foreignKey(_ key: ForeignKey, of dataset: Dataset) -> JSONValue? {
    guard datasets.contains(where: { $0.name == key.dataset }) else { return nil }
    return .members([
      "fields": .list(key.fields.map(JSONValue.string)),
      "reference": .members([
        "resource": .string(key.dataset == dataset.name ? "" : key.dataset),
        "fields": .list(key.referenced.map(JSONValue.string)),
      ]),
    ])
  }

  private func source(_ source: DataSource) -> JSONValue {
    .members(["title": .string(source.title), "path": Self.address(source.path)])
  }

  private func license(_ license: DataLicense) -> JSONValue {
    .members([
      "name": license.name.map(JSONValue.string), "path": Self.address(license.path),
      "title": license.title.map(JSONValue.string),
    ])
  }

  /// An address of the web; a file of the author's own is not published with the data.
  private static func address(_ path: String?) -> JSONValue? {
    guard let path, path.hasPrefix("https://") || path.hasPrefix("http://") else { return nil }
    return .string(path)
  }
}

extension Field {
  /// What the column means, as a descriptor's `rdfType` says it.
  var rdfType: String? {
    switch reference {
    case .citation: "dossier:citation"
    case .locator: "dossier:locator"
    case .entity(let collection): "dossier:entity/\(collection)"
    case nil:
      switch (kind, schemaType) {
      case (.estimate, _): "dossier:estimate"
      case (.date, .string): "http://id.loc.gov/datatypes/edtf"
      default: nil
      }
    }
  }
}
