import Values

extension ExpressionFunction {
  /// What is wrong with a format that an author wrote for the function; nil where all is well.
  func fault(ofFormat text: String) -> String? {
    switch self {
    case .format:
      if case .failure(let error) = NumberFormat.parse(text) {
        return "'\(text)' is no format for numbers: \(error.message)"
      }
    case .timeFormat, .utcFormat, .timeParse, .utcParse:
      if case .failure(let error) = TimeFormat.parse(text) {
        return "'\(text)' is no format for times: \(error.message)"
      }
    default: break
    }
    return nil
  }

  /// The value of a function of moments; nil where it is none.
  func moment(_ arguments: [Datum], _ language: Language) -> Datum? {
    func parts() -> MomentParts? {
      MomentParts(TemporalReading.datum(arguments[0]).measure ?? .nan)
    }
    func part(_ read: (MomentParts) -> Int) -> Datum {
      parts().map { .number(Double(read($0))) } ?? .number(.nan)
    }
    switch self {
    case .year, .utcyear: return part { $0.year }
    case .quarter, .utcquarter: return part { ($0.month - 1) / 3 + 1 }
    case .month, .utcmonth: return part { $0.month - 1 }
    case .date, .utcdate: return part { $0.day }
    case .day, .utcday: return part { $0.weekday }
    case .dayofyear, .utcdayofyear: return part { $0.dayOfYear }
    case .week, .utcweek: return part { $0.week(beginningOn: 0) }
    case .hours, .utchours: return part { $0.hour }
    case .minutes, .utcminutes: return part { $0.minute }
    case .seconds, .utcseconds: return part { $0.second }
    case .milliseconds, .utcmilliseconds: return part { $0.millisecond }
    case .time:
      return .number(TemporalReading.datum(arguments[0]).measure ?? .nan)
    case .timezoneoffset: return .number(0)
    case .toDate:
      return arguments[0].isMissing ? .null : TemporalReading.datum(arguments[0])
    case .datetime, .utc:
      let moment = Self.moment(arguments)
      return self == .utc ? .number(moment) : .time(moment)
    case .timeFormat, .utcFormat:
      guard let moment = TemporalReading.datum(arguments[0]).measure else { return .text("") }
      guard arguments.count > 1 else { return .text(TimeLabels.text(moment, in: language)) }
      guard case .success(let format) = TimeFormat.parse(arguments[1].text) else {
        return .text("")
      }
      return .text(format.text(moment, in: language))
    case .timeParse, .utcParse:
      guard arguments.count > 1, case .success(let format) = TimeFormat.parse(arguments[1].text)
      else { return TemporalReading.datum(arguments[0]) }
      return format.milliseconds(in: arguments[0].text).map(Datum.time) ?? .null
    case .monthFormat: return Self.name(language.monthNames, arguments[0])
    case .monthAbbrevFormat: return Self.name(language.shortMonthNames, arguments[0])
    case .dayFormat: return Self.name(Self.weekdays(language), arguments[0])
    case .dayAbbrevFormat:
      return Self.name(Self.weekdays(language).map { String($0.prefix(3)) }, arguments[0])
    default: return nil
    }
  }

  /// The names of days, Sunday first.
  private static func weekdays(_ language: Language) -> [String] {
    let names = language.weekdayNames
    return [names[6]] + names.prefix(6)
  }

  private static func name(_ names: [String], _ index: Datum) -> Datum {
    guard let place = Int(exactly: index.number.rounded()), names.indices.contains(place) else {
      return .text("")
    }
    return .text(names[place])
  }

  /// A moment of its parts: year, month from 0, day, hours, minutes, seconds, milliseconds; of one
  /// value alone, what that says.
  private static func moment(_ arguments: [Datum]) -> Double {
    guard arguments.count > 1 else { return TemporalReading.datum(arguments[0]).measure ?? .nan }
    let numbers = arguments.map(\.number)
    guard numbers.allSatisfy({ $0.magnitude < 1e9 }) else { return .nan }
    let parts = numbers.map { Int($0.rounded(.towardZero)) }
    func part(_ index: Int, _ fallback: Int) -> Int {
      index < parts.count ? parts[index] : fallback
    }
    let months = parts[0] * 12 + part(1, 0)
    let year = Int((Double(months) / 12).rounded(.down))
    let first = Day(year: year, month: months - year * 12 + 1, day: 1).number
    let days = Double(first + part(2, 1) - 1) * 86_400_000
    let minutes = part(3, 0) * 60 + part(4, 0)
    return days + Double(minutes) * 60_000 + Double(part(5, 0)) * 1_000 + Double(part(6, 0))
  }
}
