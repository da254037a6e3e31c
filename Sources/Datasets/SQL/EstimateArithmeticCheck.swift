import Bytes

/// Finds estimates and dates that a query calculates with as if they were numbers.
///
/// SQLite takes the digits that a text begins with, so that `~4000 * 2` is 0 and `2021-08 - 1` is
/// 2020. Sums are caught when they meet such a value (``SumFunctions``); operators cannot be, so the
/// words of the query are looked at.
struct EstimateArithmeticCheck {
  let tokens: [SQLToken]
  /// The tables that the query reads.
  let tables: [TablePlan]

  private static let operators: Set<String> = ["+", "-", "*", "/", "%", "&", "|", "<<", ">>"]
  private static let functions: Set<String> = [
    "abs", "round", "ceil", "ceiling", "floor", "trunc", "sign", "sqrt", "pow", "power", "mod",
    "exp", "ln", "log", "log2", "log10", "sum", "total", "avg", "cast",
  ]

  /// Refuses the first estimate or date that stands beside an operator or in a function of numbers.
  func check() throws(QueryFault) {
    let columns = hedgedColumns()
    guard !columns.isEmpty else { return }
    for (index, token) in tokens.enumerated() where token.kind == .word || token.kind == .quotedName
    {
      guard let kind = columns[token.text.asciiLowercased], isNumber(at: index) else { continue }
      let isEstimate = kind == .estimate
      throw .refused(
        QueryRefusal(
          message: isEstimate
            ? "'\(token.text)' is an estimate, which SQL cannot calculate with"
            : "'\(token.text)' is a date, which SQL cannot calculate with",
          help: isEstimate
            ? "its bounds are the numbers \(token.text)_low and \(token.text)_high"
            : "julianday(\(token.text)_earliest) is the number of its first day"),
        token.range)
    }
  }

  /// The columns that are estimates or dates in every table that the query reads, in lower case.
  private func hedgedColumns() -> [String: Field.Kind] {
    var columns: [String: Field.Kind] = [:]
    var others: Set<String> = []
    for plan in tables {
      for field in plan.dataset.fields {
        let name = field.name.asciiLowercased
        if field.kind == .estimate || field.kind == .date {
          columns[name] = field.kind
        } else {
          others.insert(name)
        }
      }
    }
    return columns.filter { !others.contains($0.key) }
  }

  /// Whether the name at `index`, with the table before it, stands where a number does.
  private func isNumber(at index: Int) -> Bool {
    var first = index
    if first >= 2, tokens[first - 1].text == "." { first -= 2 }
    let before = first > 0 ? tokens[first - 1] : nil
    let after = index + 1 < tokens.count ? tokens[index + 1] : nil
    // It is a function's name, or a table's, and no column.
    if after?.text == "(" || after?.text == "." { return false }
    for neighbour in [before, after] {
      if let neighbour, neighbour.kind == .symbol, Self.operators.contains(neighbour.text) {
        return true
      }
    }
    guard before?.text == "(", first >= 2 else { return false }
    return Self.functions.contains(tokens[first - 2].text.asciiLowercased)
  }
}
