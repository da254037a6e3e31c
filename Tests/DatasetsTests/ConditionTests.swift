import Datasets
import Diagnostics
import Documents
import TestSupport
import Testing

@Suite("Conditions")
struct ConditionTests {
  /// Rows: attack (list IS;TTP), claim, and one that is missing everything.
  static let events = Dataset.inline(
    yaml(
      """
      - {kind: attack, year: 2021, killed: ">50", date: 2021-08, listed: true, deaths: 60, note: it's}
      - {kind: claim, year: 2022, killed: "10..20", date: 2022, listed: false, deaths: 12.5}
      - {kind: attack, year: 2020, killed: "183", date: "2020-11-02", deaths: 183, stated by: UN}
      - {kind: null}
      """), name: "events")

  static func rows(_ node: Node) throws -> [Int] {
    let dataset = try #require(events.value)
    let parsed = Condition.parse(node)
    #expect(parsed.diagnostics == [])
    let condition = try #require(parsed.value)
    let bound = condition.bind(to: dataset)
    #expect(bound.diagnostics == [])
    let rows: BoundCondition = try #require(bound.value)
    return dataset.rows(where: rows)
  }

  @Test(
    "An expression picks the rows that meet it",
    arguments: [
      ("kind == 'attack'", [0, 2]), ("datum.kind === \"attack\"", [0, 2]),
      ("datum['kind'] != 'attack'", [1, 3]), ("kind !== 'claim'", [0, 2, 3]),
      ("deaths > 12.5", [0, 2]), ("deaths >= 12.5", [0, 1, 2]), ("12.5 < deaths", [0, 2]),
      ("deaths < -1", []), ("deaths == 6e1", [0]), ("deaths == .6e2", [0]),
      ("year == 2021 || year == 2022", [0, 1]), ("year > 2020 && year < 2022", [0]),
      ("kind == 'attack' && year == 2020 || kind == 'claim'", [1, 2]),
      ("kind == 'attack' && (year == 2020 || kind == 'claim')", [2]),
      ("!(kind == 'attack')", [1, 3]), ("!!(kind == 'attack')", [0, 2]),
      ("listed", [0]), ("!listed", [1, 2, 3]), ("listed == false", [1]),
      ("listed != false", [0, 2, 3]), ("kind == null", [3]), ("kind != null", [0, 1, 2]),
      ("true", [0, 1, 2, 3]), ("false || listed", [0]), ("note == 'it\\'s'", [0]),
      ("note == 'it\\u0027s'", [0]), ("kind < 'b'", [0, 2]), ("kind >= 'claim'", [1]),
      ("datum['stated by'] == 'UN'", [2]), ("killed.low > 10", [0, 2]),
      ("killed.high <= 20", [1]), ("killed.mid == 15", [1]), ("datum['killed.mid'] == 15", [1]),
      ("killed == '>50'", [0]), ("killed == null", [3]), ("killed.high == null", [0, 3]),
      ("deaths >= killed.low", [0, 1, 2]),
    ])
  func expressions(text: String, rows: [Int]) throws {
    #expect(try Self.rows(expression(text)) == rows)
  }

  @Test(
    "A date compares by its earliest day with the period that is written",
    arguments: [
      ("date >= '2021'", [0, 1]), ("date > '2021'", [1]), ("date <= '2021'", [0, 2]),
      ("date < '2021'", [2]), ("date == '2021-08'", [0]), ("date == '2021'", []),
      ("date == '2022~'", [1]), ("date != '2022'", [0, 2, 3]), ("date >= 2021", [0, 1]),
      ("date.latest > '2021-08-30' && date.latest < '2021-09'", [0]),
      ("date.earliest == '2021-08-01'", [0]), ("'2021' <= date", [0, 1]), ("date == null", [3]),
      ("date >= '2021-09/..'", [1]), ("date > '2021/..'", []),
    ])
  func dates(text: String, rows: [Int]) throws {
    #expect(try Self.rows(expression(text)) == rows)
  }

