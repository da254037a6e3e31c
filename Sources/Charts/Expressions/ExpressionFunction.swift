import Diagnostics
import Values

/// A function of Vega's expression language.
enum ExpressionFunction: String, CaseIterable, Sendable {
  // Kinds of values.
  case isArray, isBoolean, isDate, isDefined, isNumber, isObject, isString, isValid, isNaN, isFinite
  case toBoolean, toDate, toNumber, toString
  case `if`
  // Numbers.
  case abs, acos, asin, atan, atan2, ceil, clamp, cos, exp, floor, hypot, log, max, min, pow, round
  case sin, sqrt, tan
  // Dates.
  case datetime, utc, date, day, dayofyear, week, month, quarter, year, hours, minutes, seconds
  case milliseconds, time, timezoneoffset
  case utcdate, utcday, utcdayofyear, utcweek, utcmonth, utcquarter, utcyear, utchours, utcminutes
  case utcseconds, utcmilliseconds
  case timeFormat, utcFormat, timeParse, utcParse
  case monthFormat, monthAbbrevFormat, dayFormat, dayAbbrevFormat
  // Lists.
  case extent, clampRange, indexof, inrange, join, lastindexof, length, lerp, peek, pluck, reverse
  case sequence, slice, sort, span
  // Texts.
  case lower, upper, pad, parseFloat, parseInt, replace, split, substring, trim, truncate
  case format
  // Objects.
  case merge

  /// A call of the function called `name`.
  static func call(
    _ name: String, _ arguments: [ExpressionNode], _ range: Range<Int>
  ) throws(ExpressionFault) -> ExpressionNode {
    if let function = ExpressionFunction(rawValue: name) {
      let (least, most) = function.arity
      guard arguments.count >= least, arguments.count <= most else {
        let wanted =
          least == most ? "\(least)" : most > 99 ? "at least \(least)" : "\(least) to \(most)"
        throw ExpressionFault(
          message: "'\(name)' takes \(wanted) values, and here are \(arguments.count)",
          range: range)
      }
      return .call(function, arguments)
    }
    let reasons: [String: String] = [
      "random": "it would give another picture every time",
      "now": "it would give another picture every day",
      "sampleNormal": "it would give another picture every time",
      "sampleUniform": "it would give another picture every time",
      "test": "regular expressions are not supported",
      "regexp": "regular expressions are not supported",
    ]
    if let reason = reasons[name] {
      throw ExpressionFault(message: "'\(name)' is not supported: \(reason)", range: range)
    }
    throw ExpressionFault(
      message: "no function is called '\(name)'", range: range,
      help: Suggestion.didYouMean(name, among: allCases.map(\.rawValue)))
  }

  /// The constant called `name`.
  static func constant(_ name: String) -> Double? {
    switch name {
    case "PI": .pi
    case "E": 2.718_281_828_459_045
    case "LN2": 0.693_147_180_559_945_3
    case "LN10": 2.302_585_092_994_046
    case "LOG2E": 1.442_695_040_888_963_4
    case "LOG10E": 0.434_294_481_903_251_8
    case "SQRT1_2": 0.707_106_781_186_547_6
    case "SQRT2": 1.414_213_562_373_095_1
    case "NaN": .nan
    case "Infinity": .infinity
    case "MAX_VALUE": .greatestFiniteMagnitude
    case "MIN_VALUE": .leastNonzeroMagnitude
    default: nil
    }
  }

  private var arity: (Int, Int) {
    switch self {
    case .if, .clamp: (3, 3)
    case .max, .min, .hypot: (1, 1_000)
    case .atan2, .pow, .indexof, .lastindexof, .lerp, .pluck: (2, 3)
    case .inrange: (2, 4)
    case .clampRange, .replace: (3, 3)
    case .datetime, .utc: (1, 7)
    case .sequence: (1, 3)
    case .slice, .substring, .truncate: (2, 4)
    case .pad: (2, 4)
    case .join, .split: (1, 3)
    case .format, .timeFormat, .utcFormat, .timeParse, .utcParse: (1, 2)
    case .parseInt, .parseFloat, .trim, .sort, .length, .round: (1, 2)
    case .merge: (1, 100)
    default: (1, 1)
    }
  }

