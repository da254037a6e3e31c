import Diagnostics
import Testing

@Suite("Charts of every type of column")
struct SchemaKindTests {
  static func findings(_ x: String) throws -> [String] {
    try ChartCase(
      """
      datasets:
        d:
          fields: {n: integer, time: time, takes: duration, place: geopoint, tags: array, what: any}
          rows:
            - [1, "07:30:00", PT1H, "12.1, 54.2", "[1]", x]
            - [2, "09:00:00", PT2H, "12.3, 54.3", "[2]", y]
      chart:
        data: d
        mark: point
        description: D
        encoding: {x: {\(x)}, y: {field: n}}
      """
    ).diagnostics.map(\.message)
  }

  @Test(
    "What is held as text is a name on an axis, and the parts of a point are numbers",
    arguments: [
      "field: time", "field: takes", "field: place", "field: tags", "field: what",
      "field: place.lon", "field: place.lat, type: quantitative",
      "field: place.lat, aggregate: mean",
    ])
  func kinds(x: String) throws {
    #expect(try Self.findings(x) == [])
  }

  @Test(
    "It is neither an amount nor a date",
    arguments: [
      (
        "field: takes, type: quantitative", "the column 'takes' holds durations, not amounts"
      ),
      ("field: tags, type: temporal", "the column 'tags' holds JSON arrays, not dates"),
      ("field: time, type: temporal", "the column 'time' holds times of day, not dates"),
    ])
  func refused(x: String, message: String) throws {
    #expect(try Self.findings(x) == [message])
  }
}
