import Values

/// One kind of mark over the items of one unit.
///
/// Know one, know all: `measure` works out where its items are, `draw` draws them.
protocol Mark: Sendable {
  /// Works out where the items of `frame` are.
  static func measure(_ frame: UnitFrame) -> Self

  /// The boxes that labels keep clear of.
  var obstacles: [Box] { get }
  /// Draws the items, and such labels as there is room for.
  func draw(on canvas: inout Canvas, labels: inout LabelPlacer)
}

extension Mark {
  var obstacles: [Box] { [] }
}

extension MarkKind {
  /// What draws marks of the kind; composite ones were made into others.
  var implementation: any Mark.Type {
    switch self {
    case .bar, .rect: BarMark.self
    case .tick: TickMark.self
    case .line: LineMark.self
    case .area: AreaMark.self
    case .trail: TrailMark.self
    case .point, .circle, .square: PointMark.self
    case .rule: RuleMark.self
    case .text: TextMark.self
    case .arc: ArcMark.self
    case .estimate: EstimateMark.self
    case .boxplot, .errorbar, .errorband: RuleMark.self
    }
  }
}

extension UnitFrame {
  /// The items, in their order.
  var items: Range<Int> { 0..<unit.count }
}
