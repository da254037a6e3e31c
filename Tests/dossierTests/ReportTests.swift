import Foundation
import Testing

/// What the commands print of findings, where, and with which status they end.
@Suite("Reports of the commands")
struct ReportTests {
  /// A new publication whose page `briefs/extra.md` is `page`.
  private func project(_ page: String, _ body: (URL) throws -> Void) throws {
    try CommandTests.scratch { folder in
      #expect(try CommandTests.run("new", "notes", in: folder).status == 0)
      let project = folder.appendingPathComponent("notes")
      try Data(page.utf8).write(to: project.appendingPathComponent("Content/briefs/extra.md"))
      try body(project)
    }
  }

  private static let broken = "---\ntitle: Extra\n---\n\nSee [this](nowhere.md).\n"
  private static let dubious = "---\ntitle: Extra\nsumary: Nothing.\n---\n\nText.\n"

  private func parse(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("check prints findings to standard output, build to standard error, and nothing besides")
  func streams() throws {
    try project(Self.broken) { project in
      for format in ["json", "sarif"] {
        let check = try CommandTests.run("check", "--format", format, in: project)
        #expect(check.status == 1)
        #expect(check.errors.isEmpty)
        _ = try parse(check.output)
        let build = try CommandTests.run("build", "--format", format, in: project)
        #expect(build.status == 1)
        #expect(build.output.isEmpty)
        #expect(build.errors == check.output)
      }
    }
  }

  @Test("Without findings a program gets an empty report")
  func clean() throws {
    try project("---\ntitle: Extra\n---\n\nText.\n") { project in
      let check = try CommandTests.run("check", "--format", "json", in: project)
      #expect(check.status == 0)
      #expect((try parse(check.output)["diagnostics"] as? [Any])?.isEmpty == true)
      let build = try CommandTests.run("build", "--format", "json", in: project)
      #expect(build.status == 0)
      _ = try parse(build.errors)
      let github = try CommandTests.run("check", "--format", "github", in: project)
      #expect(!github.output.contains("::"))
    }
  }

  @Test("A warning passes, unless --strict is given: then nothing is written")
  func strict() throws {
    try project(Self.dubious) { project in
      let site = project.appendingPathComponent("Site/index.html").path
      #expect(try CommandTests.run("check", in: project).status == 0)
      #expect(try CommandTests.run("check", "--strict", in: project).status == 1)
      let refused = try CommandTests.run("build", "--strict", in: project)
      #expect(refused.status == 1)
      #expect(refused.errors.contains("0 errors, 1 warning"))
      #expect(!FileManager.default.fileExists(atPath: site))
      #expect(try CommandTests.run("build", in: project).status == 0)
      #expect(FileManager.default.fileExists(atPath: site))
    }
  }

  @Test("Forges get paths from where the command runs, others from the project")
  func paths() throws {
    try project(Self.broken) { project in
      let above = project.deletingLastPathComponent()
      let beginnings = [
        "github": "::error file=notes/Content/briefs/extra.md,line=5,",
        "sarif": "\"uri\":\"notes/Content/briefs/extra.md\"",
        "json": "\"path\":\"Content/briefs/extra.md\"",
        "text": "Content/briefs/extra.md:5:12: error: ",
      ]
      for (format, expected) in beginnings {
        let check = try CommandTests.run(
          "check", "--project", "notes", "--format", format, in: above)
        #expect(check.output.contains(expected), "\(format)")
      }
    }
  }

  @Test("Colours come when they are forced, and never against NO_COLOR")
  func color() throws {
    try project(Self.broken) { project in
      let cases: [(environment: [String: String], isColored: Bool)] = [
        ([:], false), (["CLICOLOR_FORCE": "1", "NO_COLOR": ""], true),
        (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false), (["CLICOLOR_FORCE": "0"], false),
      ]
      for (environment, isColored) in cases {
        let check = try CommandTests.run("check", in: project, environment: environment)
        #expect(check.output.contains("\u{1B}") == isColored, "\(environment)")
      }
    }
  }

  @Test("A folder or a format that is named and is not there is wrong usage")
  func usage() throws {
    try project(Self.broken) { project in
      let templates = try CommandTests.run("check", "--templates", "Themes", in: project)
      #expect(templates.status == 64)
      #expect(templates.errors.contains("there is no folder 'Themes'"))
      #expect(try CommandTests.run("check", "--format", "xml", in: project).status == 64)
      let content = try CommandTests.run("check", "--content", "Text", in: project)
      #expect(content.status == 1)
      #expect(content.output.contains("there is no folder 'Text'"))
    }
  }

  @Test("explain explains a code, lists them all, and suggests one that is near")
  func explain() throws {
    try CommandTests.scratch { folder in
      let one = try CommandTests.run("explain", "link-target-missing", in: folder)
      #expect(one.status == 0)
      #expect(one.output.hasPrefix("link-target-missing (error): "))
      let all = try CommandTests.run("explain", in: folder)
      #expect(all.status == 0)
      #expect(all.output.contains("name-near-miss              warning  "))
      let none = try CommandTests.run("explain", "link-target-mising", in: folder)
      #expect(none.status == 64)
      #expect(none.errors.contains("did you mean 'link-target-missing'?"))
    }
  }
}
