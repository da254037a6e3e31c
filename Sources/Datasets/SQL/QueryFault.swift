import Bytes
import Diagnostics

/// Why a query gave no rows.
enum QueryFault: Error {
  /// It asks for what no query may, or for more than it may; nil where no word is to blame.
  case refused(QueryRefusal, Range<Int>?)
  /// It reads a table that is not there.
  case unknownTable(String, Range<Int>)
  /// It names a column that is not there.
  case unknownColumn(String, Range<Int>)
  /// SQLite's own words, and the token they are about where that is known.
  case sqlite(String, offset: Int?)

  /// What SQLite's error says.
  /// - Parameter offset: The byte of the query at which SQLite stopped, where it tells.
  init(message: String, offset: Int?, tokens: [SQLToken]) {
    func name(after words: String) -> String? {
      guard message.hasPrefix(words) else { return nil }
      return String(message.dropFirst(words.count))
    }
    if let table = name(after: "no such table: "),
      let token = tokens.first(where: { $0.names(table) })
    {
      self = .unknownTable(table, token.range)
    } else if let column = name(after: "no such column: ") {
      let last = column.split(separator: ".").last.map(String.init) ?? column
      let token =
        tokens.first { $0.range.lowerBound >= (offset ?? 0) && $0.names(last) }
        ?? tokens.first { $0.names(last) }
      self = token.map { .unknownColumn(last, $0.range) } ?? .sqlite(message, offset: offset)
    } else if let sentence = name(after: QueryRefusal.prefix) {
      self = .refused(QueryRefusal(message: sentence), nil)
    } else {
      self = .sqlite(message, offset: offset)
    }
  }

  /// The fault at its place in `query`, or nil where something else is at fault that was reported.
  func diagnostic(
    of query: Query, tokens: [SQLToken], tables: QueryTables, queries: [String]
  ) -> Diagnostic? {
    let start = tokens.first?.range ?? 0..<0
    switch self {
    case .refused(let refusal, let range):
      return Diagnostic(
        .sqlRefused, refusal.message,
        at: range.map(query.span(of:)) ?? Self.start(of: query, start),
        help: refusal.help)
    case .unknownTable(let name, let range):
      if let obstacle = tables.obstacles[name] {
        return Diagnostic(
          .sqlInvalid, "the dataset '\(name)' \(obstacle.words), so no query can read it",
          at: query.span(of: range))
      }
      let found = tables.catalog.lookup(name, at: query.span(of: range)).diagnostics.first
      // A name near to another query's is more likely that than what the catalogue thinks of.
      guard let found, let near = Suggestion.didYouMean(name, among: queries) else { return found }
      return Diagnostic(found.code, found.message, at: found.span, help: near)
    case .unknownColumn(let name, let range):
      let known = tables.plans.filter { plan in tokens.contains { $0.names(plan.dataset.name) } }
      return Diagnostic(
        .columnMissing, "no column that this query can see is called '\(name)'",
        at: query.span(of: range),
        help: Suggestion.didYouMean(name, among: known.flatMap { $0.columns.map(\.name) })
          ?? "text is written in single quotation marks: '\(name)'")
    case .sqlite(let message, let offset):
      // SQLite read on to the end and wanted more.
      let end = message == "incomplete input" ? tokens.last?.range.lowerBound : nil
      let token = (end ?? offset).flatMap { offset in
        tokens.first { $0.range.contains(offset) } ?? tokens.last { $0.range.upperBound <= offset }
      }
      return Diagnostic(
        .sqlInvalid, "SQLite cannot run this query: \(message)",
        at: token.map { query.span(of: $0.range) } ?? Self.start(of: query, start))
    }
  }

  /// The query's first word; its name where there is none.
  private static func start(of query: Query, _ range: Range<Int>) -> SourceSpan {
    range.isEmpty ? query.nameSpan : query.span(of: range)
  }
}
