import Foundation
import TestSupport
import Testing
import Values

@testable import Charts

/// 280 axes as Vega labels them: which labels there are, where, how they stand, which are shown.
@Suite("Axes as Vega labels them", .enabled(if: AxisCases.url != nil, "no axis cases here"))
struct AxisCasesTests {
  @Test(
    "Axes of time and of amounts are labelled as Vega does",
    arguments: ["temporal", "quantitative"])
  func labels(kind: String) throws {
    let cases = try #require(try AxisCases.read()[kind])
    var failures: [String] = []
    for (index, item) in cases.enumerated() {
      let drawn = try AxisCases.draw(item, isTime: kind == "temporal")
      let isSame =
        drawn.map(\.text) == item.labels.map(\.text)
        && zip(drawn, item.labels).allSatisfy { abs($0.place - $1.place) < 0.02 }
      if !isSame {
        failures.append("\(kind) \(index) \(item.width): \(drawn) not \(item.labels)")
      }
    }
    #expect(failures.prefix(5) == [], "\(failures.count) of \(cases.count)")
    #expect(cases.count >= 80)
  }
}

/// The cases, and how one is drawn here.
enum AxisCases {
  static let url = Repository.conformance("vega-lite/axis-cases.json")

  struct Case {
    let domain: [String]
    let width: Double
    let startsAtZero: Bool
    let labels: [Label]
  }

  /// A label with how it stands and whether it is shown, and its place in px.
  struct Label {
    let text: String
    let place: Double

    init(_ text: String, _ place: Double, _ anchor: String, _ isShown: Bool) {
      self.text = "\(text) \(anchor) \(isShown ? "shown" : "hidden")"
      self.place = place
    }
  }

  static func read() throws -> [String: [Case]] {
    guard let url else { return [:] }
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
    return (json ?? [:]).mapValues { list in
      (list as? [[String: Any]] ?? []).map { item in
        let domain = (item["domain"] as? [Any] ?? item["data"] as? [Any] ?? []).map { "\($0)" }
        let width = (item["width"] as? NSNumber)?.doubleValue ?? 0
        let labels = (item["labels"] as? [[Any]] ?? []).map { label in
          Label(
            label[0] as? String ?? "", (label[1] as? NSNumber)?.doubleValue ?? 0,
            label[2] as? String ?? "", (label[3] as? NSNumber)?.intValue == 1)
        }
        return Case(
          domain: domain, width: width, startsAtZero: item["zero"] as? Bool ?? false, labels: labels
        )
      }
    }
  }

  static func draw(_ item: Case, isTime: Bool) throws -> [Label] {
    let type = isTime ? "temporal" : "quantitative"
    let values = isTime ? item.domain.map { "\"\($0)\"" } : item.domain
    let chart = try ChartCase(
      """
      chart:
        description: d
        data: {values: [{v: \(values[0])}, {v: \(values[1])}]}
        width: \(item.width)
        mark: point
        encoding: {x: {field: v, type: \(type), scale: {zero: \(item.startsAtZero)}}}
        config:
          view: {continuousWidth: 200, continuousHeight: 200, step: 20}
          axis: {labelFontSize: 10, labelPadding: 2, tickSize: 5}
      """
    ).bound()
    let scale = try #require(chart.scales.values.first { $0.channel == .x })
    let config = chart.specification.config
    let words = ChartWords(.english)
    let builder = AxisBuilder(scale: scale, config: config, words: words)
    var axis = builder.axis(at: nil)
    let position = scale.position((0, item.width))
    axis.ticks = builder.ticks(position, axis)
    let placed = AxisPlacer(config: config, isNarrow: false, sideLimit: 200)
      .place(axis, position, length: item.width, depth: 200)
    return placed.model.ticks.map { tick in
      let anchor =
        switch tick.anchor {
        case .start: "start"
        case .middle: "middle"
        case .end: "end"
        }
      return Label(
        tick.lines.joined(separator: " "), tick.place + tick.shift, anchor, tick.isShown)
    }
  }
}
