import Testing

@testable import Charts

/// Slips in specifications, none of which may pass in silence.
@Suite("Slips of authors")
struct SlipTests {
  /// Keys that take the place of those of a chart that is in order.
  private static let slips: [String] = [
    "encoding: {x: {field: a}, y: {field: n, type: quantitative, axis: {labelExpr: \"datum.value +\"}}}",
    "encoding: {x: {field: a}, y: {field: n, type: quantitative, axis: {labelExpr: \"dat.value\"}}}",
    "config: {axis: {format: \".0%\"}}",
    "config: {axis: {tickCount: 3}}",
    "config: {numberFormat: q7}",
    "config: {timeFormat: \"%Q7%!\"}",
    "config: {view: {discreteWidth: foo}}",
    "encoding: {x: {field: n, type: quantitative}, row: {field: a, header: {format: q7}}}",
    "config: {range: {category: [nosuch, red]}}",
    "encoding: {x: {field: a}, y: {field: n, type: quantitative}, color: {field: n, type: quantitative, scale: {range: hotmap}}}",
    "encoding: {x: {field: d, type: temporal, scale: {nice: fortnight}}, y: {field: n, type: quantitative}}",
    "encoding: {x: {field: d, type: temporal, axis: {tickCount: fortnight}}, y: {field: n, type: quantitative}}",
    "encoding: {x: {field: a, sort: {field: n, order: descnding}}, y: {field: n, type: quantitative}}",
    "transform: [{window: [{op: rank, as: r}], sort: [{field: n, order: down}]}]",
    "encoding: {x: {field: n, bin: {steps: [1, x]}}, y: {aggregate: count}}",
    "encoding: {x: {field: n, bin: {extent: [1]}}, y: {aggregate: count}}",
    "transform: [{window: [{op: rank, as: r}], frame: [1]}]",
    "transform: [{window: [{op: rank, as: r}], frame: [a, b]}]",
    "transform: [{density: n, extent: [1]}]\nencoding: {x: {field: value, type: quantitative}, y: {field: density, type: quantitative}}",
    "transform: [{loess: n, on: n, bandwidth: 7}]",
    "transform: [{density: n, resolve: foo}]\nencoding: {x: {field: value, type: quantitative}, y: {field: density, type: quantitative}}",
    "transform: [{quantile: n, probs: [7]}]\nencoding: {x: {field: prob, type: quantitative}, y: {field: value, type: quantitative}}",
    "mark: {type: bar, opacity: {expr: nosuch}}",
    "mark: {type: bar, opacity: {expr: datum.nosuch}}",
    "encoding: {x: {field: a}, y: {field: n, type: quantitative}, color: {condition: {test: \"datum.nosuch == 1\", value: red}, value: blue}}",
    "encoding: {x: {field: a}, y: {field: n, type: quantitative}, color: {condition: {test: {field: nosuch, equal: 1}, value: red}, value: blue}}",
    "encoding: {x: {field: a}, y: {field: n, type: quantitative, axis: {labelColor: {condition: {test: \"datum.valu > 1\", value: red}, value: blue}}}}",
    "data: {values: [{a: x, n: 1}], format: {typ: csv}}",
    "data: {values: [{a: x, n: 1}], format: {parse: {q: number}}}",
    "data: {values: [{a: 2014-13, n: 1}], format: {parse: {a: edtf}}}",
    "encoding: {x: {field: n, type: quantitative, scale: {type: threshold}}, y: {field: n, type: quantitative}}",
    "encoding: {x: {field: a}, y: {field: n, type: quantitative}, color: {field: a, scale: {type: band}}}",
    "mark: {type: boxplot, foo: 1}",
    "mark: {type: boxplot, extent: foo}",
    "mark: {type: errorbar, center: foo}",
    "mark: {type: boxplot, ticks: {foo: 1}}",
    "params: 5",
    "params: [{value: 3}]",
    "datasets: 5",
    "config: 5",
    "transform: [{}]",
    "transform: [{aggregate: count, groupby: [a]}]",
    "transform: [{calculate: \"1\"}]",
    "transform: [{fold: []}]",
    "transform: [{sample: -4}]",
    "encoding: {x: {field: d, timeUnit: {maxbins: 4}}, y: {field: n, type: quantitative}}",
    "resolve: {scale: {x: shred}}",
    "title: {subtitle: q}",
    "mark: {type: point, shape: hexagon}",
    "mark: point\nencoding: {x: {field: a}, y: {field: n, type: quantitative}, shape: {value: hexagon}}",
    "mark: point\nencoding: {x: {field: a}, y: {field: n, type: quantitative}, shape: {field: a, scale: {range: [hexagon]}}}",
    "encoding: {x: {field: a}, y: {field: n, type: quantitative}, color: {field: n, type: quantitative, scale: {scheme: {name: blues, extent: [1]}}}}",
    "encoding: {x: {field: a}, y: {field: n, type: quantitative}, color: {field: n, type: quantitative, scale: {interpolate: {type: rgb, gamma: 2}, range: [red, blue]}}}",
    "encoding: {x: {field: n, type: quantitative, scale: {bins: [1, x]}}, y: {field: n, type: quantitative}}",
    "encoding: {x: {field: a}, y: {field: n, type: quantitative, stack: zro}}",
    "encoding: {x: {field: a}, y: {field: n, type: quantitative}, color: {field: a, legend: {symbolType: hexagon}}}",
    "encoding: {x: {field: a, axis: {domain: foo}}, y: {field: n, type: quantitative}}",
    "encoding: {x: {field: a}, y: {field: n, aggregate: {argmx: n}}}",
    "encoding: {x: {field: {repeat: row}}, y: {field: n, type: quantitative}}",
    "transform: [{impute: n, key: a, method: foo}]",
    "transform: [{impute: n, key: a, keyvals: 7, value: 0}]",
    "transform: [{lookup: a, from: {data: {values: [{b: x, m: 1}]}, key: b, fields: [m]}, as: [p, q]}]",
    "transform: [{window: [{op: ntile, param: x, as: r}]}]",
    "transform: [{stack: n, groupby: [a]}]",
    "transform: [{filter: {field: n, gt: 1, lessthan: 3}}]",
    "transform: [{filter: {field: n, range: [1]}}]",
    "transform: [{calculate: \"format(datum.n, 'q7')\", as: z}]",
    "transform: [{calculate: \"timeFormat(datum.d, '%!')\", as: z}]",
    "data: {sequence: {start: 0, stop: 5, stp: 1}}\nencoding: {x: {field: data, type: quantitative}}",
    "width: wide",
    "height: {stp: 3}",
    "encoding: {x: {field: n, type: quantitative}, row: {field: a, spacing: x}}",
    "encoding: {x: {field: a}, y: {datum: {expr: nosuch}}}",
    "encoding: {x: {field: a}, y: {field: n, type: quantitative}, strokeDash: {value: 3}}",
    "encoding: {x: {field: a}, y: {field: n, type: quantitative}, opacity: {value: foo}}",
    "encoding: {x: {field: a}, y: {field: n, type: quantitative}, size: {value: foo}}",
    "encoding: {x: {value: foo}, y: {field: n, type: quantitative}}",
    "encoding: {x: {field: a}, y: {field: n, type: quantitative}, color: {field: a, scale: {type: log}}}",
    "encoding: {x: {field: a}, y: {field: n, type: quantitative, scale: {domain: [3]}}}",
    "encoding: {x: {field: a}, y: {field: n, type: quantitative, scale: {domain: [a, b]}}}",
    "encoding: {x: {field: a, sort: size}, y: {field: n, type: quantitative}}",
  ]

  private static let keys = [
    "data: {values: [{a: x, n: 1, d: \"2020-01-01\"}, {a: y, n: 2, d: \"2021-01-01\"}]}",
    "mark: bar", "encoding: {x: {field: a}, y: {field: n, type: quantitative}}",
  ]

  private func findings(_ lines: String) throws -> [String] {
    let own = lines.split(separator: "\n").map(String.init)
    let names = Set(own.compactMap { $0.split(separator: ":").first })
    let rest = Self.keys.filter { key in
      key.split(separator: ":").first.map { !names.contains($0) } ?? true
    }
    let body = (["description: Words."] + rest + own).map { "  \($0)" }.joined(separator: "\n")
    return try ChartCase("chart:\n\(body)").findings
  }

  @Test("A slip is told", arguments: slips)
  func told(lines: String) throws {
    #expect(!(try findings(lines)).isEmpty)
  }

  @Test("What is in order is not")
  func silent() throws {
    #expect(try findings("") == [])
  }
}
