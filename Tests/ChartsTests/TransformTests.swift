import Datasets
import Diagnostics
import Documents
import Testing

@testable import Charts

@Suite("Transforms")
struct TransformTests {
  private static let rows = """
    [{g: a, n: 1, t: "2020-01-15"}, {g: b, n: 2, t: "2020-02-15"}, {g: a, n: 3, t: "2020-02-20"},
     {g: b, n: 10, t: "2021-01-01"}, {g: a, n: 5, t: "2021-01-02"}, {g: a, n: null, t: null}]
    """

  /// The rows after the steps, each as its values in the order of `names`.
  private func apply(_ steps: String, _ names: [String]) throws -> [[String]] {
    let yaml = "rows: \(Self.rows)\nsteps: \(steps)"
    let node = try #require(YAMLReader.read(Array(yaml.utf8), in: SourceFileID(0)).value)
    let rows = try #require(node["rows"])
    guard case .inline(var table, _) = InlineData.read(rows, name: "d", format: DataFormat()).value
    else {
      return []
    }
    let read = TransformStep.read(try #require(node["steps"]))
    #expect(read.diagnostics.map(\.message) == [])
    for step in read.value {
      let outcome = step.apply(to: table, in: TransformContext(parameters: [:]))
      #expect(outcome.diagnostics.map(\.message) == [])
      table = outcome.value
    }
    return (0..<table.rowCount).map { row in
      names.map { table.column($0).map { $0[row].text } ?? "-" }
    }
  }

  @Test("Groups come in the order of the data, each with its values")
  func aggregate() throws {
    let found = try apply(
      """
      [{aggregate: [{op: count, as: c}, {op: valid, field: n, as: v}, {op: sum, field: n, as: s},
        {op: median, field: n, as: m}, {op: q1, field: n, as: q}, {op: stdev, field: n, as: d},
        {op: missing, field: n, as: x}, {op: distinct, field: n, as: u}], groupby: [g]}]
      """, ["g", "c", "v", "s", "m", "q", "d", "x", "u"])
    #expect(
      found == [
        ["a", "4", "3", "9", "3", "2", "2", "1", "4"],
        ["b", "2", "2", "12", "6", "4", "5.656854249492381", "0", "2"],
      ])
  }

  @Test("A row that is largest is kept whole")
  func argmax() throws {
    let found = try apply(
      "[{aggregate: [{op: argmax, field: n, as: top}], groupby: [g]}, {calculate: datum.top.t, as: when}]",
      ["g", "when"])
    #expect(found == [["a", "2021-01-02"], ["b", "2021-01-01"]])
  }

