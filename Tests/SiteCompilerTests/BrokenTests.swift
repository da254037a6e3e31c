import Diagnostics
import Foundation
import TestSupport
import Testing

/// Every kind of fault has a folder under `Tests/Broken` with a publication that has it, and the
/// report that people see.
@Suite("Broken publications")
struct BrokenTests {
  @Test("Every code has its folder, and every folder its code")
  func complete() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: BrokenCase.folder.path)
    #expect(Set(folders.filter { !$0.hasPrefix(".") }) == Set(BrokenCase.codes))
  }

  @Test(
    "The report is the expected one, names the fault, and nothing besides",
    arguments: BrokenCase.codes)
  func report(code: String) async throws {
    let found = try await BrokenCase.find(code)
    #expect(Set(found.diagnostics.map(\.code.rawValue)) == [code], "\(found.text)")
    let folder = BrokenCase.folder.appendingPathComponent(code)
    try Golden.expect(found.text, at: folder.appendingPathComponent("expected.txt"))
  }

  @Test("Nothing is reported twice, in other words or in the same", arguments: BrokenCase.codes)
  func once(code: String) async throws {
    let found = try await BrokenCase.find(code).diagnostics
    #expect(found.count == found.sortedForReport.count)
    // Two findings of one code at one place are two only where they say different things.
    let told = found.compactMap { finding in
      finding.span.map { [finding.code.rawValue, "\($0.file.index) \($0.range)", finding.message] }
    }
    #expect(Set(told).count == told.count)
  }

  @Test("The example of the catalogue is cut from the publication", arguments: BrokenCase.codes)
  func example(code: String) async throws {
    let found = try await BrokenCase.find(code)
    let entry = try #require(DiagnosticCode(rawValue: code)?.entry)
    guard let example = entry.example else {
      // Only where no words are at fault can none be shown.
      let shown = found.diagnostics.contains { finding in
        finding.span.map { !found.files[Int($0.file.index)].bytes.isEmpty } ?? false
      }
      #expect(!shown)
      return
    }
    let index = try #require(found.files.firstIndex { $0.path == example.path })
    let text = String(decoding: found.files[index].bytes, as: UTF8.self)
    let range = try #require(text.range(of: example.text), "\(example.path) has it")
    // Ill-formed bytes are longer as text, so lines are compared rather than offsets.
    func line(_ place: String.Index) -> Int { text[..<place].count { $0.isNewline } + 1 }
    let lines = line(range.lowerBound)...line(range.upperBound)
    let marked = found.diagnostics.filter { Int($0.span?.file.index ?? 0) == index }
      .compactMap { $0.span.map { found.files[index].position(of: Int($0.start)).line } }
    #expect(marked.contains { lines.contains($0) }, "the finding is in the example's lines")
  }
}
