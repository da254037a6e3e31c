import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite("The catalogue")
struct CatalogueTests {
  @Test("Every code has one entry")
  func complete() {
    let codes = Catalogue.entries.map(\.code)
    #expect(Set(codes) == Set(DiagnosticCode.allCases))
    #expect(codes.count == DiagnosticCode.allCases.count)
  }

  @Test(
    "An entry is whole: a title, and sentences on what, why and how", arguments: Catalogue.codes)
  func whole(code: DiagnosticCode) throws {
    let entry = try #require(code.entry)
    #expect(!entry.title.isEmpty && !entry.title.hasSuffix("."))
    for text in [entry.meaning, entry.reason, entry.remedy] {
      #expect(text.hasSuffix("."), "\(text)")
      #expect(!text.contains("\n") && !text.contains("  "))
    }
    #expect(entry.example.map { !$0.text.isEmpty } ?? true)
  }

  @Test("An explanation fits a terminal, its example aside", arguments: Catalogue.codes)
  func explanation(code: DiagnosticCode) throws {
    let text = try #require(code.entry).explanation()
    #expect(text.hasPrefix("\(code.rawValue) (\(code.severity.rawValue)): "))
    for line in text.split(separator: "\n") where !line.hasPrefix("    ") {
      #expect(line.unicodeScalars.count <= 100, "\(line)")
    }
  }

  @Test("The guide's table of codes is the catalogue")
  func guide() throws {
    func cell(_ text: String) -> String {
      let plain = text.split(separator: "`").joined()
      let needsQuotes = plain.contains { ",\"".contains($0) }
      return needsQuotes ? "\"\(plain.split(separator: "\"").joined(separator: "\"\""))\"" : plain
    }
    let rows = Catalogue.entries.map { entry in
      [entry.code.rawValue, entry.code.severity.rawValue, entry.title, entry.remedy].map(cell)
        .joined(separator: ",")
    }
    let text = (["code,severity,title,remedy"] + rows).joined(separator: "\n") + "\n"
    try Golden.expect(text, at: Repository.root.appending(path: "Content/data/codes.csv"))
  }
}

extension Catalogue {
  static var codes: [DiagnosticCode] { DiagnosticCode.allCases }
}
