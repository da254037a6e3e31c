import Diagnostics
import Documents
import Values

/// Reads Vega-Lite's date-time mappings: `{year: 2000, month: jan, date: 15}`; all times are UTC.
enum DateTimeReader {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

  /// The moment in milliseconds since 1970; what is left out is its first, and the year 2012 as
  /// units of time without a year have it.
  static func read(_ node: Node) -> Outcome<Double> {
    var reader = PropertyReader(node, of: "a date and time")
    let year = reader.number("year")
    let quarter = reader.number("quarter")
    let month = named(&reader, "month", months).map { $0 + 1 } ?? nil
    let date = reader.number("date")
    let day = named(&reader, "day", days)
    let hours = reader.number("hours") ?? 0
    let minutes = reader.number("minutes") ?? 0
    let seconds = reader.number("seconds") ?? 0
    let milliseconds = reader.number("milliseconds") ?? 0
    reader.acknowledge("utc")
    func whole(_ number: Double, _ limit: Double) -> Int { Int(max(-limit, min(number, limit))) }
    let monthIndex = month ?? quarter.map { ($0 - 1) * 3 + 1 } ?? 1
    var first = Day(
      year: whole(year ?? 2012, 200_000), month: min(max(whole(monthIndex, 12), 1), 12), day: 1
    ).number
    if let date { first += whole(date, 100_000) - 1 }
    if let day, date == nil { first = Day(year: 2012, month: 1, day: 1).number + whole(day, 7) }
    let time = ((hours * 60 + minutes) * 60 + seconds) * 1_000 + milliseconds
    return Outcome(Double(first) * 86_400_000 + time, reader.finish())
  }

  /// A number, or the index of a name by its first three letters.
  private static func named(
    _ reader: inout PropertyReader, _ key: String, _ names: [String]
  ) -> Double? {
    guard let node = reader.node(key) else { return nil }
    if let number = node.number { return key == "month" ? number - 1 : number }
    let start = String((node.text ?? "").lowercased().prefix(3))
    if let index = names.firstIndex(of: start) { return Double(index) }
    reader.wrongType(node, key, expected: "a number or a name")
    return nil
  }
}
