import Datasets
import Diagnostics
import Testing
import Values

@Suite("The types of Table Schema")
struct SchemaTypeTests {
  /// Quotes a cell where CSV asks for it.
  static func cell(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  /// Reads one cell under a field, and gives what became of it as data files write it.
  static func read(_ field: String, _ text: String) -> (written: String?, messages: [String]) {
    let read = CellTests.read(
      "fields: [{name: id}, {name: c, \(field)}]", "id,c\nx,\(cell(text))\n")
    guard let dataset = read.dataset, dataset.columns[1][0] != .missing else {
      return (nil, read.diagnostics.map(\.message))
    }
    return (dataset.texts(0)[1], read.diagnostics.map(\.message))
  }

  @Test(
    "What the type allows is read, and written in one form",
    arguments: [
      ("format: email", "a.b+c@example.org", nil),
      ("format: email", "\"a b\"@example.org", nil),
      ("format: uri", "https://example.org/a?b=%20#c", nil), ("format: uri", "urn:isbn:0", nil),
      ("format: binary", "aGVsbG8=", nil), ("format: binary", "YQ==", nil),
      ("format: uuid", "123e4567-e89b-42d3-a456-426614174000", nil),
      ("format: default", "anything at all", nil),
      ("type: number", "INF", nil), ("type: number", "-inf", "-INF"),
      ("type: number, decimalChar: ',', groupChar: ' '", "1 234,5", "1234.5"),
      ("type: number, bareNumber: false", "about 95%", "95"),
      ("type: integer, bareNumber: false", "EUR 95", "95"),
      ("type: integer, groupChar: ','", "1,000", "1000"),
      ("type: boolean, trueValues: [ja], falseValues: [nein]", "ja", "true"),
      ("type: date", "2024-02-29", nil),
      ("type: date, format: any", "29 February 2024", "2024-02-29"),
      ("type: date, format: any", "Feb 29, 2024", "2024-02-29"),
      ("type: date, format: any", "29.2.2024", "2024-02-29"),
      ("type: date, format: '%d/%m/%Y'", "29/02/2024", "2024-02-29"),
      ("type: date, format: 'fmt:%d/%m/%y'", "29/02/24", "2024-02-29"),
      ("type: date, format: '%m/%y'", "02/69", "1969-02"),
      ("type: date, format: '%A, %d %B %Y'", "Thursday, 29 february 2024", "2024-02-29"),
      ("type: date, format: '%Y day %j'", "2024 day 060", "2024-02-29"),
      ("type: datetime", "2024-02-29T10:00:00Z", nil),
      ("type: datetime", "2024-02-29T10:00:00", nil),
      ("type: datetime", "2024-02-29T10:00:00.250-05:00", "2024-02-29T10:00:00.25-05:00"),
      ("type: datetime, format: '%d.%m.%Y %H:%M'", "29.02.2024 10:05", "2024-02-29T10:05:00"),
      ("type: datetime, format: '%F %I:%M %p'", "2024-02-29 12:05 AM", "2024-02-29T00:05:00"),
      (
        "type: datetime, format: '%F %T%z'", "2024-02-29 10:00:00+0430", "2024-02-29T10:00:00+04:30"
      ),
      ("type: datetime, format: any", "2024-02-29 10:00", "2024-02-29T10:00:00"),
      ("type: time", "10:05:30", nil), ("type: time", "10:05:30.50Z", "10:05:30.5Z"),
      ("type: time, format: any", "3:05 pm", "15:05:00"),
      ("type: time, format: '%Hh%M'", "7h05", "07:05:00"),
      ("type: year", "2024", nil), ("type: yearmonth", "2024-02", nil),
      ("type: duration", "P1Y2M10DT2H30M", nil), ("type: duration", "-PT1.5S", nil),
      ("type: duration", "P2W", nil),
      ("type: geopoint", "71.50, 34.0", nil), ("type: geopoint", "71.5,34", "71.5, 34"),
      ("type: geopoint, format: array", "[71.5, 34]", "71.5, 34"),
      ("type: geopoint, format: object", "{\"lat\": 34, \"lon\": 71.5}", "71.5, 34"),
      ("type: object", "{ \"b\": [1, \"x\"], \"a\": null }", "{\"b\":[1,\"x\"],\"a\":null}"),
      ("type: array", "[1, [true]]", "[1,[true]]"),
      (
        "type: geojson", "{\"type\": \"Point\", \"coordinates\": [71.5, 34]}",
        "{\"type\":\"Point\",\"coordinates\":[71.5,34]}"
      ),
      (
        "type: geojson",
        "{\"type\":\"Feature\",\"properties\":null,\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}}",
        nil
      ),
      (
        "type: geojson, format: topojson", "{\"type\":\"Topology\",\"objects\":{},\"arcs\":[]}", nil
      ),
      ("type: any", " what ever ", nil), ("type: list", "a,b", nil),
    ] as [(String, String, String?)])
  func allowed(field: String, text: String, written: String?) {
    let read = Self.read(field, text)
    #expect(read.messages == [])
    #expect(read.written == written ?? text)
  }

  @Test(
    "What it does not allow is an error that says why",
    arguments: [
      ("format: email", "a.example.org", "'a.example.org' in column 'c' is no e-mail address"),
      (
        "format: email", "a@b",
        "'a@b' in column 'c' is no e-mail address: what stands behind the '@' is no domain"
      ),
      ("format: uri", "example.org", "'example.org' in column 'c' is no URI"),
      (
        "format: uri", "http://a b",
        "'http://a b' in column 'c' is no URI: ' ' must be escaped with '%'"
      ),
      ("format: binary", "abc", "'abc' in column 'c' is no base64: its length is no multiple of 4"),
      ("format: binary", "ab=c", "'ab=c' in column 'c' is no base64"),
      ("format: uuid", "123e4567", "'123e4567' in column 'c' is no UUID"),
      ("type: integer", "NaN", "'NaN' in column 'c' is no whole number"),
      (
        "type: date", "29/02/2024",
        "'29/02/2024' in column 'c' is no date: it is not written YYYY-MM-DD"
      ),
      (
        "type: date, format: any", "3/4/2020",
        "'3/4/2020' in column 'c' is no date: it can be read in several ways or in none"
      ),
      (
        "type: date, format: '%d/%m/%Y'", "2024-02-29",
        "'2024-02-29' in column 'c' is no date: it is not written as the field's 'format' says"
      ),
      (
        "type: datetime", "2024-02-29 10:00:00",
        "'2024-02-29 10:00:00' in column 'c' is no date with a time: it is not written "
          + "YYYY-MM-DDThh:mm:ssZ"
      ),
      (
        "type: time", "10:05", "'10:05' in column 'c' is no time of day: it is not written hh:mm:ss"
      ),
      (
        "type: time", "25:00:00",
        "'25:00:00' in column 'c' is no time of day: it is not written hh:mm:ss"
      ),
      ("type: duration", "1 day", "'1 day' in column 'c' is no duration"),
      ("type: duration", "P", "'P' in column 'c' is no duration"),
      ("type: duration", "PT", "'PT' in column 'c' is no duration"),
      ("type: duration", "P1DT", "'P1DT' in column 'c' is no duration"),
      ("type: duration", "P1M1Y", "'P1M1Y' in column 'c' is no duration"),
      (
        "type: duration", "P1.5D",
        "'P1.5D' in column 'c' is no duration: only seconds may have a fraction"
      ),
      (
        "type: geopoint", "34, 171.5",
        "'34, 171.5' in column 'c' is no point on the earth: a latitude lies between -90 and 90"
      ),
      ("type: geopoint", "here", "'here' in column 'c' is no point on the earth"),
      (
        "type: geopoint, format: array", "71.5, 34",
        "'71.5, 34' in column 'c' is no point on the earth: there is more after the end of this JSON"
      ),
      ("type: object", "[1]", "'[1]' in column 'c' is no JSON object: it is a list"),
      ("type: array", "{}", "'{}' in column 'c' is no JSON array: it is a mapping"),
      (
        "type: array", "[1,",
        "'[1,' in column 'c' is no JSON array: this JSON ends where a value should stand"
      ),
      (
        "type: geojson", "{\"type\": \"Point\", \"coordinates\": [[1, 2]]}",
        "'{\"type\": \"Point\", \"coordinates\": [[1, 2]]}' in column 'c' is no GeoJSON: its "
          + "coordinates are not those of a Point"
      ),
      (
        "type: geojson", "{\"type\": \"Circle\"}",
        "'{\"type\": \"Circle\"}' in column 'c' is no GeoJSON: 'Circle' is no type of GeoJSON"
      ),
    ])
  func refused(field: String, text: String, message: String) {
    let read = Self.read(field, text)
    #expect(read.messages == [message])
    #expect(read.written == nil)
  }

  @Test("What is no number is no value, and infinity is one")
  func special() {
    #expect(Self.read("type: number", "NaN").messages == [])
    #expect(Self.read("type: number", "NaN").written == nil)
  }

  @Test(
    "A format that the type does not have is an error at its words",
    arguments: [
      ("type: integer, format: email", "email"), ("format: emial", "emial"),
      ("type: date, format: '%Q'", "%Q"), ("type: date, format: '%d/%m'", "%d/%m"),
      ("type: time, format: '%Y'", "%Y"), ("type: date, format: '%Y%'", "%"),
      ("format: any", "any"),
    ])
  func formats(field: String, words: String) {
    let read = CellTests.read("fields: [{name: id}, {name: c, \(field)}]", "id,c\nx,\n")
    #expect(read.report == ["package-invalid \(words)"])
  }

  @Test("Bounds hold for everything that has an order, and lengths for what has parts")
  func bounds() {
    let read = CellTests.read(
      """
      fields:
        - {name: t, type: time, constraints: {minimum: "08:00:00"}}
        - {name: m, type: datetime, constraints: {maximum: "2024-01-01T00:00:00Z"}}
        - {name: d, type: duration, constraints: {minimum: PT90M, enum: [PT1H30M, PT2H, PT1H]}}
        - {name: x, type: number, constraints: {exclusiveMinimum: 0, exclusiveMaximum: 1}}
        - {name: a, type: array, constraints: {maxLength: 2, enum: [[1, 2], [3], [1, 2, 3]]}}
        - {name: o, type: object, constraints: {minLength: 1}}
        - {name: p, type: date, format: "%d/%m/%Y", constraints: {minimum: 01/02/2024}}
      """,
      """
      t,m,d,x,a,o,p
      08:00:00,2024-01-01T00:00:00Z,PT1H30M,0.5,"[1, 2]","{""k"":1}",01/02/2024
      07:59:59,2024-01-01T00:00:01Z,PT60M,0,"[1,2,3]",{},31/01/2024
      09:00:00,2023-01-01T00:00:00Z,PT120M,1,[4],"{""k"":1}",02/02/2024

      """)
    #expect(
      read.report == [
        "cell-constraint 07:59:59", "cell-constraint 2024-01-01T00:00:01Z", "cell-constraint PT60M",
        "cell-constraint 0", "cell-constraint [1,2,3]", "cell-constraint {}",
        "cell-constraint 31/01/2024", "cell-constraint 1", "cell-constraint [4]",
      ])
  }

