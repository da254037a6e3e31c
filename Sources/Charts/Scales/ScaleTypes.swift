/// The kind of scale that a channel has where the author does not say, as Vega-Lite's
/// `compile/scale/type` infers it.
enum ScaleTypes {
  static func type(of channel: BoundChannel, mark: MarkDefinition) -> ScaleType {
    let name = channel.channel.primary
    if let given = channel.definition.scale.type?.value {
      return given == .sequential ? .linear : given
    }
    switch channel.type {
    case .nominal, .ordinal:
      if name.isColor { return .ordinal }
      if name.isPosition || name.isOffset {
        let banded: Set<MarkKind> = [.bar, .rect, .rule, .tick, .estimate]
        if banded.contains(mark.kind) { return .band }
        return .point
      }
      if mark.kind == .arc, name.isPolar { return .band }
      if name == .shape || name == .strokeDash { return .ordinal }
      return .point
    case .temporal:
      if name.isColor { return .linear }
      if name == .shape || name == .strokeDash { return .ordinal }
      return .time
    case .quantitative:
      if name.isColor { return channel.definition.bin != nil ? .binOrdinal : .linear }
      if name == .shape || name == .strokeDash { return .ordinal }
      return .linear
    }
  }

  /// Whether two layers may share a scale of these kinds, and which of them it then is.
  static func merged(_ first: ScaleType, _ second: ScaleType) -> ScaleType? {
    if first == second { return first }
    let discrete: [ScaleType] = [.ordinal, .point, .band]
    if let one = discrete.firstIndex(of: first), let other = discrete.firstIndex(of: second) {
      return discrete[max(one, other)]
    }
    if first.isTime, second.isTime { return .utc }
    if first.isTime || second.isTime { return nil }
    let numeric: Set<ScaleType> = [.linear, .log, .pow, .sqrt, .symlog]
    if numeric.contains(first), numeric.contains(second) {
      return first == .linear ? second : first
    }
    return nil
  }
}

extension Channel {
  /// Whether a scale of a kind gives what the channel needs: places, or looks (Vega-Lite,
  /// `channelSupportScaleType`).
  func takes(_ type: ScaleType) -> Bool {
    switch self {
    case .x, .y, .xOffset, .yOffset, .theta, .radius:
      type.isContinuous || type == .band || type == .point
    case .color, .fill, .stroke: type != .band && type != .point
    case .shape, .strokeDash: type.isDiscretizing || type == .ordinal
    default: true
    }
  }
}
