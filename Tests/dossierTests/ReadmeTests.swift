import Foundation
import TestSupport
import Testing

/// What the README shows is what happens.
@Suite("The README")
struct ReadmeTests {
  private static let text =
    FileManager.default.contents(
      atPath: Repository.root.appendingPathComponent("README.md").path
    ).map { String(decoding: $0, as: UTF8.self) } ?? ""

  /// The content of the first fence that opens with `opening`.
  private func fence(_ opening: String, closing: String) throws -> String {
    let start = try #require(Self.text.range(of: opening + "\n"))
    let end = try #require(Self.text[start.upperBound...].range(of: "\n" + closing + "\n"))
    return String(Self.text[start.upperBound..<end.lowerBound]) + "\n"
  }

  @Test("Its brief builds in a new publication, and fails as it says when it is misspelt")
  func brief() throws {
    try CommandTests.scratch { folder in
      #expect(try CommandTests.run("new", "notes", in: folder).status == 0)
      let project = folder.appendingPathComponent("notes")
      let brief = project.appendingPathComponent("Content/briefs/harbour.md")
      let source = try fence("````markdown", closing: "````")
      try Data(source.utf8).write(to: brief)
      let built = try CommandTests.run("build", "--strict", in: project)
      #expect(built.status == 0, "\(built.errors)")
      let html = try String(
        contentsOf: project.appendingPathComponent("Site/briefs/harbour.html"), encoding: .utf8)
      #expect(html.contains("Figure 1"))
      #expect(html.contains("#ref-example2024"))
      let wrong = source.replacingOccurrences(of: "harbour.md", with: "harbor.md")
      try Data(wrong.utf8).write(to: brief)
      let failed = try CommandTests.run("build", in: project)
      #expect(failed.status == 1)
      #expect(failed.errors == (try fence("```text", closing: "```")))
    }
  }
}