  /// The function's value.
  func apply(_ arguments: [Datum], _ language: Language) -> Datum {
    if let number = numeric(arguments) { return .number(number) }
    if let datum = moment(arguments, language) { return datum }
    if let datum = list(arguments) { return datum }
    return other(arguments, language)
  }

  // MARK: Numbers

  private func numeric(_ arguments: [Datum]) -> Double? {
    let x = arguments[0].number
    func second(_ fallback: Double = .nan) -> Double {
      arguments.count > 1 ? arguments[1].number : fallback
    }
    switch self {
    case .abs: return x.magnitude
    case .acos: return .pi / 2 - Elementary.atan2(x, (1 - x * x).squareRoot())
    case .asin: return Elementary.atan2(x, (1 - x * x).squareRoot())
    case .atan: return Elementary.atan(x)
    case .atan2: return Elementary.atan2(x, second())
    case .ceil: return x.rounded(.up)
    case .clamp: return Swift.min(Swift.max(x, second()), arguments[2].number)
    case .cos: return Elementary.cos(x)
    case .exp: return Elementary.exp(x)
    case .floor: return x.rounded(.down)
    case .hypot: return arguments.reduce(0) { $0 + $1.number * $1.number }.squareRoot()
    case .log: return Elementary.log(x)
    case .max: return arguments.dropFirst().reduce(x) { larger($0, $1.number) }
    case .min: return arguments.dropFirst().reduce(x) { -larger(-$0, -$1.number) }
    case .pow: return Elementary.pow(x, second())
    // Halves go upwards, as in JavaScript.
    case .round: return (x + 0.5).rounded(.down)
    case .sin: return Elementary.sin(x)
    case .sqrt: return x.squareRoot()
    case .tan: return Elementary.sin(x) / Elementary.cos(x)
    case .toNumber: return arguments[0].isMissing ? nil : x
    case .parseFloat: return Self.leadingNumber(arguments[0].text)
    case .parseInt:
      return Self.leadingInteger(arguments[0].text, radix: arguments.count > 1 ? second() : 10)
    default: return nil
    }
  }

  private func larger(_ first: Double, _ second: Double) -> Double {
    first.isNaN || second.isNaN ? .nan : Swift.max(first, second)
  }

