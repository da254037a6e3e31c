import Diagnostics

/// Names in expressions and conditions that lead nowhere.
enum ExpressionFaults {
  /// The fields and parameters of an expression that are not there.
  ///
  /// - Parameters:
  ///   - columns: The columns of the rows that it is worked out for.
  ///   - known: The parameters of the chart.
  static func find(
    in expression: Expression, among columns: [String], _ known: [String: Datum]
  ) -> [Diagnostic] {
    fields(expression.fields, among: columns, known)
      + parameters(expression.parameters, among: columns, known)
  }

  /// The fields and parameters of a condition that are not there.
  static func find(
    in predicate: Predicate, among columns: [String], _ known: [String: Datum]
  ) -> [Diagnostic] {
    fields(predicate.fields, among: columns, known)
      + parameters(predicate.parameters, among: columns, known)
  }

  private static func fields(
    _ uses: [Spanned<String>], among columns: [String], _ known: [String: Datum]
  ) -> [Diagnostic] {
    uses.filter { use in
      // A bare name of a filter may be a parameter as well.
      if columns.contains(use.value) || known[use.value] != nil { return false }
      return !(DatumPath(use.value).map { columns.contains($0.first) } ?? false)
    }
    .map { MissingColumn.diagnostic($0.value, among: columns, at: $0.span) }
  }

  private static func parameters(
    _ uses: [Spanned<String>], among columns: [String], _ known: [String: Datum]
  ) -> [Diagnostic] {
    uses.filter { known[$0.value] == nil }.map { name in
      Diagnostic(
        .blockInvalid, "this expression names '\(name.value)', which is no parameter",
        at: name.span,
        help: columns.contains(name.value)
          ? "write a field as 'datum.\(name.value)'"
          : Suggestion.didYouMean(name.value, among: ["datum"] + known.keys.sorted()))
    }
  }
}
