/// The kinds of scales, in Vega-Lite's words.
enum ScaleType: String, Hashable, Sendable, CaseIterable {
  case linear, log, pow, sqrt, symlog, identity, sequential, time, utc
  case quantile, quantize, threshold
  case binOrdinal = "bin-ordinal"
  case ordinal, point, band

  /// Whether its domain is a stretch of numbers or of time.
  var isContinuous: Bool {
    switch self {
    case .linear, .log, .pow, .sqrt, .symlog, .identity, .sequential, .time, .utc: true
    default: false
    }
  }
  /// Whether its domain is a list of values.
  var isDiscrete: Bool { self == .ordinal || self == .point || self == .band }
  /// Whether it makes steps of a continuous domain.
  var isDiscretizing: Bool { !isContinuous && !isDiscrete }
  /// Whether its domain is time.
  var isTime: Bool { self == .time || self == .utc }
}
