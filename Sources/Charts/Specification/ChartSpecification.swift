public import Diagnostics
public import Documents

/// What an author wrote in a `chart` block: Vega-Lite v5's grammar, and what briefs need besides.
public struct ChartSpecification: Sendable {
  /// The caption, inline Markdown.
  public let title: Spanned<String>?
  /// The text for those who do not see the picture.
  public let description: Spanned<String>?
  /// Where the data come from: inline Markdown with citations, or a list of keys.
  public let source: Node?
  /// What readers must know of the data, inline Markdown.
  public let note: Spanned<String>?
  /// The place of the whole block.
  public let span: SourceSpan
  /// The outermost view.
  let view: ViewSpecification
  /// What holds for all views.
  let config: ChartConfig
  /// Data that stand in the chart, by name.
  let datasets: [String: DataReference]

  /// The names of the datasets that the chart asks for, each once, in the order of the views.
  public var datasetNames: [Spanned<String>] {
    var names: [Spanned<String>] = []
    func add(_ name: Spanned<String>) {
      guard datasets[name.value] == nil, !names.contains(where: { $0.value == name.value }) else {
        return
      }
      names.append(name)
    }
    func visit(_ view: ViewSpecification) {
      if case .named(let name)? = view.data { add(name) }
      for name in view.transforms.flatMap(\.datasetNames) { add(name) }
      switch view.content {
      case .unit: break
      case .layer(let views), .concat(_, let views): views.forEach(visit)
      case .facet(_, let inner): visit(inner)
      }
    }
    visit(view)
    return names
  }
}

extension ChartSpecification {
  /// The keys of the whole chart, which its outermost view does not read.
  private static let ownKeys = [
    "$schema", "description", "source", "note", "config", "datasets", "params", "usermeta",
    "background",
  ]

  static func acknowledge(_ reader: inout PropertyReader) {
    for key in ownKeys { reader.acknowledge(key) }
  }

  /// Reads a specification.
  ///
  /// - Returns: The specification, or nil where there is none to be drawn. What is not supported is
  ///   the error `chart-unsupported` at the property's key; a missing description is the warning
  ///   `chart-description-missing`.
  public static func parse(_ node: Node) -> Outcome<ChartSpecification?> {
    var reader = PropertyReader(node, of: "a chart")
    let title = readTitle(&reader)
    let description = reader.text("description")
    let source = reader.node("source")
    let note = reader.text("note")
    if node["description"]?.isNull != false, node.entries != nil {
      reader.report(
        .chartDescriptionMissing, "this chart has no description for those who cannot see it",
        at: node.entries?.first?.keySpan ?? node.span,
        help: "add a line 'description: …' that says what the picture shows")
    }
    var config = ChartConfig()
    if let inner = reader.node("config") {
      config = ChartConfig.read(inner).take(into: &reader)
    }
    reader.unused(["background"], because: "the ground is the page's")
    let datasets = readDatasets(&reader)
    config.parameters = readParameters(&reader, node["config"])
    guard node.entries != nil else { return Outcome(nil, reader.diagnosticsSoFar) }
    var diagnostics = reader.diagnosticsSoFar
    let view = ViewReader(config: node["config"]).read(node, isRoot: true).take(into: &diagnostics)
    guard let view else { return Outcome(nil, diagnostics) }
    if view.lacksData {
      diagnostics.append(
        Diagnostic(
          .keyMissing, "this chart has no 'data'", at: node.span,
          help: "add a line 'data: …' with the name of a dataset"))
    }
    return Outcome(
      ChartSpecification(
        title: title, description: description, source: source, note: note, span: node.span,
        view: view, config: config, datasets: datasets), diagnostics)
  }

  /// A title is text, or in Vega-Lite also a list of lines or a mapping with `text`.
  private static func readTitle(_ reader: inout PropertyReader) -> Spanned<String>? {
    guard let node = reader.node("title") else { return nil }
    let text = node["text"] ?? node
    guard let lines = text.text.map({ [$0] }) ?? text.elements?.compactMap(\.text),
      !lines.isEmpty
    else {
      reader.report(.keyMissing, "the title of a chart has no 'text'", at: node.span)
      return nil
    }
    return Spanned(lines.joined(separator: " "), at: text.span)
  }

  private static func readDatasets(_ reader: inout PropertyReader) -> [String: DataReference] {
    var datasets: [String: DataReference] = [:]
    guard let node = reader.node("datasets") else { return datasets }
    guard let entries = node.entries else {
      reader.wrongType(node, "datasets", expected: "a mapping of names to rows")
      return datasets
    }
    for entry in entries {
      datasets[entry.key] = InlineData.read(entry.value, name: entry.key, format: DataFormat())
        .take(into: &reader)
    }
    return datasets
  }

  /// Parameters are constants here; one that a reader would set is an error.
  private static func readParameters(
    _ reader: inout PropertyReader, _ config: Node?
  ) -> [String: Datum] {
    var parameters: [String: Datum] = [:]
    let own = reader.list("params", of: "parameters") ?? []
    for element in (config?["params"]?.elements ?? []) + own {
      var inner = PropertyReader(element, of: "a parameter")
      let name = inner.text("name")
      if name == nil { inner.report(.keyMissing, "a parameter has no 'name'", at: element.span) }
      var value = inner.node("value").map(DatumReader.plain)
      if let text = inner.text("expr"),
        let expression = Expression.parse(text.value, at: text.span).take(into: &inner)
      {
        inner.report(ExpressionFaults.find(in: expression, among: [], parameters))
        value = expression.evaluate(
          row: 0, of: ChartTable(rowCount: 1), parameters: parameters)
      }
      if let entry = inner.entry("select") {
        inner.report(
          .chartUnsupported, "'select' of a parameter is not supported: charts have no interaction",
          at: entry.keySpan)
      }
      inner.unused(["bind"], because: "nobody can set a parameter of a picture")
      if let name, let value { parameters[name.value] = value }
      reader.report(inner.finish())
    }
    return parameters
  }
}

extension ViewSpecification {
  /// Whether a view in it needs data and has none, nor a view about it.
  var lacksData: Bool {
    if data != nil { return false }
    switch content {
    case .unit(let mark):
      // What is placed by constants alone needs no rows.
      let isConstant = !encoding.channels.isEmpty || mark.properties[.x] != nil
      return !isConstant || encoding.hasFields
    case .layer(let views), .concat(_, let views): return views.contains(where: \.lacksData)
    case .facet: return true
    }
  }
}
