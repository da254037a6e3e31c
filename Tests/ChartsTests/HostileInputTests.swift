import Diagnostics
import Markup
import Testing
import Values

@testable import Charts

@Suite("Input that no author would write, and some that one does")
struct HostileInputTests {
  private static let long = String(repeating: "very long label ", count: 32)
  private static let unbroken = String(repeating: "W", count: 500)

  /// Charts with awkward data, by what is awkward about them.
  static let cases: [(name: String, yaml: String)] = [
    (
      "no rows",
      inline("[]", "bar", "x: {field: a}, y: {field: b}", fields: "{a: string, b: number}")
    ),
    (
      "only missing values",
      inline(
        "[[~, ~], [~, ~]]", "bar", "x: {field: a}, y: {field: b}", fields: "{a: string, b: number}")
    ),
    ("one row", inline("[[x, 5]]", "bar", "x: {field: a}, y: {field: b}")),
    (
      "one row of a line",
      inline(
        "[[2020, 5]]", "line", "x: {field: a, type: temporal}, y: {field: b}",
        fields: "{a: year, b: number}")
    ),
    ("all zero", inline("[[x, 0], [y, 0]]", "bar", "x: {field: a}, y: {field: b}")),
    (
      "500 categories",
      inline(rows(500) { "[name \($0), \($0)]" }, "bar", "x: {field: a}, y: {field: b}")
    ),
    (
      "500 bars lying",
      inline(rows(500) { "[name \($0), \($0)]" }, "bar", "y: {field: a}, x: {field: b}")
    ),
    (
      "500 colours",
      inline(
        rows(500) { "[name \($0), \($0)]" }, "point",
        "x: {field: b}, y: {field: b}, color: {field: a}")
    ),
    (
      "500 lines",
      inline(
        rows(500) { "[name \($0), \($0)]" }, "line",
        "x: {field: b}, y: {field: b}, color: {field: a}")
    ),
    (
      "long labels",
      inline(
        "[[\(long)1, 5], [\(long)2, 3]]", "bar", "x: {field: a}, y: {field: b, title: \(long)}")
    ),
    (
      "long lying labels",
      inline(
        "[[\(long)1, 5], [\(long)2, 3]]", "bar", "y: {field: a}, x: {field: b, title: \(long)}")
    ),
    (
      "unbroken labels",
      inline("[[\(unbroken)1, 5], [\(unbroken)2, 3]]", "bar", "x: {field: a}, y: {field: b}")
    ),
    (
      "unbroken lying labels",
      inline("[[\(unbroken)1, 5], [\(unbroken)2, 3]]", "bar", "y: {field: a}, x: {field: b}")
    ),
    (
      "long names of lines",
      inline(
        "[[\(unbroken)1, 5], [\(long)2, 3]]", "line",
        "x: {field: b}, y: {field: b}, color: {field: a}")
    ),
    (
      "markup",
      inline(
        "[['<script>alert(1)</script>', 5], ['\"&amp;</svg>', 3], [\"'onload=x\", 1]]", "bar",
        "x: {field: a}, y: {field: b, title: '<b>&\"'}, color: {field: a}")
    ),
    (
      "right to left",
      inline("[[خراسان, 5], [ולאיה, 3], [\u{202E}abc, 1]]", "bar", "y: {field: a}, x: {field: b}")
    ),
    (
      "control characters",
      inline("[[\"a\\u0007b\\u0000\", 5]]", "bar", "y: {field: a}, x: {field: b}")
    ),
    (
      "huge numbers",
      inline("[[x, 1e308], [y, -1e308], [z, 1e-300]]", "bar", "x: {field: a}, y: {field: b}")
    ),
    (
      "huge lying numbers",
      inline("[[x, 1e308], [y, -1e308]]", "bar", "y: {field: a}, x: {field: b}")
    ),
    (
      "tiny differences",
      inline(
        "[[x, 1.0000000000000002], [y, 1]]", "point",
        "x: {field: a}, y: {field: b, scale: {zero: false}}")
    ),
    ("infinite", inline("[[x, inf], [y, nan], [z, 3]]", "bar", "x: {field: a}, y: {field: b}")),
    ("only infinite", inline("[[x, inf], [y, -inf]]", "line", "x: {field: a}, y: {field: b}")),
    (
      "odd years",
      inline(
        "[[-9999, 1], [9999, 2], [0, 3]]", "bar", "x: {field: a, type: temporal}, y: {field: b}",
        fields: "{a: year, b: number}")
    ),
    (
      "open dates",
      inline(
        "[[../2012, 1], [2014/.., 2], [../.., 3]]", "estimate", "x: {field: a}, y: {field: b}",
        fields: "{a: date, b: estimate}")
    ),
    (
      "only open dates",
      inline(
        "[[../.., 1]]", "estimate", "x: {field: a}, y: {field: b}", fields: "{a: date, b: estimate}"
      )
    ),
    (
      "ancient dates",
      inline(
        "[[Y-170000002, 1], [Y170000002, 2]]", "point", "x: {field: a}, y: {field: b}",
        fields: "{a: date, b: number}")
    ),
    (
      "500 estimates of one day",
      inline(
        rows(500) { "[2020-01-01, \($0)..\($0 + 5)]" }, "estimate", "x: {field: a}, y: {field: b}",
        fields: "{a: date, b: estimate}")
    ),
    (
      "200 estimates of one name",
      inline(
        rows(200) { "[a, \($0)..]" }, "estimate", "y: {field: a}, x: {field: b}",
        fields: "{a: string, b: estimate}")
    ),
    (
      "estimates below zero",
      inline(
        "[[a, -20..-10], [b, -5..], [c, ..-7]]", "estimate", "x: {field: a}, y: {field: b}",
        fields: "{a: string, b: estimate}")
    ),
    (
      "a domain that leaves data out",
      inline(
        "[[1, 50], [2, 500]]", "line", "x: {field: a}, y: {field: b, scale: {domain: [0, 100]}}",
        fields: "{a: number, b: number}")
    ),
    (
      "a domain the wrong way round",
      inline("[[x, 5]]", "bar", "x: {field: a}, y: {field: b, scale: {domain: [10, 0]}}")
    ),
    (
      "a reversed axis of estimates",
      inline(
        "[[x, 5..], [y, ..3]]", "estimate", "x: {field: a}, y: {field: b, scale: {reverse: true}}",
        fields: "{a: string, b: estimate}")
    ),
    (
      "stacks above and below",
      inline(
        "[[x, 5], [x, -3], [x, 0]]", "bar",
        "x: {field: a}, y: {field: b}, color: {field: b, type: nominal}")
    ),
    (
      "a normalized stack of nothing",
      inline(
        "[[x, 0], [x, 0]]", "bar",
        "x: {field: a}, y: {field: b, stack: normalize}, color: {field: a}")
    ),
    (
      "sizes of zero",
      inline(
        "[[1, 0], [2, -4]]", "circle", "x: {field: a}, y: {field: b}, size: {field: b}",
        fields: "{a: number, b: number}")
    ),
    (
      "many grouped bars",
      inline(
        rows(60) { "[g\($0 % 5), \($0)]" }, "bar",
        "x: {field: a}, xOffset: {field: b, type: ordinal}, y: {field: b}")
    ),
    ("a bar without a dimension", inline("[[x, 5]]", "bar", "x: {field: b}")),
    (
      "text upon text",
      inline("[[x, 5], [x, 5]]", "text", "x: {field: a}, y: {field: b}, text: {field: a}")
    ),
    (
      "a very flat chart",
      inline("[[x, 5]]", "bar", "x: {field: a}, y: {field: b}") + "\n  height: 1"
    ),
    (
      "a very high chart",
      inline("[[x, 5]]", "bar", "x: {field: a}, y: {field: b}") + "\n  height: 1e300"
    ),
    (
      "millions of ticks",
      inline("[[x, 5]]", "bar", "x: {field: a}, y: {field: b, axis: {tickCount: 1e9}}")
    ),
  ]

