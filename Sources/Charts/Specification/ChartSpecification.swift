public import Diagnostics
public import Documents

/// What an author wrote in a `chart` block: Vega-Lite v5's grammar, and what briefs need besides.
public struct ChartSpecification: Sendable {
  /// How long a side is.
  enum Extent: Hashable, Sendable {
    /// So many px.
    case pixels(Double)
    /// So many px for each step of a discrete axis.
    case step(Double)
  }

  /// The caption, inline Markdown.
  public let title: Spanned<String>?
  /// The text for those who do not see the picture.
  public let description: Spanned<String>?
  /// Where the data come from: inline Markdown with citations, or a list of keys.
  public let source: Node?
  /// What readers must know of the data, inline Markdown.
  public let note: Spanned<String>?
  /// The width of the plot; nil fills the column.
  let width: Extent?
  /// The height of the plot; nil leaves it to the house.
  let height: Extent?
  /// The layers, from the back to the front; never empty.
  let layers: [LayerSpecification]
  /// The place of the whole block.
  public let span: SourceSpan

  /// The names of the datasets that the chart asks for, in the order of the layers, each once.
  public var datasetNames: [Spanned<String>] {
    var names: [Spanned<String>] = []
    for layer in layers {
      guard case .named(let name)? = layer.data, !names.contains(where: { $0.value == name.value })
      else { continue }
      names.append(name)
    }
    return names
  }
}

extension ChartSpecification {
  /// Reads a specification.
  ///
  /// - Returns: The specification, or nil where there is none to be drawn. What is not supported is
  ///   the error `chart-unsupported` at the property's key; a missing description is the warning
  ///   `chart-description-missing`.
  public static func parse(_ node: Node) -> Outcome<ChartSpecification?> {
    var reader = PropertyReader(node, of: "a chart")
    // Names the grammar's version, for editors.
    reader.acknowledge("$schema")
    let title = readTitle(&reader)
    let description = reader.text("description")
    let source = reader.node("source")
    let note = reader.text("note")
    let width = readExtent(&reader, "width")
    let height = readExtent(&reader, "height")
    if node["description"]?.isNull != false, node.entries != nil {
      reader.report(
        .chartDescriptionMissing, "this chart has no description for those who cannot see it",
        at: node.entries?.first?.keySpan ?? node.span,
        help: "add a line 'description: …' that says what the picture shows")
    }
    var views = ViewReader()
    if node.entries != nil {
      views.read(&reader, within: ViewReader.Context(), at: node.span)
    }
    if views.layers.contains(where: { $0.data == nil }) {
      reader.report(
        .keyMissing, "this chart has no 'data'", at: node.span,
        help: "add a line 'data: …' with the name of a dataset")
    }
    let diagnostics = reader.finish()
    guard !views.layers.isEmpty else {
      guard diagnostics.errorCount == 0 else { return Outcome(nil, diagnostics) }
      let missing = Diagnostic(.keyMissing, "a chart has no 'mark'", at: node.span)
      return Outcome(nil, diagnostics + [missing])
    }
    return Outcome(
      ChartSpecification(
        title: title, description: description, source: source, note: note, width: width,
        height: height, layers: views.layers, span: node.span), diagnostics)
  }

  /// A title is text, or in Vega-Lite also a mapping with `text`.
  private static func readTitle(_ reader: inout PropertyReader) -> Spanned<String>? {
    guard let node = reader.node("title") else { return nil }
    guard node.entries != nil else { return reader.text("title") }
    var inner = PropertyReader(node, of: "the title of a chart")
    let title = inner.text("text")
    reader.report(inner.finish())
    return title
  }

  private static func readExtent(_ reader: inout PropertyReader, _ key: String) -> Extent? {
    guard let node = reader.node(key), node.text != "container" else { return nil }
    guard node.entries != nil else { return reader.positiveNumber(key).map(bounded) }
    var inner = PropertyReader(node, of: "the \(key) of a chart")
    let step = inner.positiveNumber("step")
    reader.report(inner.finish())
    return step.map { .step(min($0, 1_000)) }
  }

  private static func bounded(_ pixels: Double) -> Extent { .pixels(min(max(pixels, 40), 10_000)) }
}
