import Foundation
import TestSupport
import Testing

/// The galleries of charts and timelines in the guide, which are documentation, examples and golden tests at once.
@Suite("The galleries")
struct GalleryTests {
  private static let content = Repository.goldens("gallery").appendingPathComponent(
    "../../../Content")

  /// The pages of the galleries, with their folders.
  private static func pages() throws -> [(folder: String, name: String)] {
    try ["charts", "timelines"].flatMap { folder in
      let path = content.appendingPathComponent("guide/\(folder)").path
      return try FileManager.default.contentsOfDirectory(atPath: path)
        .filter { $0.hasSuffix(".md") }.map { (folder, $0) }
    }
  }

  /// The galleries with the datasets that it draws on.
  private static func publication() throws -> Publication {
    var files: [String: String] = [:]
    func add(_ path: String) throws {
      files[path] = try String(contentsOf: content.appendingPathComponent(path), encoding: .utf8)
    }
    for (folder, name) in try pages() { try add("guide/\(folder)/\(name)") }
    for name in ["ships.csv", "ferries.csv"] { try add("data/\(name)") }
    // What the galleries refer to besides.
    files["guide/timelines.md"] = "# Timelines\n"
    files["guide/data.md"] = "# Data\n\n## Dates {#sec-dates}\n"
    files["index.md"] = "---\ntitle: Front\n---\n"
    return Publication(files)
  }

  @Test("Every picture of the galleries is drawn as it was when someone last looked at it")
  func pictures() async throws {
    let rendered = try await Self.publication().render()
    let pictures = rendered.filter { $0.key.hasSuffix(".svg") }
    #expect(pictures.count >= 60)
    for (path, text) in pictures.sorted(by: { $0.key < $1.key }) {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      try Golden.expect(text + "\n", at: Repository.goldens("gallery").appendingPathComponent(name))
    }
  }

  @Test("The source above each picture is the picture's own")
  func sources() throws {
    var count = 0
    for (folder, name) in try Self.pages() {
      let file = Self.content.appendingPathComponent("guide/\(folder)/\(name)")
      let text = try String(contentsOf: file, encoding: .utf8)
      let parts = text.components(separatedBy: "````markdown\n").dropFirst()
      for part in parts {
        let halves = part.components(separatedBy: "\n````\n\n")
        let shown = try #require(halves.first)
        let drawn = try #require(halves.dropFirst().first)
        #expect(drawn.hasPrefix(shown), "\(name)")
        count += 1
      }
    }
    #expect(count >= 58)
  }
}
