/// The axis along which a mark measures, as Vega-Lite's `compile/mark/init` infers it.
enum UnitOrientation {
  static func infer(_ mark: MarkDefinition, _ channels: [Channel: BoundChannel]) -> Orientation {
    let given = mark.orientation
    let x = channels[.x]
    let y = channels[.y]
    let x2 = channels[.x2] != nil
    let y2 = channels[.y2] != nil
    switch mark.kind {
    case .point, .circle, .square, .text, .arc: return given ?? .vertical
    case .bar:
      if let x, x.isField,
        x.definition.isBinned || (y?.isField == true && y?.aggregate != nil && x.aggregate == nil)
      {
        return .vertical
      }
      if let y, y.isField,
        y.definition.isBinned || (x?.isField == true && x?.aggregate != nil && y.aggregate == nil)
      {
        return .horizontal
      }
      if x2 || y2, let given { return given }
    case .estimate:
      if let given { return given }
      if let side = estimateSide(x, y) { return side }
    default: break
    }
    if mark.kind == .bar || mark.kind == .rule || mark.kind == .area {
      if mark.kind != .area, x2, x?.definition.isBinned != true, y2, y?.definition.isBinned != true
      {
        return given ?? .vertical
      }
      if y2 { return y?.definition.isBinned == true ? .horizontal : .vertical }
      if x2 { return x?.definition.isBinned == true ? .vertical : .horizontal }
      if mark.kind == .rule {
        if x != nil, y == nil { return .vertical }
        if y != nil, x == nil { return .horizontal }
      }
    }
    if let given { return given }
    let measured = measuredSide(x, y)
    // A tick stands across what it measures.
    return mark.kind == .tick ? (measured == .vertical ? .horizontal : .vertical) : measured
  }

  private static func measuredSide(_ x: BoundChannel?, _ y: BoundChannel?) -> Orientation {
    switch (x?.isContinuous == true, y?.isContinuous == true) {
    case (true, false): return .horizontal
    case (false, true): return .vertical
    case (false, false): return .vertical
    case (true, true):
      if x?.type == .temporal, y?.type != .temporal { return .vertical }
      if x?.type != .temporal, y?.type == .temporal { return .horizontal }
      return x?.aggregate != nil && y?.aggregate == nil ? .horizontal : .vertical
    }
  }

  /// The side that holds estimates, which is the one that is measured.
  private static func estimateSide(_ x: BoundChannel?, _ y: BoundChannel?) -> Orientation? {
    func holdsEstimates(_ channel: BoundChannel?) -> Bool {
      channel?.values.contains { if case .estimate = $0 { true } else { false } } ?? false
    }
    if holdsEstimates(y) { return .vertical }
    return holdsEstimates(x) ? .horizontal : nil
  }
}
