import Diagnostics
import Documents

extension TransformStep {
  /// The keys by which a step is told.
  static let names = [
    "aggregate", "bin", "calculate", "density", "filter", "flatten", "fold", "impute",
    "joinaggregate", "loess", "lookup", "pivot", "quantile", "regression", "sample", "stack",
    "timeUnit", "window",
  ]

  /// Reads the list of `transform`.
  static func read(_ node: Node) -> Outcome<[TransformStep]> {
    var steps: [TransformStep] = []
    var diagnostics: [Diagnostic] = []
    for element in node.elements ?? [node] {
      let step = readStep(element).take(into: &diagnostics)
      if let step { steps.append(step) }
    }
    return Outcome(steps, diagnostics)
  }

  private static func readStep(_ node: Node) -> Outcome<TransformStep?> {
    guard let entries = node.entries else {
      return Outcome(
        nil,
        [
          Diagnostic(
            .valueTypeWrong, "a transform is \(node.kindInWords), not a mapping", at: node.span)
        ])
    }
    // A bin or a unit of time may stand in steps of another kind, but those say so first.
    let order = [
      "aggregate", "joinaggregate", "window", "calculate", "density", "filter", "flatten", "fold",
      "impute", "loess", "lookup", "pivot", "quantile", "regression", "sample", "stack", "bin",
      "timeUnit",
    ]
    guard let name = order.first(where: { name in entries.contains { $0.key == name } }) else {
      let first = entries.first
      return Outcome(
        nil,
        [
          Diagnostic(
            .chartUnsupported,
            first.map { "the transform '\($0.key)' is not supported" } ?? "this transform is empty",
            at: first?.keySpan ?? node.span,
            help: first.flatMap { Suggestion.didYouMean($0.key, among: names) }
              ?? "it can be \(names.joined(separator: ", "))")
        ])
    }
    var reader = TransformReader(PropertyReader(node, of: "the transform '\(name)'"), node)
    let step = reader.step(name)
    return Outcome(step, reader.finish())
  }
}

/// Reads one step of `transform`.
struct TransformReader {
  var reader: PropertyReader
  let node: Node

  init(_ reader: PropertyReader, _ node: Node) {
    self.reader = reader
    self.node = node
  }

  consuming func finish() -> [Diagnostic] { reader.finish() }

  mutating func step(_ name: String) -> TransformStep? {
    switch name {
    case "filter":
      return reader.node("filter").flatMap {
        Predicate.read($0, allowsBareFields: true).take(into: &reader)
      }.map { .filter($0) }
    case "calculate":
      guard let text = reader.text("calculate") else { return nil }
      let name = required("as")
      let expression = Expression.parse(text.value, at: text.span).take(into: &reader)
      guard let expression, let name else { return nil }
      return .calculate(expression, as: name)
    case "aggregate", "joinaggregate": return aggregate(name)
    case "window": return window()
    case "bin": return bin()
    case "timeUnit": return timeUnit()
    case "fold":
      let fields = someFields("fold")
      let names = self.names("as")
      return .fold(fields, key: names.first ?? "key", value: names.count > 1 ? names[1] : "value")
    case "flatten":
      let fields = someFields("flatten")
      let names = self.names("as")
      return .flatten(
        fields,
        names: fields.enumerated().map { $0 < names.count ? names[$0] : $1.value })
    case "sample":
      return reader.positiveNumber("sample").map { .sample(Int(min($0, 1e6))) }
    case "impute":
      guard let field = reader.text("impute"), let key = text("key") else { return nil }
      var imputation = Imputation()
      imputation.read(&reader)
      return .impute(imputation, field, key: key, groupBy: fields("groupby"))
    case "pivot": return PivotTransform.read(&self)
    case "stack": return StackTransform.read(&self)
    case "lookup": return LookupTransform.read(&self)
    case "density": return DensityTransform.read(&self)
    case "regression": return RegressionTransform.read(&self)
    case "loess": return LoessTransform.read(&self)
    case "quantile": return QuantileTransform.read(&self)
    default: return nil
    }
  }

  /// A text that must be there.
  mutating func text(_ key: String) -> Spanned<String>? {
    if let text = reader.text(key) { return text }
    reader.report(.keyMissing, "\(reader.subject) has no '\(key)'", at: node.span)
    return nil
  }

  /// The plain words of a text that must be there.
  mutating func required(_ key: String) -> String? { text(key)?.value }

  /// A field or a list of fields.
  mutating func fields(_ key: String) -> [Spanned<String>] {
    guard let node = reader.node(key) else { return [] }
    return (node.elements ?? [node]).compactMap { element in
      guard let text = element.text else {
        reader.wrongType(element, key, expected: "names of columns")
        return nil
      }
      return Spanned(text, at: element.span)
    }
  }

