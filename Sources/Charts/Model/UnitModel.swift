import Datasets
import Diagnostics

/// A mark with its data: items, each with a value for each channel.
struct UnitModel: Sendable {
  /// What it is drawn with.
  var mark: MarkDefinition
  /// The axis along which it measures.
  var orientation: Orientation
  /// The items after all transforms, aggregates and stacks.
  var table: ChartTable
  /// The rows before they were aggregated, for orders that look at those.
  var source: ChartTable
  /// The names in ``source`` of the columns behind the channels.
  var sourceColumns: [Channel: String]
  /// The channels that hold one field.
  var channels: [Channel: BoundChannel]
  /// What is said when an item is pointed at; nil says what the other channels show.
  var tooltips: [BoundChannel]?
  /// What parts lines and stacks beyond their look.
  var details: [BoundChannel]
  /// What decides the order of a line's points and of a stack's parts.
  var orders: [BoundChannel]
  /// Where each item begins and ends when put upon others; nil where nothing is stacked.
  var stack: StackedItems?
  /// The channels whose scales are found by the unit's number.
  var id = 0

  /// How many items there are.
  var count: Int { table.rowCount }

  subscript(channel: Channel) -> BoundChannel? { channels[channel] }

  /// The channel along which values are measured.
  var valueChannel: Channel { orientation.valueChannel }
  /// The channel that says what is measured.
  var dimensionChannel: Channel { orientation.dimensionChannel }
  /// The place of the mark's name, for what is wrong with the unit as a whole.
  var span: SourceSpan { mark.span }
}

extension UnitModel {
  /// The unit without items that a continuous scale has no place for: null and what is no number,
  /// as Vega-Lite's `filter` of invalid values does.
  func withoutInvalid() -> UnitModel {
    guard mark.properties.text(.invalid) != "show" else { return self }
    let checked = channels.values.filter { bound in
      guard bound.definition.showsData, bound.channel.primary.hasScale else { return false }
      guard bound.aggregate != .count else { return false }
      guard bound.type == .quantitative || bound.type == .temporal else { return false }
      let type = bound.definition.scale.type?.value
      return type.map { !$0.isDiscrete } ?? true
    }
    guard !checked.isEmpty else { return self }
    let kept = (0..<count).filter { item in
      checked.allSatisfy { $0.value(item).measure != nil }
    }
    return kept.count == count ? self : selecting(kept)
  }

  /// The unit with some of its items.
  private func selecting(_ items: [Int]) -> UnitModel {
    func selected(_ channel: BoundChannel) -> BoundChannel {
      var result = channel
      if channel.values.count == count, count != 1 {
        result.values = items.map { channel.values[$0] }
      }
      result.ends = channel.ends.map { ends in items.map { ends[$0] } }
      result.conditions = channel.conditions.map { condition in
        BoundCondition(
          mask: items.map { condition.mask[$0] }, channel: selected(condition.channel))
      }
      return result
    }
    var result = self
    result.table = table.rows(at: items)
    result.channels = channels.mapValues(selected)
    result.tooltips = tooltips?.map(selected)
    result.details = details.map(selected)
    result.orders = orders.map(selected)
    result.stack = stack.map { stack in
      StackedItems(
        channel: stack.channel, offset: stack.offset, starts: items.map { stack.starts[$0] },
        ends: items.map { stack.ends[$0] })
    }
    return result
  }
}
