import Datasets
import Diagnostics
import Testing
import Values

@testable import Charts

@Suite("Reading a specification")
struct SpecificationTests {
  /// A dataset of three columns, and a chart of the lines given.
  private func chart(_ lines: String) throws -> ChartCase {
    try ChartCase(
      """
      datasets:
        strength:
          fields: {date: date, fighters: estimate, place: string, killed: integer}
          rows: [["2015", "..4000", kabul, 3], ["2016", "700", kunar, 0]]
      chart:
        description: Words.
      \(lines.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
      """)
  }

  @Test("A chart within what is supported is drawn without a word")
  func clean() throws {
    let found = try chart(
      """
      data: strength
      mark: bar
      encoding: {x: {field: place}, y: {field: killed}}
      """)
    #expect(found.findings == [])
  }

  @Test("No rows are no fault, however many fields are asked for")
  func empty() throws {
    let found = try chart(
      """
      data: {values: []}
      mark: bar
      encoding: {x: {field: place}, y: {field: killed, type: quantitative}, row: {field: kind}}
      """)
    #expect(found.findings == [])
  }

  @Test("A slip is told once, and nothing that follows from it")
  func once() throws {
    for encoding in [
      "{x: {feild: place}, y: {field: killed}}",
      "{x: {field: place}, y: {field: killed}, color: {value: nosuch}}",
      "{x: {field: place}, y: {field: killed}, color: {field: place, scale: {range: [nosuch]}}}",
    ] {
      let found = try chart("data: strength\nmark: bar\nencoding: \(encoding)")
      #expect(found.findings.count == 1, "\(found.findings)")
    }
  }

  @Test(
    "What is not supported is an error at its key",
    arguments: [
      ("projection: {type: mercator}", "projection"),
      ("mark: {type: bar, cornerRadios: 4}", "cornerRadios"),
      ("mark: geoshape", "geoshape"), ("encoding: {latitude: {field: place}}", "latitude"),
      ("encoding: {x: {field: place, band: 1}}", "band"),
      ("encoding: {x: {field: place, axis: {tickbands: extent}}}", "tickbands"),
      ("encoding: {x: {field: place, axis: {orient: middle}}}", "middle"),
      ("encoding: {x: {field: place, scale: {type: cubic}}}", "cubic"),
      ("encoding: {y: {field: killed, aggregate: mode}}", "mode"),
      ("data: strength\nencoding: {y: {field: killed, axis: {format: q7}}}", "q7"),
      ("transform: [{extent: killed, param: p}]", "extent"),
      ("params: [{name: brush, select: interval}]", "select"), ("width: {fit: 3}", "fit"),
    ])
  func unsupported(line: String, words: String) throws {
    let found = try chart("\(line)\n\(line.hasPrefix("mark") ? "" : "mark: bar")")
    #expect(found.findings.contains("chart-unsupported: \(words)"), "\(found.findings)")
  }

  @Test("An unknown key is reported with the one that may be meant")
  func suggestion() throws {
    let found = try chart("mark: bar\nencodng: {}")
    let help = found.diagnostics.first { $0.code == .chartUnsupported }?.help
    #expect(help == "did you mean 'encoding'?")
  }

  @Test("A chart without a description is a warning")
  func description() throws {
    let found = try ChartCase("chart: {data: a, mark: bar}")
    let diagnostic = found.specification.diagnostics.first
    #expect(diagnostic?.code == .chartDescriptionMissing)
    #expect(diagnostic?.severity == .warning)
  }

  @Test(
    "A dataset and a column that are not there are reported at their own bytes",
    arguments: [
      ("strenght", "killed", "dataset-missing: strenght"),
      ("strength", "kiled", "column-missing: kiled"),
      ("strength", "fighters.lowest", "column-missing: fighters.lowest"),
    ])
  func missing(data: String, field: String, finding: String) throws {
    let found = try chart(
      """
      data: \(data)
      mark: bar
      encoding: {x: {field: place}, y: {field: \(field)}}
      """)
    #expect(found.findings == [finding])
    let help = found.diagnostics.first?.help ?? ""
    #expect(help.hasPrefix("did you mean") || help.contains("fighters.low,"), "\(help)")
  }

