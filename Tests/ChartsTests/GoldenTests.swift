import Foundation
import Markup
import TestSupport
import Testing
import Values

@testable import Charts

/// The pictures under `Tests/Golden/charts`: each input beside what is drawn from it.
enum GoldenCharts {
  static let folder = Repository.goldens("charts")

  static var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  static func input(_ name: String) throws -> ChartCase {
    try ChartCase(
      String(contentsOf: folder.appendingPathComponent("\(name).yaml"), encoding: .utf8))
  }
}

@Suite("Pictures as they are expected")
struct GoldenTests {
  @Test("A chart is drawn as it was when someone last looked at it", arguments: GoldenCharts.names)
  func picture(name: String) throws {
    let chart = try GoldenCharts.input(name).bound()
    let pictures = [
      ("\(name).svg", chart.draw(width: 680, language: .english, idPrefix: "\(name)-wide")),
      (
        "\(name).narrow.svg", chart.draw(width: 340, language: .english, idPrefix: "\(name)-narrow")
      ),
    ]
    for (file, fragment) in pictures {
      try Golden.expect(fragment.text + "\n", at: GoldenCharts.folder.appendingPathComponent(file))
    }
  }

  @Test(
    "No text overlaps another or leaves the picture",
    arguments: GoldenCharts.names, [1000, 680, 420, 340, 280])
  func boxes(name: String, width: Double) throws {
    let picture = try GoldenCharts.input(name).picture(width, title: "A title that is fairly long")
    #expect(picture.faults == [], "at \(width) px")
  }

  @Test("The same chart gives the same bytes", arguments: GoldenCharts.names)
  func steady(name: String) throws {
    let drawn = try (0..<2).map { _ in
      try GoldenCharts.input(name).bound().drawStandalone(width: 680, language: .german).text
    }
    #expect(drawn[0] == drawn[1])
  }

  @Test("What is drawn is well-formed XML", arguments: GoldenCharts.names)
  func wellFormed(name: String) throws {
    let text = try GoldenCharts.input(name).bound().drawStandalone(width: 340, language: .english)
      .text
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
