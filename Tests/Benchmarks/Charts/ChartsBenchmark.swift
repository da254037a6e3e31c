import Charts
import Datasets
import Diagnostics
import Documents
import Foundation
import Markup
import Values

/// What drawing charts costs: from a parsed specification and typed columns to the SVG, on one core.
///
///     swift run -c release ChartsBenchmark [bars|points|timelines] [--rounds N]
///
/// `bars` draws a thousand bar charts of twelve bars, `points` a hundred thousand rows aggregated
/// and drawn, `timelines` 500 to 100,000 events with labels in five lanes. Prints a line for each: its name, charts a second, milliseconds a chart. The best of
/// several rounds counts. `Tests/Benchmarks/charts` sets vl-convert beside it, in the same run.
@main
struct ChartsBenchmark {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let only = arguments.first { !$0.hasPrefix("--") && Int($0) == nil }
    if only == nil || only == "bars" { bars() }
    if only == nil || only == "points" { points() }
    if only == nil || only == "timelines" { timelines() }
  }

  private static func specification(_ yaml: String) -> ChartSpecification? {
    guard let node = YAMLReader.read(Array(yaml.utf8), in: SourceFileID(0)).value else {
      return nil
    }
    return ChartSpecification.parse(node).value
  }

  /// The last with as many events per lane as make a picture without labels.
  private static func timelines() {
    let yaml = "data: d\ndate: date\nlabel: label\nlanes: lane\ncolor: lane\n"
    guard let node = YAMLReader.read(Array(yaml.utf8), in: SourceFileID(0)).value,
      let timeline = TimelineSpecification.parse(node).value
    else { return }
    for count in [500, 1_000, 10_000, 100_000] {
      let texts = (0..<count).map { number -> String in
        let (year, month) = (1900 + number * 7_919 % 120, 1 + number * 31 % 12)
        let stem = "\(year)-\(month < 10 ? "0" : "")\(month)"
        switch number % 5 {
        case 0: return "\(stem)-\(10 + number % 18)"
        case 1: return "\(stem)~"
        case 2: return "\(year)/\(year + number % 4)"
        case 3: return "\(year)?"
        default: return stem
        }
      }
      let dataset = Dataset(
        name: "d",
        fields: [
          Field(name: "date", kind: .date), Field(name: "label", kind: .string),
          Field(name: "lane", kind: .string),
        ],
        columns: [
          .dates(texts.map { try? EDTFDate.parse($0).get() }),
          .texts((0..<count).map { "Entry \($0) of the harbour's chronicle" }),
          .texts((0..<count).map { "Lane \($0 % 5)" }),
        ])
      let catalog = DatasetCatalog([dataset])
      report("timelines of \(count)", count: 1) {
        guard let bound = timeline.bind(to: catalog).value else { return 0 }
        return bound.draw(width: 680, language: .english, idPrefix: "t").bytes.count
      }
    }
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
