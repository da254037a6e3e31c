import Bytes
public import Diagnostics
import Documents
import Values

/// Looks values up in the datasets.
public struct ValueFinder {
  private let catalog: DatasetCatalog
  /// The place of a range of the expression's bytes.
  private let place: (Range<Int>) -> SourceSpan
  private var diagnostics: [Diagnostic] = []

  /// Looks up in `catalog` for an expression whose bytes stand where `place` says.
  public init(_ catalog: DatasetCatalog, place: @escaping (Range<Int>) -> SourceSpan) {
    self.catalog = catalog
    self.place = place
  }

  /// What `bytes`, the text behind `{value}`, means.
  ///
  /// - Returns: The value, or nil with `value-invalid` (what cannot be understood, or said so),
  ///   `dataset-missing`, `column-missing`, `condition-invalid` or `value-missing` (no such row,
  ///   nothing in the cell, no row that meets the condition). A dataset that could not be read
  ///   gives nil without another word.
  public func find(_ bytes: [UInt8]) -> Outcome<FoundValue?> {
    var finder = self
    let value = finder.found(bytes)
    return Outcome(value, finder.diagnostics)
  }

  private mutating func report(
    _ code: DiagnosticCode, _ message: String, _ range: Range<Int>, help: String? = nil
  ) {
    diagnostics.append(Diagnostic(code, message, at: place(range), help: help))
  }

  private mutating func found(_ bytes: [UInt8]) -> FoundValue? {
    let expression: ValueExpression
    switch ValueExpression.parse(bytes) {
    case .success(let read): expression = read
    case .failure(let error):
      report(.valueInvalid, error.message, error.range, help: error.help)
      return nil
    }
    // A fault in the format does not hide one in what it formats.
    let format = format(of: expression)
    let name = expression.dataset
    guard
      let dataset = catalog.lookup(name.text, at: place(name.range)).take(into: &diagnostics)
    else { return nil }
    var result: (value: Value, path: FieldPath?, row: Int?, rows: [Int])?
    switch expression.selection {
    case .cell(let key, let column): result = cell(key, column, expression, in: dataset)
    case .aggregate(let aggregate, let column, let condition):
      result = self.aggregate(aggregate, column, condition, expression, in: dataset)
    }
    guard let result, let format else { return nil }
    let field = result.path.map { dataset.fields[$0.column] }
    if let format = format.value, let name = expression.format,
      !format.suits(field?.kind ?? .integer, part: result.path?.part)
    {
      report(
        .valueInvalid,
        "\(field.map { "column '\($0.name)' holds \($0.kind.plural)" } ?? "this is a number"), "
          + "which '\(name.text)' does not suit", name.range)
      return nil
    }
    return FoundValue(
      value: result.value, dataset: dataset, field: field, row: result.row, rows: result.rows,
      format: format.value)
  }

  /// The format, or nil where it is faulty; none at all is no fault.
  private mutating func format(of expression: ValueExpression) -> (value: ValueFormat?, Void)? {
    guard let name = expression.format else { return (nil, ()) }
    if expression.isFormatQuoted {
      switch NumberFormat.parse(name.text) {
      case .success(let format): return (.number(format), ())
      case .failure(let error):
        report(
          .valueInvalid, "'\(name.text)' is no format for numbers: \(error.message)", name.range,
          help: "it can be like ',.1f', '.0%', '~s', 'd'")
        return nil
      }
    }
    if let format = ValueFormat(named: name.text) { return (format, ()) }
    let names = ValueFormat.names.map(\.key)
    var help = Suggestion.didYouMean(name.text, among: names)
    if help == nil, case .success = NumberFormat.parse(name.text) {
      help = "a format of d3's stands in quotation marks: | '\(name.text)'"
    }
    report(
      .valueInvalid, "no format is called '\(name.text)'", name.range,
      help: help ?? "there are \(names.joined(separator: ", "))")
    return nil
  }

  private mutating func path(_ name: ValueExpression.Name, in dataset: Dataset) -> FieldPath? {
    dataset.path(named: name.text, at: place(name.range)).take(into: &diagnostics)
  }

  // MARK: One cell

