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
      if arguments.count > 1, case .literal(.text(let format)) = arguments[1],
        let fault = function.fault(ofFormat: format)
      {
        throw ExpressionFault(message: fault, range: range)
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
}
