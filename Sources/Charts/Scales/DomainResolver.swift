import Datasets
import Diagnostics
import Documents
import Values

/// Works out what an axis covers from all layers that use it.
struct DomainResolver {
  /// The axis: x or y.
  let axis: Channel
  let layers: [BoundLayer]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ axis: Channel, _ layers: [BoundLayer]) {
    self.axis = axis
    self.layers = layers
  }

  /// The channels of the axis with their layers: the ends of ranges too, constants of the picture
  /// not.
  private var users: [(layer: BoundLayer, channel: BoundChannel)] {
    layers.flatMap { layer in
      Channel.allCases.filter { $0.position == axis }.compactMap { name in
        layer[name].map { (layer, $0) }
      }
    }
  }

  /// The domain; ``diagnostics`` says what is wrong with it.
  mutating func resolve() -> PositionDomain {
    let users = users
    guard let first = users.first(where: { $0.channel.field != nil }) ?? users.first else {
      return PositionDomain(kind: .single)
    }
    let type = first.channel.type
    for (_, channel) in users where !fits(channel, type) {
      let span = channel.definition.type?.span ?? channel.definition.field?.span
      diagnostics.append(
        Diagnostic(
          .chartUnsupported,
          "'\(axis.rawValue)' is \(type.rawValue) in one layer and \(channel.type.rawValue) in another",
          at: span ?? channel.definition.span, help: "give both the same 'type'"))
      return PositionDomain(kind: .single)
    }
    var domain = PositionDomain(kind: .single, channel: first.channel)
    // The first definition that says anything of the scale speaks for all.
    let scale = users.lazy.map(\.channel.definition.scale).first { $0.saysAnything }
    let setting = scale ?? first.channel.definition.scale
    domain.isReversed = setting.isReversed
    domain.isNice = setting.nice ?? (setting.domain == nil)
    if let kind = setting.kind, !kind.value.suits(type) {
      diagnostics.append(
        Diagnostic(
          .chartUnsupported,
          "a scale '\(kind.value.rawValue)' cannot show values that are \(type.rawValue)",
          at: kind.span))
    }
    switch type {
    case .nominal, .ordinal: resolveDiscrete(first.channel, into: &domain)
    case .temporal: resolveTemporal(users.map(\.channel), setting, into: &domain)
    case .quantitative: resolveQuantitative(users, setting, into: &domain)
    }
    return domain
  }

  private func fits(_ channel: BoundChannel, _ type: FieldType) -> Bool {
    channel.type == type || channel.type.isDiscrete && type.isDiscrete
      || channel.definition.datum != nil
  }

  private func resolveDiscrete(_ channel: BoundChannel, into domain: inout PositionDomain) {
    let values = DiscreteDomain.values(of: channel, in: layers)
    domain.kind = .discrete(values)
    domain.isEmpty = values.isEmpty
  }

  // MARK: Times

  private mutating func resolveTemporal(
    _ channels: [BoundChannel], _ setting: ScaleSpecification, into domain: inout PositionDomain
  ) {
    var dates: [EDTFDate] = []
    for channel in channels {
      for value in channel.values {
        guard case .date(let date) = ValueReading.value(value, as: .temporal) else { continue }
        dates.append(date)
      }
    }
    var lower = Double.infinity
    var upper = -Double.infinity
    var finest = Double.infinity
    for date in dates {
      if let first = date.earliest { lower = min(lower, Double(first.number)) }
      if let last = date.latest { upper = max(upper, Double(last.number) + 1) }
      guard let first = date.earliest, let last = date.latest else { continue }
      finest = min(finest, Double(last.number - first.number) + 1)
    }
    if let nodes = setting.domain {
      let given = nodes.compactMap { node -> EDTFDate? in
        guard let text = node.text, case .success(let date) = EDTFDate.parse(text) else {
          return nil
        }
        return date
      }
      if let first = given.first?.earliest, let last = given.last?.latest, given.count == 2 {
        lower = Double(first.number)
        upper = Double(last.number) + 1
      } else {
        diagnostics.append(
          Diagnostic(
            .valueInvalid, "the domain of '\(axis.rawValue)' is not two dates", at: nodes[0].span,
            help: "write it like [2015, 2022]"))
      }
    }
    // A date open on one side alone has its known end as its place.
    if !lower.isFinite { lower = upper - 365 }
    if !upper.isFinite { upper = lower + 365 }
    domain.isEmpty = !(lower.isFinite && upper.isFinite && lower < upper)
    domain.kind =
      domain.isEmpty
      ? .temporal(lower: 0, upper: 365, finest: 365)
      : .temporal(lower: lower, upper: upper, finest: finest.isFinite ? finest : 1)
  }

  // MARK: Amounts

  private mutating func resolveQuantitative(
    _ users: [(layer: BoundLayer, channel: BoundChannel)], _ setting: ScaleSpecification,
    into domain: inout PositionDomain
  ) {
    let isLog = setting.kind?.value == .log
    var covered = Coverage()
    for (layer, channel) in users { covered.add(layer, channel) }
    domain.isEmpty = !covered.isAny
    if let nodes = setting.domain {
      let numbers = nodes.compactMap(\.number)
      guard numbers.count == 2, nodes.count == 2, numbers[0] != numbers[1] else {
        diagnostics.append(
          Diagnostic(
            .valueInvalid, "the domain of '\(axis.rawValue)' is not two different numbers",
            at: nodes[0].span, help: "write it like [0, 100]"))
        return
      }
      covered.lower = min(numbers[0], numbers[1])
      covered.upper = max(numbers[0], numbers[1])
      if numbers[0] > numbers[1] { domain.isReversed.toggle() }
    } else if isLog {
      // Zero has no place on it.
    } else if includesZero(users, setting) {
      covered.include(0)
    }
    if isLog, !domain.isEmpty, covered.lower <= 0 {
      diagnostics.append(
        Diagnostic(
          .blockInvalid,
          "a logarithmic scale cannot show \(covered.lower == 0 ? "zero" : "what is below zero")",
          at: setting.kind?.span, help: "leave those rows out by a filter, or use a linear scale"))
      return
    }
    let (lower, upper) = covered.widened(isLog: isLog, hasDomain: setting.domain != nil)
    var ends = (lower, upper)
    if domain.isNice {
      ends =
        isLog
        ? LogScale.nice(lower, upper)
        : LinearScale(domain: (lower, upper), range: (0, 1)).nice().domain
    }
    domain.kind = .quantitative(lower: ends.0, upper: ends.1, isLog: isLog)
  }

  /// Vega-Lite's rule: bars and areas measure from zero, and so do all amounts, save along the axis
  /// that says what is measured.
  private func includesZero(
    _ users: [(layer: BoundLayer, channel: BoundChannel)], _ setting: ScaleSpecification
  ) -> Bool {
    if let given = setting.zero { return given }
    return users.contains { layer, _ in
      let isDimension = layer.dimensionChannel == axis
      return switch layer.mark.kind {
      case .bar, .area, .line, .estimate: !isDimension
      case .point, .circle, .square, .rule, .text: true
      }
    }
  }
}

extension ScaleSpecification {
  fileprivate var saysAnything: Bool {
    kind != nil || domain != nil || zero != nil || nice != nil || isReversed
  }
}

extension ScaleSpecification.Kind {
  /// Whether the scale can show values of a type.
  fileprivate func suits(_ type: FieldType) -> Bool {
    switch self {
    case .linear, .log: type == .quantitative
    case .time, .utc: type == .temporal
    case .band, .point, .ordinal: type.isDiscrete
    }
  }
}
