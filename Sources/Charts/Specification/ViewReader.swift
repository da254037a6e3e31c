import Diagnostics
import Documents

/// Reads a view and those within it, after making of every short form what it stands for.
struct ViewReader {
  /// Views within views: more than this is no chart any more.
  private static let depthLimit = 20

  /// The configuration as it was written, for forms that it decides.
  let config: Node?

  /// Reads `node`, from which keys of the whole chart were taken.
  func read(_ node: Node, depth: Int = 0, isRoot: Bool = false) -> Outcome<ViewSpecification?> {
    guard depth <= Self.depthLimit else {
      return Outcome(
        nil,
        [
          Diagnostic(
            .chartUnsupported, "views stand in views more than \(Self.depthLimit) deep",
            at: node.span)
        ])
    }
    var diagnostics: [Diagnostic] = []
    var node = Repeater.expand(node).take(into: &diagnostics)
    node = Faceter.expand(node)
    node = CompositeMarks.expand(node, config: config).take(into: &diagnostics)
    node = Overlays.expand(node, config: config)
    var reader = PropertyReader(node, of: isRoot ? "a chart" : "a view")
    reader.report(diagnostics)
    if isRoot { ChartSpecification.acknowledge(&reader) }
    let content = readContent(node, &reader, depth)
    var view = ViewSpecification(content: content ?? .layer([]), span: node.span)
    readFrame(&view, &reader, isRoot: isRoot)
    let found = reader.finish()
    return Outcome(content == nil ? nil : view, found)
  }

  private func readFrame(
    _ view: inout ViewSpecification, _ reader: inout PropertyReader, isRoot: Bool
  ) {
    reader.acknowledge("name")
    if !isRoot { reader.acknowledge("description") }
    reader.unused(
      ["align", "bounds", "center", "padding"],
      because: "views are set in even rows, and the margin is the page's")
    view.autosize = Autosize.read(&reader)
    if let node = reader.node("title") { view.title = readTitle(node, &reader) }
    if let node = reader.node("data") {
      view.data = DataReference.read(node).take(into: &reader) ?? .unreadable
    }
    if let node = reader.node("transform") {
      view.transforms = TransformStep.read(node).take(into: &reader)
    }
    if let node = reader.node("encoding") {
      // What layers share was handed to each of them.
      if case .layer = view.content {
      } else {
        view.encoding = Encoding.read(node).take(into: &reader)
      }
    }
    view.width = readExtent(&reader, "width")
    view.height = readExtent(&reader, "height")
    if let node = reader.node("resolve") {
      view.resolve = ResolveSpecification.read(node).take(into: &reader)
    }
    if let node = reader.node("view") {
      var inner = PropertyReader(node, of: "the background of a view")
      view.background = inner.properties(ViewProperty.self)
      inner.acknowledge("cursor")
      reader.report(inner.finish())
    }
  }

  private func readContent(
    _ node: Node, _ reader: inout PropertyReader, _ depth: Int
  ) -> ViewSpecification.Content? {
    let mark = reader.node("mark")
    let layer = reader.node("layer")
    let facet = reader.node("facet")
    let rows = reader.node("vconcat")
    let columns = reader.node("hconcat")
    let wrapped = reader.node("concat")
    let contents = [mark, layer, facet, rows, columns, wrapped].compactMap(\.self)
    if contents.count > 1 {
      reader.report(
        .chartUnsupported, "\(reader.subject) can be only one of mark, layer, facet and concat",
        at: contents[1].span, help: "put them into views of their own")
    }
    if let layer { return readLayers(layer, &reader, depth, node["encoding"]) }
    if let facet { return readFacet(facet, &reader, depth) }
    if let views = rows ?? columns ?? wrapped {
      let count: Int? = rows != nil ? 1 : columns != nil ? nil : readColumns(&reader)
      let concat = ConcatSpecification(columns: count, spacing: Spacing.read(&reader))
      return .concat(concat, readViews(views, &reader, depth))
    }
    if let mark {
      return MarkDefinition.read(mark).take(into: &reader).map { .unit($0) }
    }
    if reader.diagnosticsSoFar.errorCount == 0 {
      reader.report(
        .keyMissing, "\(reader.subject) has neither 'mark' nor 'layer'", at: node.span,
        help: "add a line 'mark: …'")
    }
    return nil
  }

