import Diagnostics
import Foundation
import SiteModel
import SiteStorage
import Testing

@Suite("Reading a project")
struct SourceLoaderTests {
  private func load(_ scratch: Scratch) -> Outcome<SourceTree> {
    SourceLoader.load(scratch.layout, defaults: [])
  }

  @Test("Texts are read, other files are only named, hidden ones are left out")
  func kinds() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("# A", to: "Content/index.md")
    try scratch.write("png", to: "Content/assets/a.png")
    try scratch.write("x", to: "Content/.git/config")
    try scratch.write("x", to: "Content/index.md~")
    try scratch.write("x", to: "Content/assets/.well-known/x.txt")
    try scratch.write("x", to: "Content/.well-known/.hidden")
    try scratch.write("x", to: "Content/.well-known/security.txt")
    let outcome = load(scratch)
    #expect(outcome.diagnostics.isEmpty)
    #expect(
      outcome.value.content.map(\.path) == [
        ".well-known/security.txt", "assets/a.png", "index.md",
      ])
    #expect(outcome.value.content.suffix(2).map { $0.text == nil } == [true, false])
    #expect(
      outcome.value.files.suffix(2).map(\.path) == ["Content/assets/a.png", "Content/index.md"])
    #expect(outcome.value.files[1].bytes.isEmpty)
  }

  @Test("No Content is a fault of the publication, and so is one without a page")
  func missing() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    #expect(load(scratch).diagnostics.map(\.code) == [.contentMissing])
    try scratch.write("title: x", to: "Content/site.yaml")
    #expect(load(scratch).diagnostics.map(\.code) == [.contentEmpty])
  }

  @Test("A symbolic link is followed inside Content and refused out of it")
  func links() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("secret", to: "secret.md")
    try scratch.write("# A", to: "Content/index.md")
    func link(_ path: String, to target: String) throws {
      try FileManager.default.createSymbolicLink(
        atPath: scratch.url.appendingPathComponent("Content/" + path).path,
        withDestinationPath: target)
    }
    try link("out.md", to: "../secret.md")
    try link("loop", to: ".")
    try link("again.md", to: "index.md")
    try link("nothing.md", to: "gone.md")
    let outcome = load(scratch)
    #expect(outcome.value.content.map(\.path) == ["again.md", "index.md"])
    #expect(outcome.diagnostics.map(\.code) == [.fileUnreadable, .pathEscapesContent])
    #expect(!outcome.value.files.contains { $0.bytes == Array("secret".utf8) })
  }

  @Test("The project's own table of words stands before the default one")
  func words() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("# A", to: "Content/index.md")
    try scratch.write("home: Start", to: "Templates/words/en.yaml")
    let defaults = ["words/de.yaml", "words/en.yaml"].map {
      SourceLoader.DefaultFile(path: $0, bytes: Array("default".utf8))
    }
    let tree = SourceLoader.load(scratch.layout, defaults: defaults).value
    #expect(tree.templates.map(\.path) == ["words/en.yaml"])
    #expect(tree.themeWords.map(\.path) == ["words/de.yaml", "words/en.yaml"])
  }

  @Test("The project's own template takes the place of the default one")
  func templates() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("# A", to: "Content/index.md")
    try scratch.write("mine", to: "Templates/base.mustache")
    let defaults = ["base.mustache", "page.mustache"].map {
      SourceLoader.DefaultFile(path: $0, bytes: Array("default".utf8))
    }
    let tree = SourceLoader.load(scratch.layout, defaults: defaults).value
    let texts = tree.templates.compactMap { entry in
      entry.text.map { (entry.path, String(decoding: tree[$0].bytes, as: UTF8.self)) }
    }
    #expect(texts.map(\.0) == ["base.mustache", "page.mustache"])
    #expect(texts.map(\.1) == ["mine", "default"])
  }
}