  @Test(
    "Data that cannot be read are one fault, and not missing as well",
    arguments: ["{values: 5}", "{url: data/x.csv}", "{}"])
  func unreadableData(data: String) throws {
    let found = try chart("data: \(data)\nmark: bar\nencoding: {x: {field: a}}")
    #expect(!found.diagnostics.isEmpty)
    #expect(!found.diagnostics.contains { $0.message.contains("no 'data'") })
    #expect(Set(found.diagnostics.map(\.code)).count == 1)
  }

  @Test("A chart without data is so as a whole, however many layers it has")
  func noData() throws {
    let found = try chart("layer: [{mark: bar}, {mark: line}]")
    let diagnostic = try #require(found.diagnostics.first)
    #expect(found.diagnostics.count == 1)
    #expect(diagnostic.span == found.specification.value?.span)
  }

  @Test(
    "A chart with neither x nor y is told of both",
    arguments: ["bar", "line", "area", "point", "rule", "estimate"])
  func noPositions(mark: String) throws {
    let found = try chart("data: strength\nmark: \(mark)\nencoding: {color: {field: place}}")
    #expect(
      found.diagnostics.map(\.message) == ["a mark '\(mark)' needs the channels 'x' and 'y'"])
  }

  @Test("All faults of a chart are found in one run")
  func several() throws {
    let found = try chart(
      """
      data: strength
      layer:
        - mark: line
          encoding: {x: {field: dat}, y: {field: killed}}
        - mark: bar
          encoding: {x: {field: date}, y: {field: kild}, color: {field: plaice}}
      """)
    #expect(
      found.findings == [
        "column-missing: dat", "column-missing: kild", "column-missing: plaice",
      ])
  }

  @Test(
    "A mark says what it cannot show",
    arguments: [
      ("bar", "fighters", "chart-unsupported: fighters"),
      ("bar", "place, type: quantitative", "block-invalid: quantitative"),
      ("point", "place, type: temporal", "block-invalid: temporal"),
      ("line", "killed, aggregate: sum, stack: maybe", "chart-unsupported: maybe"),
    ])
  func unsuitable(mark: String, field: String, finding: String) throws {
    let found = try chart(
      """
      data: strength
      mark: \(mark)
      encoding: {x: {field: date}, y: {field: \(field)}}
      """)
    #expect(found.findings == [finding])
  }

  @Test("A filter is bound to the dataset, and its faults are reported")
  func filter() throws {
    let good = try chart(
      """
      data: strength
      transform: [{filter: killed > 0}]
      mark: bar
      encoding: {x: {field: place}, y: {field: killed}}
      """)
    #expect(try good.bound().data.first?.rows == [0])
    let bad = try chart(
      """
      data: strength
      transform: [{filter: kild > 0}]
      mark: bar
      encoding: {x: {field: place}, y: {field: killed}}
      """)
    #expect(bad.findings == ["column-missing: kild"])
  }

  @Test("The data that a chart shows are its rows and columns")
  func usedData() throws {
    let bound = try chart(
      """
      data: strength
      mark: bar
      encoding: {x: {field: place}, y: {field: killed}, tooltip: [{field: date}]}
      """
    ).bound()
    #expect(bound.data.map(\.columns) == [[0, 2, 3]])
    #expect(bound.data.map(\.rows) == [[0, 1]])
    #expect(bound.data.map(\.dataset.name) == ["strength"])
  }

  @Test("Types follow from the columns' kinds where the author leaves them out")
  func types() throws {
    let layer = try chart(
      """
      data: strength
      mark: estimate
      encoding: {x: {field: date}, y: {field: fighters}, color: {field: place}}
      """
    ).bound().view.units[0]
    #expect(layer[.x]?.type == .temporal)
    #expect(layer[.y]?.type == .quantitative)
    #expect(layer[.color]?.type == .nominal)
    #expect(layer.orientation == .vertical)
  }

  @Test("Without a description one is made from the data, as hedged as they are")
  func generated() throws {
    let found = try ChartCase(
      """
      datasets:
        attacks:
          fields: {year: year, attacks: estimate Attacks}
          rows: [[2020, ~60], [2021, ">330"]]
      chart:
        data: attacks
        mark: estimate
        encoding: {x: {field: year, type: temporal}, y: {field: attacks}}
      """)
    #expect(
      try found.bound().description(in: .english)
        == "Attacks: 2020 about 60; 2021 more than 330.")
    #expect(
      try found.bound().description(in: .german)
        == "Attacks: 2020 etwa 60; 2021 mehr als 330.")
  }
}
