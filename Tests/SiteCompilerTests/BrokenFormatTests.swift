import Diagnostics
import Foundation
import TestSupport
import Testing

/// What programs read is what people read.
@Suite("Broken publications in formats for programs")
struct BrokenFormatTests {
  private struct JSONReport: Decodable {
    struct Label: Decodable {
      let path: String?
      let line: Int?
      let column: Int?
      let message: String
    }

    struct Finding: Decodable {
      let code: String
      let severity: String
      let message: String
      let path: String?
      let line: Int?
      let column: Int?
      let endLine: Int?
      let endColumn: Int?
      let help: String?
      let labels: [Label]
    }

    struct Summary: Decodable {
      let errors: Int
      let warnings: Int
    }

    let version: Int
    let diagnostics: [Finding]
    let summary: Summary
  }

  @Test("The JSON says what the text says", arguments: BrokenCase.codes)
  func json(code: String) async throws {
    let found = try await BrokenCase.find(code)
    let report = try JSONDecoder().decode(JSONReport.self, from: found.report(.json))
    var expected = found.text.split(separator: "\n").map(String.init).filter { line in
      line.hasSuffix("]") && (line.contains(": error: ") || line.contains(": warning: "))
        || line.hasPrefix("error: ") || line.hasPrefix("    = ")
    }
    for finding in report.diagnostics {
      var place = ""
      if let path = finding.path, let line = finding.line, let column = finding.column {
        place = "\(path):\(line):\(column): "
        #expect((finding.endLine ?? 0, finding.endColumn ?? 0) >= (line, column))
      }
      var lines = ["\(place)\(finding.severity): \(finding.message) [\(finding.code)]"]
      lines += finding.labels.map { label in
        let place = "\(label.path ?? ""):\(label.line ?? 0):\(label.column ?? 0)"
        return "    = note: \(label.message) (\(place))"
      }
      lines += finding.help.map { ["    = help: \($0)"] } ?? []
      #expect(Array(expected.prefix(lines.count)) == lines)
      expected.removeFirst(min(lines.count, expected.count))
    }
    #expect(expected.isEmpty)
    #expect(report.version == 1)
    #expect(report.summary.errors == found.diagnostics.errorCount)
    #expect(report.summary.warnings == found.diagnostics.warningCount)
  }

  private static let schema = Repository.conformance("sarif/sarif-schema-2.1.0.json")

  @Test(
    "The SARIF is valid by its schema", .enabled(if: schema != nil, "the schema is not at hand"),
    arguments: BrokenCase.codes)
  func sarif(code: String) async throws {
    let validator = try SchemaValidator(try #require(Self.schema))
    let report = try await BrokenCase.find(code).report(.sarif)
    #expect(try validator.faults(in: report) == [])
  }

  @Test("A workflow command is one line, and there is one a finding", arguments: BrokenCase.codes)
  func github(code: String) async throws {
    let found = try await BrokenCase.find(code)
    let text = String(decoding: found.report(.github), as: UTF8.self)
    let commands = text.split(separator: "\n").filter { $0.hasPrefix("::") }
    #expect(commands.count == found.diagnostics.count)
    #expect(text.split(separator: "\n").count == commands.count + 1)
  }
}