  @Test("Windows look at the rows about a row, in their order and group")
  func window() throws {
    let found = try apply(
      """
      [{filter: datum.n != null}, {window: [{op: sum, field: n, as: total}, {op: rank, as: r}, {op: lag, field: n, as: before},
        {op: mean, field: n, as: smooth}], sort: [{field: n}], groupby: [g], frame: [-1, 0]}]
      """, ["g", "n", "total", "r", "before", "smooth"])
    #expect(
      found == [
        ["a", "1", "1", "1", "null", "1"], ["b", "2", "2", "1", "null", "2"],
        ["a", "3", "4", "2", "1", "2"], ["b", "10", "12", "2", "2", "6"],
        ["a", "5", "8", "3", "3", "4"],
      ])
  }

  @Test("A frame holds the row itself and the peers at its edges, as the reference has them")
  func frames() throws {
    let rows = """
      {data: {values: [{k: 1, n: 1}, {k: 1, n: 2}, {k: 2, n: 3}, {k: 3, n: 4}, {k: 3, n: 5},
      {k: 4, n: 6}]}}
      """
    let yaml = try #require(YAMLReader.read(Array(rows.utf8), in: SourceFileID(0)).value)
    let values = try #require(yaml["data"]?["values"])
    guard
      case .inline(let table, _) = InlineData.read(values, name: "d", format: DataFormat()).value
    else {
      Issue.record("the rows are not read")
      return
    }
    func sums(_ before: Int?, _ behind: Int?) -> [Double] {
      let window = WindowTransform(
        measures: [
          .init(operation: .aggregate(.sum), field: "n", parameter: nil, name: "s")
        ], sort: [("k", false)], frame: (before, behind))
      return window.apply(to: table).column("s")?.compactMap(\.measure) ?? []
    }
    #expect(sums(-1, 0) == [3, 3, 6, 12, 9, 15])
    #expect(sums(0, 1) == [3, 6, 12, 9, 15, 6])
    // Numbers that leave the row out are read by their size.
    #expect(sums(2, 3).count == 6)
    #expect(sums(5, -9_000) == Array(repeating: 21, count: 6))
  }

  @Test("One value has no spread, and a cell that is absent no sum")
  func absent() throws {
    #expect(AggregateOperation.stdev.value(of: [.number(3)]) == .null)
    #expect(AggregateOperation.variancep.value(of: [.number(3)]) == .null)
    #expect(
      try apply("[{pivot: t, value: n, groupby: [g]}]", ["2020-02-15"]) == [["null"], ["2"]])
  }

  @Test("Bins are Vega's, and their edges stand beside the values")
  func bin() throws {
    let found = try apply("[{bin: {maxbins: 5}, field: n, as: [b0, b1]}]", ["n", "b0", "b1"])
    #expect(
      found == [
        ["1", "0", "2"], ["2", "2", "4"], ["3", "2", "4"], ["10", "8", "10"], ["5", "4", "6"],
        ["null", "null", "null"],
      ])
  }

  @Test(
    "The bins over an extent are vega-statistics'",
    arguments: [
      (0.0, 100.0, 10.0, 0.0, 100.0, 10.0), (1, 9.2, 10, 1, 10, 1), (0, 1, 20, 0, 1, 0.05),
      (-3, 3, 10, -3, 3, 1), (46, 230, 10, 40, 240, 20), (5, 5, 10, 5, 5.5, 0.5),
    ])
  func bins(low: Double, high: Double, most: Double, start: Double, stop: Double, step: Double) {
    let range = Binning().range(over: (low, high), maximumBins: most)
    #expect(abs(range.start - start) < 1e-9 && abs(range.stop - stop) < 1e-9, "\(range)")
    #expect(abs(range.step - step) < 1e-9, "\(range)")
  }

  @Test(
    "Units of time cut moments in UTC",
    arguments: [
      ("year", "2020-01-01"), ("yearmonth", "2020-02-01"), ("month", "2012-02-01"),
      ("yearquarter", "2020-01-01"), ("quarter", "2012-01-01"), ("yearmonthdate", "2020-02-15"),
      ("yearweek", "2020-02-09"), ("day", "2012-01-07"), ("date", "2012-01-15"),
      ("monthdate", "2012-02-15"),
    ])
  func units(name: String, day: String) throws {
    let unit = try #require(
      TimeUnit.parse(name, step: 1, at: SourceSpan(SourceFileID(0), 0..<0)).value)
    let cut = unit.floor(try #require(TemporalReading.datum(.text("2020-02-15T13:20:00Z")).measure))
    #expect(Datum.time(cut) == TemporalReading.datum(.text(day)), "\(cut)")
  }

  @Test("Rows are made into others: fold, flatten, pivot")
  func reshaping() throws {
    #expect(
      try apply("[{filter: datum.n > 3}, {fold: [g, n]}]", ["key", "value"])
        == [["g", "b"], ["n", "10"], ["g", "a"], ["n", "5"]])
    #expect(
      try apply(
        "[{filter: datum.n == 1}, {calculate: '[4, 5]', as: l}, {flatten: [l], as: [x]}]",
        ["g", "x"]) == [["a", "4"], ["a", "5"]])
    #expect(
      try apply(
        "[{timeUnit: year, field: t, as: y}, {filter: datum.n > 0}, {pivot: g, value: n, groupby: [y]}, {calculate: year(datum.y), as: year}]",
        ["year", "a", "b"]) == [["2020", "4", "2"], ["2021", "5", "10"]])
  }

  @Test("Missing values are filled in for every key of every group")
  func impute() throws {
    let found = try apply(
      "[{filter: datum.n > 0 && datum.n < 4}, {impute: n, key: t, value: 0, groupby: [g]}]",
      ["g", "t", "n"])
    #expect(found.count == 6)
    #expect(found.filter { $0[2] == "0" }.map { $0[0] } == ["a", "b", "b"])
  }

  @Test("Lines that fit: a straight one is exact, a smooth one passes through")
  func fitting() throws {
    let fit = try #require(Fit.make(.linear, 1, [(0, 1), (1, 3), (2, 5)]))
    #expect(fit.coefficients == [1, 2])
    #expect(fit.determination([(0, 1), (1, 3), (2, 5)]) == 1)
    let curve = try #require(Fit.make(.quad, 2, [(0, 0), (1, 1), (2, 4), (3, 9)]))
    #expect(abs(curve.predict(5) - 25) < 1e-6)
    let power = try #require(Fit.make(.pow, 1, [(1, 2), (2, 8), (4, 32)]))
    #expect(abs(power.predict(3) - 18) < 1e-9)
  }

  @Test("The coefficients of a polynomial are those of the powers of x")
  func coefficients() throws {
    let points = (0...3).map { (x: Double($0), y: Double($0 * $0)) }
    let fit = try #require(Fit.make(.quad, 2, points))
    for (found, wanted) in zip(fit.coefficients, [0.0, 0, 1]) {
      #expect((found - wanted).magnitude < 1e-12)
    }
  }

  @Test("Values as near to one another as numbers can be are put into bins")
  func denseBins() {
    for high in [Double.leastNonzeroMagnitude, .leastNormalMagnitude, 1e-300] {
      let range = Binning().range(over: (0, high), maximumBins: 10)
      #expect(range.step > 0 && range.stop >= high)
    }
    let bin = YAMLReader.read(Array("{extent: [10, 0]}".utf8), in: SourceFileID(0)).value
    #expect(bin.map { Binning.read($0).diagnostics.map(\.code) } == [.valueInvalid])
  }

  @Test("A sample and a confidence interval are the same every time")
  func seeded() throws {
    let first = try apply("[{sample: 3}]", ["n"])
    #expect(first.count == 3)
    #expect(try apply("[{sample: 3}]", ["n"]) == first)
    let interval = Bootstrap.interval([1, 2, 3, 4, 5, 6])
    #expect(interval?.low == Bootstrap.interval([1, 2, 3, 4, 5, 6])?.low)
    #expect((interval?.low ?? 0) < 3.5 && (interval?.high ?? 0) > 3.5)
  }

  @Test("Elementary functions agree with the C library to 14 digits")
  func elementary() {
    for x in stride(from: -30.0, through: 30, by: 0.37) {
      let power = Elementary.exp(x)
      #expect(abs(Elementary.log(power) - x) < 1e-12 * max(1, abs(x)))
      let (sine, cosine) = (Elementary.sin(x), Elementary.cos(x))
      #expect(abs(sine * sine + cosine * cosine - 1) < 1e-14)
      let angle = Elementary.atan2(sine, cosine)
      #expect(abs(Elementary.sin(angle) - sine) < 1e-13)
    }
    #expect(Elementary.pow(2, 0.5) == 2.0.squareRoot())
    #expect(abs(Elementary.exp(1) - 2.718281828459045) < 1e-15)
  }

  @Test("A hundred thousand rows are grouped and stacked without trouble")
  func large() {
    let count = 100_000
    let table = ChartTable(
      names: ["k", "v"],
      columns: [
        (0..<count).map { .number(Double($0 % 50)) }, (0..<count).map { .number(Double($0)) },
      ],
      rowCount: count)
    let found = Aggregation(
      groupBy: ["k"], measures: [Aggregation.Measure(operation: .sum, field: "v", name: "s")]
    ).apply(to: table)
    #expect(found.rowCount == 50)
  }
}
