import Bytes
import Datasets
import Values

/// Saying values: on axes, in legends, beside marks and in tooltips.
enum ValueText {
  /// A value as a name: on a discrete axis, in a legend.
  static func name(_ value: Value, _ words: ChartWords) -> String {
    switch value {
    case .text(let text): return text
    // Thousands stay together, for a number that is a name is often a year.
    case .number(let number): return NumberText.text(number, .name, words)
    case .boolean(let truth): return truth ? "true" : "false"
    case .date(let date): return date.shortWords(in: words.language)
    case .estimate(let estimate): return estimate.digits(in: words.language)
    case .missing: return "–"
    }
  }

  /// A value as a statement: beside a mark, in a tooltip.
  static func statement(
    _ value: Value, _ type: FieldType, _ format: NumberStyle?, _ words: ChartWords
  ) -> String {
    switch value {
    case .number(let number) where type == .quantitative:
      return NumberText.text(number, format ?? .automatic, words)
    case .estimate(let estimate): return estimate.words(in: words.language)
    case .date(let date): return date.words(in: words.language)
    default: return name(value, words)
    }
  }

  /// What is said when an item is pointed at: a line for each field.
  static func tooltip(_ layer: BoundLayer, item: Int, _ words: ChartWords) -> String {
    let shown: [BoundChannel]
    if let tooltips = layer.tooltips {
      shown = tooltips
    } else {
      let order: [Channel] = [
        layer.dimensionChannel, layer.secondDimensionChannel, .color, layer.valueChannel,
        layer.secondValueChannel, .size, .text,
      ]
      shown = order.compactMap { layer[$0] } + layer.details
    }
    var lines: [String] = []
    for channel in shown {
      let text = statement(
        channel.values[item], channel.type,
        channel.definition.format ?? channel.definition.axis.format, words)
      let line = channel.name(in: words).map { "\($0): \(text)" } ?? text
      if channel.field != nil || channel.aggregate != nil || layer.tooltips != nil,
        !lines.contains(line)
      {
        lines.append(line)
      }
    }
    return lines.joined(separator: "\n")
  }
}
