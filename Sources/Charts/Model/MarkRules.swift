import Datasets
import Diagnostics
import Values

/// What a mark needs of its channels, and what has no meaning for it.
enum MarkRules {
  /// What is wrong with a unit; nothing where all is well.
  static func faults(_ unit: UnitModel) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    for (second, first) in [
      (Channel.x2, Channel.x), (.y2, .y), (.theta2, .theta), (.radius2, .radius),
    ] {
      guard unit[second]?.definition.showsData == true, unit[first] == nil,
        !(unit.mark.kind == .rule || unit.mark.kind == .rect || unit.mark.kind == .bar
          || unit.mark.kind == .area)
      else { continue }
      faults.append(missing(first, unit))
    }
    switch unit.mark.kind {
    case .line, .area, .trail, .bar, .point, .circle, .square, .rule, .tick:
      let channels: [Channel] = [.x, .y, .x2, .y2, .theta, .radius]
      guard channels.allSatisfy({ unit[$0] == nil }), unit.mark.properties[.x] == nil,
        unit.mark.properties[.y] == nil
      else { break }
      faults.append(
        Diagnostic(
          .keyMissing,
          "a mark '\(unit.mark.kind.rawValue)' needs the channels 'x' and 'y'", at: unit.span,
          help: "add them to 'encoding'"))
    case .text:
      if unit[.text] == nil, unit.mark.properties[.text] == nil {
        faults.append(missing(.text, unit))
      }
    case .estimate: faults += estimateFaults(unit)
    default: break
    }
    return faults + wholeEstimates(unit)
  }

  private static func missing(_ channel: Channel, _ unit: UnitModel) -> Diagnostic {
    Diagnostic(
      .keyMissing, "a mark '\(unit.mark.kind.rawValue)' needs the channel '\(channel.rawValue)'",
      at: unit.span, help: "add it to 'encoding'")
  }

  private static func estimateFaults(_ unit: UnitModel) -> [Diagnostic] {
    guard let channel = unit[unit.valueChannel] else {
      let names =
        unit[unit.dimensionChannel] == nil
        ? "channels 'x' and 'y'" : "channel '\(unit.valueChannel.rawValue)'"
      return [
        Diagnostic(
          .keyMissing, "a mark 'estimate' needs the \(names)", at: unit.span,
          help: "add \(unit[unit.dimensionChannel] == nil ? "them" : "it") to 'encoding'")
      ]
    }
    guard channel.type != .quantitative else { return [] }
    return [
      Diagnostic(
        .chartUnsupported, "a mark 'estimate' needs amounts or estimates on one axis",
        at: channel.span)
    ]
  }

  /// Estimates stand where a plain number is needed.
  private static func wholeEstimates(_ unit: UnitModel) -> [Diagnostic] {
    guard unit.mark.kind != .estimate, unit.mark.kind != .text else { return [] }
    let channels: [Channel] = [.x, .y, .x2, .y2, .size, .theta]
    return channels.compactMap { unit[$0] }.filter { channel in
      channel.type == .quantitative && channel.aggregate == nil
        && channel.values.contains { value in
          guard case .estimate(let estimate) = value else { return false }
          return !estimate.isSingleFigure
        }
    }.map { channel in
      let name = channel.definition.field?.value ?? ""
      return Diagnostic(
        .chartUnsupported,
        "a mark '\(unit.mark.kind.rawValue)' draws one number, and '\(name)' holds estimates",
        at: channel.span, help: "use 'mark: estimate', or a part such as '\(name).low'")
    }
  }
}
