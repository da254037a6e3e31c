import Bytes

/// Writes findings as SARIF 2.1.0 (OASIS), which forges and editors show in place.
struct SARIFWriter {
  /// The program's version.
  let version: String

  /// One log with one run: the catalogue as rules, and the findings, one a line.
  func write(_ report: Report) -> [UInt8] {
    var bytes = Array(
      """
      {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{
      "tool":{"driver":{"name":"Dossier","version":
      """.utf8)
    bytes.appendJSON(.string(version))
    bytes.append(contentsOf: ",\"rules\":".utf8)
    bytes.appendJSONLines(DiagnosticCode.allCases.lazy.map(Self.rule))
    // Section 3.14.17: our columns are those of scalars, not of UTF-16 as is the default.
    bytes.append(contentsOf: "}},\n\"columnKind\":\"unicodeCodePoints\",\"results\":".utf8)
    let finder = PlaceFinder(report)
    var prints = FindingPrints(report)
    bytes.appendJSONLines(
      report.diagnostics.lazy.map { Self.result($0, finder, prints.next($0)) })
    bytes.append(contentsOf: "}]}\n".utf8)
    return bytes
  }

  private static func rule(_ code: DiagnosticCode) -> JSONValue {
    let entry = code.entry
    let help = [entry?.remedy, entry?.example.map { "For example in \($0.path):\n\n\($0.text)" }]
    let markdown = [
      entry?.remedy,
      entry?.example.map { "For example in `\($0.path)`:\n\n````\n\($0.text)\n````" },
    ]
    return .members([
      "id": .string(code.rawValue),
      "shortDescription": message(entry?.title ?? code.rawValue),
      "fullDescription": entry.map { message("\($0.meaning) \($0.reason)") },
      "help": .members([
        "text": .string(help.compactMap(\.self).joined(separator: "\n\n")),
        "markdown": .string(markdown.compactMap(\.self).joined(separator: "\n\n")),
      ]),
      "defaultConfiguration": .members(["level": .string(code.severity.rawValue)]),
    ])
  }

  private static func result(
    _ diagnostic: Diagnostic, _ finder: PlaceFinder, _ print: String
  ) -> JSONValue {
    let text = [diagnostic.message, diagnostic.help].compactMap(\.self).joined(separator: "\n")
    let place = finder.place(of: diagnostic.span)
    let related = diagnostic.labels.enumerated().compactMap { index, label in
      finder.place(of: label.span).map { place in
        JSONValue.members([
          "id": .integer(index + 1), "physicalLocation": physical(place),
          "message": message(label.message),
        ])
      }
    }
    return .members([
      "ruleId": .string(diagnostic.code.rawValue),
      "ruleIndex": DiagnosticCode.allCases.firstIndex(of: diagnostic.code).map { .integer($0) },
      "level": .string(diagnostic.severity.rawValue),
      "message": message(text),
      // Section 3.27.12: what belongs to no file has no location.
      "locations": place.map { .list([.members(["physicalLocation": physical($0)])]) },
      "relatedLocations": related.isEmpty ? nil : .list(related),
      "partialFingerprints": .members(["dossierFinding/v1": .string(print)]),
    ])
  }

  private static func physical(_ place: Place) -> JSONValue {
    .members([
      "artifactLocation": artifact(place.path),
      "region": .members([
        "startLine": .integer(place.start.line), "startColumn": .integer(place.start.column),
        "endLine": .integer(place.end.line), "endColumn": .integer(place.end.column),
      ]),
    ])
  }

  /// A path within the project stands below the root of the sources; one from the disk's own root
  /// names its file by itself.
  private static func artifact(_ path: String) -> JSONValue {
    let encoded = PercentEncoding.encodePath(path)
    guard !path.utf8.starts(with: "/".utf8) else {
      return .members(["uri": .string("file://" + encoded)])
    }
    return .members(["uri": .string(encoded), "uriBaseId": "%SRCROOT%"])
  }

  private static func message(_ text: String) -> JSONValue { .members(["text": .string(text)]) }
}
