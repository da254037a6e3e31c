import Charts
import Datasets
import Diagnostics
import Documents
import Foundation
import Markup
import Values

/// What drawing charts costs: from a parsed specification and typed columns to the SVG, on one core.
///
///     swift run -c release ChartsBenchmark [bars|points] [--rounds N]
///
/// `bars` draws a thousand bar charts of twelve bars, `points` a hundred thousand rows aggregated
/// and drawn. Prints a line for each: its name, charts a second, milliseconds a chart. The best of
/// several rounds counts. `Tests/Benchmarks/charts` sets vl-convert beside it, in the same run.
@main
struct ChartsBenchmark {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let only = arguments.first { !$0.hasPrefix("--") && Int($0) == nil }
    if only == nil || only == "bars" { bars() }
    if only == nil || only == "points" { points() }
  }

  private static func specification(_ yaml: String) -> ChartSpecification? {
    guard let node = YAMLReader.read(Array(yaml.utf8), in: SourceFileID(0)).value else {
      return nil
    }
    return ChartSpecification.parse(node).value
  }

  private static func bars() {
    guard
      let chart = specification(
        """
        description: Bars.
        data: d
        mark: bar
        encoding:
          x: {field: month, type: ordinal}
          y: {field: rain, type: quantitative}
        """)
    else { return }
    let months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(separator: " ")
    let datasets = (0..<1_000).map { number in
      Dataset(
        name: "d",
        fields: [Field(name: "month", kind: .string), Field(name: "rain", kind: .number)],
        columns: [
          .texts(months.map(String.init)),
          .numbers((0..<12).map { Double(($0 * 37 + number * 11) % 101) }),
        ])
    }
    report("bars", count: 1_000) {
      datasets.reduce(0) { $0 + draw(chart, DatasetCatalog([$1])) }
    }
  }

  private static func points() {
    guard
      let chart = specification(
        """
        description: Points.
        data: d
        mark: line
        encoding:
          x: {field: x, bin: {maxbins: 50}, type: quantitative}
          y: {field: y, aggregate: mean, type: quantitative}
          color: {field: k, type: nominal}
        """)
    else { return }
    let count = 100_000
    let dataset = Dataset(
      name: "d",
      fields: [
        Field(name: "x", kind: .number), Field(name: "y", kind: .number),
        Field(name: "k", kind: .string),
      ],
      columns: [
        .numbers((0..<count).map { Double($0 * 7_919 % 10_007) }),
        .numbers((0..<count).map { Double($0 * 104_729 % 997) }),
        .texts((0..<count).map { ["north", "south", "east"][$0 % 3] }),
      ])
    report("points", count: 1) { draw(chart, DatasetCatalog([dataset])) }
  }

  /// The length of the picture; what was found wrong makes the time worthless, and is printed.
  private static func draw(_ chart: ChartSpecification, _ catalog: DatasetCatalog) -> Int {
    let bound = chart.bind(to: catalog)
    guard let value = bound.value else {
      for diagnostic in bound.diagnostics.prefix(3) { print(diagnostic.message) }
      return 0
    }
    return value.draw(width: 680, language: .english, idPrefix: "p").bytes.count
  }

  private static func report(_ name: String, count: Int, _ work: () -> Int) {
    var best = Double.infinity
    var size = 0
    let clock = ContinuousClock()
    for _ in 0..<5 {
      let time = clock.measure { size = work() }.components
      best = min(best, Double(time.attoseconds) / 1e18 + Double(time.seconds))
    }
    let rate = Double(count) / best
    print("\(name) \(rate) \(best / Double(count) * 1_000) \(size)")
  }
}
