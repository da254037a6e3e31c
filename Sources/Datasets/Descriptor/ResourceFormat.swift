import Bytes

/// What kind of file a resource is: its `format`, its `mediatype`, or the ending of its path.
enum ResourceFormat: Sendable {
  case csv
  case tsv
  case json
  case yaml
  /// Tables and views of a database, each a resource.
  case sqlite

  /// The format of a name such as `csv`, a file's ending included.
  static func named(_ name: String) -> ResourceFormat? {
    switch name.asciiLowercased {
    case "csv": .csv
    case "tsv": .tsv
    case "json", "geojson": .json
    case "yaml", "yml": .yaml
    case "sqlite", "sqlite3", "db": .sqlite
    default: nil
    }
  }

  /// The format of a media type, parameters such as `charset` aside.
  static func ofMediaType(_ name: String) -> ResourceFormat? {
    let type = name.split(separator: ";").first.map {
      Array($0.utf8).trimmingASCIIWhitespace().text.asciiLowercased
    }
    return switch type {
    case "text/csv", "application/csv": .csv
    case "text/tab-separated-values", "text/tsv": .tsv
    case "application/json", "text/json", "application/geo+json": .json
    case "application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml": .yaml
    case "application/vnd.sqlite3", "application/x-sqlite3": .sqlite
    default: nil
    }
  }

  /// The dialect of its files where the author says nothing of it.
  var dialect: CSVDialect {
    var dialect = CSVDialect()
    if case .tsv = self { dialect.delimiter = [.tab] }
    return dialect
  }
}
