import Datasets
import Diagnostics
import Documents
import Foundation
import FoundationXML
import Markup
import Testing
import Values

@testable import Charts

@Suite("Drawn timelines")
struct TimelineDrawingTests {
  static func timeline(_ head: String, _ rows: [String]) throws -> BoundTimeline {
    let text = head + "\ndata:\n  values:\n" + rows.map { "    - \($0)\n" }.joined()
    let node = try #require(YAMLReader.read(Array(text.utf8), in: SourceFileID(0)).value)
    let bound = try #require(TimelineSpecification.parse(node).value).bind(to: DatasetCatalog())
    return try #require(bound.value)
  }

  /// The elements of a picture with their attributes, in order; fails where it is no XML.
  static func elements(_ fragment: Fragment) throws -> [(
    name: String, attributes: [String: String]
  )] {
    final class Collector: NSObject, XMLParserDelegate {
      var found: [(name: String, attributes: [String: String])] = []
      func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
      ) { found.append((name, attributes)) }
    }
    let parser = XMLParser(data: Data(fragment.bytes))
    let collector = Collector()
    parser.delegate = collector
    #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
    return collector.found
  }

  @Test("Every golden is well-formed, has a title and a description, and no style or script")
  func wellFormed() throws {
    for name in TimelineGoldenTests.cases {
      let timeline = try TimelineGoldenTests.timeline(name)
      for width in [680.0, 340.0, 1_280] {
        let drawn = timeline.draw(width: width, language: .german, idPrefix: "p")
        let elements = try Self.elements(drawn)
        #expect(elements.first?.name == "svg")
        #expect(elements.first?.attributes["role"] == "img")
        #expect(elements.dropFirst().prefix(2).map(\.name) == ["title", "desc"])
        for element in elements {
          #expect(!["script", "style", "foreignObject"].contains(element.name))
          #expect(element.attributes["style"] == nil)
          #expect(!element.attributes.keys.contains { $0.hasPrefix("on") })
          if let id = element.attributes["id"] { #expect(id.hasPrefix("p-")) }
        }
        let ids = elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count, "an id stands twice")
      }
    }
  }

  @Test("Markup in labels is text")
  func escaped() throws {
    let timeline = try Self.timeline(
      "date: d\nlabel: l\nlanes: l\ncolor: l",
      ["{d: \"2015\", l: \"<script>alert(1)</script>\"}", "{d: \"2016\", l: \"\\\" onload=x\"}"])
    for width in [680.0, 340.0] {
      let text = timeline.draw(width: width, language: .english, idPrefix: "p").text
      #expect(!text.contains("<script"))
      #expect(text.contains("&lt;script&gt;"))
    }
  }

  @Test("An event links where its row leads, and says its date in words")
  func links() throws {
    let timeline = try Self.timeline(
      "date: d\nlabel: l",
      ["{d: \"2021-08-26\", l: Bombing at Kabul airport}", "{d: \"2014-41\", l: Formed}"])
    let text = timeline.draw(width: 680, language: .english, idPrefix: "p") { row in
      row == 0 ? "../places/kabul.html?a=1&b=2" : nil
    }.text
    #expect(text.contains("<title>26 August 2021: Bombing at Kabul airport</title>"))
    #expect(text.contains("<title>the second half of 2014: Formed</title>"))
    #expect(text.contains("href=\"../places/kabul.html?a=1&amp;b=2\""))
    #expect(text.components(separatedBy: "<a ").count == 2)
    // What takes the focus may not stand in an image.
    #expect(text.contains("role=\"group\""))
    #expect(!text.contains("role=\"img\""))
  }

  @Test("The same timeline gives the same bytes")
  func deterministic() throws {
    let timeline = try TimelineLayoutTests.timeline(seed: 4, count: 40, hasLanes: true)
    let first = timeline.draw(width: 680, language: .english, idPrefix: "p")
    let again = try TimelineLayoutTests.timeline(seed: 4, count: 40, hasLanes: true)
    #expect(again.draw(width: 680, language: .english, idPrefix: "p") == first)
  }

  @Test("Widths beyond reason and empty pictures do no harm", arguments: [-5, 0, 1, 1e300, .nan])
  func extremes(width: Double) throws {
    let timeline = try Self.timeline("date: d\nlabel: l", ["{d: \"2015\", l: \"x\"}"])
    _ = try Self.elements(timeline.draw(width: width, language: .english, idPrefix: "p"))
    let empty = try Self.timeline("date: d\nlabel: l\nwhere: l == 'y'", ["{d: \"2015\", l: x}"])
    let drawn = empty.draw(width: width, language: .english, idPrefix: "p")
    #expect(drawn.text.contains("No dated events"))
  }

  @Test("Dates at the ends of what can be written are drawn")
  func extremeDates() throws {
    let dates = [
      "Y-999999999999", "Y999999999999", "Y17E7", "-9999-01-01", "9999-12-31", "0000", "XXXX",
      "Y-17E7/..", "../Y17E7", "2014-02-29/..", "../..", "/", "2004-02-01/2004-02-01",
    ]
    let rows = dates.map { "{d: \"\($0)\", l: \"\($0)\"}" }
    for head in ["date: d\nlabel: l", "date: d\nlabel: l\nlanes: l"] {
      let timeline = try Self.timeline(head, rows)
      for width in [680.0, 340.0] {
        _ = try Self.elements(timeline.draw(width: width, language: .english, idPrefix: "p"))
      }
      for row in timeline.rows {
        let alone = try Self.timeline(head, [rows[row]])
        for width in [680.0, 340.0] {
          _ = try Self.elements(alone.draw(width: width, language: .english, idPrefix: "p"))
        }
      }
    }
  }

  @Test("Five thousand events in one lane are a picture of their marks")
  func crowded() throws {
    let timeline = try TimelineLayoutTests.timeline(seed: 3, count: 5_000, hasLanes: false)
    for width in [680.0, 340.0] {
      let layout = timeline.layout(width: width, language: .english)
      let marks = layout.lanes.flatMap(\.items)
      #expect(marks.count == timeline.rows.count)
      #expect(layout.note?.lines.joined(separator: " ").contains("5,000 events") == true)
      #expect(layout.height < 8_000)
    }
  }

  @Test("Time for the layout grows about as the number of events does")
  func linear() throws {
    func seconds(_ count: Int) throws -> Double {
      let timeline = try TimelineLayoutTests.timeline(seed: 6, count: count, hasLanes: true)
      let clock = ContinuousClock()
      var best = Double.infinity
      for _ in 0..<3 {
        let took = clock.measure { _ = timeline.layout(width: 680, language: .english) }
        best = min(best, took / .seconds(1))
      }
      return best
    }
    // A square law would make it a hundred times as long.
    #expect(try seconds(4_000) < 40 * (try seconds(400)) + 0.05)
  }
}
