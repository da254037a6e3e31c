import Values

/// Reads the values of a column as `format.parse` asks: `number`, `boolean`, `date`, `string`, and
/// `date:'%Y-%m'` with a form of d3-time-format.
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
    default: break
    }
    guard let colon = kind.firstIndex(of: ":"), ["date", "utc"].contains(kind[..<colon]) else {
      return .failure(
        Fault(
          message: "'\(kind)' is no kind of value",
          help: "it can be number, boolean, string, date or date:'%Y-%m-%d'"))
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
}

/// Reads values as moments, for channels and transforms of time.
enum TemporalReading {
  /// The moment or date that a datum is; null where it is none.
  ///
  /// A number is milliseconds since 1970, as in JavaScript; a text what `Date.parse` reads, or else
  /// an EDTF date.
  static func datum(_ datum: Datum) -> Datum {
    switch datum {
    case .time(let moment): return moment.isFinite ? datum : .null
    case .date: return datum
    case .number(let number):
      guard number.isFinite else { return .null }
      // A whole number of four digits is a year: as milliseconds it would be a moment of 1970.
      if (1_000...9_999).contains(number), number == number.rounded() {
        return .time(Double(Day(year: Int(number), month: 1, day: 1).number) * 86_400_000)
      }
      return .time(number)
    case .text(let text):
      if let moment = TimeText.milliseconds(text) { return .time(moment) }
      if case .success(let date) = EDTFDate.parse(text) { return .date(date) }
      return .null
    case .null, .boolean, .list, .object, .estimate: return .null
    }
  }

  /// A column read as moments.
  static func column(_ column: [Datum]) -> [Datum] { column.map(self.datum) }
}
