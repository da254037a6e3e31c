import Diagnostics
import Documents

/// What holds for a whole chart where a view does not say otherwise: Vega-Lite's `config` over the
/// house style.
struct ChartConfig: Sendable {
  /// Room of a plot and its background.
  var view = Properties<ViewProperty>()
  /// Axes by the name of their group: `axis`, `axisX`, `axisBand` …
  var axes: [String: Properties<AxisProperty>] = [:]
  var legend = Properties<LegendProperty>()
  var title = Properties<TitleProperty>()
  /// Headers by the name of their group: `header`, `headerRow` …
  var headers: [String: Properties<HeaderProperty>] = [:]
  /// Marks by the name of their group: `mark`, `bar` …
  var marks: [String: Properties<MarkProperty>] = [:]
  /// Styles by their names, as marks and as axes read them.
  var styles: [String: Properties<MarkProperty>] = [:]
  var scale = ScaleConfig()
  /// Named ranges: `category`, `ramp`, `heatmap`, `diverging`, `ordinal`, `symbol`.
  var ranges: [String: RangeSetting] = [:]
  var numberFormat: Spanned<String>?
  var timeFormat: Spanned<String>?
  var countTitle: String?
  /// Whether titles of fields are made of the field alone (`plain`) or as functions are written.
  var fieldTitle = "verbal"
  var background: String?
  /// The room between views, in px.
  var facetSpacing: (column: Double?, row: Double?)
  var concatSpacing: (column: Double?, row: Double?)
  var facetColumns: Int?
  var concatColumns: Int?

  /// Named or listed values that a kind of channel is drawn with.
  enum RangeSetting: Sendable {
    case values([PropertyValue])
    case scheme(ScaleSpecification.Scheme)
  }

  /// Whether plots have the sizes of Vega-Lite's own config rather than those of the column.
  var hasOwnSizes: Bool { view[.continuousWidth] != nil || view[.step] != nil }
  /// Whether the author has a say on legends, so that they are drawn as such.
  var asksForLegends: Bool { !legend.values.isEmpty && legend.boolean(.direct) != true }
}

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

extension ChartConfig {
  /// The axes' groups from the least to the most particular.
  static let axisGroups = [
    "axis", "axisX", "axisY", "axisLeft", "axisRight", "axisTop", "axisBottom", "axisBand",
    "axisXBand", "axisYBand", "axisPoint", "axisXPoint", "axisYPoint", "axisDiscrete",
    "axisXDiscrete", "axisYDiscrete", "axisQuantitative", "axisXQuantitative",
    "axisYQuantitative", "axisTemporal", "axisXTemporal", "axisYTemporal",
  ]
  private static let headerGroups = ["header", "headerRow", "headerColumn", "headerFacet"]

  /// Reads `config: {…}`.
  static func read(_ node: Node) -> Outcome<ChartConfig> {
    var config = ChartConfig()
    var reader = PropertyReader(node, of: "the config of a chart")
    for group in axisGroups {
      guard let inner = reader.node(group) else { continue }
      config.axes[group] =
        AxisSpecification.read(inner, of: "'\(group)' of the config").take(into: &reader).properties
    }
    for group in headerGroups {
      guard let inner = reader.node(group) else { continue }
      config.headers[group] =
        HeaderSpecification.read(inner, of: "'\(group)' of the config").take(into: &reader)
        .properties
    }
    config.readMarks(&reader)
    if let inner = reader.node("legend") {
      config.legend =
        LegendSpecification.read(inner, of: "'legend' of the config").take(into: &reader).properties
    }
    config.title = style(&reader, "title", TitleProperty.self) ?? config.title
    config.view = style(&reader, "view", ViewProperty.self) ?? config.view
    config.scale = ScaleConfig.read(&reader)
    config.readRanges(&reader)
    config.readRest(&reader)
    return Outcome(config, reader.finish())
  }

  private static func style<Key>(
    _ reader: inout PropertyReader, _ key: String, _ type: Key.Type
  ) -> Properties<Key>? {
    guard let node = reader.node(key) else { return nil }
    var inner = PropertyReader(node, of: "'\(key)' of the config")
    let properties = inner.properties(type)
    reader.report(inner.finish())
    return properties
  }

