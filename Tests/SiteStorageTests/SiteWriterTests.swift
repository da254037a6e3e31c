import Foundation
import SiteModel
import SiteStorage
import Testing

/// A folder for one test.
struct Scratch {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("dossier-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  func write(_ text: String, to path: String) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ path: String) -> String? {
    try? String(contentsOf: url.appendingPathComponent(path), encoding: .utf8)
  }

  func names(_ path: String = "") throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: url.appendingPathComponent(path).path))
  }

  func remove() { try? FileManager.default.removeItem(at: url) }

  var layout: ProjectLayout { ProjectLayout(project: url.path) }
}

@Suite("Writing a site")
struct SiteWriterTests {
  private func page(_ path: String, _ text: String) -> RenderedFile {
    RenderedFile(path: path, content: .bytes(Array(text.utf8)))
  }

  @Test("The site appears whole, and a second one takes its place")
  func replaces() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let first = try SiteWriter(scratch.layout)
    try first.write(page("a/b.html", "one"))
    #expect(scratch.read("Site/a/b.html") == nil)
    #expect(try first.commit().count == 1)
    #expect(scratch.read("Site/a/b.html") == "one")
    let second = try SiteWriter(scratch.layout)
    try second.write(page("c.html", "two"))
    _ = try second.commit()
    #expect(scratch.read("Site/a/b.html") == nil)
    #expect(scratch.read("Site/c.html") == "two")
    #expect(try scratch.names() == ["Site"])
  }

  @Test("A build that is given up leaves the last site as it was")
  func abandons() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let first = try SiteWriter(scratch.layout)
    try first.write(page("a.html", "one"))
    _ = try first.commit()
    let second = try SiteWriter(scratch.layout)
    try second.write(page("a.html", "two"))
    try second.abandon()
    #expect(scratch.read("Site/a.html") == "one")
    #expect(try scratch.names() == ["Site"])
  }

  @Test("A folder that Dossier did not make is never written over")
  func refusesForeign() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("mine", to: "Site/thesis.txt")
    #expect(throws: StorageError.self) { try SiteWriter(scratch.layout) }
    #expect(scratch.read("Site/thesis.txt") == "mine")
  }

  @Test(
    "What others put into a site since is never lost", arguments: [".git/HEAD", "a/CNAME", "x"])
  func keepsStrangers(path: String) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let writer = try SiteWriter(scratch.layout)
    try writer.write(page("a/b c.html", "one"))
    _ = try writer.commit()
    _ = try SiteWriter(scratch.layout)
    try scratch.write("mine", to: "Site/" + path)
    #expect(throws: StorageError.self) { try SiteWriter(scratch.layout) }
    #expect(scratch.read("Site/" + path) == "mine")
    #expect(scratch.read("Site/a/b c.html") == "one")
  }

  @Test("A site is not written into another")
  func refusesNested() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let writer = try SiteWriter(scratch.layout)
    try writer.write(page("a.html", "one"))
    _ = try writer.commit()
    let nested = ProjectLayout(project: scratch.url.path, output: "Site/sub/deep")
    #expect(throws: StorageError.self) { try SiteWriter(nested) }
  }

  @Test("A folder with nothing but its note is taken, and the note stays")
  func keepsNote() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("note", to: "Site/README.md")
    for text in ["one", "two"] {
      let writer = try SiteWriter(scratch.layout)
      try writer.write(page("index.html", text))
      _ = try writer.commit()
      #expect(scratch.read("Site/README.md") == "note")
      #expect(scratch.read("Site/index.html") == text)
    }
  }

  @Test(
    "The output may neither hold the sources nor lie in them",
    arguments: [".", "Content", "Content/site", "Templates/x"])
  func refusesSources(output: String) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("x", to: "Content/index.md")
    let layout = ProjectLayout(project: scratch.url.path, output: output)
    #expect(throws: StorageError.self) { try SiteWriter(layout) }
    #expect(scratch.read("Content/index.md") == "x")
  }

  @Test("A link to the output stays a link")
  func followsLink() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try FileManager.default.createDirectory(
      at: scratch.url.appendingPathComponent("www"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.url.appendingPathComponent("Site").path, withDestinationPath: "www")
    let writer = try SiteWriter(scratch.layout)
    try writer.write(page("index.html", "x"))
    _ = try writer.commit()
    #expect(scratch.read("www/index.html") == "x")
    let kept = try FileManager.default.destinationOfSymbolicLink(
      atPath: scratch.url.appendingPathComponent("Site").path)
    #expect(kept == "www")
  }

  @Test("What a killed build left behind is removed by the next")
  func clears() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    // No process has this number: it is above what Linux hands out.
    try scratch.write("x", to: ".Site.dossier-staging-2000000000/index.html")
    let writer = try SiteWriter(scratch.layout)
    try writer.write(page("index.html", "x"))
    _ = try writer.commit()
    #expect(try scratch.names() == ["Site"])
  }

  @Test(
    "A path that leads out of the site is refused, and nothing is written there",
    arguments: ["../out.html", "a/../../out.html", "/out.html", "a//b.html", "./a.html", "", "a/"])
  func outside(path: String) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let writer = try SiteWriter(scratch.layout)
    #expect(throws: StorageError.self) { try writer.write(page(path, "x")) }
    try writer.abandon()
    #expect(try scratch.names() == [])
  }
}