  @Test("Durations are alike where they are as long, and sort and compare by their length")
  func durations() throws {
    let read = CellTests.read(
      "fields: [{name: d, type: duration, constraints: {unique: true}}]",
      "d\nPT2H\nP1D\nPT120M\nPT1H\n")
    #expect(read.report == ["cell-constraint PT120M"])
    let dataset = try #require(read.dataset)
    #expect(dataset.rows(sortedBy: keys("d", dataset)) == [3, 0, 2, 1])
    #expect(rows(dataset, "d > 'PT119M'") == [0, 1, 2])
    #expect(rows(dataset, "d == 'PT2H'") == [0, 2])
  }

  @Test("Moments of a day sort by the hour, in UTC where a zone is stated")
  func moments() throws {
    let dataset = try #require(
      CellTests.read(
        "fields: [{name: m, type: datetime}]",
        "m\n2024-01-01T10:00:00.5Z\n2024-01-01T09:00:00Z\n2024-01-01T10:00:00Z\n"
          + "2024-01-01T12:00:00+05:00\n"
      ).dataset)
    #expect(dataset.rows(sortedBy: keys("m", dataset)) == [3, 1, 2, 0])
    #expect(dataset.fields[0].kind == .date && dataset.fields[0].schemaType == .datetime)
    #expect(rows(dataset, "m >= '2024'") == [0, 1, 2, 3])
  }

  @Test("A point has a longitude and a latitude, which are numbers")
  func points() throws {
    let read = CellTests.read(
      "fields: [{name: p, type: geopoint}]", "p\n\"71.5, 34\"\n\"-10,-20.25\"\n\n")
    let dataset = try #require(read.dataset)
    #expect(rows(dataset, "p.lat < 0") == [1])
    let path = try #require(dataset.fieldPath("p.lon"))
    #expect(dataset.value(path, row: 0) == .number(71.5))
    #expect(dataset.rows(sortedBy: keys("p.lon", dataset)).first == 1)
  }

  @Test("What has no order cannot be asked which is more")
  func noOrder() throws {
    let dataset = try #require(
      CellTests.read("fields: [{name: o, type: object}, {name: p, type: geopoint}]", "o,p\n{},\n")
        .dataset)
    for text in ["o > 'x'", "p > 'x'"] {
      let condition = try #require(Condition.parse(expression(text)).value)
      #expect(condition.bind(to: dataset).diagnostics.map(\.code) == [.conditionInvalid])
    }
    #expect(rows(dataset, "o == '{}'") == [0])
  }

  @Test("JSON in cells stands as JSON in the published JSON")
  func published() throws {
    let dataset = try #require(
      CellTests.read(
        "fields: [{name: o, type: object}, {name: n, type: number}]",
        "o,n\n\"{\"\"a\"\": 1}\",INF\n"
      ).dataset)
    #expect(
      String(decoding: dataset.json(), as: UTF8.self).contains("\"o\": {\"a\":1}, \"n\": null"))
    #expect(dataset.texts(0) == ["{\"a\":1}", "INF"])
  }

  @Test("A field may have missing values of its own, and they may have labels")
  func missing() throws {
    let read = CellTests.read(
      """
      missingValues: [{value: "", label: not asked}, {value: "-9"}]
      fields: [{name: a, type: integer}, {name: b, type: integer, missingValues: ["-"]}]
      """, "a,b\n-9,-\n1,-9\n")
    #expect(read.report == [])
    let dataset = try #require(read.dataset)
    #expect(dataset.columns[0][0] == .missing && dataset.columns[1][0] == .missing)
    #expect(dataset.columns[1][1] == .number(-9))
  }

  private func keys(_ name: String, _ dataset: Dataset) -> [BoundSortKey] {
    dataset.fieldPath(name).map { [BoundSortKey(path: $0)] } ?? []
  }

  private func rows(_ dataset: Dataset, _ condition: String) -> [Int] {
    let parsed = Condition.parse(expression(condition)).value
    return dataset.rows(where: parsed?.bind(to: dataset).value)
  }
}