  @Test(
    "A predicate picks the rows that meet it",
    arguments: [
      ("{field: kind, equal: attack}", [0, 2]), ("{field: kind, oneOf: [claim, x]}", [1]),
      ("{field: year, oneOf: [2021, 2020]}", [0, 2]), ("{field: deaths, lt: 60}", [1]),
      ("{field: deaths, lte: 60}", [0, 1]), ("{field: deaths, gt: 60}", [2]),
      ("{field: deaths, gte: 60, lt: 100}", [0]), ("{field: year, range: [2021, 2022]}", [0, 1]),
      ("{field: year, range: [2021, null]}", [0, 1]),
      ("{field: date, range: [2020, 2021]}", [0, 2]),
      ("{field: date, gte: {year: 2021, month: 9}}", [1]),
      ("{field: kind, valid: true}", [0, 1, 2]),
      ("{field: kind, valid: false}", [3]), ("{not: {field: kind, equal: attack}}", [1, 3]),
      ("{and: [kind == 'attack', {field: year, gt: 2020}]}", [0]),
      ("{or: [{field: listed, equal: true}, {not: kind != null}]}", [0, 3]),
      ("{field: killed.low, gte: 50}", [0, 2]), ("{field: kind, equal: null}", [3]),
      ("{field: kind, oneOf: []}", []), ("{and: []}", [0, 1, 2, 3]),
    ])
  func predicates(text: String, rows: [Int]) throws {
    #expect(try Self.rows(yaml(text)) == rows)
  }

  @Test("A list column is asked what it contains")
  func lists() throws {
    let actors = Dataset(
      name: "events", fields: [Field(name: "actors", kind: .string, separator: ";")],
      columns: [.texts(["is;ttp", "taliban", nil, " ttp ; us"])])
    func rows(_ node: Node) throws -> [Int] {
      let bound = try #require(Condition.parse(node).value).bind(to: actors)
      let found: BoundCondition = try #require(bound.value)
      return actors.rows(where: found)
    }
    #expect(try rows(expression("actors == 'ttp'")) == [0, 3])
    #expect(try rows(expression("actors != 'ttp'")) == [1, 2])
    #expect(try rows(yaml("{field: actors, oneOf: [us, taliban]}")) == [1, 3])
    let ordered = try #require(Condition.parse(expression("actors < 'ttp'")).value)
    #expect(ordered.bind(to: actors).diagnostics.map(\.code) == [.conditionInvalid])
  }

