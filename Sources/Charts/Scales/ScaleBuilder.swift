import Diagnostics
import Values

/// Works out the scales of a chart: which units share one, what it covers, and its properties as
/// Vega-Lite's `compile/scale` has them.
struct ScaleBuilder {
  let units: [UnitModel]
  let frames: [[ScopeFrame]]
  let config: ChartConfig
  private(set) var diagnostics: [Diagnostic] = []
  /// The scales by their keys.
  private(set) var scales: [ScaleKey: ScaleModel] = [:]
  /// The keys in the order in which they were first met.
  private(set) var order: [ScaleKey] = []
  /// The scale of each unit's channels.
  private(set) var keys: [[Channel: ScaleKey]]

  init(_ units: [UnitModel], _ frames: [[ScopeFrame]], _ config: ChartConfig) {
    self.units = units
    self.frames = frames
    self.config = config
    keys = Array(repeating: [:], count: frames.count)
  }

  mutating func build() {
    var users: [ScaleKey: [ScaleModel.User]] = [:]
    for unit in units {
      for channel in Channel.allCases where channel.hasScale && channel.primary == channel {
        for bound in definitions(unit, channel) {
          var key = frames[unit.id].owner(of: channel)
          let type = ScaleTypes.type(of: bound, mark: unit.mark)
          if let others = users[key], let first = others.first {
            let shared = ScaleTypes.type(of: first.channel, mark: first.mark)
            if ScaleTypes.merged(shared, type) == nil {
              // What cannot share a scale has one of its own, as in Vega-Lite.
              key = ScaleKey(scope: -1 - unit.id, channel: channel)
            }
          }
          keys[unit.id][channel] = key
          if users[key] == nil { order.append(key) }
          users[key, default: []].append(user(unit, bound))
        }
      }
    }
    for key in order {
      guard let members = users[key] else { continue }
      scales[key] = model(key, members)
    }
  }

  /// The definitions of a channel that go through its scale: its own and those of its conditions.
  private func definitions(_ unit: UnitModel, _ channel: Channel) -> [BoundChannel] {
    var found: [BoundChannel] = []
    if let own = unit[channel] ?? channel.secondary.flatMap({ unit[$0] }) {
      let all = [own] + own.conditions.map(\.channel)
      found = all.filter { $0.definition.showsData && !$0.definition.scale.isDisabled }
    }
    return found
  }

