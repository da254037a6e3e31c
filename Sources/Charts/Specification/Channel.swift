/// What of a mark a field decides.
public enum Channel: String, Hashable, Sendable, CaseIterable {
  /// The place from left to right.
  case x
  /// The place from top to bottom.
  case y
  /// The other end of a mark that reaches along x.
  case x2
  /// The other end of a mark that reaches along y.
  case y2
  /// The place within the step of a discrete x.
  case xOffset
  /// The place within the step of a discrete y.
  case yOffset
  /// The colour.
  case color
  /// The area of points.
  case size
  /// The words of a text.
  case text
  /// What is said when a mark is pointed at; several fields are allowed.
  case tooltip
  /// Parts lines and areas without a look of its own; several fields are allowed.
  case detail

  /// The axis along which the channel places marks, or nil.
  var position: Channel? {
    switch self {
    case .x, .x2: .x
    case .y, .y2: .y
    default: nil
    }
  }
}