  private static func leadingNumber(_ text: String) -> Double {
    // The longest beginning that is a number, as JavaScript has it.
    let start = text.utf8.drop { $0 <= 0x20 }
    var end = start.startIndex
    var best: Double = .nan
    for byte in start.prefix(400) {
      switch byte {
      case 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "e"),
        UInt8(ascii: "E"):
        end = start.index(after: end)
      default: return best
      }
      let written = String(decoding: start[..<end], as: UTF8.self)
      if let number = Double(written.hasSuffix(".") ? written + "0" : written) { best = number }
    }
    return best
  }

  /// The whole number that a text begins with, in digits of a radix of 2 to 36.
  private static func leadingInteger(_ text: String, radix: Double) -> Double {
    guard let radix = Int(exactly: radix), (2...36).contains(radix) else { return .nan }
    var bytes = text.utf8.drop { $0 <= 0x20 }
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    var result: Double?
    for byte in bytes {
      guard let digit = Int(String(decoding: [byte], as: UTF8.self), radix: radix) else { break }
      result = (result ?? 0) * Double(radix) + Double(digit)
    }
    return result.map { isNegative ? -$0 : $0 } ?? .nan
  }

  // MARK: Moments

  private func moment(_ arguments: [Datum], _ language: Language) -> Datum? {
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

  // MARK: Lists

  private func list(_ arguments: [Datum]) -> Datum? {
    let values: [Datum] = if case .list(let values) = arguments[0] { values } else { [] }
    let isList = arguments[0].kind == .list
    switch self {
    case .extent:
      let numbers = values.compactMap(\.measure)
      guard let low = numbers.min(), let high = numbers.max() else { return .list([.null, .null]) }
      return .list([.number(low), .number(high)])
    case .length: return isList ? .number(Double(values.count)) : arguments[0].member("length")
    case .indexof, .lastindexof:
      guard isList else {
        return Self.place(of: arguments[1].text, in: arguments[0].text, self == .lastindexof)
      }
      let place =
        self == .indexof
        ? values.firstIndex { Arithmetic.isSame($0, arguments[1]) }
        : values.lastIndex { Arithmetic.isSame($0, arguments[1]) }
      return .number(Double(place ?? -1))
    case .inrange:
      guard case .list(let range) = arguments[1], let first = range.first, let last = range.last
      else { return .boolean(false) }
      let (low, high) = (Swift.min(first.number, last.number), Swift.max(first.number, last.number))
      let value = arguments[0].number
      let holdsLow = arguments.count < 3 || arguments[2].isTruthy ? value >= low : value > low
      let holdsHigh = arguments.count < 4 || arguments[3].isTruthy ? value <= high : value < high
      return .boolean(holdsLow && holdsHigh)
    case .join:
      let separator = arguments.count > 1 ? arguments[1].text : ","
      return .text(values.map { $0.isNull ? "" : $0.text }.joined(separator: separator))
    case .lerp:
      guard let first = values.first?.number, let last = values.last?.number else { return .null }
      return .number(first + (last - first) * arguments[1].number)
    case .peek: return values.last ?? .null
    case .pluck: return .list(values.map { $0.member(arguments[1].text) })
    case .reverse: return isList ? .list(values.reversed()) : arguments[0]
    case .sort: return .list(values.sorted { DatumOrder.compare($0, $1) < 0 })
    case .span:
      guard let first = values.first, let last = values.last else { return .number(0) }
      return .number(last.number - first.number)
    case .clampRange:
      guard values.count == 2 else { return arguments[0] }
      let span = values[1].number - values[0].number
      let (low, high) = (arguments[1].number, arguments[2].number)
      let start = Swift.min(Swift.max(values[0].number, low), high - span)
      return .list([.number(start), .number(start + span)])
    case .sequence:
      let numbers = arguments.map(\.number)
      let start = numbers.count > 1 ? numbers[0] : 0
      let stop = numbers.count > 1 ? numbers[1] : numbers[0]
      let step = numbers.count > 2 ? numbers[2] : 1
      let count = ((stop - start) / step).rounded(.up)
      guard count.isFinite, count > 0, count <= 100_000 else { return .list([]) }
      return .list((0..<Int(count)).map { .number(start + Double($0) * step) })
    case .slice:
      guard isList else { return substring(arguments, allowsNegative: true) }
      let bounds = Self.bounds(arguments, values.count, allowsNegative: true)
      return .list(Array(values[bounds]))
    default: return nil
    }
  }

  private static func place(of part: String, in text: String, _ isLast: Bool) -> Datum {
    let (whole, wanted) = (Array(text.utf16), Array(part.utf16))
    guard wanted.count <= whole.count else { return .number(-1) }
    let places = Array(0...whole.count - wanted.count)
    let found = (isLast ? places.reversed() : places).first { whole[$0...].starts(with: wanted) }
    return .number(Double(found ?? -1))
  }

  private static func bounds(
    _ arguments: [Datum], _ count: Int, allowsNegative: Bool
  ) -> Range<Int> {
    func place(_ index: Int, _ fallback: Int) -> Int {
      guard index < arguments.count, !arguments[index].isNull else { return fallback }
      let number = arguments[index].number
      guard number.isFinite else { return number > 0 ? count : 0 }
      let whole = Int(Swift.max(-1e9, Swift.min(number, 1e9)))
      return Swift.min(Swift.max(whole < 0 && allowsNegative ? count + whole : whole, 0), count)
    }
    var (start, end) = (place(1, 0), place(2, count))
    if start > end { if allowsNegative { end = start } else { swap(&start, &end) } }
    return start..<end
  }

  private func substring(_ arguments: [Datum], allowsNegative: Bool) -> Datum {
    let units = Array(arguments[0].text.utf16)
    let bounds = Self.bounds(arguments, units.count, allowsNegative: allowsNegative)
    return .text(String(decoding: units[bounds], as: UTF16.self))
  }

  // MARK: Texts and kinds

  private func other(_ arguments: [Datum], _ language: Language) -> Datum {
    let datum = arguments[0]
    switch self {
    case .isArray: return .boolean(datum.kind == .list)
    case .isBoolean: return .boolean(datum.kind == .boolean)
    case .isDate:
      switch datum {
      case .time, .date: return .boolean(true)
      default: return .boolean(false)
      }
    case .isDefined: return .boolean(!datum.isNull)
    case .isNumber: return .boolean(datum.kind == .number)
    case .isObject: return .boolean(datum.kind == .object)
    case .isString: return .boolean(datum.kind == .text)
    case .isValid: return .boolean(datum.isValid)
    case .isNaN: return .boolean(datum.number.isNaN)
    case .isFinite: return .boolean(datum.number.isFinite)
    case .toBoolean:
      if datum.isMissing { return .null }
      return .boolean(datum.isTruthy && datum.text != "false" && datum.text != "0")
    case .toNumber: return .null
    case .toString: return datum.isMissing ? .null : .text(datum.text)
    case .if: return datum.isTruthy ? arguments[1] : arguments[2]
    case .lower: return .text(datum.text.lowercased())
    case .upper: return .text(datum.text.uppercased())
    case .substring: return substring(arguments, allowsNegative: false)
    case .trim: return .text(Self.trimmed(datum.text))
    case .replace:
      let text = datum.text
      guard let range = text.firstRange(of: arguments[1].text) else { return .text(text) }
      return .text(text.replacingCharacters(in: range, with: arguments[2].text))
    case .split:
      let separator = arguments.count > 1 ? arguments[1].text : ""
      guard !separator.isEmpty else { return .list(datum.text.map { .text(String($0)) }) }
      return .list(
        datum.text.split(separator: separator, omittingEmptySubsequences: false).map {
          .text(String($0))
        })
    case .pad: return .text(Self.padded(arguments))
    case .truncate: return .text(Self.truncated(arguments))
    case .format:
      guard arguments.count > 1, case .success(let format) = NumberFormat.parse(arguments[1].text)
      else { return .text(datum.text) }
      return .text(format.text(datum.number, in: language))
    case .merge:
      var names: [String] = []
      var values: [Datum] = []
      for case .object(let object) in arguments {
        for (name, value) in zip(object.names, object.values) {
          if let index = names.firstIndex(of: name) {
            values[index] = value
          } else {
            names.append(name)
            values.append(value)
          }
        }
      }
      return .object(DatumObject(names: names, values: values))
    default: return .null
    }
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars = scalars.dropFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars = scalars.dropLast() }
    return String(scalars)
  }

  private static func padded(_ arguments: [Datum]) -> String {
    let text = arguments[0].text
    let length = Int(Swift.max(0, Swift.min(arguments[1].number, 10_000)))
    let fill = arguments.count > 2 ? arguments[2].text : " "
    let missing = length - text.count
    guard missing > 0, let character = fill.first else { return text }
    let align = arguments.count > 3 ? arguments[3].text : "right"
    let before = align == "left" ? missing : align == "center" ? missing / 2 : 0
    return String(repeating: character, count: before) + text
      + String(repeating: character, count: missing - before)
  }

  private static func truncated(_ arguments: [Datum]) -> String {
    let text = arguments[0].text
    let length = Int(Swift.max(0, Swift.min(arguments[1].number, 10_000)))
    guard text.count > length else { return text }
    let align = arguments.count > 2 && !arguments[2].isNull ? arguments[2].text : "right"
    let mark = arguments.count > 3 ? arguments[3].text : "…"
    let kept = Swift.max(0, length - mark.count)
    switch align {
    case "left": return mark + text.suffix(kept)
    case "center":
      return text.prefix((kept + 1) / 2) + mark + text.suffix(kept / 2)
    default: return text.prefix(kept) + mark
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
