import Bytes
import Datasets
import TestSupport
import Testing

@Suite("What a value in a text asks for")
struct ValueExpressionTests {
  private func parse(_ text: String) throws -> ValueExpression {
    try ValueExpression.parse(Array(text.utf8)).get()
  }

  @Test(
    "A key is parted by commas, and awkward parts are quoted",
    arguments: [
      ("d[a].c", ["a"]), ("d[ a , b ].c", ["a", "b"]), ("d[2022-02].c", ["2022-02"]),
      ("d[\"a]b\"].c", ["a]b"]), ("d['a,b', \"c\"].c", ["a,b", "c"]), ("d[\" a \"].c", [" a "]),
      ("d[\"it's\"].c", ["it's"]), ("d[a b].c", ["a b"]), ("d[ä|ö].c | words", ["ä|ö"]),
      ("d['a|b'].c | words", ["a|b"]), ("d[a||b].c", ["a||b"]), ("d[a.b].c", ["a.b"]),
      ("d[Côte d'Ivoire].c | words", ["Côte d'Ivoire"]), ("d[5\" rain].c | words", ["5\" rain"]),
    ])
  func keys(text: String, key: [String]) throws {
    let expression = try parse(text)
    guard case .cell(let parts, let column) = expression.selection else {
      Issue.record("\(text) is no cell")
      return
    }
    #expect(parts.map(\.text) == key)
    #expect(column.text == "c")
    #expect(expression.dataset.text == "d")
  }

  @Test(
    "A call has a column, a condition and a format, with any blanks between",
    arguments: [
      ("d.sum(c)", "sum", "c", nil, nil), ("d.count()", "count", nil, nil, nil),
      (" d.sum( c ) where x > 1 | digits ", "sum", "c", "x > 1", "digits"),
      ("d.max(c.low) where a || b", "max", "c.low", "a || b", nil),
      ("d.max(c) where a == '|' |',.1f'", "max", "c", "a == '|'", ",.1f"),
      ("d.sum(it's | so) | digits", "sum", "it's | so", nil, "digits"),
      ("d.e.first(c)|\"~s\"", "first", "c", nil, "~s"),
    ] as [(String, String, String?, String?, String?)])
  func calls(
    text: String, name: String, column: String?, condition: String?, format: String?
  ) throws {
    let expression = try parse(text)
    guard case .aggregate(let aggregate, let of, let rows) = expression.selection else {
      Issue.record("\(text) is no call")
      return
    }
    #expect(aggregate.rawValue == name)
    #expect(of?.text == column)
    #expect(rows?.text == condition)
    #expect(expression.format?.text == format)
    #expect(expression.isFormatQuoted == (format.map { $0.contains(".") || $0 == "~s" } ?? false))
  }

  @Test("Each part knows its bytes")
  func ranges() throws {
    let text = "dé[ä, 'b'].ç | digits"
    let expression = try parse(text)
    guard case .cell(let key, let column) = expression.selection else {
      Issue.record("no cell")
      return
    }
    let bytes = Array(text.utf8)
    for name in key + [expression.dataset, column] + [expression.format].compactMap(\.self) {
      #expect(bytes[name.range].text == name.text)
    }
    #expect(bytes[expression.selectionRange].text == "[ä, 'b']")
  }

  @Test(
    "What is no value says where and how to write it",
    arguments: [
      "⟦⟧", " ⟦⟧", "⟦d⟧", "⟦d.c⟧", "d⟦[⟧a.c", "d[⟦\"⟧a].c", "d[a]⟦⟧", "d[a]⟦c⟧",
      "d[a]⟦.⟧",
      "d.⟦summ⟧(c)", "d.sum⟦(⟧c", "d.⟦sum⟧()", "d.sum(c) ⟦if x⟧", "d.sum(c) ⟦where⟧",
      "d[a].c ⟦|⟧", "d[a].c ⟦|⟧ ", "d⟦[a,⟧].c", "d⟦[⟧].c",
    ])
  func faults(marked: String) {
    let marked = Marked(marked)
    guard case .failure(let error) = ValueExpression.parse(Array(marked.text.utf8)) else {
      Issue.record("\(marked.text) is a value")
      return
    }
    let wanted = marked.ranges[0]
    #expect(error.range.lowerBound == wanted.lowerBound, "\(marked.text): \(error)")
    #expect(error.range.upperBound <= max(marked.text.utf8.count, wanted.upperBound + 1))
    #expect(!error.message.isEmpty)
  }

  @Test("Any bytes give an expression or a fault within them, soon")
  func hostile() {
    var random = DeterministicGenerator(seed: 5)
    let parts = ["d", "[", "]", "(", ")", ".", ",", "'", "\"", "|", " ", "where", "é", "sum", "\0"]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...12, using: &random))
        .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      let bytes = Array(text.utf8)
      switch ValueExpression.parse(bytes) {
      case .success(let expression): #expect(expression.dataset.range.upperBound <= bytes.count)
      case .failure(let error):
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= bytes.count + 1, "\(text)")
      }
    }
    let long = Array(("d[" + String(repeating: "a,", count: 500_000)).utf8)
    #expect(throws: ValueSyntaxError.self) { try ValueExpression.parse(long).get() }
    let bars = Array(String(repeating: "|", count: 1_000_001).utf8)
    #expect(throws: ValueSyntaxError.self) { try ValueExpression.parse(bars).get() }
  }
}
