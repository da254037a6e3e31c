import Foundation
import Markup
import Testing
import Values

@testable import Charts

/// Every property that is read changes a picture, or its reading is a finding: nothing that an author
/// writes is taken and forgotten.
@Suite("Properties that are read")
struct EveryPropertyTests {
  private static let data =
    "data: {values: [{a: x, b: p, n: 1, m: 4, h: 2, t: \"2020-01-01\"}, {a: y, b: q, n: 3, m: 2, h: null, "
    + "t: \"2020-03-01\"}, {a: a name that is rather long for its place, b: p, n: 8, m: 1, h: 3, "
    + "t: \"2021-01-01\"}]}"

  private func picture(_ lines: [String]) throws -> (svg: String, findings: [String]) {
    let body = (["description: Words."] + lines).map { "  \($0)" }.joined(separator: "\n")
    let chart = try ChartCase("chart:\n\(body)")
    let findings = chart.findings
    guard findings.isEmpty else { return ("", findings) }
    let drawn = try chart.bound().draw(width: 640, language: .english, idPrefix: "case")
    return (String(decoding: drawn.bytes, as: UTF8.self), [])
  }

  /// Values of a kind that are unlike any default.
  private static func values(_ kind: PropertyKind, _ name: String) -> [String] {
    switch kind {
    case .number: return ["3", "0.37", "41", "-90", "190", "0"]
    case .size: return ["7", "{band: 0.3}"]
    case .boolean: return ["true", "false"]
    case .color: return ["\"#123456\"", "3"]
    case .numbers: return ["[3, 2]"]
    case .text, .lines: return ["zzz", "italic", "serif", "[one, two]"]
    case .shape: return ["cross", "stroke"]
    case .expression: return ["\"'zz' + datum.label\""]
    case .place: return ["33", "width"]
    case .choice(let words): return words
    case .numberOrText: return ["bold", "true", "false", "3", "greedy"]
    case .any: return []
    }
  }

  private static let marks: [[String]] =
    ["bar", "point", "tick", "rule", "text", "rect", "circle", "line", "area", "trail"].flatMap {
      mark in
      [
        [mark, "encoding: {x: {field: a}, y: {field: n, type: quantitative}, text: {field: a}}"],
        [mark, "encoding: {x: {field: m, type: quantitative}, y: {field: n, type: quantitative}}"],
        [mark, "encoding: {y: {field: n, bin: true}, x: {aggregate: count}}"],
        [mark, "encoding: {x: {field: t, timeUnit: year}, y: {field: n, type: quantitative}}"],
        [mark, "encoding: {y: {field: n, type: quantitative}}"],
      ]
    } + [
      ["arc", "encoding: {theta: {field: n, type: quantitative}, color: {field: a}}"],
      ["text", "encoding: {theta: {field: n, type: quantitative, stack: true}, text: {field: a}}"],
      ["rule", "encoding: {x: {field: n, type: quantitative}}"],
      [
        "line",
        "encoding: {x: {field: t, type: temporal}, y: {field: n, type: quantitative, "
          + "scale: {domain: [2, 5]}}, order: {field: m}}",
      ],
      [
        "line, interpolate: cardinal",
        "encoding: {x: {field: a}, y: {field: n, type: quantitative}}",
      ],
      ["text, text: [one, two]", "encoding: {x: {field: a}, y: {field: n, type: quantitative}}"],
      ["arc, outerRadius: 60", "encoding: {color: {field: a}}"],
      [
        "line",
        "encoding: {x: {field: t}, y: {field: h, type: quantitative}}\n  "
          + "config: {style: {zzz: {color: \"#123456\"}}}",
      ],
    ]

  @Test("Properties of marks")
  func marks() throws {
    var idle: [String] = []
    for key in MarkProperty.allCases
    where !MarkProperty.withoutEffect.contains(key) && !Self.values(key.kind, key.rawValue).isEmpty
    {
      let works = try Self.marks.contains { mark in
        let plain = try picture([Self.data, "mark: {type: \(mark[0])}", mark[1]])
        return try Self.values(key.kind, key.rawValue).contains { value in
          let changed = try picture([
            Self.data, "mark: {type: \(mark[0]), \(key.rawValue): \(value)}", mark[1],
          ])
          return changed.findings.isEmpty && changed.svg != plain.svg
        }
      }
      if !works { idle.append(key.rawValue) }
    }
    #expect(idle == [])
  }