  @Test(
    "A fault of grammar is named by its bytes",
    arguments: [
      "kind ⟦=⟧ 'attack'", "kind == ⟦'attack⟧", "kind == 'a' ⟦&⟧ listed",
      "kind == 'a' ⟦and⟧ listed",
      "⟦(⟧kind == 'a'", "kind == 'a'⟦)⟧", "year ⟦+⟧ 1 == 3", "stated⟦-⟧by == 'x'", "kind ==⟦ ⟧",
      "1 < deaths ⟦<⟧ 3", "⟦!listed⟧ == true", "⟦isValid⟧(kind)", "kind == ⟦‘⟧a’", "kind == ⟦12ab⟧",
      "kind == 'a⟦\\q⟧'", "datum⟦[⟧3] == 1", "kind⟦.⟧ == 1", "deaths == ⟦1e999⟧", "kind ⟦<⟧> 3",
      "kind ⟦in⟧ ['a']", "'a' ⟦'b'⟧", "⟦&&⟧ kind", "(1 < deaths ⟦<⟧ 3)",
    ])
  func grammar(marked: String) throws {
    let marked = Marked(marked)
    let outcome = Condition.parse(expression(marked.text))
    #expect(outcome.value == nil)
    let only = try #require(outcome.diagnostics.first)
    #expect(outcome.diagnostics.count == 1)
    #expect(only.code == .conditionInvalid)
    // `<>` is read as two operators: the second stands where a value should.
    if marked.text != "kind <> 3" { #expect(only.range == marked.ranges[0], "\(only.message)") }
  }

  @Test(
    "What cannot be compared is named by its bytes",
    arguments: [
      ("⟦kin⟧ == 'a'", DiagnosticCode.columnMissing),
      ("killed.low > 1 && ⟦yaer⟧ == 1", .columnMissing),
      ("⟦date.low⟧ == 1", .columnMissing), ("datum['⟦stated_by⟧'] == 'UN'", .columnMissing),
      ("year == ⟦'2021'⟧", .conditionInvalid), ("kind == ⟦3⟧", .conditionInvalid),
      ("⟦killed⟧ > 10", .conditionInvalid), ("⟦killed⟧ == 10", .conditionInvalid),
      ("date >= ⟦'last year'⟧", .conditionInvalid), ("⟦kind⟧", .conditionInvalid),
      ("⟦listed⟧ > true", .conditionInvalid), ("year < ⟦null⟧", .conditionInvalid),
      ("kind == ⟦year⟧", .conditionInvalid), ("'a' == ⟦'b'⟧", .conditionInvalid),
      ("listed == ⟦1⟧", .conditionInvalid), ("killed == ⟦'many'⟧", .conditionInvalid),
    ])
  func binding(marked: String, code: DiagnosticCode) throws {
    let marked = Marked(marked)
    let dataset = try #require(Self.events.value)
    let condition = try #require(Condition.parse(expression(marked.text)).value)
    let outcome = condition.bind(to: dataset)
    #expect(outcome.value == nil)
    #expect(outcome.diagnostics.map(\.code) == [code])
    #expect(outcome.diagnostics.first?.range == marked.ranges[0])
  }

  @Test("An unknown column comes with the nearest one, its part kept")
  func suggestion() throws {
    let dataset = try #require(Self.events.value)
    let condition = try #require(Condition.parse(expression("kiled.low > 3")).value)
    #expect(condition.bind(to: dataset).diagnostics.first?.help == "did you mean 'killed.low'?")
  }

  @Test("Every unknown column of a condition is found in one go")
  func severalFaults() throws {
    let dataset = try #require(Self.events.value)
    let condition = try #require(Condition.parse(expression("a == 1 && b == 2 || c == d")).value)
    #expect(condition.bind(to: dataset).diagnostics.count == 4)
  }

  @Test(
    "A predicate that is none is refused at its key",
    arguments: [
      "{field: kind, equals: a}", "{field: kind}", "{equal: a}",
      "{field: date, timeUnit: year, equal: 1}",
      "{param: brush}", "{and: {field: kind, equal: a}}", "{and: [], or: []}", "[a, b]",
      "{field: kind, range: [1]}", "{field: kind, oneOf: a}", "{field: kind, valid: maybe}",
      "{field: kind, equal: [1]}", "{field: date, gte: {month: 3}}", "{not: {field: kind}}", "''",
    ])
  func badPredicates(text: String) {
    let outcome = Condition.parse(yaml(text))
    #expect(outcome.value == nil)
    #expect(outcome.diagnostics.map(\.code) == [.conditionInvalid])
  }

  @Test("Nesting is bounded in depth and free in length")
  func depth() throws {
    let deep =
      String(repeating: "(", count: 50_000) + "listed" + String(repeating: ")", count: 50_000)
    #expect(Condition.parse(expression(deep)).diagnostics.map(\.code) == [.conditionInvalid])
    let bangs = String(repeating: "!", count: 100_001) + "listed"
    #expect(try Self.rows(expression(bangs)) == [1, 2, 3])
    let long = Array(repeating: "year == 2021", count: 20_000).joined(separator: " || ")
    #expect(try Self.rows(expression(long)) == [0])
    var node = expression("listed")
    for _ in 0..<5_000 {
      let entry = Node.Entry(key: "not", keySpan: node.span, value: node)
      node = Node(.mapping([entry]), at: node.span)
    }
    #expect(Condition.parse(node).diagnostics.map(\.code) == [.conditionInvalid])
  }

  @Test("Random expressions never crash")
  func random() {
    var generator = DeterministicGenerator(seed: 7)
    let pieces = [
      "kind", "killed.low", "datum", ".", "[", "]", "'a'", "\"", "'", "1", "-", "==", "<", "!",
      "&&",
      "||", "(", ")", " ", "null", "true", "\\", "é", "=", "2021", "\u{0}",
    ]
    for _ in 0..<5_000 {
      let count = Int.random(in: 0..<14, using: &generator)
      var text = ""
      for _ in 0..<count { text += pieces.randomElement(using: &generator) ?? "" }
      let outcome = Condition.parse(expression(text))
      #expect((outcome.value == nil) == !outcome.diagnostics.isEmpty)
      guard let condition = outcome.value, let dataset = Self.events.value else { continue }
      let bound = condition.bind(to: dataset)
      #expect((bound.value == nil) == !bound.diagnostics.isEmpty)
      if let bound = bound.value { _ = dataset.rows(where: bound) }
    }
  }
}
