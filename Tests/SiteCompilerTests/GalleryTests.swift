import Foundation
import TestSupport
import Testing

/// The gallery of charts in the guide, which is documentation, example and golden test at once.
@Suite("The gallery of charts")
struct GalleryTests {
  private static let content = Repository.goldens("gallery").appendingPathComponent(
    "../../../Content")

  /// The gallery with the datasets that it draws on.
  private static func publication() throws -> Publication {
    var files: [String: String] = [:]
    func add(_ path: String) throws {
      files[path] = try String(contentsOf: content.appendingPathComponent(path), encoding: .utf8)
    }
    let folder = content.appendingPathComponent("guide/charts")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".md") {
      try add("guide/charts/\(name)")
    }
    for name in ["ships.csv", "ferries.csv"] { try add("data/\(name)") }
    files["index.md"] = "---\ntitle: Front\n---\n"
    return Publication(files)
  }

  @Test("Every picture of the gallery is drawn as it was when someone last looked at it")
  func pictures() async throws {
    let rendered = try await Self.publication().render()
    let pictures = rendered.filter { $0.key.hasSuffix(".svg") }
    #expect(pictures.count >= 45)
    for (path, text) in pictures.sorted(by: { $0.key < $1.key }) {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      try Golden.expect(text + "\n", at: Repository.goldens("gallery").appendingPathComponent(name))
    }
  }

  @Test("The source above each picture is the picture's own")
  func sources() throws {
    let folder = Self.content.appendingPathComponent("guide/charts")
    var count = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".md") {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      let parts = text.components(separatedBy: "````markdown\n").dropFirst()
      for part in parts {
        let halves = part.components(separatedBy: "\n````\n\n")
        let shown = try #require(halves.first)
        let drawn = try #require(halves.dropFirst().first)
        #expect(drawn.hasPrefix(shown), "\(name)")
        count += 1
      }
    }
    #expect(count >= 45)
  }
}
