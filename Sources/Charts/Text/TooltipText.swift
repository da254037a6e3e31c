import Diagnostics
import Values

/// What is said when an item is pointed at: a line for each field.
struct TooltipText {
  let frame: UnitFrame
  let looks: ItemLooks

  /// What is said of one item; empty for nothing.
  func text(_ item: Int) -> String {
    switch frame.unit.mark.tooltip {
    case MarkDefinition.Tooltip.none?: return ""
    case .text(let value)?:
      if case .expression(let expression) = value {
        return expression.evaluate(
          row: item, of: frame.unit.table, parameters: frame.config.parameters
        ).text
      }
      return value.text ?? ""
    case .data?:
      return frame.unit.table.names.enumerated().map { index, name in
        "\(name): \(frame.unit.table.columns[index][item].text)"
      }.joined(separator: "\n")
    case .encoding?, nil: break
    }
    return lines(item).joined(separator: "\n")
  }

  private func lines(_ item: Int) -> [String] {
    var lines: [String] = []
    lines.reserveCapacity(frame.tooltip.count)
    for field in frame.tooltip {
      let line = field.line(item)
      if !lines.contains(line) { lines.append(line) }
    }
    return lines
  }

  /// What is said of a whole line or area: what it is, and what it runs through.
  func series(_ items: [Int]) -> String {
    let unit = frame.unit
    if let tooltips = unit.tooltips, tooltips.isEmpty { return "" }
    let names: [Channel] = [.color, .stroke, .fill, .strokeDash, .opacity, .size]
    let parts = names.compactMap { unit[$0] }.filter { $0.isField && $0.aggregate == nil }
    var lines: [String] = []
    if let first = items.first {
      for channel in parts + unit.details {
        let text = TooltipText.statement(channel.value(first), channel, frame)
        if !lines.contains(text) { lines.append(text) }
      }
    }
    guard let channel = unit[unit.valueChannel], channel.isField else {
      return lines.joined(separator: "\n")
    }
    let numbers = items.compactMap { channel.value($0).measure }
    if let low = numbers.min(), let high = numbers.max() {
      let name = FieldTitle.title(of: channel, frame.config, frame.words)?.joined(separator: " ")
      let ends = [low, high].map {
        TooltipText.statement(channel.type == .temporal ? .time($0) : .number($0), channel, frame)
      }
      let range = frame.words.values(numbers.count, from: ends[0], to: ends[1])
      lines.append(name.map { "\($0): \(range)" } ?? range)
    }
    return lines.joined(separator: "\n")
  }

  /// A value as a statement: beside a mark, in a tooltip.
  static func statement(
    _ value: Datum, _ channel: BoundChannel, _ frame: UnitFrame
  ) -> String {
    statement(value, channel, frame.config, frame.words)
  }

  /// A value as a statement, where there is no plot.
  static func statement(
    _ value: Datum, _ channel: BoundChannel, _ config: ChartConfig, _ words: ChartWords
  ) -> String {
    TooltipField(channel, name: nil, config, words).statement(value)
  }
}
