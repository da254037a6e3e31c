import Values

/// Reads the values of a column as `format.parse` asks: `number`, `boolean`, `date`, `string`, and
/// `date:'%Y-%m'` with a form of d3-time-format. Beyond Vega-Lite there is `edtf`, for which
/// `2015` is the whole year and not its first moment.
enum ColumnParse {
  /// What is wrong with the name of a kind.
  struct Fault: Error {
    let message: String
    let help: String?
  }

  /// The column with every value read as `kind`; what cannot be read so is null.
  static func convert(_ column: [Datum], to kind: String) -> Result<[Datum], Fault> {
    switch kind {
    case "number":
      return .success(
        column.map { datum in
          guard !datum.isMissing else { return .null }
          return .number(datum.number)
        })
    case "boolean":
      return .success(
        column.map { datum in
          if case .text(let text) = datum {
            return text.isEmpty ? .null : .boolean(text != "false")
          }
          return datum.isNull ? .null : .boolean(datum.isTruthy)
        })
    case "string":
      return .success(column.map { $0.isNull ? .null : .text($0.text) })
    case "date", "utc": return .success(column.map(TemporalReading.datum))
    case "edtf": return dates(column)
    default: break
    }
    guard let colon = kind.firstIndex(of: ":"), ["date", "utc"].contains(kind[..<colon]) else {
      return .failure(
        Fault(
          message: "'\(kind)' is no kind of value",
          help: "it can be number, boolean, string, date, date:'%Y-%m-%d' or edtf"))
    }
    var pattern = kind[kind.index(after: colon)...]
    if let quote = pattern.first, quote == "'" || quote == "\"", pattern.last == quote,
      pattern.count >= 2
    {
      pattern = pattern.dropFirst().dropLast()
    }
    switch TimeFormat.parse(String(pattern)) {
    case .failure(let error):
      return .failure(
        Fault(message: "'\(pattern)' is no form of a date: \(error.message)", help: nil))
    case .success(let format):
      return .success(
        column.map { datum in
          guard !datum.isMissing else { return .null }
          return format.milliseconds(in: datum.text).map(Datum.time) ?? .null
        })
    }
  }

  /// The column as EDTF dates; a text that is none is a fault.
  private static func dates(_ column: [Datum]) -> Result<[Datum], Fault> {
    var dates: [Datum] = []
    for datum in column {
      if case .date = datum {
        dates.append(datum)
        continue
      }
      guard !datum.isMissing else {
        dates.append(.null)
        continue
      }
      switch EDTFDate.parse(datum.text) {
      case .success(let date): dates.append(.date(date))
      case .failure(let error):
        let message = "'\(datum.text)' is no date: \(error.message)"
        return .failure(Fault(message: message, help: error.hint))
      }
    }
    return .success(dates)
  }
}
