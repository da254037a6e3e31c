import Datasets
import Diagnostics
import Documents
import Foundation
import Markup
import TestSupport
import Testing
import Values

@testable import Charts

@Suite("Golden timelines")
struct TimelineGoldenTests {
  static let folder = Repository.goldens("timelines")

  static let cases: [String] = {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return found.filter { !$0.hasPrefix(".") }.sorted()
  }()

  /// What stands in one folder, read and bound.
  static func timeline(_ name: String) throws -> BoundTimeline {
    let bytes = Array(try Data(contentsOf: folder.appending(path: "\(name)/timeline.yaml")))
    let node = try #require(YAMLReader.read(bytes, in: SourceFileID(0)).value)
    let specification = TimelineSpecification.parse(node)
    #expect(specification.diagnostics == [])
    let bound = try #require(specification.value).bind(to: DatasetCatalog())
    #expect(bound.diagnostics == [])
    return try #require(bound.value)
  }

  @Test("There are golden timelines")
  func found() {
    #expect(Self.cases.count >= 12)
  }

  @Test("A timeline is drawn as it was when it was last looked at", arguments: cases)
  func matches(name: String) throws {
    let timeline = try Self.timeline(name)
    for (part, width) in [("wide", 680.0), ("narrow", 340.0)] {
      let drawn = timeline.draw(width: width, language: .english, idPrefix: "\(name)-\(part)")
      try Golden.expect(drawn.text, at: Self.folder.appending(path: "\(name)/\(part).svg"))
    }
  }
}
