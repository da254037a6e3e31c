import Diagnostics
import Values

extension ScaleBuilder {
  /// Beyond this the distance of two numbers is infinite.
  private static let limit = 8e307

  /// The amounts that a scale must cover, gathered value by value.
  private struct Coverage {
    var lower = Double.infinity
    var upper = -Double.infinity
    /// The largest bound that an estimate leaves open upwards, which needs room above it.
    var openAbove = -Double.infinity
    /// The smallest bound that an estimate leaves open downwards.
    var openBelow = Double.infinity
    var isLog = false

    var isAny: Bool { lower <= upper }

    mutating func include(_ value: Double?) {
      guard let value, value.isFinite, !isLog || value > 0 else { return }
      let held = min(max(value, -limit), limit)
      lower = min(lower, held)
      upper = max(upper, held)
    }
  }

  /// Works out the domain of a continuous scale, or of one that makes steps of one.
  mutating func cover(_ model: inout ScaleModel) {
    var coverage = Coverage()
    coverage.isLog = model.type == .log
    for user in model.users { add(user, model, &coverage) }
    checkLogarithm(model)
    // The first layer speaks for all, as in Vega-Lite.
    let zeroes = model.users.first { $0.channel.isField }.map { includesZero($0, model) } ?? false
    let given = model.specification
    model.isEmpty = !coverage.isAny && given.domain == nil
    for value in given.unionWith { coverage.include(number(value, model)) }
    if let explicit = given.domain {
      var numbers = explicit.compactMap { number($0.value, model) }
      checkDomain(explicit, model)
      if numbers.count >= 2 || model.type == .threshold {
        if numbers.count == 2, numbers[0] == numbers[1] { numbers[1] += 1 }
        model.domain = .continuous(numbers)
        model.includesZero = given.zero == true
        if given.zero == true { model.domain = .continuous(withZero(numbers)) }
        model.nice = given.nice.flatMap { if case .on(false) = $0 { nil } else { $0 } }
        return
      }
    }
    model.includesZero = (given.zero ?? zeroes) && model.type != .log && !model.type.isTime
    if model.includesZero { coverage.include(0) }
    var (low, high) = ends(coverage, model)
    if let minimum = given.domainMin.flatMap({ number($0, model) }) { low = minimum }
    if let maximum = given.domainMax.flatMap({ number($0, model) }) { high = maximum }
    var numbers = [low, high]
    if let middle = given.domainMid, middle > low, middle < high { numbers = [low, middle, high] }
    model.domain = .continuous(numbers)
    model.nice = niceness(model)
  }

  /// Reports ends of a domain that are no amounts or moments, and a domain of one end.
  private mutating func checkDomain(_ domain: [Spanned<Datum>], _ model: ScaleModel) {
    if let wrong = domain.first(where: { number($0.value, model) == nil }) {
      report(
        Diagnostic(
          .valueInvalid,
          "'\(wrong.value.text)' is no \(model.type.isTime ? "date" : "number") for the domain of "
            + "'\(model.channel.rawValue)'", at: wrong.span))
    } else if domain.count < 2, model.type != .threshold, let only = domain.first {
      report(
        Diagnostic(
          .valueInvalid, "the domain of '\(model.channel.rawValue)' has one end only",
          at: only.span, help: "write two, or 'domainMin' or 'domainMax'"))
    }
  }

  /// Reports values that a logarithmic scale has no place for.
  private mutating func checkLogarithm(_ model: ScaleModel) {
    guard model.type == .log, model.channel.isPosition, let type = model.specification.type,
      model.specification.domain == nil
    else { return }
    let numbers = model.users.flatMap { user in
      user.stack == nil ? user.channel.values.compactMap(\.measure) : []
    }
    guard let least = numbers.min(), least <= 0 else { return }
    report(
      Diagnostic(
        .blockInvalid,
        "a logarithmic scale cannot show \(least == 0 ? "zero" : "what is below zero")",
        at: type.span, help: "leave those rows out by a filter, or use a linear scale"))
  }

  private func withZero(_ numbers: [Double]) -> [Double] {
    var result = numbers
    if let first = result.first, first > 0 { result[0] = 0 }
    if let last = result.last, last < 0 { result[result.count - 1] = 0 }
    return result
  }

  private func niceness(_ model: ScaleModel) -> ScaleSpecification.Nice? {
    if let given = model.specification.nice {
      if case .on(false) = given { return nil }
      return given
    }
    // Estimates take up their dates whole, so that an axis ends where a year does.
    if model.type.isTime, model.channel.isPosition, !config.hasOwnSizes,
      model.users.contains(where: { $0.mark.kind == .estimate })
    {
      return .on(true)
    }
    let isBinned = model.users.contains { $0.channel.definition.bin != nil }
    guard model.channel.isPosition, !isBinned, !model.type.isTime,
      model.specification.domainMin == nil, model.specification.domainMax == nil,
      model.users.contains(where: { !$0.channel.definition.isBinned })
        || model.type != .linear
    else { return nil }
    return .on(true)
  }

