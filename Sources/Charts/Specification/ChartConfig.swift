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
  /// Which sides of a plot include its axes, where a view does not say.
  var autosize: Autosize?
  /// Values that expressions may name.
  var parameters: [String: Datum] = [:]
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
  var hasOwnSizes: Bool {
    let sizes: [ViewProperty] = [
      .continuousWidth, .continuousHeight, .discreteWidth, .discreteHeight, .step,
    ]
    return sizes.contains { view[$0] != nil }
  }
  /// Whether the author has a say on legends, so that they are drawn as such.
  var asksForLegends: Bool { !legend.values.isEmpty && legend.boolean(.direct) != true }
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
        AxisSpecification.readLook(inner, of: "'\(group)' of the config").take(into: &reader)
        .properties
    }
    for group in headerGroups {
      guard let inner = reader.node(group) else { continue }
      config.headers[group] =
        HeaderSpecification.readLook(inner, of: "'\(group)' of the config").take(into: &reader)
        .properties
    }
    config.readMarks(&reader)
    if let inner = reader.node("legend") {
      config.legend =
        LegendSpecification.readLook(inner, of: "'legend' of the config").take(into: &reader)
        .properties
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

  /// The ranges that have names.
  static let rangeNames = ["category", "diverging", "heatmap", "ordinal", "ramp", "symbol"]

  private mutating func readRanges(_ reader: inout PropertyReader) {
    guard let node = reader.node("range") else { return }
    var inner = PropertyReader(node, of: "'range' of the config")
    for name in Self.rangeNames {
      guard let value = inner.node(name) else { continue }
      if let elements = value.elements {
        let kind: PropertyKind = name == "symbol" ? .shape : .color
        ranges[name] = .values(elements.compactMap { inner.value($0, of: name, kind) })
      } else if let scheme = ScaleSpecification.Scheme.read(value, into: &inner) {
        ranges[name] = .scheme(scheme)
      }
    }
    reader.report(inner.finish())
  }

  private func readFormat(
    _ reader: inout PropertyReader, _ key: String, isTime: Bool
  ) -> Spanned<String>? {
    guard let format = reader.text(key) else { return nil }
    _ = LabelFormat.parse(format, isTime: isTime).take(into: &reader)
    return format
  }

  private mutating func readRest(_ reader: inout PropertyReader) {
    numberFormat = readFormat(&reader, "numberFormat", isTime: false)
    timeFormat = readFormat(&reader, "timeFormat", isTime: true)
    autosize = Autosize.read(&reader)
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
    reader.unused(
      ["font", "padding", "background", "lineBreak"],
      because: "all is set in one family, and the ground and the margin are the page's")
    reader.unused(["tooltipFormat"], because: "tooltips are written as axes are")
  }
}