  private mutating func readMarks(_ reader: inout PropertyReader) {
    for group in ["mark"] + MarkKind.allCases.map(\.rawValue) {
      guard let node = reader.node(group) else { continue }
      var inner = PropertyReader(node, of: "'\(group)' of the config")
      var properties = inner.properties(MarkProperty.self)
      // Overlays and composite marks read these of the mapping itself, before.
      for key in MarkProperty.compositeOnly { inner.acknowledge(key.rawValue) }
      if let entry = inner.entry("tooltip") {
        properties[.tooltip] = entry.value.isNull ? .null : .boolean(true)
      }
      marks[group] = properties
      reader.report(inner.finish())
    }
    guard let node = reader.node("style") else { return }
    for entry in node.entries ?? [] {
      var inner = PropertyReader(entry.value, of: "the style '\(entry.key)'")
      let properties = inner.properties(MarkProperty.self)
      for key in MarkProperty.compositeOnly { inner.acknowledge(key.rawValue) }
      styles[entry.key] = properties
      reader.report(inner.finish())
    }
  }

  private mutating func readRanges(_ reader: inout PropertyReader) {
    guard let node = reader.node("range") else { return }
    var inner = PropertyReader(node, of: "'range' of the config")
    for name in ["category", "diverging", "heatmap", "ordinal", "ramp", "symbol"] {
      guard let value = inner.node(name) else { continue }
      if let elements = value.elements {
        ranges[name] = .values(elements.compactMap { inner.value($0, of: name, .numberOrText) })
      } else if let scheme = value.text ?? value["scheme"]?.text {
        let place = value["scheme"] ?? value
        guard ColorScheme(named: scheme) != nil else {
          inner.report(
            .chartUnsupported, "'\(scheme)' is no colour scheme", at: place.span,
            help: Suggestion.didYouMean(scheme, among: ColorScheme.names))
          continue
        }
        ranges[name] = .scheme(
          ScaleSpecification.Scheme(
            name: Spanned(scheme, at: place.span),
            extent: value["extent"]?.elements?.compactMap(\.number),
            count: value["count"]?.integer))
      } else {
        inner.wrongType(value, name, expected: "a list of values")
      }
    }
    reader.report(inner.finish())
  }

  private mutating func readRest(_ reader: inout PropertyReader) {
    numberFormat = reader.text("numberFormat")
    timeFormat = reader.text("timeFormat")
    countTitle = reader.text("countTitle")?.value
    if let title = reader.text("fieldTitle") {
      if ["verbal", "functional", "plain"].contains(title.value) {
        fieldTitle = title.value
      } else {
        reader.report(
          .chartUnsupported, "'\(title.value)' is no form of titles", at: title.span,
          help: "it can be verbal, functional or plain")
      }
    }
    if let node = reader.node("background") {
      background = reader.value(node, of: "background", .color)?.text
    }
    for name in ["facet", "concat"] {
      guard let node = reader.node(name) else { continue }
      var inner = PropertyReader(node, of: "'\(name)' of the config")
      let spacing = Spacing.read(&inner)
      let columns = inner.number("columns").map { Int(max(1, min($0, 1_000))) }
      reader.report(inner.finish())
      if name == "facet" {
        (facetSpacing, facetColumns) = (spacing, columns)
      } else {
        (concatSpacing, concatColumns) = (spacing, columns)
      }
    }
    // Every picture is set in one family, whose widths are known; the margin is the page's.
    for key in ["font", "padding", "autosize", "params", "tooltipFormat", "lineBreak"] {
      reader.acknowledge(key)
    }
  }
}

extension MarkDefinition {
  /// The mark with what its styles and the configuration say of its kind, the most particular first.
  func styled(by config: ChartConfig) -> MarkDefinition {
    var result = self
    let names = properties[.style]?.lines ?? []
    let styles = names.reversed().compactMap { config.styles[$0] }
    let groups = [kind.rawValue, "mark"].compactMap { config.marks[$0] }
    for group in styles + groups {
      var beneath = group
      // Whoever gives a colour decides both the filling and the outline, whatever the config has.
      if result.properties[.color] != nil { beneath[.fill] = nil }
      if result.properties[.fill] != nil || result.properties[.stroke] != nil,
        self.properties[.color] == nil
      {
        beneath[.color] = nil
      }
      result.properties = result.properties.over(beneath)
    }
    if tooltip == nil, case .null? = result.properties[.tooltip] { result.tooltip = Tooltip.none }
    return result
  }
}

/// The room between views: one number, or one for rows and one for columns.
enum Spacing {
  static func read(_ reader: inout PropertyReader) -> (column: Double?, row: Double?) {
    guard let node = reader.node("spacing") else { return (nil, nil) }
    if let number = node.number { return (max(0, number), max(0, number)) }
    var inner = PropertyReader(node, of: "'spacing'")
    let result = (inner.number("column"), inner.number("row"))
    reader.report(inner.finish())
    return result
  }
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