  private static func rows(_ count: Int, _ row: (Int) -> String) -> String {
    "[\((1...count).map(row).joined(separator: ", "))]"
  }

  private static func inline(
    _ rows: String, _ mark: String, _ encoding: String, fields: String = "{a: string, b: number}"
  ) -> String {
    """
    datasets: {d: {fields: \(fields), rows: \(rows)}}
    chart:
      description: Words.
      data: d
      mark: \(mark)
      encoding: {\(encoding)}
    """
  }

  @Test(
    "A readable picture comes of it at every width", arguments: cases.map(\.name),
    [680.0, 340, 200])
  func picture(name: String, width: Double) throws {
    let yaml = try #require(HostileInputTests.cases.first { $0.name == name }).yaml
    let chart = try ChartCase(yaml)
    let picture = try chart.picture(width)
    #expect(picture.faults == [], "\(name) at \(width) px")
    let text = try chart.bound().draw(width: width, language: .english, idPrefix: "p").text
    #expect(MarkupBalance.isBalanced(text))
    #expect(!text.contains("nan") && !text.contains("<script") && !text.contains("<b>"))
    #expect(picture.height > 0 && picture.height < 25_000)
  }

  @Test(
    "A logarithmic scale refuses zero and what is below it, at its key",
    arguments: ["0", "-5"])
  func logarithm(value: String) throws {
    let yaml = Self.inline(
      "[[x, \(value)], [y, 10]]", "point", "x: {field: a}, y: {field: b, scale: {type: log}}")
    #expect(try ChartCase(yaml).findings == ["block-invalid: log"])
  }

  @Test("Nothing to be seen is said in words")
  func noData() throws {
    let yaml = Self.inline("[[x, ~]]", "bar", "x: {field: a}, y: {field: b}")
    #expect(try ChartCase(yaml).picture(680).canvas.texts.map(\.text) == ["No data"])
  }

  @Test("A hundred layers within layers are refused, not overflowed")
  func nesting() throws {
    let deep =
      String(repeating: "{layer: [", count: 60) + "{mark: bar}"
      + String(repeating: "]}", count: 60)
    let found = try ChartCase("chart: {description: d, data: d, layer: [\(deep)]}")
    #expect(found.specification.diagnostics.contains { $0.code == .chartUnsupported })
  }
}
