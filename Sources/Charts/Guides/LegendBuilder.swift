/// Works out the legends of a chart: one for each scale that is seen, those of one field made one.
struct LegendBuilder {
  let chart: BoundChart
  let visual: [ScaleKey: VisualScale]
  let words: ChartWords

  /// More names than this are told apart by nobody.
  static let entryLimit = 30

  var config: ChartConfig { chart.specification.config }

  /// The legends, in the order of the scales.
  func legends(without direct: Set<ScaleKey> = []) -> [LegendModel] {
    guard config.legend.boolean(.disable) != true else { return [] }
    var groups: [(id: String, keys: [ScaleKey])] = []
    for key in order {
      guard let scale = chart.scales[key], !isHidden(scale), !direct.contains(key), !scale.isEmpty
      else { continue }
      let id = identity(scale)
      if let index = groups.firstIndex(where: { $0.id == id }) {
        groups[index].keys.append(key)
      } else {
        groups.append((id, [key]))
      }
    }
    return groups.compactMap { legend($0.keys) }
  }

  /// Colours first, then what else is seen, as Vega-Lite orders legends.
  private var order: [ScaleKey] {
    let channels: [Channel] = [
      .color, .fill, .stroke, .shape, .size, .opacity, .fillOpacity, .strokeOpacity, .strokeWidth,
      .strokeDash, .angle,
    ]
    return channels.flatMap { channel in chart.scaleOrder.filter { $0.channel == channel } }
  }

  private func isHidden(_ scale: ScaleModel) -> Bool {
    guard scale.channel.hasLegend else { return true }
    let said = scale.users.compactMap(\.channel.definition.legend)
    return said.contains(where: \.isHidden)
  }

  /// What must be the same for two scales to share a legend: the field, the title, the names.
  private func identity(_ scale: ScaleModel) -> String {
    let names =
      scale.type.isDiscrete ? scale.names.map(\.text).joined(separator: "\u{1F}") : "\(scale.ends)"
    let field = scale.first.definition.field?.value ?? ""
    let kind =
      scale.type.isDiscrete
      ? "names" : scale.type.isDiscretizing ? "steps" : scale.channel.isColor ? "colour" : "amount"
    return [kind, scale.users.contains { $0.channel.isField } ? field : "", names]
      .joined(separator: "\u{1E}")
  }

  func specification(_ scale: ScaleModel) -> LegendSpecification {
    scale.users.lazy.compactMap(\.channel.definition.legend).first ?? LegendSpecification()
  }

  private func title(_ scale: ScaleModel) -> [String] {
    switch specification(scale).title {
    case .none: return []
    case .text(let lines): return lines
    case .automatic: break
    }
    if case .null? = config.legend[.title] { return [] }
    var titles: [[String]] = []
    for user in scale.users {
      guard user.channel.isField || user.channel.definition.title != .automatic,
        let title = FieldTitle.title(of: user.channel, config, words)
      else { continue }
      if case .text(let lines) = user.channel.definition.title { return lines }
      if !titles.contains(title) { titles.append(title) }
    }
    if titles.count == 1 { return titles[0] }
    return titles.isEmpty ? [] : [titles.map { $0.joined(separator: " ") }.joined(separator: ", ")]
  }

  private func legend(_ keys: [ScaleKey]) -> LegendModel? {
    guard let scale = chart.scales[keys[0]] else { return nil }
    var properties = Properties<LegendProperty>()
    for key in keys {
      if let said = chart.scales[key].map(specification) {
        properties = properties.over(said.properties)
      }
    }
    properties = properties.over(config.legend)
    let said = keys.compactMap { chart.scales[$0] }.lazy.compactMap { scale -> [String]? in
      if case .text(let lines) = specification(scale).title { return lines }
      return nil
    }.first
    var legend = LegendModel(title: said ?? title(scale), properties: properties)
    let visuals = keys.compactMap { visual[$0] }
    guard let main = visuals.first else { return nil }
    if scale.type == .binOrdinal, scale.channel.isColor, properties.text(.type) != "symbol",
      let edges = scale.bins?.edges
    {
      legend.gradient = stepped(scale, main, edges, properties)
      return legend
    }
    let isGradient =
      properties.text(.type).map { $0 == "gradient" }
      ?? (scale.channel.isColor && scale.type.isContinuous)
    if isGradient, scale.channel.isColor, scale.type.isContinuous {
      legend.gradient = gradient(scale, main, properties)
      return legend
    }
    let values = self.values(scale, main, properties)
    let limit = properties.number(.symbolLimit).map { $0 > 0 ? Int(min($0, 500)) : 500 }
    legend.others = max(0, values.count - (limit ?? Self.entryLimit))
    for (value, label) in values.prefix(limit ?? Self.entryLimit) {
      legend.entries.append(entry(value, label, visuals, scale))
    }
    return legend.entries.isEmpty ? nil : legend
  }
}
