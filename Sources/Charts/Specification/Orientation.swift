/// Along which axis a mark measures.
enum Orientation: String, Hashable, Sendable, CaseIterable {
  /// Values are measured along x.
  case horizontal
  /// Values are measured along y.
  case vertical

  /// The channel along which values are measured.
  var valueChannel: Channel { self == .vertical ? .y : .x }
  /// The channel that says what is measured.
  var dimensionChannel: Channel { self == .vertical ? .x : .y }
}