  /// Guides in a chart, `PROPERTIES` standing for what is said of one.
  private func idle<Key: PropertyKey>(_ type: Key.Type, in charts: [String]) throws -> [String] {
    try Key.allCases.filter { key in
      guard !Key.withoutEffect.contains(key) else { return false }
      let values = Self.values(key.kind, key.rawValue)
      guard !values.isEmpty else { return false }
      return try !charts.contains { chart in
        let parts = chart.components(separatedBy: "PROPERTIES")
        let plain = try picture([Self.data] + [parts.joined(separator: "")])
        return try values.contains { value in
          let changed = try picture(
            [Self.data] + [parts.joined(separator: "\(key.rawValue): \(value)")])
          return changed.findings.isEmpty && changed.svg != plain.svg
        }
      }
    }.map(\.rawValue)
  }

  private static let axes = [
    "mark: bar\n  encoding: {x: {field: a, axis: {PROPERTIES}}, y: {field: n, type: quantitative}}",
    "mark: bar\n  encoding: {x: {field: a}, y: {field: n, type: quantitative, axis: {PROPERTIES}}}",
    "mark: point\n  encoding: {x: {field: t, type: temporal, axis: {PROPERTIES}}, "
      + "y: {field: n, type: quantitative}}",
    "mark: point\n  encoding: {x: {field: n, type: quantitative, axis: {PROPERTIES}}}\n  width: 120",
    "mark: point\n  encoding: {x: {field: n, type: quantitative, axis: {PROPERTIES}}, "
      + "y: {field: m, type: quantitative}}\n  config: {view: {continuousWidth: 200}}",
    "mark: bar\n  encoding: {x: {field: a, axis: {ticks: true, PROPERTIES}}, "
      + "y: {field: n, type: quantitative}}",
    "mark: point\n  encoding: {y: {field: n, type: quantitative, "
      + "axis: {title: A title that is rather long for what it says, PROPERTIES}}}",
    "mark: point\n  encoding: {x: {field: m, type: quantitative, axis: {format: \"%Y\", PROPERTIES}}}",
    "mark: tick\n  encoding: {y: {field: a, axis: {PROPERTIES}}, x: {field: n, type: quantitative}}",
  ]

  @Test("Properties of axes")
  func axes() throws {
    let idle = try idle(AxisProperty.self, in: Self.axes)
    #expect(idle == [])
  }

  @Test("Properties of legends")
  func legends() throws {
    let idle = try idle(
      LegendProperty.self,
      in: [
        "mark: bar\n  encoding: {x: {field: b}, y: {field: n, type: quantitative}, "
          + "color: {field: a, legend: {PROPERTIES}}}",
        "mark: point\n  encoding: {x: {field: b}, y: {field: n, type: quantitative}, "
          + "size: {field: n, type: quantitative, legend: {PROPERTIES}}}",
        "mark: rect\n  encoding: {x: {field: b}, y: {field: a}, "
          + "color: {field: n, type: quantitative, legend: {PROPERTIES}}}",
        "mark: line\n  encoding: {x: {field: t, type: temporal}, "
          + "y: {field: n, type: quantitative}, color: {field: b}}\n  config: {legend: {PROPERTIES}}",
        "mark: line\n  encoding: {x: {field: t, type: temporal}, "
          + "y: {field: n, type: quantitative}, strokeDash: {field: b, legend: {PROPERTIES}}}",
      ])
    #expect(idle == [])
  }

  @Test("Properties of headers")
  func headers() throws {
    let idle = try idle(
      HeaderProperty.self,
      in: [
        "mark: bar\n  encoding: {x: {field: b}, y: {field: n, type: quantitative}, "
          + "column: {field: a, header: {PROPERTIES}}}",
        "mark: bar\n  encoding: {x: {field: b}, y: {field: n, type: quantitative}, "
          + "row: {field: t, timeUnit: year, header: {PROPERTIES}}}",
      ])
    #expect(idle == [])
  }

  @Test("Properties of the ground of a plot")
  func view() throws {
    let chart = "mark: bar\n  encoding: {x: {field: a}, y: {field: n, type: quantitative}}\n  "
    let idle = try idle(
      ViewProperty.self,
      in: [
        chart + "config: {view: {PROPERTIES}}",
        chart + "view: {fill: \"#eeeeee\", stroke: \"#123456\", PROPERTIES}",
        "mark: point\n  encoding: {y: {field: n, type: quantitative, scale: {domain: [2, 5]}}}\n  "
          + "view: {PROPERTIES}",
        "mark: point\n  encoding: {x: {field: n, type: quantitative}, "
          + "y: {field: m, type: quantitative}}\n  config: {view: {PROPERTIES}}",
        "mark: bar\n  encoding: {y: {field: a}, x: {field: n, type: quantitative}}\n  "
          + "config: {view: {step: 20}}\n  view: {PROPERTIES}",
      ])
    #expect(idle == [])
  }
}