  private mutating func cell(
    _ key: [ValueExpression.Name], _ column: ValueExpression.Name, _ expression: ValueExpression,
    in dataset: Dataset
  ) -> (value: Value, path: FieldPath?, row: Int?, rows: [Int])? {
    let path = path(column, in: dataset)
    guard dataset.primaryKey.count == key.count else {
      let names = dataset.primaryKey.joined(separator: ", ")
      report(
        .valueInvalid,
        dataset.primaryKey.isEmpty
          ? "dataset '\(dataset.name)' has no primary key by which a row could be named"
          : "a row of dataset '\(dataset.name)' is named by \(names)", expression.selectionRange,
        help: dataset.primaryKey.isEmpty
          ? "give its schema a primaryKey, or write .first(\(column.text)) where …"
          : "write [\(names)]")
      return nil
    }
    guard let row = dataset.row(withKey: key.map(\.text)) else {
      report(
        .valueMissing,
        "dataset '\(dataset.name)' has no row '\(key.map(\.text).joined(separator: ", "))'",
        expression.selectionRange, help: nearKey(key.map(\.text), in: dataset))
      return nil
    }
    guard let path else { return nil }
    let value = dataset.value(path, row: row)
    guard value != .missing else {
      report(
        .valueMissing, missing(path, row, in: dataset), column.range,
        help: partHelp(path, row, in: dataset))
      return nil
    }
    return (value, path, row, [row])
  }

  private func missing(_ path: FieldPath, _ row: Int, in dataset: Dataset) -> String {
    let field = dataset.fields[path.column]
    guard let part = path.part, dataset.columns[path.column][row] != .missing else {
      return "column '\(field.name)' is empty in this row"
    }
    let whole = dataset.columns[path.column][row].dataText
    return "'\(whole)' has no '\(part.rawValue)', since it is open"
  }

  private func partHelp(_ path: FieldPath, _ row: Int, in dataset: Dataset) -> String? {
    guard path.part != nil, dataset.columns[path.column][row] != .missing else { return nil }
    return "write '\(dataset.fields[path.column].name)' for the whole"
  }

  /// The key that may be meant, written as an expression writes it.
  private func nearKey(_ key: [String], in dataset: Dataset) -> String? {
    let keys = (0..<min(dataset.rowCount, 5000)).map {
      dataset.key(ofRow: $0).joined(separator: ", ")
    }
    if let near = Suggestion.didYouMean(key.joined(separator: ", "), among: keys) { return near }
    guard !keys.isEmpty, keys.count <= 12 else { return nil }
    return "there are \(keys.joined(separator: key.count > 1 ? "; " : ", "))"
  }

  // MARK: Several rows

  private mutating func aggregate(
    _ aggregate: ValueExpression.Aggregate, _ column: ValueExpression.Name?,
    _ condition: ValueExpression.Name?, _ expression: ValueExpression, in dataset: Dataset
  ) -> (value: Value, path: FieldPath?, row: Int?, rows: [Int])? {
    let faults = diagnostics.count
    let path = column.flatMap { self.path($0, in: dataset) }
    let rows = rows(condition, in: dataset)
    guard diagnostics.count == faults, let rows else { return nil }
    guard let path, let column else {
      return (.number(Double(rows.count)), nil, nil, rows)
    }
    let field = dataset.fields[path.column]
    let kept = rows.filter { dataset.value(path, row: $0) != .missing }
    let values = kept.map { dataset.value(path, row: $0) }
    if aggregate == .count { return (.number(Double(kept.count)), nil, nil, kept) }
    guard aggregate.suits(field.kind, part: path.part) else {
      report(
        .valueInvalid,
        "column '\(field.name)' holds \(field.kind.plural), which have no \(aggregate.rawValue)",
        column.range)
      return nil
    }
    guard !values.isEmpty else {
      report(
        .valueMissing,
        rows.isEmpty
          ? "no row of dataset '\(dataset.name)' meets this condition"
          : "column '\(field.name)' is empty in all of these rows",
        condition?.range ?? column.range)
      return nil
    }
    guard let value = aggregate.value(of: values) else {
      report(
        .valueInvalid,
        "nothing can be said of the \(aggregate.rawValue) of these estimates, since they are open on "
          + "either side", column.range, help: "write \(field.name).low or \(field.name).high")
      return nil
    }
    let isOne = aggregate == .first || aggregate == .last
    let row = isOne ? (aggregate == .first ? kept.first : kept.last) : nil
    return (value, path, row, row.map { [$0] } ?? kept)
  }

  private mutating func rows(_ name: ValueExpression.Name?, in dataset: Dataset) -> [Int]? {
    guard let name else { return Array(0..<dataset.rowCount) }
    // The condition is read as if it stood in a block, with places that are shifted to here.
    let node = Node(
      .scalar(name.text, isQuoted: true),
      at: SourceSpan(SourceFileID(0), 0..<name.text.utf8.count))
    let parsed = Condition.parse(node)
    let bound = parsed.value?.bind(to: dataset)
    for fault in parsed.diagnostics + (bound?.diagnostics ?? []) {
      let inner = fault.span?.range ?? 0..<name.range.count
      let start = name.range.lowerBound
      diagnostics.append(
        fault.located(at: place(start + inner.lowerBound..<start + inner.upperBound)))
    }
    guard let condition = bound?.value.flatMap(\.self) else { return nil }
    return dataset.rows(where: condition)
  }
}
