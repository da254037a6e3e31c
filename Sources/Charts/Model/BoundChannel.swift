import Diagnostics

/// A channel whose field was found and whose values were read: one for each item of its unit.
struct BoundChannel: Sendable {
  /// What the author wrote.
  var definition: ChannelDefinition {
    get { box.definition }
    set { box = Box(newValue) }
  }
  /// Where that is kept: it is large, and every user of a scale has a copy of its channels.
  private var box: Box
  /// How the values are to be understood.
  var type: FieldType
  /// The name for readers of the field, where it has one.
  var label: String?
  /// One for each item; a single one where a datum decides all.
  var values: [Datum]
  /// Where each item's bin or unit of time ends.
  var ends: [Datum]?
  /// The bins that its values were put into.
  var bins: BinRange?
  /// The values before they were aggregated, for `domain: unaggregated`.
  var source: [Datum]?
  /// The definitions that hold for some items, each with which.
  var conditions: [BoundCondition] = []

  private final class Box: Sendable {
    let definition: ChannelDefinition

    init(_ definition: ChannelDefinition) { self.definition = definition }
  }

  init(
    definition: ChannelDefinition, type: FieldType, label: String?, values: [Datum],
    ends: [Datum]?, bins: BinRange?
  ) {
    box = Box(definition)
    self.type = type
    self.label = label
    self.values = values
    self.ends = ends
    self.bins = bins
  }

  /// The channel.
  var channel: Channel { definition.channel }
  /// The operation, where the field is aggregated.
  var aggregate: AggregateOperation? { definition.aggregate?.value }
  /// Whether a field or a count decides it, rather than a constant.
  var isField: Bool { definition.isField }
  /// Whether its values are places along a line, neither binned nor names.
  var isContinuous: Bool {
    type == .temporal || (type == .quantitative && definition.bin == nil)
  }
  /// Whether its values are amounts that may be stacked.
  var isUnbinnedQuantitative: Bool { type == .quantitative && definition.bin == nil }

  /// Whether its values are to fall.
  var descends: Bool {
    if case .order(.descending)? = definition.sort { return true }
    return false
  }

  /// The place to point at for what is wrong with it.
  var span: SourceSpan { definition.field?.span ?? definition.span }

  /// The value of an item.
  func value(_ item: Int) -> Datum {
    values.count == 1 ? values[0] : item < values.count ? values[item] : .null
  }
}

/// One of the conditions of a channel.
struct BoundCondition: Sendable {
  /// For which items it holds.
  let mask: [Bool]
  /// What decides those.
  let channel: BoundChannel
}
