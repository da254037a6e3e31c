/// Where the items of a unit begin and end in their stacks, in the unit of their values.
struct StackedItems: Sendable {
  /// The channel that is stacked: `x`, `y`, `theta` or `radius`.
  let channel: Channel
  /// How they are stacked.
  let offset: StackOffset
  /// One for each item.
  let starts: [Double]
  /// One for each item.
  let ends: [Double]
}
