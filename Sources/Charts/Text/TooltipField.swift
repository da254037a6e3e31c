import Diagnostics
import Values

/// One line of what is said when an item is pointed at: which field, and how its values are said.
struct TooltipField: Sendable {
  private let channel: BoundChannel
  /// What stands before the value.
  private let lead: String
  /// Words that an author gave for all items.
  private let constant: String?
  private let format: LabelFormat?
  private let labeler: ValueLabeler
  private let words: ChartWords

  init(
    _ channel: BoundChannel, name: String?, constant: String? = nil, _ config: ChartConfig,
    _ words: ChartWords
  ) {
    self.channel = channel
    self.words = words
    self.constant = constant
    lead = name.map { "\($0): " } ?? ""
    let definition = channel.definition
    let given = definition.format ?? definition.axis?.format
    let isTime =
      definition.formatType == "time" || (definition.formatType == nil && channel.saysTimes)
    format = given.flatMap { LabelFormat.parse($0, isTime: isTime).value }
    labeler = ValueLabeler(
      channel, format: nil, formatType: nil, labelExpression: nil, config, words)
  }

  /// The lines of a unit: those that an author asks for, or what the channels show.
  static func fields(
    of unit: UnitModel, _ config: ChartConfig, _ words: ChartWords
  ) -> [TooltipField] {
    shown(unit).compactMap { channel in
      let constant = unit.tooltips == nil ? nil : channel.definition.value?.text
      guard constant != nil || channel.isField else { return nil }
      let name = FieldTitle.title(of: channel, config, words)?.joined(separator: " ")
      return TooltipField(channel, name: name, constant: constant, config, words)
    }
  }

  private static func shown(_ unit: UnitModel) -> [BoundChannel] {
    if let tooltips = unit.tooltips { return tooltips }
    let dimension = unit.dimensionChannel
    let value = unit.valueChannel
    let order: [Channel?] = [
      dimension, dimension.secondary, .theta, .color, .fill, .stroke, value, value.secondary,
      .xError, .yError, .size, .shape, .opacity, .text,
    ]
    return order.compactMap { $0 }.compactMap { unit[$0] } + unit.details
  }

  /// The line of an item.
  func line(_ item: Int) -> String {
    if let constant { return constant }
    let value = channel.value(item)
    if channel.definition.bin != nil, let ends = channel.ends, item < ends.count {
      return "\(lead)\(statement(value)) – \(statement(ends[item]))"
    }
    return lead + statement(value)
  }

  /// A value as a statement.
  func statement(_ value: Datum) -> String {
    switch format {
    case .number(let format)?:
      if let number = value.measure { return format.text(number, in: words.language) }
    case .time(let format)?:
      if let moment = TemporalReading.datum(value).measure {
        return format.text(moment, in: words.language)
      }
    case nil: break
    }
    switch value {
    case .text(let text) where channel.definition.timeUnit == nil: return text
    case .estimate(let estimate): return estimate.words(in: words.language)
    case .date(let date): return date.words(in: words.language)
    case .number(let number) where channel.type == .quantitative:
      return NumberText.text(number, .automatic, words)
    default: return labeler.text(value)
    }
  }
}
