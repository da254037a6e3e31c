/// What a channel is called where the author gave no title: the field, and what was done to it
/// (Vega-Lite, `fieldTitle`).
enum FieldTitle {
  /// The title, line by line; nil where there is to be none.
  static func title(
    of channel: BoundChannel, _ config: ChartConfig, _ words: ChartWords
  ) -> [String]? {
    switch channel.definition.title {
    case .none: return nil
    case .text(let lines): return lines
    case .automatic: break
    }
    let definition = channel.definition
    if definition.aggregate?.value == .count { return [config.countTitle ?? words.count] }
    guard let field = definition.field?.value else { return nil }
    return [name(channel, field, config, words)]
  }

  private static func name(
    _ channel: BoundChannel, _ field: String, _ config: ChartConfig, _ words: ChartWords
  ) -> String {
    let label = label(channel, field, words)
    let definition = channel.definition
    guard config.fieldTitle != "plain" else { return label }
    if config.fieldTitle == "functional" { return functional(definition, label) }
    if definition.bin != nil { return words.binned(label) }
    if let unit = definition.timeUnit, !unit.isBinned {
      return "\(label) (\(unit.partNames.joined(separator: "-")))"
    }
    if let aggregate = definition.aggregate?.value {
      if let by = definition.aggregateBy?.value {
        return aggregate == .argmax ? "\(label) for max \(by)" : "\(label) for min \(by)"
      }
      return words.aggregate(aggregate, of: label)
    }
    return label
  }

  private static func functional(_ definition: ChannelDefinition, _ label: String) -> String {
    let function =
      definition.aggregate?.value.rawValue ?? definition.timeUnit?.name
      ?? (definition.bin != nil ? "bin" : nil)
    return function.map { "\($0.uppercased())(\(label))" } ?? label
  }

  /// The field's name for readers, with the part of it that is shown.
  private static func label(
    _ channel: BoundChannel, _ field: String, _ words: ChartWords
  ) -> String {
    if let label = channel.label { return label }
    // Escapes are rare, and looking for them letter by letter is not cheap.
    guard field.utf8.contains(UInt8(ascii: "\\")) else { return field }
    return field.replacing("\\.", with: ".")
  }
}
