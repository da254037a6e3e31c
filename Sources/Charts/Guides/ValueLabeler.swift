import Diagnostics
import Values

/// Says the values of a scale on its axis, in its legend or above the parts of a facet.
struct ValueLabeler: Sendable {
  let channel: BoundChannel
  let words: ChartWords
  private let format: LabelFormat?
  private let expression: Expression?
  private let parameters: [String: Datum]
  private let continuous: (@Sendable (Double) -> String)?
  /// The format over the ticks of a scale.
  private let ticks: TickNumbers?

  /// - Parameters:
  ///   - continuous: The scale whose ticks are said; nil for names.
  ///   - count: About how many ticks it has, which decides the number of decimals.
  init(
    _ channel: BoundChannel, format: Spanned<String>?, formatType: String?,
    labelExpression: Expression?, _ config: ChartConfig, _ words: ChartWords,
    continuous: ContinuousScale? = nil, count: Double = 10, isNormalized: Bool = false,
    hasWholeTicks: Bool = false
  ) {
    self.channel = channel
    self.words = words
    expression = labelExpression
    parameters = config.parameters
    let isTime = formatType == "time" || (formatType == nil && channel.saysTimes)
    let unit = channel.definition.timeUnit
    let given =
      format
      ?? (isTime
        ? (unit == nil ? config.timeFormat : nil)
        : channel.type == .quantitative ? config.numberFormat : nil)
    if let given, let parsed = LabelFormat.parse(given, isTime: isTime).value {
      self.format = parsed
    } else if isNormalized, case .success(let percent) = NumberFormat.parse(".0%") {
      self.format = .number(percent)
    } else if isTime, let unit, case .success(let form) = TimeFormat.parse(unit.labelFormat) {
      self.format = .time(form)
    } else {
      self.format = nil
    }
    if case .number(let format)? = self.format, let continuous, continuous.kind != .time {
      let extent = continuous.extent
      ticks = TickNumbers(format, from: extent.low, to: extent.high, count: count)
    } else {
      ticks = nil
    }
    self.continuous = continuous.map { scale in
      if hasWholeTicks, scale.kind == .linear {
        return { NumberText.text($0, .fixed(places: 0, isGrouped: true), words) }
      }
      return scale.labels(count: count, in: words.language)
    }
  }

  /// What is said of a value, line by line.
  func lines(_ value: Datum, index: Int = 0) -> [String] {
    let label = text(value)
    guard let expression else { return [label] }
    let object = DatumObject(
      names: ["label", "value", "index"], values: [.text(label), value, .number(Double(index))])
    switch expression.evaluate(object, parameters, in: words.language) {
    case .list(let values): return values.map(\.text)
    case let result: return [result.text]
    }
  }

  /// What is said of a value on one line.
  func text(_ value: Datum) -> String {
    switch format {
    case .number(let format)?:
      guard let number = value.measure else { return name(value) }
      return ticks?.text(number, in: words.language) ?? format.text(number, in: words.language)
    case .time(let format)?:
      let read = TemporalReading.datum(value)
      guard let moment = read.measure else { return name(value) }
      // `%e` fills with a blank, which would shift the label.
      let text = format.text(moment, in: words.language)
      return text.first == " " ? String(text.drop { $0 == " " }) : text
    case nil: break
    }
    if let continuous, let number = value.measure { return continuous(number) }
    if let bins = channel.bins, channel.type.isDiscrete, let start = value.measure {
      let end = start + bins.step
      return "\(plain(start)) – \(plain(end))"
    }
    return name(value)
  }

  private func plain(_ number: Double) -> String {
    NumberText.text(number, .automatic, words)
  }

  /// A value as a name.
  private func name(_ value: Datum) -> String {
    switch value {
    case .null: return "null"
    // Thousands stay together, for a number that is a name is often a year.
    case .number(let number) where !number.isFinite:
      return NumberText.text(number, .name, words)
    case .number(let number):
      return channel.type == .quantitative
        ? NumberText.text(number, .automatic, words) : NumberText.text(number, .name, words)
    case .time(let moment): return TimeLabels.full(moment, in: words.language)
    case .date(let date): return date.shortWords(in: words.language)
    case .estimate(let estimate): return estimate.digits(in: words.language)
    case .text, .boolean, .list, .object: return value.text
    }
  }
}

extension BoundChannel {
  /// Whether its values are said as times.
  var saysTimes: Bool {
    guard type == .temporal || definition.timeUnit != nil else { return false }
    switch aggregate {
    case .count, .distinct, .valid, .missing: return false
    default: return true
    }
  }
}
