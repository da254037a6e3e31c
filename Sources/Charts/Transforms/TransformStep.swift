import Diagnostics
import Documents

/// One step of `transform`, in Vega-Lite's words.
enum TransformStep: Sendable {
  case filter(Predicate)
  case calculate(Expression, as: String)
  case aggregate(Aggregation, FieldUses)
  case joinAggregate(Aggregation, FieldUses)
  case window(WindowTransform, FieldUses)
  case bin(Binning, Spanned<String>, start: String, end: String)
  case timeUnit(TimeUnit, Spanned<String>, as: String)
  case fold([Spanned<String>], key: String, value: String)
  case flatten([Spanned<String>], names: [String])
  case pivot(PivotTransform, FieldUses)
  case stack(StackTransform, FieldUses)
  case impute(Imputation, Spanned<String>, key: Spanned<String>, groupBy: [Spanned<String>])
  case lookup(LookupTransform)
  case sample(Int)
  case density(DensityTransform, FieldUses)
  case regression(RegressionTransform, FieldUses)
  case loess(LoessTransform, FieldUses)
  case quantile(QuantileTransform, FieldUses)

  /// The fields that a step reads, with their places.
  typealias FieldUses = [Spanned<String>]

  /// The datasets that it looks things up in.
  var datasetNames: [Spanned<String>] {
    if case .lookup(let lookup) = self, case .named(let name) = lookup.data { return [name] }
    return []
  }
}

/// What a step may use besides the rows.
struct TransformContext {
  let parameters: [String: Datum]
  /// The rows of the dataset that a lookup looks in.
  var other: ChartTable?
}

extension TransformStep {
  /// More rows than this no step makes.
  static let rowLimit = 1_000_000

  /// The fields that it reads.
  private var fields: FieldUses {
    switch self {
    case .filter(let predicate): predicate.fields
    case .calculate(let expression, _): expression.fields
    case .aggregate(_, let uses), .joinAggregate(_, let uses), .window(_, let uses),
      .pivot(_, let uses), .stack(_, let uses), .density(_, let uses), .regression(_, let uses),
      .loess(_, let uses), .quantile(_, let uses):
      uses
    case .bin(_, let field, _, _), .timeUnit(_, let field, _): [field]
    case .fold(let fields, _, _), .flatten(let fields, _): fields
    case .impute(_, let field, let key, let groups): [field, key] + groups
    case .lookup(let lookup): [lookup.key]
    case .sample: []
    }
  }

  /// The rows after the step.
  func apply(to table: ChartTable, in context: TransformContext) -> Outcome<ChartTable> {
    var diagnostics: [Diagnostic] = []
    // No rows have no columns to look for.
    if table.rowCount > 0 || !table.names.isEmpty { diagnostics += missing(in: table, context) }
    diagnostics += lookupFaults(context.other)
    if case .pivot(let pivot, let uses) = self, diagnostics.isEmpty {
      let count = pivot.columnCount(of: table)
      if count > PivotTransform.columnLimit {
        diagnostics.append(
          Diagnostic(
            .valueInvalid,
            "this transform makes \(count) columns, and the most is \(PivotTransform.columnLimit)",
            at: uses.first?.span, help: "say how many are wanted with 'limit'"))
      }
    }
    guard diagnostics.isEmpty else { return Outcome(table, diagnostics) }
    let result = applied(to: table, context)
    guard result.rowCount <= Self.rowLimit else {
      return Outcome(
        table,
        [
          Diagnostic(
            .valueInvalid,
            "this transform makes \(result.rowCount) rows, and the most is \(Self.rowLimit)",
            at: fields.first?.span)
        ])
    }
    return Outcome(result, diagnostics)
  }

  /// The fields and parameters that it names and that are not there.
  private func missing(in table: ChartTable, _ context: TransformContext) -> [Diagnostic] {
    switch self {
    case .calculate(let expression, _):
      ExpressionFaults.find(in: expression, among: table.names, context.parameters)
    case .filter(let predicate):
      ExpressionFaults.find(in: predicate, among: table.names, context.parameters)
    default:
      fields.filter { table.values(of: $0.value) == nil }
        .map { MissingColumn.diagnostic($0.value, among: table.names, at: $0.span) }
    }
  }

  /// The columns that a lookup names and the other rows lack.
  private func lookupFaults(_ other: ChartTable?) -> [Diagnostic] {
    guard case .lookup(let lookup) = self, let other, !other.names.isEmpty else { return [] }
    return ([lookup.otherKey] + lookup.fields)
      .filter { other.values(of: $0.value) == nil }
      .map { MissingColumn.diagnostic($0.value, among: other.names, at: $0.span) }
  }

  private func applied(to table: ChartTable, _ context: TransformContext) -> ChartTable {
    switch self {
    case .filter(let predicate):
      let mask = predicate.mask(of: table, parameters: context.parameters)
      return table.filter { mask[$0] }
    case .calculate(let expression, let name):
      var result = table
      result.set(name, to: expression.values(of: table, parameters: context.parameters))
      return result
    case .aggregate(let aggregation, _): return aggregation.apply(to: table)
    case .joinAggregate(let aggregation, _): return aggregation.join(to: table)
    case .window(let window, _): return window.apply(to: table)
    case .bin(let binning, let field, let start, let end):
      return binned(table, binning, field.value, start, end)
    case .timeUnit(let unit, let field, let name):
      var result = table
      let moments = TemporalReading.column(table.values(of: field.value) ?? []).map(\.measure)
      result.set(name, to: moments.map { $0.map { .time(unit.floor($0)) } ?? .null })
      result.set(
        "\(name)_end",
        to: moments.map { $0.map { .time(unit.next(after: unit.floor($0))) } ?? .null })
      return result
    case .fold(let fields, let key, let value):
      return Reshaping.fold(table, fields.map(\.value), key, value)
    case .flatten(let fields, let names):
      return Reshaping.flatten(table, fields.map(\.value), names)
    case .pivot(let pivot, _): return pivot.apply(to: table)
    case .stack(let stack, _): return stack.apply(to: table)
    case .impute(let imputation, let field, let key, let groups):
      return imputation.apply(
        to: table, field: field.value, key: key.value, groupBy: groups.map(\.value))
    case .lookup(let lookup): return lookup.apply(to: table, context.other)
    case .sample(let size): return Reshaping.sample(table, size)
    case .density(let density, _): return density.apply(to: table)
    case .regression(let regression, _): return regression.apply(to: table)
    case .loess(let loess, _): return loess.apply(to: table)
    case .quantile(let quantile, _): return quantile.apply(to: table)
    }
  }

  private func binned(
    _ table: ChartTable, _ binning: Binning, _ field: String, _ start: String, _ end: String
  ) -> ChartTable {
    var result = table
    let values = table.values(of: field) ?? []
    let numbers = values.compactMap(\.measure)
    let range = binning.range(over: (numbers.min() ?? 0, numbers.max() ?? 0), maximumBins: 10)
    let starts = values.map { binning.start(of: $0, in: range) }
    result.set(start, to: starts.map { $0.map(Datum.number) ?? .null })
    result.set(end, to: starts.map { $0.map { .number($0 + range.step) } ?? .null })
    return result
  }
}

extension Aggregation {
  /// The table with each group's values beside its rows: Vega's `joinaggregate`.
  func join(to table: ChartTable) -> ChartTable {
    let groups = RowGroups(table, by: groupBy)
    var result = table
    for measure in measures {
      let values = Aggregation.values(measure, groups, table)
      result.set(measure.name, to: groups.groupOfRow.map { values.isEmpty ? .null : values[$0] })
    }
    return result
  }
}
