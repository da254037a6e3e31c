import Values

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
