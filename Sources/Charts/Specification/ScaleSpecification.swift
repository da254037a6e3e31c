import Diagnostics
import Documents

/// The properties of a scale: Vega-Lite's `scale`.
struct ScaleSpecification: Sendable {
  /// What the domain is widened to.
  enum Nice: Sendable {
    case on(Bool)
    case count(Int)
    case interval(TimeInterval)
  }

  /// A named ramp or palette.
  struct Scheme: Sendable {
    let name: Spanned<String>
    let extent: (low: Double, high: Double)?
    let count: Int?
  }

  /// Nothing that an author said.
  static let unset = ScaleSpecification()

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
  var interpolate: ColorInterpolation?
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

extension ScaleSpecification.Scheme {
  /// Reads `blues`, or `{name: blues, extent: [0.2, 1]}`.
  static func read(
    _ node: Node, into reader: inout PropertyReader
  ) -> ScaleSpecification.Scheme? {
    var name = node.text.map { Spanned($0, at: node.span) }
    var extent: (low: Double, high: Double)?
    var count: Int?
    if name == nil {
      var inner = PropertyReader(node, of: "a colour scheme")
      // The config calls it as the property of a scale is called.
      name = inner.text("name") ?? inner.text("scheme")
      extent = inner.extent("extent")
      count = inner.number("count").map { Int(max(2, min($0, 1_000))) }
      reader.report(inner.finish())
    }
    guard let name else { return nil }
    guard ColorScheme(named: name.value) != nil else {
      reader.report(
        .chartUnsupported, "'\(name.value)' is no colour scheme", at: name.span,
        help: Suggestion.didYouMean(name.value, among: ColorScheme.names))
      return nil
    }
    return ScaleSpecification.Scheme(name: name, extent: extent, count: count)
  }
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
        let kind = channel.rangeKind
        range = elements.compactMap { reader.value($0, of: "range", kind) }
      } else if let name = node.text, ChartConfig.rangeNames.contains(name) {
        rangeName = name
      } else if let name = node.text {
        reader.report(
          .chartUnsupported, "'\(name)' is the name of no range", at: node.span,
          help: Suggestion.didYouMean(name, among: ChartConfig.rangeNames)
            ?? "it can be \(ChartConfig.rangeNames.joined(separator: ", "))")
      } else {
        reader.wrongType(node, "range", expected: "a list of values")
      }
    }
    rangeMin = reader.node("rangeMin").flatMap { reader.value($0, of: "rangeMin", .number) }
    rangeMax = reader.node("rangeMax").flatMap { reader.value($0, of: "rangeMax", .number) }
    scheme = reader.node("scheme").flatMap { Scheme.read($0, into: &reader) }
    readInterpolation(&reader)
  }

  private mutating func readInterpolation(_ reader: inout PropertyReader) {
    guard let node = reader.node("interpolate") else { return }
    guard node.entries != nil else {
      interpolate = reader.choice("interpolate", of: ColorInterpolation.self)?.value
      return
    }
    var inner = PropertyReader(node, of: "'interpolate' of \(reader.subject)")
    interpolate = inner.choice("type", of: ColorInterpolation.self)?.value
    reader.report(inner.finish())
  }

  private mutating func readNice(_ reader: inout PropertyReader) {
    guard let node = reader.node("nice") else { return }
    if let truth = node.boolean {
      nice = .on(truth)
    } else if let number = node.number {
      nice = .count(Int(max(1, min(number, 1_000))))
    } else {
      nice = TimeInterval.read(node, of: "nice", into: &reader).map(Nice.interval)
    }
  }

  private mutating func readBins(_ node: Node, _ reader: inout PropertyReader) {
    guard node.entries != nil else {
      bins = reader.numbers("bins")
      return
    }
    var inner = PropertyReader(node, of: "'bins' of \(reader.subject)")
    binStep = inner.positiveNumber("step")
    reader.report(inner.finish())
  }
}