  private func readColumns(_ reader: inout PropertyReader) -> Int? {
    reader.number("columns").map { Int(max(1, min($0, 1_000))) }
  }

  private func readViews(
    _ node: Node, _ reader: inout PropertyReader, _ depth: Int
  ) -> [ViewSpecification] {
    guard let elements = node.elements else {
      reader.wrongType(node, "views", expected: "a list of views")
      return []
    }
    return elements.compactMap { read($0, depth: depth + 1).take(into: &reader) }
  }

  private func readLayers(
    _ node: Node, _ reader: inout PropertyReader, _ depth: Int, _ outer: Node?
  ) -> ViewSpecification.Content? {
    guard let elements = node.elements, !elements.isEmpty else {
      reader.wrongType(node, "layer", expected: "a list of layers")
      return nil
    }
    let layers = elements.compactMap { element in
      read(LayerEncoding.pushed(outer, into: element), depth: depth + 1).take(into: &reader)
    }
    for layer in layers {
      switch layer.content {
      case .unit, .layer: break
      case .facet, .concat:
        reader.report(
          .chartUnsupported, "a layer can only be a mark or layers", at: layer.span)
        return nil
      }
    }
    return layers.isEmpty ? nil : .layer(layers)
  }

  private func readFacet(
    _ node: Node, _ reader: inout PropertyReader, _ depth: Int
  ) -> ViewSpecification.Content? {
    var facet = FacetSpecification()
    facet.spacing = Spacing.read(&reader)
    facet.columns = readColumns(&reader)
    let isGrid = node["row"] != nil || node["column"] != nil
    if isGrid {
      var inner = PropertyReader(node, of: "a facet")
      for channel in [Channel.row, .column] {
        guard let entry = inner.entry(channel.rawValue), !entry.value.isNull else { continue }
        let definition = ChannelDefinition.read(channel, entry.value, at: entry.keySpan)
          .take(into: &inner)
        if channel == .row { facet.row = definition } else { facet.column = definition }
      }
      facet.spacing.row = facet.spacing.row ?? facet.row?.spacing
      facet.spacing.column = facet.spacing.column ?? facet.column?.spacing
      reader.report(inner.finish())
    } else {
      facet.wrapped = ChannelDefinition.read(.facet, node, at: node.span).take(into: &reader)
    }
    guard let spec = reader.node("spec") else {
      reader.report(.keyMissing, "a facet has no 'spec'", at: node.span)
      return nil
    }
    guard let view = read(spec, depth: depth + 1).take(into: &reader) else { return nil }
    guard facet.row != nil || facet.column != nil || facet.wrapped != nil else { return nil }
    return .facet(facet, view)
  }

  private func readTitle(_ node: Node, _ reader: inout PropertyReader) -> TitleSpecification? {
    if let text = node.text {
      return TitleSpecification(
        lines: [text], subtitle: [], properties: Properties(), span: node.span)
    }
    if let elements = node.elements {
      return TitleSpecification(
        lines: elements.compactMap(\.text), subtitle: [], properties: Properties(), span: node.span)
    }
    var inner = PropertyReader(node, of: "the title of a chart")
    let properties = inner.properties(TitleProperty.self)
    reader.report(inner.finish())
    let lines = properties[.text]?.lines ?? []
    guard !lines.isEmpty else { return nil }
    return TitleSpecification(
      lines: lines, subtitle: properties[.subtitle]?.lines ?? [], properties: properties,
      span: node["text"]?.span ?? node.span)
  }

  private func readExtent(_ reader: inout PropertyReader, _ key: String) -> Extent? {
    guard let node = reader.node(key) else { return nil }
    if node.text == "container" { return .container }
    guard node.entries != nil else {
      return reader.positiveNumber(key).map { .pixels(min(max($0, 1), 10_000)) }
    }
    var inner = PropertyReader(node, of: "the \(key) of a view")
    let step = inner.positiveNumber("step")
    let part = inner.text("for")
    reader.report(inner.finish())
    return step.map { .step(min($0, 1_000), isPosition: part?.value == "position") }
  }
}
