import Diagnostics
import Documents

/// The properties of `config.scale`.
struct ScaleConfig: Sendable {
  var bandPaddingInner: Double?
  var bandPaddingOuter: Double?
  var barBandPaddingInner = 0.1
  var rectBandPaddingInner = 0.0
  var tickBandPaddingInner = 0.25
  var bandWithNestedOffsetPaddingInner = 0.2
  var bandWithNestedOffsetPaddingOuter = 0.2
  var offsetBandPaddingInner = 0.0
  var offsetBandPaddingOuter = 0.0
  var pointPadding = 0.5
  var continuousPadding: Double?
  var zero = true
  var isClamped = false
  var rounds = false
  var minBandSize = 2.0
  var maxBandSize: Double?
  var minFontSize = 8.0
  var maxFontSize = 40.0
  var minOpacity = 0.3
  var maxOpacity = 0.8
  var minSize = 4.0
  var maxSize: Double?
  var minStrokeWidth = 1.0
  var maxStrokeWidth = 4.0
  var quantileCount = 4
  var quantizeCount = 4
  var useUnaggregatedDomain = false
}

extension ScaleConfig {
  /// Reads `scale: {…}` of the config.
  static func read(_ reader: inout PropertyReader) -> ScaleConfig {
    var config = ScaleConfig()
    guard let node = reader.node("scale") else { return config }
    var inner = PropertyReader(node, of: "'scale' of the config")
    func number(_ key: String, _ path: WritableKeyPath<ScaleConfig, Double>) {
      if let value = inner.number(key) { config[keyPath: path] = value }
    }
    func optional(_ key: String, _ path: WritableKeyPath<ScaleConfig, Double?>) {
      if let value = inner.number(key) { config[keyPath: path] = value }
    }
    optional("bandPaddingInner", \.bandPaddingInner)
    optional("bandPaddingOuter", \.bandPaddingOuter)
    number("barBandPaddingInner", \.barBandPaddingInner)
    number("rectBandPaddingInner", \.rectBandPaddingInner)
    number("tickBandPaddingInner", \.tickBandPaddingInner)
    number("bandWithNestedOffsetPaddingInner", \.bandWithNestedOffsetPaddingInner)
    number("bandWithNestedOffsetPaddingOuter", \.bandWithNestedOffsetPaddingOuter)
    number("offsetBandPaddingInner", \.offsetBandPaddingInner)
    number("offsetBandPaddingOuter", \.offsetBandPaddingOuter)
    number("pointPadding", \.pointPadding)
    optional("continuousPadding", \.continuousPadding)
    if let zero = inner.boolean("zero") { config.zero = zero }
    if let clamp = inner.boolean("clamp") { config.isClamped = clamp }
    if let round = inner.boolean("round") { config.rounds = round }
    number("minBandSize", \.minBandSize)
    optional("maxBandSize", \.maxBandSize)
    number("minFontSize", \.minFontSize)
    number("maxFontSize", \.maxFontSize)
    number("minOpacity", \.minOpacity)
    number("maxOpacity", \.maxOpacity)
    number("minSize", \.minSize)
    optional("maxSize", \.maxSize)
    number("minStrokeWidth", \.minStrokeWidth)
    number("maxStrokeWidth", \.maxStrokeWidth)
    if let count = inner.number("quantileCount") { config.quantileCount = Int(min(count, 100)) }
    if let count = inner.number("quantizeCount") { config.quantizeCount = Int(min(count, 100)) }
    if let unaggregated = inner.boolean("useUnaggregatedDomain") {
      config.useUnaggregatedDomain = unaggregated
    }
    reader.report(inner.finish())
    return config
  }
}
