import Foundation
import TestSupport
import Testing

/// The program as a user runs it, in folders of its own.
@Suite("The commands")
struct CommandTests {
  /// Every file under a folder with its bytes.
  private func contents(_ folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      files[path] = FileManager.default.contents(atPath: folder.appendingPathComponent(path).path)
    }
    return files
  }

  private func copyExample(to folder: URL) throws {
    for name in ["Content", "Templates"] {
      try FileManager.default.copyItem(
        at: Repository.root.appendingPathComponent(name), to: folder.appendingPathComponent(name))
    }
  }

  private func replace(_ old: String, with new: String, in file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains(old))
    let range = try #require(text.range(of: old))
    try Data(text.replacingCharacters(in: range, with: new).utf8).write(to: file)
  }

  @Test("The starter publication builds clean in any folder, twice to the same bytes")
  func starter() throws {
    try Self.scratch { folder in
      #expect(try Self.run("new", "notes", in: folder).status == 0)
      let project = folder.appendingPathComponent("notes")
      let first = try Self.run("build", "--strict", in: project)
      #expect(first.status == 0, "\(first.errors)")
      let site = try contents(project.appendingPathComponent("Site"))
      #expect(site["index.html"] != nil)
      #expect(try Self.run("build", "--jobs", "1", in: project).status == 0)
      #expect(try contents(project.appendingPathComponent("Site")) == site)
      #expect(try Self.run("check", "--strict", in: project).status == 0)
    }
  }

  @Test("A folder with something in it is not started in")
  func usedFolder() throws {
    try Self.scratch { folder in
      try Data("x".utf8).write(to: folder.appendingPathComponent("thesis.txt"))
      let result = try Self.run("new", ".", in: folder)
      #expect(result.status == 74)
      #expect(result.errors.contains("not empty"))
    }
  }

  @Test("The example builds clean, with what it promises")
  func example() throws {
    try Self.scratch { folder in
      try copyExample(to: folder)
      let result = try Self.run("build", "--strict", in: folder)
      #expect(result.status == 0, "\(result.errors)")
      let site = try contents(folder.appendingPathComponent("Site"))
      let pages = site.filter { $0.key.hasSuffix(".html") }
        .mapValues { String(decoding: $0, as: UTF8.self) }
      #expect(pages.count >= 25)
      let briefs = pages.filter { $0.key.hasPrefix("briefs/") }.values.joined()
      func count(_ kind: String) -> Int {
        briefs.components(separatedBy: "class=\"figure \(kind)\"").count - 1
      }
      #expect(count("figure-chart") >= 4)
      #expect(count("figure-timeline") >= 2)
      #expect(count("figure-table") >= 4)
    }
  }

  @Test(
    "A misspelt link, anchor, asset, citation, dataset, column or draft fails with its line",
    arguments: [
      ("actors/is-khorasan.md", "actors/is-khorosan.md", "link-target-missing"),
      ("@steinberg2022]", "@steinberg2202]", "citation-missing"),
      ("field: fighters", "field: figthers", "column-missing"),
      ("data: strength", "data: strenght", "dataset-missing"),
      ("@fig-strength", "@fig-strenght", "cross-reference-missing"),
    ])
  func misspelling(old: String, new: String, code: String) throws {
    try Self.scratch { folder in
      try copyExample(to: folder)
      #expect(try Self.run("build", in: folder).status == 0)
      let site = try contents(folder.appendingPathComponent("Site"))
      let brief = folder.appendingPathComponent("Content/briefs/strength.md")
      try replace(old, with: new, in: brief)
      let lines = try String(contentsOf: brief, encoding: .utf8).components(separatedBy: "\n")
      let line = try #require(lines.firstIndex { $0.contains(new) }) + 1
      let result = try Self.run("build", in: folder)
      #expect(result.status == 1)
      #expect(result.errors.contains("Content/briefs/strength.md:\(line):"), "\(result.errors)")
      #expect(result.errors.contains("[\(code)]"), "\(result.errors)")
      // The last good site stays as it was.
      #expect(try contents(folder.appendingPathComponent("Site")) == site)
      let check = try Self.run("check", in: folder)
      #expect(check.status == 1)
      #expect(check.output.contains("[\(code)]"))
    }
  }

  @Test("A folder that Dossier did not make is not written over")
  func foreignOutput() throws {
    try Self.scratch { folder in
      #expect(try Self.run("new", "notes", in: folder).status == 0)
      let mine = folder.appendingPathComponent("notes/mine")
      try FileManager.default.createDirectory(at: mine, withIntermediateDirectories: true)
      try Data("x".utf8).write(to: mine.appendingPathComponent("thesis.txt"))
      let project = folder.appendingPathComponent("notes")
      let result = try Self.run("build", "--output", "mine", in: project)
      #expect(result.status == 74)
      #expect(try contents(mine) == ["thesis.txt": Data("x".utf8)])
    }
  }

  @Test("No Content is an error of the publication, wrong options are wrong usage")
  func statuses() throws {
    try Self.scratch { folder in
      let nothing = try Self.run("build", in: folder)
      #expect(nothing.status == 1)
      #expect(nothing.errors.contains("[content-missing]"))
      #expect(try Self.run("build", "--jobs", "0", in: folder).status == 64)
      #expect(try Self.run("bild", in: folder).status == 64)
      #expect(try Self.run("--help", in: folder).status == 0)
      #expect(try contents(folder).keys.filter { !$0.hasPrefix(".") }.isEmpty)
    }
  }

  @Test("A draft exists only when drafts are asked for")
  func drafts() throws {
    try Self.scratch { folder in
      #expect(try Self.run("new", "notes", in: folder).status == 0)
      let project = folder.appendingPathComponent("notes")
      let page = "---\ntitle: Not yet\ndraft: true\n---\n\nSecret plans.\n"
      try Data(page.utf8).write(to: project.appendingPathComponent("Content/briefs/later.md"))
      #expect(try Self.run("build", in: project).status == 0)
      let site = try contents(project.appendingPathComponent("Site"))
      for (path, data) in site {
        #expect(!path.contains("later"))
        #expect(!String(decoding: data, as: UTF8.self).contains("Not yet"), "\(path)")
      }
      #expect(try Self.run("build", "--drafts", in: project).status == 0)
      let all = try contents(project.appendingPathComponent("Site"))
      #expect(all["briefs/later.html"] != nil)
    }
  }
}
