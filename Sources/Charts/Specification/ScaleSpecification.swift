import Diagnostics
import Documents

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

/// The properties of a scale: Vega-Lite's `scale`.
struct ScaleSpecification: Sendable {
  /// What the domain is widened to.
  enum Nice: Sendable {
    case on(Bool)
    case count(Int)
    case interval(String, step: Double)
  }

  /// A named ramp or palette.
  struct Scheme: Sendable {
    let name: Spanned<String>
    let extent: [Double]?
    let count: Int?
  }

  /// Whether values are taken as they are: `scale: null`.
  var isDisabled = false
  /// Its kind with its place; nil where that follows from the type.
  var type: Spanned<ScaleType>?
  /// The values it covers, where the author says.
  var domain: [Spanned<Datum>]?
  /// Whether the domain covers what an aggregate was made of: `domain: unaggregated`.
  var isUnaggregated = false
  /// Values that the domain also covers: `domain: {unionWith: […]}`.
  var unionWith: [Datum] = []
  /// The ends of a domain, each by itself.
  var domainMin: Datum?
  var domainMax: Datum?
  /// The middle of a diverging domain.
  var domainMid: Double?
  /// What the values become, where the author says.
  var range: [PropertyValue]?
  /// The name of a range: `heatmap`, `category` …
  var rangeName: String?
  var rangeMin: PropertyValue?
  var rangeMax: PropertyValue?
  var scheme: Scheme?
  var interpolate: String?
  /// Whether zero is covered.
  var zero: Bool?
  var nice: Nice?
  var isReversed: Bool?
  var isClamped: Bool?
  var rounds: Bool?
  var padding: Double?
  var paddingInner: Double?
  var paddingOuter: Double?
  var align: Double?
  var exponent: Double?
  var base: Double?
  var constant: Double?
  /// The edges of bins, or their step.
  var bins: [Double]?
  var binStep: Double?

  /// Whether the author says anything of it.
  var isGiven = false
}

extension ScaleSpecification {
  /// Reads `scale: {…}`, or null for values as they are.
  static func read(_ node: Node, of channel: Channel) -> Outcome<ScaleSpecification> {
    var scale = ScaleSpecification()
    scale.isGiven = true
    if node.isNull {
      scale.isDisabled = true
      return Outcome(scale)
    }
    var reader = PropertyReader(node, of: "the scale of '\(channel.rawValue)'")
    scale.type = reader.choice("type", of: ScaleType.self)
    scale.readDomain(&reader)
    scale.readRange(&reader, of: channel)
    scale.zero = reader.boolean("zero")
    scale.readNice(&reader)
    scale.isReversed = reader.boolean("reverse")
    scale.isClamped = reader.boolean("clamp")
    scale.rounds = reader.boolean("round")
    scale.padding = reader.number("padding")
    scale.paddingInner = reader.number("paddingInner")
    scale.paddingOuter = reader.number("paddingOuter")
    scale.align = reader.number("align")
    scale.exponent = reader.number("exponent")
    scale.base = reader.positiveNumber("base")
    scale.constant = reader.positiveNumber("constant")
    if let bins = reader.node("bins") { scale.readBins(bins, &reader) }
    return Outcome(scale, reader.finish())
  }

  private mutating func readDomain(_ reader: inout PropertyReader) {
    func values(_ nodes: [Node], _ reader: inout PropertyReader) -> [Spanned<Datum>] {
      nodes.map { Spanned(DatumReader.datum($0).take(into: &reader), at: $0.span) }
    }
    if let node = reader.node("domain") {
      if let elements = node.elements, !elements.isEmpty {
        domain = values(elements, &reader)
      } else if node.text == "unaggregated" {
        isUnaggregated = true
      } else if let union = node["unionWith"]?.elements, node.entries?.count == 1 {
        unionWith = values(union, &reader).map(\.value)
      } else {
        reader.wrongType(node, "domain", expected: "a list of values")
      }
    }
    if let node = reader.node("domainMin") {
      domainMin = DatumReader.datum(node).take(into: &reader)
    }
    if let node = reader.node("domainMax") {
      domainMax = DatumReader.datum(node).take(into: &reader)
    }
    domainMid = reader.number("domainMid")
  }

  private mutating func readRange(_ reader: inout PropertyReader, of channel: Channel) {
    if let node = reader.node("range") {
      if let elements = node.elements, !elements.isEmpty {
        range = elements.compactMap { element in
          if let inner = element.elements {
            return .list(inner.compactMap { $0.number.map(PropertyValue.number) })
          }
          return reader.value(element, of: "range", channel.isColor ? .color : .numberOrText)
        }
      } else if let name = node.text {
        rangeName = name
      } else {
        reader.wrongType(node, "range", expected: "a list of values")
      }
    }
    rangeMin = reader.node("rangeMin").flatMap { reader.value($0, of: "rangeMin", .numberOrText) }
    rangeMax = reader.node("rangeMax").flatMap { reader.value($0, of: "rangeMax", .numberOrText) }
    if let node = reader.node("scheme") { readScheme(node, &reader) }
    if let node = reader.node("interpolate") {
      let name = node.text ?? node["type"]?.text
      if let name, ColorInterpolation(rawValue: name) != nil {
        interpolate = name
      } else {
        reader.report(
          .chartUnsupported, "'\(name ?? node.kindInWords)' is no way to mix colours",
          at: node.span,
          help: "it can be \(ColorInterpolation.allCases.map(\.rawValue).joined(separator: ", "))")
      }
    }
  }

  private mutating func readScheme(_ node: Node, _ reader: inout PropertyReader) {
    var name: Spanned<String>?
    var extent: [Double]?
    var count: Int?
    if let text = node.text {
      name = Spanned(text, at: node.span)
    } else {
      var inner = PropertyReader(node, of: "a colour scheme")
      name = inner.text("name")
      extent = inner.node("extent")?.elements?.compactMap(\.number)
      count = inner.number("count").map { Int(max(2, min($0, 1_000))) }
      reader.report(inner.finish())
    }
    guard let name else { return }
    guard ColorScheme(named: name.value) != nil else {
      reader.report(
        .chartUnsupported, "'\(name.value)' is no colour scheme", at: name.span,
        help: Suggestion.didYouMean(name.value, among: ColorScheme.names))
      return
    }
    scheme = Scheme(name: name, extent: extent?.count == 2 ? extent : nil, count: count)
  }

  private mutating func readNice(_ reader: inout PropertyReader) {
    guard let node = reader.node("nice") else { return }
    if let truth = node.boolean {
      nice = .on(truth)
    } else if let number = node.number {
      nice = .count(Int(max(1, min(number, 1_000))))
    } else if let name = node.text {
      nice = .interval(name, step: 1)
    } else if let name = node["interval"]?.text {
      nice = .interval(name, step: node["step"]?.number ?? 1)
    } else {
      reader.wrongType(node, "nice", expected: "true, false, a number or an interval of time")
    }
  }

  private mutating func readBins(_ node: Node, _ reader: inout PropertyReader) {
    if let elements = node.elements {
      bins = elements.compactMap(\.number)
    } else if let step = node["step"]?.number, step > 0 {
      binStep = step
    } else {
      reader.wrongType(node, "bins", expected: "a list of numbers")
    }
  }
}
