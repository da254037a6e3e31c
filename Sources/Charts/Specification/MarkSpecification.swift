import Diagnostics
import Documents

/// The kinds of marks.
enum MarkKind: String, Hashable, Sendable, CaseIterable {
  case bar, line, area, point, circle, square, rule, text, estimate
}

/// Along which axis a mark measures.
enum Orientation: String, Hashable, Sendable, CaseIterable {
  /// Values are measured along x.
  case horizontal
  /// Values are measured along y.
  case vertical
}

/// What a layer is drawn with: Vega-Lite's `mark`.
struct MarkSpecification: Sendable {
  /// How the points of a line are joined.
  enum Interpolation: String, Hashable, Sendable, CaseIterable {
    case linear
    case monotone
    case step
    case stepBefore = "step-before"
    case stepAfter = "step-after"
  }

  /// Where text stands about its place.
  enum Align: String, Hashable, Sendable, CaseIterable {
    case left, center, right
  }

  /// The kind of mark.
  var kind: MarkKind
  /// The place of its name.
  var span: SourceSpan
  /// The axis it measures along; nil where that is inferred.
  var orientation: Orientation?
  /// Whether a line bears points; nil leaves it to the house.
  var showsPoints: Bool?
  /// How a line's points are joined.
  var interpolation: Interpolation = .linear
  /// Whether points are filled; nil leaves it to the kind.
  var isFilled: Bool?
  /// The area of a point, in px².
  var size: Double?
  /// How far text is moved to the right, in px.
  var dx: Double = 0
  /// How far text is moved down, in px.
  var dy: Double = 0
  /// Where text stands about its place.
  var align: Align = .center
  /// Whether values are written beside the marks; nil writes them where they are few.
  var showsLabels: Bool?
}

extension MarkSpecification {
  /// Reads `mark: bar` or `mark: {type: bar, …}`.
  static func read(_ node: Node) -> Outcome<MarkSpecification?> {
    guard node.entries != nil else {
      // One way of reading for both forms: a plain name is a mapping with `type` alone.
      let entry = Node.Entry(key: "type", keySpan: node.span, value: node)
      return read(Node(.mapping([entry]), at: node.span))
    }
    var reader = PropertyReader(node, of: "a mark")
    guard let kind = reader.choice("type", of: MarkKind.self) else {
      if node["type"] == nil {
        reader.report(.keyMissing, "a mark has no 'type'", at: node.span)
      }
      // Without its kind nothing can be said of the other properties.
      return Outcome(nil, reader.diagnosticsSoFar)
    }
    var mark = MarkSpecification(kind: kind.value, span: kind.span)
    var properties = PropertyReader(node, of: "a mark '\(kind.value.rawValue)'")
    properties.acknowledge("type")
    mark.readProperties(&properties)
    return Outcome(mark, properties.finish())
  }

  private mutating func readProperties(_ reader: inout PropertyReader) {
    showsLabels = reader.boolean("labels")
    switch kind {
    case .bar, .estimate: orientation = reader.choice("orient", of: Orientation.self)?.value
    case .line, .area:
      orientation = reader.choice("orient", of: Orientation.self)?.value
      interpolation =
        reader.choice("interpolate", of: Interpolation.self)?.value ?? .linear
      showsPoints = reader.boolean("point")
    case .point, .circle, .square:
      size = reader.positiveNumber("size")
      isFilled = reader.boolean("filled")
    case .rule: break
    case .text:
      dx = reader.number("dx") ?? 0
      dy = reader.number("dy") ?? 0
      align = reader.choice("align", of: Align.self)?.value ?? .center
    }
  }
}
