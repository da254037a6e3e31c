import Foundation
import TestSupport
import Testing

/// What the guide's page on CI shows is what happens.
@Suite("The guide on checking in CI")
struct GuideTests {
  private static let text =
    FileManager.default.contents(
      atPath: Repository.root.appendingPathComponent("Content/guide/checking-in-ci.md").path
    ).map { String(decoding: $0, as: UTF8.self) } ?? ""

  /// The first fence whose content begins with `beginning`.
  private func fence(_ beginning: String) throws -> String {
    let start = try #require(Self.text.range(of: "\n" + beginning))
    let from = Self.text.index(after: start.lowerBound)
    let end = try #require(Self.text[from...].range(of: "\n```\n"))
    return String(Self.text[from..<end.lowerBound]) + "\n"
  }

  @Test("The JSON is what the program prints")
  func json() throws {
    try CommandTests.scratch { folder in
      #expect(try CommandTests.run("new", "notes", in: folder).status == 0)
      let project = folder.appendingPathComponent("notes")
      let page = "---\ntitle: Rain\nsumary: Wet.\n---\n\nText.\n"
      try Data(page.utf8).write(to: project.appendingPathComponent("Content/briefs/rain.md"))
      let check = try CommandTests.run("check", "--format", "json", in: project)
      #expect(check.output == (try fence("{\"version\"")))
    }
  }

  private func shell(_ script: String, in folder: URL) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    let programs = CommandTests.program.deletingLastPathComponent().path
    environment["PATH"] = programs + ":" + (environment["PATH"] ?? "")
    for role in ["AUTHOR", "COMMITTER"] {
      environment["GIT_\(role)_NAME"] = "Ada Example"
      environment["GIT_\(role)_EMAIL"] = "ada@example.org"
    }
    process.environment = environment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private static let hasGit = ["/usr/bin/git", "/usr/local/bin/git", "/bin/git"]
    .contains(where: FileManager.default.isExecutableFile)

  @Test(
    "The hook refuses a commit with an error, whatever lies in the folder besides",
    .enabled(if: hasGit, "git is not at hand"))
  func hook() throws {
    try CommandTests.scratch { folder in
      #expect(try CommandTests.run("new", "notes", in: folder).status == 0)
      let project = folder.appendingPathComponent("notes")
      let page = project.appendingPathComponent("Content/briefs/extra.md")
      #expect(try shell("git init --quiet .", in: project) == 0)
      let hook = project.appendingPathComponent(".git/hooks/pre-commit")
      try FileManager.default.createDirectory(
        at: hook.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(try fence("#!/bin/sh").utf8).write(to: hook)
      #expect(try shell("chmod +x .git/hooks/pre-commit", in: project) == 0)
      #expect(try shell("git add -A && git commit --quiet -m One", in: project) == 0)
      try Data("---\ntitle: Extra\n---\n[a](nowhere.md)\n".utf8).write(to: page)
      #expect(try shell("git add -A", in: project) == 0)
      // What is staged counts, so mending the file alone does not help.
      try Data("---\ntitle: Extra\n---\nText.\n".utf8).write(to: page)
      #expect(try shell("git commit --quiet -m Two", in: project) != 0)
      #expect(try shell("git add -A && git commit --quiet -m Two", in: project) == 0)
    }
  }
}
