import Datasets
import Diagnostics

/// A layer whose data was found: items, each with a value for each channel.
struct BoundLayer: Sendable {
  /// What it is drawn with.
  let mark: MarkSpecification
  /// The dataset that it shows.
  let dataset: Dataset
  /// The rows of the dataset that its transforms leave.
  let rows: [Int]
  /// How many items there are: rows, or groups of rows where a channel is aggregated.
  let count: Int
  /// The channels that hold one field.
  var channels: [Channel: BoundChannel]
  /// What is said when an item is pointed at; nil says what the other channels show.
  let tooltips: [BoundChannel]?
  /// What parts lines beyond their colour.
  let details: [BoundChannel]
  /// The axis along which it measures.
  let orientation: Orientation
  /// Where each item begins and ends when put upon those before it; nil where nothing is stacked.
  var stack: [StackedExtent]?

  subscript(channel: Channel) -> BoundChannel? { channels[channel] }

  /// The value of `channel` for an item, missing where the channel is not used.
  func value(_ channel: Channel, _ item: Int) -> Value {
    channels[channel]?.values[item] ?? .missing
  }

  /// The channel along which values are measured.
  var valueChannel: Channel { orientation == .vertical ? .y : .x }
  /// The channel that says what is measured.
  var dimensionChannel: Channel { orientation == .vertical ? .x : .y }
  /// The other end of what is measured.
  var secondValueChannel: Channel { orientation == .vertical ? .y2 : .x2 }
  /// The other end of what says what is measured.
  var secondDimensionChannel: Channel { orientation == .vertical ? .x2 : .y2 }
  /// The place within a step.
  var offsetChannel: Channel { orientation == .vertical ? .xOffset : .yOffset }
  /// The place of the mark's name, for what is wrong with the layer as a whole.
  var span: SourceSpan { mark.span }
}

extension BoundLayer {
  /// The axis along which a mark measures, as Vega-Lite infers it.
  static func orientation(
    of mark: MarkSpecification, _ channels: [Channel: BoundChannel]
  ) -> Orientation {
    if let given = mark.orientation { return given }
    let x = channels[.x]
    let y = channels[.y]
    if mark.kind == .estimate, let side = estimateSide(x, y) { return side }
    if channels[.x2] != nil, channels[.y2] == nil { return .horizontal }
    if channels[.y2] != nil, channels[.x2] == nil { return .vertical }
    guard let x, !x.type.isDiscrete else { return .vertical }
    guard let y, !y.type.isDiscrete else { return .horizontal }
    if x.type == .temporal { return .vertical }
    if y.type == .temporal { return .horizontal }
    return x.aggregate != nil && y.aggregate == nil ? .horizontal : .vertical
  }

  private static func estimateSide(_ x: BoundChannel?, _ y: BoundChannel?) -> Orientation? {
    if y?.field?.kind == .estimate, y?.path?.part == nil { return .vertical }
    if x?.field?.kind == .estimate, x?.path?.part == nil { return .horizontal }
    return nil
  }
}
