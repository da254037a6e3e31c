import Diagnostics
import Documents
import Foundation
import TestSupport
import Testing

@testable import Charts

/// The reference renderer's answers, read where they lie.
enum Conformance {
  static let folder: URL? = Repository.conformance("vega-lite")

  static func json(_ path: String) throws -> Node {
    let url = try #require(folder).deletingLastPathComponent().appendingPathComponent(path)
    let outcome = JSONReader.read(Array(try Data(contentsOf: url)), in: SourceFileID(0))
    return try #require(outcome.value)
  }
}

@Suite("Round numbers on axes")
struct LinearTicksTests {
  /// The cases write NaN and Infinity as text.
  private func number(_ node: Node?) -> Double {
    switch node?.text {
    case "NaN", nil: .nan
    case "Infinity": .infinity
    case "-Infinity": -.infinity
    case let text?: Double(text) ?? .nan
    }
  }

  @Test("Ticks are those of d3-array", .enabled(if: Conformance.folder != nil))
  func ticks() throws {
    let cases = try #require(
      Conformance.json("vega-lite/d3-number-cases.json")["ticks"]?.elements)
    #expect(cases.count == 60)
    for item in cases {
      let expected = (item["expect"]?.elements ?? []).map { number($0) }
      let (start, stop, count) = (
        number(item["start"]), number(item["stop"]), number(item["count"])
      )
      let found = LinearTicks.ticks(start, stop, count: count)
      #expect(found.count == expected.count, "ticks(\(start), \(stop), \(count)) = \(found)")
      for (left, right) in zip(found, expected) {
        #expect(abs(left - right) < 1e-9, "ticks(\(start), \(stop), \(count)) = \(found)")
      }
    }
  }

  @Test("Steps are those of d3-array", .enabled(if: Conformance.folder != nil))
  func steps() throws {
    let cases = try Conformance.json("vega-lite/d3-number-cases.json")
    for (name, isIncrement) in [("tickStep", false), ("tickIncrement", true)] {
      let items = try #require(cases[name]?.elements)
      #expect(items.count == 35)
      for item in items {
        let expected = number(item["expect"])
        let (start, stop, count) = (
          number(item["start"]), number(item["stop"]), number(item["count"])
        )
        let found =
          isIncrement
          ? LinearTicks.increment(start, stop, count: count)
          : LinearTicks.step(start, stop, count: count)
        let agrees =
          found == expected || abs(found - expected) < 1e-9
          || found.isNaN && expected.isNaN
        #expect(agrees, "\(name)(\(start), \(stop), \(count)) = \(found), not \(expected)")
      }
    }
  }

  @Test("A domain is widened to round numbers")
  func nice() {
    for (domain, wide) in [
      ([0.0, 3837], [0.0, 4000]), ([-0.13, 0.97], [-0.2, 1]), ([5, 5], [5, 5]),
    ] {
      #expect(ContinuousScale(.linear, domain: domain, range: [0, 1]).nice().domain == wide)
    }
  }
}
