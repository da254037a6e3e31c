import Diagnostics
import Documents

/// One channel's part of an encoding: which field or value decides it, and how.
struct ChannelDefinition: Sendable {
  /// How bars and areas of one place are put upon one another.
  enum Stacking: String, Hashable, Sendable, CaseIterable {
    /// One upon the other, from zero.
    case zero
    /// As parts of their whole.
    case normalize
    /// Not at all: `stack: null`, `stack: false`.
    case none
  }

  /// The channel.
  let channel: Channel
  /// The place of the channel's name.
  let span: SourceSpan
  /// The field's name.
  var field: Spanned<String>?
  /// How the field's values are made one.
  var aggregate: Spanned<AggregateOperation>?
  /// A value of the data's kind, for all items.
  var datum: Node?
  /// A value of the picture's kind, for all items.
  var value: Node?
  /// How the values are to be understood; nil where that is inferred.
  var type: Spanned<FieldType>?
  /// What it is called on axes, legends and in tooltips.
  var title = TitleSetting.automatic
  /// The axis.
  var axis = AxisSpecification()
  /// The legend.
  var legend = LegendSpecification()
  /// The scale.
  var scale = ScaleSpecification()
  /// The order; nil where none is given.
  var sort: SortSpecification?
  /// How it is stacked; nil where that is inferred.
  var stack: Stacking?
  /// How numbers of texts and tooltips are written.
  var format: NumberStyle?
}

extension ChannelDefinition {
  /// Reads one channel's definition.
  static func read(
    _ channel: Channel, _ node: Node, at span: SourceSpan
  ) -> Outcome<ChannelDefinition?> {
    var definition = ChannelDefinition(channel: channel, span: span)
    var reader = PropertyReader(node, of: "the channel '\(channel.rawValue)'")
    definition.readSource(&reader)
    definition.title = TitleSetting.read(&reader)
    switch channel {
    case .x, .y:
      if let entry = reader.entry("axis") {
        definition.axis = AxisSpecification.read(entry.value, of: channel).take(into: &reader)
      }
      definition.readStack(&reader)
    case .color, .size:
      if let entry = reader.entry("legend") {
        definition.legend = LegendSpecification.read(entry.value, of: channel).take(into: &reader)
      }
    case .text, .tooltip: definition.format = NumberStyle.read(&reader)
    case .x2, .y2, .xOffset, .yOffset, .detail: break
    }
    if ![.x2, .y2, .text, .tooltip, .detail].contains(channel) {
      if let entry = reader.entry("scale") {
        definition.scale = ScaleSpecification.read(entry.value, of: channel).take(into: &reader)
      }
      if let entry = reader.entry("sort") {
        definition.sort = SortSpecification.read(entry.value, of: channel).take(into: &reader)
      }
    }
    let isEmpty =
      definition.field == nil && definition.aggregate == nil && definition.datum == nil
      && definition.value == nil
    if isEmpty, node.entries != nil {
      reader.report(
        .keyMissing, "the channel '\(channel.rawValue)' has no field", at: span,
        help: "write {field: NAME}")
    }
    return Outcome(isEmpty ? nil : definition, reader.finish())
  }

  private mutating func readSource(_ reader: inout PropertyReader) {
    field = reader.text("field")
    type = reader.choice("type", of: FieldType.self)
    aggregate = reader.choice("aggregate", of: AggregateOperation.self)
    if [.x, .y, .x2, .y2, .color, .text].contains(channel) { datum = reader.node("datum") }
    if [.color, .size, .text, .tooltip].contains(channel) { value = reader.node("value") }
    if let aggregate, field == nil, aggregate.value != .count {
      reader.report(
        .keyMissing, "'\(aggregate.value.rawValue)' of \(reader.subject) has no field",
        at: aggregate.span)
    }
    guard channel == .color, let given = value else { return }
    // A colour of the house is a number; any other colour would not follow the theme.
    if given.integer.map((1...6).contains) != true {
      reader.report(
        .chartUnsupported, "a colour is given by its number in the theme, 1 to 6", at: given.span)
      value = nil
    }
  }

  private mutating func readStack(_ reader: inout PropertyReader) {
    guard let entry = reader.entry("stack") else { return }
    if entry.value.isNull || entry.value.boolean == false {
      stack = Stacking.none
    } else if entry.value.boolean == true {
      stack = .zero
    } else {
      stack = reader.choice("stack", of: Stacking.self)?.value
    }
  }
}

extension Outcome {
  /// Takes the value and hands the diagnostics to `reader`.
  func take(into reader: inout PropertyReader) -> Value {
    reader.report(diagnostics)
    return value
  }
}
