import Datasets
import Diagnostics

/// One kind of mark, with the data of one layer.
///
/// Know one, know all: `validate` says what a layer lacks for it, `measure` works out where its
/// items are, `draw` draws them.
protocol Mark: Sendable {
  /// What is wrong with a layer that is to be drawn so; nothing where all is well.
  static func validate(_ layer: BoundLayer) -> [Diagnostic]
  /// The room that labels of the layer need beyond the plot's edges.
  static func room(for layer: BoundLayer, _ words: ChartWords, isNarrow: Bool) -> Insets
  /// Works out where the items of `layer` are.
  static func measure(_ layer: BoundLayer, _ plot: Plot) -> Self

  /// The boxes that labels keep clear of.
  var obstacles: [Box] { get }
  /// Draws the items, and such labels as there is room for.
  func draw(on canvas: inout Canvas, _ plot: Plot, labels: inout LabelPlacer)
}

extension Mark {
  static func room(for layer: BoundLayer, _ words: ChartWords, isNarrow: Bool) -> Insets {
    Insets()
  }
}

extension MarkKind {
  /// What draws marks of the kind.
  var implementation: any Mark.Type {
    switch self {
    case .bar: BarMark.self
    case .line: LineMark.self
    case .area: AreaMark.self
    case .point, .circle, .square: PointMark.self
    case .rule: RuleMark.self
    case .text: TextMark.self
    case .estimate: EstimateMark.self
    }
  }

  /// The class of the group that holds marks of the kind.
  var groupStyle: String {
    switch self {
    case .circle, .square: "mark-point"
    default: "mark-\(rawValue)"
    }
  }
}

/// Faults that several marks look for.
enum MarkFault {
  /// The mark needs a channel that is not there.
  static func missing(_ channel: Channel, _ layer: BoundLayer) -> Diagnostic {
    Diagnostic(
      .keyMissing, "a mark '\(layer.mark.kind.rawValue)' needs the channel '\(channel.rawValue)'",
      at: layer.span, help: "add it to 'encoding'")
  }

  /// The mark needs channels of position, and those named are not there.
  static func missing(positions: [Channel], _ layer: BoundLayer) -> [Diagnostic] {
    guard positions.count > 1 else { return positions.map { missing($0, layer) } }
    let names = positions.map { "'\($0.rawValue)'" }.joined(separator: " and ")
    return [
      Diagnostic(
        .keyMissing, "a mark '\(layer.mark.kind.rawValue)' needs the channels \(names)",
        at: layer.span, help: "add them to 'encoding'")
    ]
  }

  /// Estimates stand where a plain number is needed.
  static func estimates(_ layer: BoundLayer) -> [Diagnostic] {
    [Channel.x, .y, .x2, .y2, .size].compactMap { layer[$0] }.filter {
      $0.field?.kind == .estimate && $0.path?.part == nil && $0.aggregate == nil
        && $0.type == .quantitative
    }.map { channel in
      let name = channel.field?.name ?? ""
      return Diagnostic(
        .chartUnsupported,
        "a mark '\(layer.mark.kind.rawValue)' draws one number, and '\(name)' holds estimates",
        at: channel.definition.field?.span ?? channel.definition.span,
        help: "use 'mark: estimate', or a part such as '\(name).low'")
    }
  }

  /// A second end stands where there is no first.
  static func strayEnds(_ layer: BoundLayer) -> [Diagnostic] {
    [(Channel.x2, Channel.x), (.y2, .y)].compactMap { second, first in
      guard layer[second] != nil, layer[first] == nil else { return nil }
      return missing(first, layer)
    }
  }
}
