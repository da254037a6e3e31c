import Diagnostics
import Testing

@testable import Charts

@Suite("Vega's expressions")
struct ExpressionTests {
  private static let table = ChartTable(
    names: ["a", "b", "s", "when", "list", "gone"],
    columns: [
      [.number(3)], [.number(4)], [.text("Berth")], [.time(639_335_289_012)],
      [.list([.number(1), .number(5)])], [.null],
    ], rowCount: 1)

  private static let nowhere = SourceSpan(SourceFileID(0), 0..<0)

  private func value(_ text: String) throws -> Datum {
    let outcome = Expression.parse(text, at: Self.nowhere)
    let expression = try #require(outcome.value, "\(outcome.diagnostics.map(\.message))")
    return expression.evaluate(row: 0, of: Self.table, parameters: ["p": .number(7)])
  }

  @Test(
    "Operators are JavaScript's, and bind as there",
    arguments: [
      ("1 + 2 * 3", Datum.number(7)), ("(1 + 2) * 3", .number(9)), ("7 % 4 - -1", .number(4)),
      ("datum.a < datum.b && datum.b < 5", .boolean(true)), ("datum.gone || 'none'", .text("none")),
      ("!datum.gone", .boolean(true)), ("'a' + 1", .text("a1")), ("'3' * '4'", .number(12)),
      ("1 == '1'", .boolean(true)), ("1 === '1'", .boolean(false)), ("null == 0", .boolean(false)),
      ("datum.a > 2 ? 'more' : 'less'", .text("more")), ("6 & 3 | 8", .number(10)),
      ("1 << 4 >> 2", .number(4)), ("-1 >>> 28", .number(15)), ("~5", .number(-6)),
      ("0x1F + 1e2", .number(131)), ("datum['s'][0]", .text("B")), ("datum.list[1]", .number(5)),
      ("datum.s.length", .number(5)), ("p * 2", .number(14)), ("[1, 2][1] + {a: 4}.a", .number(6)),
    ])
  func operators(text: String, wanted: Datum) throws {
    #expect(try value(text) == wanted)
  }

  @Test(
    "Functions give what Vega's give",
    arguments: [
      ("round(2.5)", Datum.number(3)), ("round(-2.5)", .number(-2)), ("clamp(9, 1, 5)", .number(5)),
      ("pow(2, 10)", .number(1_024)), ("max(1, 4, 2)", .number(4)),
      ("year(datum.when)", .number(1990)),
      ("month(datum.when)", .number(3)), ("day(datum.when)", .number(4)),
      ("timeFormat(datum.when, '%b %Y')", .text("Apr 1990")),
      ("format(1234.5, ',.1f')", .text("1,234.5")),
      ("upper(datum.s)", .text("BERTH")), ("substring('abcdef', 1, 3)", .text("bc")),
      ("slice('abcdef', -2)", .text("ef")), ("indexof('abc', 'c')", .number(2)),
      ("split('a-b', '-')[1]", .text("b")), ("join([1, 2], '/')", .text("1/2")),
      ("isValid(datum.gone)", .boolean(false)), ("if(1 > 2, 'a', 'b')", .text("b")),
      ("inrange(3, [1, 5])", .boolean(true)), ("toNumber('12')", .number(12)),
      ("pad('7', 3, '0', 'left')", .text("007")),
      ("datetime(2000, 0, 2) - datetime(2000, 0, 1)", .number(86_400_000)),
      ("length(sequence(0, 10, 2))", .number(5)), ("truncate('abcdef', 4)", .text("abc…")),
    ])
  func functions(text: String, wanted: Datum) throws {
    #expect(try value(text) == wanted)
  }

  @Test(
    "What goes wrong is said at its place",
    arguments: [
      ("1 +", "ends too early", 3), ("1 = 2", "has no place", 2),
      ("rond(1)", "no function", 0),
      ("'abc", "no closing quote", 0), ("datum.", "a name is missing", 6),
      ("1 # 2", "has no place", 2),
      ("random()", "another picture every time", 0), ("round()", "takes 1 to 2 values", 0),
    ])
  func faults(text: String, words: String, offset: Int) throws {
    let span = SourceSpan(SourceFileID(0), 10..<10 + text.utf8.count)
    let found = try #require(Expression.parse(text, at: span).diagnostics.first)
    #expect(found.message.contains(words), "\(found.message)")
    #expect(found.code == .blockInvalid)
    #expect(found.span.map { Int($0.start) } == 10 + offset)
  }

  @Test("Deep and long expressions are refused, not overflowed")
  func hostile() {
    for text in [
      String(repeating: "(", count: 5_000), String(repeating: "!", count: 5_000) + "1",
      String(repeating: "[", count: 5_000), String(repeating: "1?", count: 5_000),
      String(repeating: "a", count: 200_000),
    ] {
      #expect(!Expression.parse(text, at: Self.nowhere).diagnostics.isEmpty)
    }
    // What can be read can be evaluated, on the small stack of a task too.
    let long = Array(repeating: "1", count: 2_000).joined(separator: "+")
    let expression = Expression.parse(long, at: Self.nowhere).value
    #expect(
      expression?.evaluate(row: 0, of: ChartTable(rowCount: 1), parameters: [:]) == .number(2_000))
    for text in [
      Array(repeating: "1", count: 20_000).joined(separator: "+"),
      "datum" + String(repeating: ".a", count: 20_000),
    ] {
      #expect(!Expression.parse(text, at: Self.nowhere).diagnostics.isEmpty)
    }
  }
}
