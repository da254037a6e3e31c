import Foundation
import Markup
import Testing
import Values

@testable import Charts

/// The pictures under `Tests/Golden/charts`: each input beside what is drawn from it.
enum Golden {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Golden/charts")

  static var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  static func input(_ name: String) throws -> ChartCase {
    try ChartCase(
      String(contentsOf: folder.appendingPathComponent("\(name).yaml"), encoding: .utf8))
  }

  /// Whether pictures are to be rewritten, which never happens where nobody would look at them.
  static var isUpdating: Bool {
    let environment = ProcessInfo.processInfo.environment
    return environment["UPDATE_GOLDENS"] == "1" && environment["CI"] == nil
  }
}

@Suite("Pictures as they are expected")
struct GoldenTests {
  @Test("Rewriting is refused in CI")
  func refused() {
    let environment = ProcessInfo.processInfo.environment
    #expect(environment["CI"] == nil || environment["UPDATE_GOLDENS"] != "1")
  }

  @Test("A chart is drawn as it was when someone last looked at it", arguments: Golden.names)
  func picture(name: String) throws {
    let chart = try Golden.input(name).bound()
    let pictures = [
      ("\(name).svg", chart.draw(width: 680, language: .english, idPrefix: "\(name)-wide")),
      (
        "\(name).narrow.svg", chart.draw(width: 340, language: .english, idPrefix: "\(name)-narrow")
      ),
    ]
    for (file, fragment) in pictures {
      let url = Golden.folder.appendingPathComponent(file)
      let text = fragment.text + "\n"
      if Golden.isUpdating {
        try text.write(to: url, atomically: true, encoding: .utf8)
      } else {
        let expected = try String(contentsOf: url, encoding: .utf8)
        #expect(text == expected, "\(file) differs; look at it, then set UPDATE_GOLDENS=1")
      }
    }
  }

  @Test(
    "No text overlaps another or leaves the picture",
    arguments: Golden.names, [1000, 680, 420, 340, 280])
  func boxes(name: String, width: Double) throws {
    let picture = try Golden.input(name).picture(width, title: "A title that is fairly long")
    #expect(picture.faults == [], "at \(width) px")
  }

  @Test("The same chart gives the same bytes", arguments: Golden.names)
  func steady(name: String) throws {
    let drawn = try (0..<2).map { _ in
      try Golden.input(name).bound().drawStandalone(width: 680, language: .german).text
    }
    #expect(drawn[0] == drawn[1])
  }

  @Test("What is drawn is well-formed XML", arguments: Golden.names)
  func wellFormed(name: String) throws {
    let text = try Golden.input(name).bound().drawStandalone(width: 340, language: .english).text
    #expect(MarkupBalance.isBalanced(text))
  }
}

/// A check of tags and entities, enough for what the writer can produce.
enum MarkupBalance {
  static func isBalanced(_ text: String) -> Bool {
    var open: [String] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      guard let end = rest[start...].firstIndex(of: ">") else { return false }
      let tag = rest[rest.index(after: start)..<end]
      if tag.hasPrefix("/") {
        guard open.popLast() == String(tag.dropFirst()) else { return false }
      } else if !tag.hasSuffix("/") {
        open.append(String(tag.prefix { $0 != " " }))
      }
      rest = rest[rest.index(after: end)...]
    }
    return open.isEmpty && !rest.contains("<")
  }
}
