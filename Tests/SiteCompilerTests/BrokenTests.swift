import Diagnostics
import Foundation
import SiteCompiler
import SiteModel
import SiteStorage
import TestSupport
import Testing

/// Every kind of fault has a folder under `Tests/Broken` with a publication that has it, and the
/// report that people see.
@Suite("Broken publications")
struct BrokenTests {
  static let folder = Repository.root.appendingPathComponent("Tests/Broken")

  static let codes: [String] = DiagnosticCode.allCases.map(\.rawValue)

  @Test("Every code has its folder, and every folder its code")
  func complete() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(folders.filter { !$0.hasPrefix(".") }) == Set(Self.codes))
  }

  @Test("The report is the expected one, names the fault, and nothing besides", arguments: codes)
  func report(code: String) async throws {
    let project = Self.folder.appendingPathComponent(code).appendingPathComponent("input")
    let layout = ProjectLayout(project: project.path)
    let loaded = SourceLoader.load(layout, defaults: try Theme.files())
    var diagnostics = loaded.diagnostics
    if !diagnostics.contains(where: { $0.code == .contentMissing || $0.code == .contentEmpty }) {
      let compiler = SiteCompiler(options: SiteCompiler.Options(workers: 2))
      _ = await compiler.compile(loaded.value).take(into: &diagnostics)
    }
    diagnostics = diagnostics.sortedForReport
    let report = TextWriter(files: loaded.value.files).report(diagnostics)
    #expect(Set(diagnostics.map(\.code.rawValue)) == [code], "\(report)")
    try Golden.expect(
      report, at: Self.folder.appendingPathComponent(code).appendingPathComponent("expected.txt"))
  }
}
