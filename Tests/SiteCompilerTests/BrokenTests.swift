import Diagnostics
import Foundation
import Programs
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
    let folder = Self.folder.appendingPathComponent(code)
    let layout = ProjectLayout(project: folder.appendingPathComponent("input").path)
    let loaded = SourceLoader.load(layout, defaults: try Theme.files())
    var diagnostics = loaded.diagnostics
    if !diagnostics.contains(where: { $0.code == .contentMissing || $0.code == .contentEmpty }) {
      let compiler = SiteCompiler(options: SiteCompiler.Options(workers: 2))
      let site = await compiler.compile(loaded.value).take(into: &diagnostics)
      let isTemplateBroken = diagnostics.contains { $0.code.rawValue.hasPrefix("template-") }
      if !isTemplateBroken { diagnostics += try await compiler.render(site) { _ in } }
      if let answers = try answers(of: folder) {
        diagnostics += ExternalFindings.diagnostics(ExternalLinks.all(in: site), answers: answers)
      }
    }
    diagnostics = diagnostics.sortedForReport
    let report = TextWriter(files: loaded.value.files).report(diagnostics)
    #expect(Set(diagnostics.map(\.code.rawValue)) == [code], "\(report)")
    try Golden.expect(report, at: folder.appendingPathComponent("expected.txt"))
  }

  /// What outside hosts would answer, in lines of an address, a word and what belongs to it.
  private func answers(of folder: URL) throws -> [String: ExternalAnswer]? {
    let file = folder.appendingPathComponent("answers.txt")
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    var answers: [String: ExternalAnswer] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      let answer: ExternalAnswer =
        switch parts[1] {
        case "moved": .moved(to: parts[2])
        case "broken": .broken(parts[2])
        default: .found
        }
      answers[parts[0]] = answer
    }
    return answers
  }
}
