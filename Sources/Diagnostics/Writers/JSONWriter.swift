import Bytes

/// Writes findings for scripts, by the schema that the guide gives.
enum JSONWriter {
  /// The version of the schema; it grows when a member changes its meaning or goes.
  static let version = 1

  /// One object: the schema's version, the findings, one a line, and their counts.
  static func write(_ report: Report) -> [UInt8] {
    let finder = PlaceFinder(report)
    var bytes = Array("{\"version\":\(version),\"diagnostics\":".utf8)
    bytes.appendJSONLines(report.diagnostics.lazy.map { value($0, finder) })
    bytes.append(contentsOf: ",\"summary\":".utf8)
    bytes.appendJSON(summary(of: report))
    bytes.append(contentsOf: "}\n".utf8)
    return bytes
  }

  /// The counts; those of sources only where they were asked for, since 0 would say something.
  private static func summary(of report: Report) -> JSONValue {
    let errors = JSONValue.integer(report.diagnostics.errorCount)
    let warnings = JSONValue.integer(report.diagnostics.warningCount)
    guard let provenance = report.provenance else {
      return .members(["errors": errors, "warnings": warnings])
    }
    return .members([
      "errors": errors, "warnings": warnings, "sourced": .integer(provenance.sourced),
      "unsourced": .integer(provenance.unsourced),
    ])
  }

  /// Every member is always there, so that a script need not ask; what is not known is null.
  private static func value(_ diagnostic: Diagnostic, _ finder: PlaceFinder) -> JSONValue {
    let place = finder.place(of: diagnostic.span)
    let labels = diagnostic.labels.map { label in
      let place = finder.place(of: label.span)
      return JSONValue.members([
        "path": text(place?.path), "line": number(place?.start.line),
        "column": number(place?.start.column), "message": .string(label.message),
      ])
    }
    return .members([
      "code": .string(diagnostic.code.rawValue),
      "severity": .string(diagnostic.severity.rawValue),
      "message": .string(diagnostic.message),
      "path": text(place?.path),
      "line": number(place?.start.line),
      "column": number(place?.start.column),
      "endLine": number(place?.end.line),
      "endColumn": number(place?.end.column),
      "help": text(diagnostic.help),
      "labels": .list(labels),
    ])
  }

  private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
  private static func number(_ number: Int?) -> JSONValue { number.map { .integer($0) } ?? .null }
}
