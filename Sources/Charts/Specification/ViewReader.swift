import Diagnostics
import Documents

/// Reads a view and those within it; what an outer view says holds for the inner ones.
struct ViewReader {
  /// What a view takes over from the one around it.
  struct Context {
    var data: DataReference?
    var encoding = Encoding()
    var transforms: [TransformSpecification] = []
    /// Layers within layers.
    var depth = 0
  }

  /// The layers found so far, from the back to the front.
  private(set) var layers: [LayerSpecification] = []

  /// Reads the keys of a view: data, transform, encoding, and mark or layer.
  mutating func read(_ reader: inout PropertyReader, within outer: Context, at span: SourceSpan) {
    var context = outer
    if let node = reader.node("data") {
      context.data = DataReference.read(node).take(into: &reader) ?? .unreadable
    }
    if let node = reader.node("transform") {
      context.transforms += TransformSpecification.read(node.elements ?? [node])
        .take(into: &reader)
    }
    if let node = reader.node("encoding") {
      context.encoding = Encoding.read(node, over: context.encoding).take(into: &reader)
    }
    let mark = reader.node("mark")
    let layer = reader.node("layer")
    if let layer {
      readLayers(layer, within: context, &reader)
      if let mark {
        reader.report(
          .chartUnsupported, "\(reader.subject) has both 'mark' and 'layer'", at: mark.span,
          help: "put the mark into a layer of its own")
      }
    } else if let mark {
      guard let specification = MarkSpecification.read(mark).take(into: &reader) else { return }
      layers.append(
        LayerSpecification(
          mark: specification, encoding: context.encoding, data: context.data,
          transforms: context.transforms))
    } else {
      reader.report(
        .keyMissing, "\(reader.subject) has neither 'mark' nor 'layer'", at: span,
        help: "add a line 'mark: …'")
    }
  }

  private mutating func readLayers(
    _ node: Node, within context: Context, _ reader: inout PropertyReader
  ) {
    guard let elements = node.elements, !elements.isEmpty else {
      return reader.wrongType(node, "layer", expected: "a list of layers")
    }
    guard context.depth < 8 else {
      return reader.report(
        .chartUnsupported, "layers within layers go deeper than 8", at: node.span)
    }
    var inner = context
    inner.depth += 1
    for element in elements {
      var layer = PropertyReader(element, of: "a layer")
      read(&layer, within: inner, at: element.span)
      reader.report(layer.finish())
    }
  }
}
