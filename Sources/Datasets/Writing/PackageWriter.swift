import Bytes
import Values

/// Writes the descriptor of the data that a site publishes, a Frictionless Data Package (version 1,
/// specs.frictionlessdata.io) of the CSV files that lie beside it.
public struct PackageWriter {
  private let name: String
  private let title: String
  private let datasets: [Dataset]
  /// The length in bytes and the digest of files, by the name of the dataset.
  private var files: [String: (count: Int, digest: String)] = [:]

  /// A package of `datasets` whose files are called `NAME.csv`.
  /// - Parameter name: The package's name; one that may not be a name is made into one.
  public init(name: String?, title: String, datasets: [Dataset]) {
    self.name = PackageDescriptor.wellFormed(name ?? title) ?? "data"
    self.title = title
    self.datasets = datasets
  }

  /// Says of the file of the dataset `name` that it is `csv`, so that who takes it can tell whether
  /// it came whole.
  public mutating func record(_ csv: [UInt8], of name: String) {
    files[name] = (csv.count, Digest.sha256.text(of: csv))
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
      "bytes": files[dataset.name].map { .integer($0.count) },
      "hash": files[dataset.name].map { .string("sha256:" + $0.digest) },
      "schema": schema(dataset),
      "sources": Self.list(dataset.sources.map(source)),
      "licenses": Self.list(dataset.licenses.map(license)),
      "tlp": dataset.marking.map { .string($0.rawValue) },
    ])
  }

  private static func list(_ values: [JSONValue]) -> JSONValue? {
    values.isEmpty ? nil : .list(values)
  }

  private func schema(_ dataset: Dataset) -> JSONValue {
    .members([
      "fields": .list(zip(dataset.fields, dataset.columns).map(field)),
      "missingValues": .list([""]),
      "primaryKey": Self.list(dataset.primaryKey.map(JSONValue.string)),
      "foreignKeys": Self.list(dataset.foreignKeys.compactMap { foreignKey($0, of: dataset) }),
    ])
  }

  private func field(_ field: Field, _ column: Column) -> JSONValue {
    let rules = field.rules.filter { isPublished($0, field, column) }
    return .members([
      "name": .string(field.name), "type": .string(field.schemaType.rawValue),
      // Hours may stand with or without seconds and a zone.
      "format": field.schemaType == .datetime ? "any" : nil,
      "title": field.title.map(JSONValue.string),
      "description": field.description.map(JSONValue.string),
      "rdfType": field.rdfType.map(JSONValue.string),
      "constraints": rules.isEmpty ? nil : .object(rules.map(rule)),
    ])
  }

  /// Whether a constraint can be said of the published file: in version 1, and in CSV.
  private func isPublished(_ rule: FieldRule, _ field: Field, _ column: Column) -> Bool {
    switch rule.kind {
    // Version 1 has no bounds of lengths of time, and none that lie outside themselves.
    case .minimum, .maximum: field.schemaType != .duration
    case .exclusiveMinimum, .exclusiveMaximum: false
    // A text of no characters is a value to the author, and nothing in a CSV file.
    case .required: !(0..<column.count).contains { column[$0] == .text("") }
    case .unique, .allowed, .minLength, .maxLength, .pattern: true
    }
  }

  private func rule(_ rule: FieldRule) -> (key: String, value: JSONValue) {
    let first = rule.values.first.map(value) ?? .boolean(true)
    return (rule.kind.rawValue, rule.kind == .allowed ? .list(rule.values.map(value)) : first)
  }

  /// A value as JSON has it where it has a form of its own, or else as the CSV files write it.
  private func value(_ value: Value) -> JSONValue {
    switch value {
    case .boolean(let isTrue): .boolean(isTrue)
    case .number(let number):
      Int(exactly: number).map(JSONValue.integer) ?? .string(value.dataText)
    case .missing, .text, .date, .estimate: .string(value.dataText)
    }
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