  /// A field or more.
  private mutating func someFields(_ key: String) -> [Spanned<String>] {
    let fields = fields(key)
    if fields.isEmpty, reader.diagnosticsSoFar.errorCount == 0 {
      reader.report(
        .keyMissing, "\(reader.subject) names no field", at: reader.node(key)?.span ?? node.span)
    }
    return fields
  }

  /// A name or a list of names.
  mutating func names(_ key: String) -> [String] { fields(key).map(\.value) }

  private mutating func aggregate(_ name: String) -> TransformStep? {
    let groups = fields("groupby")
    var measures: [Aggregation.Measure] = []
    var uses = groups
    for element in reader.list(name, of: "aggregates") ?? [] {
      var inner = PropertyReader(element, of: "an aggregate")
      let operation = inner.choice("op", of: AggregateOperation.self)
      let field = inner.text("field")
      let alias = inner.text("as")?.value
      if let field { uses.append(field) }
      if let operation {
        let fallback =
          field.map { "\(operation.value.rawValue)_\($0.value)" } ?? operation.value.rawValue
        measures.append(
          Aggregation.Measure(
            operation: operation.value, field: field?.value, name: alias ?? fallback))
      }
      reader.report(inner.finish())
    }
    let aggregation = Aggregation(groupBy: groups.map(\.value), measures: measures)
    return name == "aggregate" ? .aggregate(aggregation, uses) : .joinAggregate(aggregation, uses)
  }

  private mutating func bin() -> TransformStep? {
    guard let node = reader.node("bin"), let field = text("field") else { return nil }
    let binning = Binning.read(node).take(into: &reader)
    let names = self.names("as")
    guard let start = names.first else {
      reader.report(.keyMissing, "\(reader.subject) has no 'as'", at: self.node.span)
      return nil
    }
    return .bin(binning, field, start: start, end: names.count > 1 ? names[1] : "\(start)_end")
  }

  private mutating func timeUnit() -> TransformStep? {
    guard let node = reader.node("timeUnit"), let field = text("field"), let name = required("as"),
      let unit = TimeUnit.read(node).take(into: &reader)
    else { return nil }
    return .timeUnit(unit, field, as: name)
  }

  private mutating func window() -> TransformStep? {
    var window = WindowTransform()
    let groups = fields("groupby")
    window.groupBy = groups.map(\.value)
    var uses = groups
    for element in reader.list("window", of: "operations") ?? [] {
      var inner = PropertyReader(element, of: "a window")
      let operation = inner.text("op")
      let field = inner.text("field")
      let parameter = inner.number("param")
      let alias = inner.text("as")?.value
      if let field { uses.append(field) }
      if let operation {
        let found: WindowTransform.Operation?
        if let ranking = WindowTransform.Ranking(rawValue: operation.value) {
          found = .ranking(ranking)
        } else {
          found = AggregateOperation(rawValue: operation.value).map { .aggregate($0) }
        }
        if let found {
          window.measures.append(
            WindowTransform.Measure(
              operation: found, field: field?.value, parameter: parameter,
              name: alias ?? operation.value))
        } else {
          let names =
            WindowTransform.Ranking.allCases.map(\.rawValue)
            + AggregateOperation.allCases.map(\.rawValue)
          inner.report(
            .chartUnsupported, "'\(operation.value)' is no operation of a window",
            at: operation.span, help: Suggestion.didYouMean(operation.value, among: names))
        }
      }
      reader.report(inner.finish())
    }
    if let frame = reader.frame("frame") { window.frame = frame }
    window.ignoresPeers = reader.boolean("ignorePeers") ?? false
    let sorts = self.sorts()
    window.sort = sorts.map { ($0.field.value, $0.descends) }
    return .window(window, uses + sorts.map(\.field))
  }

  /// The fields of `sort`, and which way each runs.
  mutating func sorts() -> [(field: Spanned<String>, descends: Bool)] {
    guard let node = reader.node("sort") else { return [] }
    var sorts: [(field: Spanned<String>, descends: Bool)] = []
    for element in node.elements ?? [node] {
      if let text = element.text {
        sorts.append((Spanned(text, at: element.span), false))
        continue
      }
      var inner = PropertyReader(element, of: "a sort")
      let order = inner.choice("order", of: SortOrder.self)?.value
      if let field = inner.text("field") { sorts.append((field, order == .descending)) }
      reader.report(inner.finish())
    }
    return sorts
  }
}