  /// The ends, with room for what is open, and never the same where that can be helped.
  private func ends(_ coverage: Coverage, _ model: ScaleModel) -> (Double, Double) {
    guard coverage.isAny else { return coverage.isLog ? (1, 10) : (0, 1) }
    var (low, high) = (coverage.lower, coverage.upper)
    guard model.channel.isPosition, !config.hasOwnSizes || coverage.openAbove.isFinite else {
      return (low, high)
    }
    if low == high, model.type.isTime {
      // A single day in the middle of its week, a single year with its neighbours.
      let room = max(singleExtent(model) / 2, 43_200_000)
      return (low - room, high + room)
    }
    if low == high {
      if coverage.isLog { return (low / 2, high * 2) }
      return low == 0
        ? (0, 1)
        : low > 0
          ? (model.includesZero ? 0 : low - low / 10, high + low / 10)
          : (low + low / 10, model.includesZero ? 0 : high - low / 10)
    }
    let room = high / 8 - low / 8
    if coverage.openAbove > high - room {
      high = coverage.isLog ? high * 2 : coverage.openAbove + room
    }
    if coverage.openBelow < low + room, low != 0 {
      low = coverage.isLog ? low / 2 : coverage.openBelow - room
    }
    return (low, high)
  }

  /// How long the date is that alone is on an axis, in milliseconds.
  private func singleExtent(_ model: ScaleModel) -> Double {
    for user in model.users {
      for case .date(let date) in user.channel.values {
        if let first = date.firstMoment, let last = date.lastMoment { return last - first }
      }
    }
    return 0
  }

  /// Takes in what one channel shows.
  private func add(
    _ user: ScaleModel.User, _ model: ScaleModel, _ coverage: inout Coverage
  ) {
    if let stack = user.stack {
      if stack.offset == .normalize {
        coverage.include(0)
        coverage.include(1)
        // Amounts below zero have their parts below it.
        for start in stack.ends where start < 0 { coverage.include(start) }
        return
      }
      for index in stack.starts.indices {
        coverage.include(stack.starts[index])
        coverage.include(stack.ends[index])
      }
      return
    }
    let channel = user.channel
    if let bins = channel.bins {
      coverage.include(bins.start)
      coverage.include(bins.stop)
      return
    }
    let takesWhole = user.mark.kind == .estimate
    for value in (channel.source ?? channel.values) {
      include(value, takesWhole: takesWhole, &coverage)
    }
    if let ends = channel.ends, user.mark.kind == .bar || user.mark.kind == .rect {
      for value in ends { coverage.include(value.measure) }
    }
    for value in user.second?.values ?? [] {
      include(value, takesWhole: takesWhole, &coverage)
    }
    addErrors(user, &coverage)
  }

  private func include(_ value: Datum, takesWhole: Bool, _ coverage: inout Coverage) {
    switch value {
    case .estimate(let estimate) where takesWhole:
      coverage.include(estimate.low)
      coverage.include(estimate.high)
      if estimate.low == nil, let high = estimate.high {
        coverage.openBelow = min(coverage.openBelow, high)
      }
      if estimate.high == nil, let low = estimate.low {
        coverage.openAbove = max(coverage.openAbove, low)
      }
    case .date(let date) where takesWhole:
      coverage.include(date.firstMoment)
      coverage.include(date.lastMoment)
      // A date open on one side alone has its known end as its place.
      if date.firstMoment == nil || date.lastMoment == nil { coverage.include(date.moment) }
    default: coverage.include(value.measure)
    }
  }

  /// Takes in how far errors reach.
  private func addErrors(_ user: ScaleModel.User, _ coverage: inout Coverage) {
    let unit = units[user.unit]
    let (first, second): (Channel, Channel)
    switch user.channel.channel {
    case .x: (first, second) = (.xError, .xError2)
    case .y: (first, second) = (.yError, .yError2)
    default: return
    }
    guard let error = unit[first] else { return }
    for item in 0..<unit.count {
      guard let middle = user.channel.value(item).measure, let above = error.value(item).measure
      else { continue }
      let below = unit[second]?.value(item).measure ?? -above
      coverage.include(middle + above)
      coverage.include(middle + below)
    }
  }

  private func number(_ value: Datum, _ model: ScaleModel) -> Double? {
    if model.type.isTime || model.fieldType == .temporal {
      let read = TemporalReading.datum(value)
      if case .number(let year) = value, year.magnitude < 10_000, year == year.rounded(),
        model.users.contains(where: { holdsDates($0.channel) })
      {
        // Among dates, 2015 is a year and not two seconds.
        return EDTFDate.year(Int(year)).firstMoment
      }
      return read.measure
    }
    return value.measure
  }

  private func holdsDates(_ channel: BoundChannel) -> Bool {
    channel.values.contains { if case .date = $0 { true } else { false } }
  }

  /// Whether a channel's scale begins at zero by itself (Vega-Lite, `compile/scale/properties`).
  private func includesZero(_ user: ScaleModel.User, _ model: ScaleModel) -> Bool {
    let channel = user.channel
    if channel.channel == .size, channel.type == .quantitative { return !model.type.isDiscretizing }
    guard channel.type == .quantitative, channel.definition.bin == nil,
      channel.channel.isPosition || channel.channel.isPolar, channel.definition.showsData
    else { return false }
    switch user.mark.kind {
    case .bar, .area, .line, .trail:
      if user.orientation.dimensionChannel == channel.channel { return false }
    case .estimate:
      if user.orientation.dimensionChannel == channel.channel { return false }
    default: break
    }
    if user.mark.kind == .bar || user.mark.kind == .area, user.second == nil { return true }
    return config.scale.zero
  }
}