  private func user(_ unit: UnitModel, _ channel: BoundChannel) -> ScaleModel.User {
    let second = channel.channel.secondary.flatMap { unit[$0] }
    return ScaleModel.User(
      unit: unit.id, mark: unit.mark, orientation: unit.orientation, channel: channel,
      second: second?.definition.showsData == true && channel.channel.primary == channel.channel
        ? second : nil,
      stack: unit.stack?.channel == channel.channel ? unit.stack : nil)
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  // MARK: One scale

  private mutating func model(_ key: ScaleKey, _ users: [ScaleModel.User]) -> ScaleModel {
    let given = users.lazy.map(\.channel.definition.scale).first { $0.isGiven }
    let specification = given ?? ScaleSpecification()
    var type = ScaleTypes.type(of: users[0].channel, mark: users[0].mark)
    for user in users.dropFirst() {
      let other = ScaleTypes.type(of: user.channel, mark: user.mark)
      type = ScaleTypes.merged(type, other) ?? type
    }
    if let explicit = specification.type?.value {
      type = explicit == .sequential ? .linear : explicit
    }
    var model = ScaleModel(
      key: key, type: type, fieldType: users[0].channel.type, domain: .continuous([0, 1]),
      specification: specification, users: users)
    model.bins = users.lazy.compactMap(\.channel.bins).first
    check(&model)
    if type.isDiscrete {
      model.domain = .discrete(names(model))
      model.isEmpty = model.names.isEmpty
    } else {
      cover(&model)
    }
    model.isReversed = isReversed(model)
    setPaddings(&model)
    return model
  }

  /// Reports a kind of scale that its values have no place on.
  private mutating func check(_ model: inout ScaleModel) {
    guard let type = model.specification.type else { return }
    let isFit: Bool =
      switch model.fieldType {
      case .quantitative: !type.value.isTime
      case .temporal: type.value.isTime || type.value.isDiscrete || model.channel.isColor
      case .nominal, .ordinal: type.value.isDiscrete
      }
    guard model.channel.takes(type.value) else {
      diagnostics.append(
        Diagnostic(
          .chartUnsupported,
          "a scale '\(type.value.rawValue)' does not suit the channel "
            + "'\(model.channel.rawValue)'", at: type.span))
      model.type = model.fieldType.isDiscrete ? .point : .linear
      return
    }
    guard !isFit else { return }
    diagnostics.append(
      Diagnostic(
        .chartUnsupported,
        "a scale '\(type.value.rawValue)' cannot show values that are \(model.fieldType.rawValue)",
        at: type.span))
    model.type = model.fieldType.isDiscrete ? .point : .linear
  }

  // MARK: Names

  private func names(_ model: ScaleModel) -> [Datum] {
    if let given = model.specification.domain {
      let read = given.map(\.value)
      guard model.fieldType == .temporal else { return read }
      return read.map(TemporalReading.datum)
    }
    var domain = DiscreteDomain()
    var sort: SortSpecification?
    var isStacked = false
    for user in model.users {
      let own = user.channel.definition.sort
      if sort == nil, let own { sort = own }
      let unit = units[user.unit]
      isStacked = isStacked || unit.stack != nil
      if let (values, keys, effective) = sortKeys(own ?? sort, user, unit) {
        sort = effective
        domain.add(values, keys: keys)
      } else {
        domain.add(user.channel.values, keys: nil)
      }
      if let second = user.second { domain.add(second.values, keys: nil) }
    }
    if case .values(let listed)? = sort,
      let unit = model.users.lazy.compactMap(\.channel.definition.timeUnit).first
    {
      sort = .values(listed.map { unit.moment(of: $0).map(Datum.time) ?? $0 })
    }
    // A bin that is a name has its range as its name, and comes in the order of its beginning.
    let values = domain.values(sort: sort, isStacked: isStacked)
    let united = model.specification.unionWith.filter { !values.contains($0) }
    return (values + united).filter { $0 != .null || model.users.contains { $0.channel.isField } }
  }

  /// The values of a channel beside what they are sorted by, from the rows before they were
  /// aggregated; nil where they are sorted by themselves.
  private func sortKeys(
    _ sort: SortSpecification?, _ user: ScaleModel.User, _ unit: UnitModel
  ) -> ([Datum], [Datum]?, SortSpecification)? {
    guard let column = unit.sourceColumns[user.channel.channel],
      let values = unit.source.column(column)
    else { return nil }
    switch sort {
    case .field(let field, let operation, let order):
      guard let field else {
        return (values, values.map { _ in .number(1) }, .field(nil, .count, order))
      }
      guard let keys = unit.source.values(of: field.value) else { return nil }
      return (values, keys, .field(field, operation, order))
    case .channel(let other, let order):
      guard let channel = unit[other] else { return nil }
      if channel.aggregate == .count, channel.definition.field == nil {
        return (values, values.map { _ in .number(1) }, .field(nil, .count, order))
      }
      let name = unit.sourceColumns[other] ?? channel.definition.field?.value
      guard let name, let keys = unit.source.column(name) ?? unit.source.values(of: name) else {
        return nil
      }
      return (values, keys, .field(nil, channel.aggregate, order))
    default: return nil
    }
  }

  private func isReversed(_ model: ScaleModel) -> Bool {
    if let given = model.specification.isReversed { return given }
    guard model.type.isContinuous, case .order(.descending)? = model.first.definition.sort else {
      return false
    }
    return true
  }

  // MARK: Paddings

  private func setPaddings(_ model: inout ScaleModel) {
    let given = model.specification
    let isPosition = model.channel.isPosition
    switch model.type {
    case .band:
      let hasOffsets = model.users.contains { user in
        let offset: Channel = model.channel == .x ? .xOffset : .yOffset
        return isPosition && units[user.unit][offset]?.definition.showsData == true
      }
      let inner: Double
      if model.channel.isOffset {
        inner = config.scale.offsetBandPaddingInner
      } else if hasOffsets {
        inner = config.scale.bandWithNestedOffsetPaddingInner
      } else if let all = config.scale.bandPaddingInner {
        inner = all
      } else {
        inner = bandPadding(model)
      }
      model.paddingInner =
        given.paddingInner ?? given.padding ?? (isPosition || model.channel.isOffset ? inner : 0)
      let outer: Double =
        if model.channel.isOffset {
          config.scale.offsetBandPaddingOuter
        } else if hasOffsets {
          config.scale.bandWithNestedOffsetPaddingOuter
        } else {
          config.scale.bandPaddingOuter ?? model.paddingInner / 2
        }
      model.paddingOuter =
        given.paddingOuter ?? given.padding ?? (isPosition || model.channel.isOffset ? outer : 0)
    case .point:
      model.paddingInner = 1
      model.paddingOuter =
        given.paddingOuter ?? given.padding
        ?? (isPosition || model.channel.isOffset ? config.scale.pointPadding : 0)
    default:
      model.padding = given.padding ?? continuousPadding(model)
    }
  }

  private func bandPadding(_ model: ScaleModel) -> Double {
    // The first mark decides, as in Vega-Lite.
    switch model.users[0].mark.kind {
    case .bar, .estimate: return config.scale.barBandPaddingInner
    case .tick: return config.scale.tickBandPaddingInner
    default: return config.scale.rectBandPaddingInner
    }
  }

  /// Room for the width of bars that stand at points of a continuous axis.
  private func continuousPadding(_ model: ScaleModel) -> Double {
    guard model.channel.isPosition else { return 0 }
    if let given = config.scale.continuousPadding { return given }
    var padding = 0.0
    if !config.hasOwnSizes, model.type.isTime,
      let symbol = model.users.first(where: { $0.mark.kind.isSymbol })
    {
      // Symbols on the first and the last day are not to lie upon the labels beside the plot.
      padding = units[symbol.unit][.size] != nil ? 14 : 6
    }
    for user in model.users where user.mark.kind == .bar {
      let definition = user.channel.definition
      guard definition.bin == nil, !definition.isBinned, definition.timeUnit == nil,
        user.second == nil, user.orientation.dimensionChannel == model.channel
      else { continue }
      padding = max(padding, 5)
    }
    return padding
  }
}
