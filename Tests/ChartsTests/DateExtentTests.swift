import Foundation
import Markup
import Testing
import Values

@testable import Charts

@Suite("Dates with their extents in charts")
struct DateExtentTests {
  private static let dates = ["2014-41", "2015", "2016-22", "2017-02", "2017-09-17"]

  /// The x of the lines of a kind of mark, in the order of the rows.
  private func lines(_ svg: String) -> [(from: Double, to: Double)] {
    svg.components(separatedBy: "<line ").dropFirst().compactMap { part in
      func value(_ name: String) -> Double? {
        part.components(separatedBy: " \(name)=\"").dropFirst().first
          .flatMap { $0.components(separatedBy: "\"").first }.flatMap(Double.init)
          ?? (part.hasPrefix("\(name)=\"")
            ? Double(part.dropFirst(name.count + 2).prefix { $0 != "\"" }) : nil)
      }
      guard let from = value("x1"), let to = value("x2") else { return nil }
      return (from, to)
    }
  }

  private func chart(parse: String, axis: String = "x") throws -> String {
    let other = axis == "x" ? "y" : "x"
    let rows = Self.dates.enumerated().map { "{d: \"\($1)\", n: \($0)}" }
    let chart = try ChartCase(
      """
      chart:
        description: d
        data: {values: [\(rows.joined(separator: ", "))], format: {parse: {d: \(parse)}}}
        layer:
        - mark: errorbar
          encoding:
            \(axis): {field: d.earliest, type: temporal}
            \(axis)2: {field: d.latest}
            \(other): {field: n, type: quantitative}
        - mark: point
          encoding:
            \(axis): {field: d, type: temporal}
            \(other): {field: n, type: quantitative}
      """)
    #expect(chart.findings == [])
    let drawn = try chart.bound().draw(width: 680, language: .english, idPrefix: "p")
    return String(decoding: drawn.bytes, as: UTF8.self)
  }

  @Test("Each bar reaches from the earliest day to the latest, the point in its middle")
  func extents() throws {
    let svg = try chart(parse: "edtf")
    let group = try #require(svg.components(separatedBy: "mark-rule").dropFirst().first)
    let bars = lines(group.components(separatedBy: "</g>").first ?? "")
    #expect(bars.count == Self.dates.count)
    // Half a year of 184 days, a year, a summer of 92, a February of 28 and a day.
    let lengths = bars.map { $0.to - $0.from }
    let day = lengths[1] / 364
    for (length, days) in zip(lengths, [183.0, 364, 91, 27, 0]) {
      #expect((length - days * day).magnitude < 0.6, "\(length)")
    }
    let points = try #require(DrawnPicture(svg))
    #expect(points.marks["symbol"] == Self.dates.count)
  }

  @Test("An error bar with ends of its own lies along their axis, be the other of amounts")
  func upright() throws {
    let svg = try chart(parse: "edtf", axis: "y")
    let group = try #require(svg.components(separatedBy: "mark-rule").dropFirst().first)
    let bars = lines(group.components(separatedBy: "</g>").first ?? "")
    #expect(bars.count == Self.dates.count)
    #expect(bars.allSatisfy { $0.from == $0.to })
  }
}
