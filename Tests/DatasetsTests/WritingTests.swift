import Bytes
import Datasets
import Diagnostics
import Documents
import TestSupport
import Testing
import Values

@Suite("Writing data")
struct WritingTests {
  @Test("CSV quotes only what it must")
  func csv() throws {
    let dataset = Dataset(
      name: "d",
      fields: [Field(name: "t", kind: .string), Field(name: "a, b", kind: .number)],
      columns: [
        .texts(["plain", "a,b", "say \"x\"", "two\nlines", nil, "=1"]),
        .numbers([1, 1.5, -0.25, 1e21, nil, 0.1 + 0.2]),
      ])
    let expected = """
      t,"a, b"
      plain,1
      "a,b",1.5
      "say ""x\""",-0.25
      "two
      lines",1000000000000000000000
      ,
      =1,0.30000000000000004

      """
    #expect(dataset.csv().text == expected)
    #expect(dataset.csv(rows: [5, 0]).text == "t,\"a, b\"\n=1,0.30000000000000004\nplain,1\n")
  }

  @Test("JSON keeps numbers, booleans and lists as such")
  func json() throws {
    let dataset = try #require(
      readCSV(
        "id,n,year,ok,date,size,note\na,1.50,2020,true,2014-41,~60,\"say \"\"x\"\"\"\nb,,,,,,\n"
      )
      .dataset)
    #expect(
      dataset.json().text == """
        [
          {"id": "a", "n": 1.5, "year": 2020, "ok": true, "date": "2014-41", "size": "~60", "note": "say \\"x\\""},
          {"id": "b", "n": null, "year": null, "ok": null, "date": null, "size": null, "note": null}
        ]

        """)
    #expect(dataset.json(rows: []).text == "[]\n")
    let list = Dataset(
      name: "d", fields: [Field(name: "l", kind: .string, separator: ";")],
      columns: [.texts(["a; b", nil])])
    #expect(list.json().text == "[\n  {\"l\": [\"a\", \"b\"]},\n  {\"l\": null}\n]\n")
  }

  @Test(
    "A number reads back as the same number",
    arguments: [
      0, 1, -1, 0.1, 1.0 / 3, 123456.789, 1e15, 9_007_199_254_740_992, 1e22, 1.5e300,
      .leastNonzeroMagnitude,
      -2.5e-7, 6.02214076e23, .greatestFiniteMagnitude, 1e-5, 0.0001,
    ] as [Double])
  func numbers(value: Double) {
    let text = Value.number(value).dataText
    #expect(Double(text) == value)
    #expect(!text.contains("e"))
  }

  @Test("What is written reads back as the same cells")
  func roundTrip() throws {
    var generator = DeterministicGenerator(seed: 3)
    let pieces = ["a", ",", "\"", "\n", "\r\n", " ", "é", "=", "", "\u{FEFF}", "1"]
    for _ in 0..<500 {
      let width = Int.random(in: 1...3, using: &generator)
      let height = Int.random(in: 0...4, using: &generator)
      var columns: [[String?]] = []
      for _ in 0..<width {
        var cells: [String?] = []
        for _ in 0..<height {
          var text = "x"
          for _ in 0..<3 { text += pieces.randomElement(using: &generator) ?? "" }
          cells.append(Bool.random(using: &generator) ? text : nil)
        }
        columns.append(cells)
      }
      let fields = (0..<width).map { Field(name: "\u{FEFF}c,\($0)", kind: .string) }
      let dataset = Dataset(name: "t", fields: fields, columns: columns.map(Column.texts))
      let read = readCSV(dataset.csv().text)
      #expect(read.diagnostics.errorCount == 0)
      let back = try #require(read.dataset)
      #expect(back.fields.map(\.name) == fields.map(\.name))
      #expect((0..<height).map(back.texts) == (0..<height).map(dataset.texts))
    }
  }
}
