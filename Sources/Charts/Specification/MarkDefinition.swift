import Diagnostics
import Documents

/// What a view is drawn with: Vega-Lite's `mark`, composite ones made into layers before.
struct MarkDefinition: Sendable {
  /// The kind of mark.
  var kind: MarkKind
  /// The place of its name.
  var span: SourceSpan
  /// Its look and measures.
  var properties = Properties<MarkProperty>()
  /// What is said when an item is pointed at: nil says what the channels show, `content: data` all
  /// fields, and null nothing.
  var tooltip: Tooltip?
  /// The part of a composite mark that it is: `boxplot-box`.
  var part: String?

  /// What a tooltip holds.
  enum Tooltip: Sendable {
    case none
    case encoding
    case data
    case text(PropertyValue)
  }

  /// The expressions that are worked out for each item, in the order of their properties.
  var expressions: [Expression] {
    var found = MarkProperty.allCases.compactMap { properties.expression($0) }
    if case .text(.expression(let expression))? = tooltip { found.append(expression) }
    return found
  }

  /// The axis that it measures along, where the author says.
  var orientation: Orientation? { properties.text(.orient).flatMap(Orientation.init) }
}

extension MarkDefinition {
  /// Reads `mark: bar` or `mark: {type: bar, …}`.
  static func read(_ node: Node) -> Outcome<MarkDefinition?> {
    let node = node.markMapping
    var first = PropertyReader(node, of: "a mark")
    guard let kind = first.choice("type", of: MarkKind.self) else {
      if node["type"]?.isNull != false {
        first.report(.keyMissing, "a mark has no 'type'", at: node.span)
      }
      // Without its kind nothing can be said of the other properties.
      return Outcome(nil, first.diagnosticsSoFar)
    }
    var mark = MarkDefinition(kind: kind.value, span: kind.span)
    var reader = PropertyReader(node, of: "a mark '\(kind.value.rawValue)'")
    reader.acknowledge("type")
    mark.part = node["part"]?.text
    if mark.part != nil { reader.acknowledge("part") }
    mark.properties = reader.properties(MarkProperty.self)
    if mark.properties.boolean(.labels) == true, kind.value != .bar, kind.value != .estimate {
      reader.report(
        .chartUnsupported, "a mark '\(kind.value.rawValue)' writes no 'labels'",
        at: node.entries?.first { $0.key == MarkProperty.labels.rawValue }?.keySpan,
        help: "lay a mark 'text' over it, with 'layer'")
    }
    if let entry = reader.entry("tooltip") { mark.readTooltip(entry.value, &reader) }
    return Outcome(mark, reader.finish())
  }

  private mutating func readTooltip(_ node: Node, _ reader: inout PropertyReader) {
    if node.isNull || node.boolean == false {
      tooltip = Tooltip.none
    } else if node.boolean == true {
      tooltip = .encoding
    } else if let content = node["content"]?.text, node.entries?.count == 1 {
      tooltip = content == "data" ? .data : .encoding
    } else if let value = reader.value(node, of: "tooltip", .text) {
      tooltip = .text(value)
    }
  }
}

extension MarkProperty {
  /// Properties of composite marks and overlays, which no plain mark has.
  static let compositeOnly: [MarkProperty] = [
    .extent, .box, .median, .outliers, .rule, .ticks, .borders, .band, .point, .line,
  ]
}
