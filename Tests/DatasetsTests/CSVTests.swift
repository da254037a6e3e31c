import Datasets
import Diagnostics
import TestSupport
import Testing

@Suite("Comma-separated values")
struct CSVTests {
  @Test(
    "What RFC 4180 allows is read",
    arguments: [
      ("a,b\nx,y\n", [["x", "y"]]),
      ("a,b\r\nx,y\r\n", [["x", "y"]]),
      ("a,b\nx,y", [["x", "y"]]),
      ("\u{FEFF}a,b\nx,y\n", [["x", "y"]]),
      ("a,b\n\"x\",\"y, z\"\n", [["x", "y, z"]]),
      ("a,b\n\"x \"\"quoted\"\"\",\"\"\"\"\n", [["x \"quoted\"", "\""]]),
      ("a,b\n\"two\nlines\",\"two\r\nlines\"\n", [["two\nlines", "two\r\nlines"]]),
      ("a,b\n,\n\"\",x\n", [["", ""], ["", "x"]]),
      ("a,b\n x , y \n", [[" x ", " y "]]),
      ("a\n\"\"\nx\n", [[""], ["x"]]),
      ("a,b\n", []),
      ("a,b", []),
      ("\"a\",\"b\"\nʤ,ḥaqqānī\n", [["ʤ", "ḥaqqānī"]]),
      ("a,b\nx,", [["x", ""]]),
      ("a,b\nx,\"\"", [["x", ""]]),
      ("a,b\n\"{\"\"k\"\": \"\"v\"\"}\",y\n", [["{\"k\": \"v\"}", "y"]]),
    ])
  func allowed(text: String, rows: [[String]]) throws {
    let read = readCSV(text)
    #expect(read.diagnostics == [])
    let dataset = try #require(read.dataset)
    #expect((0..<dataset.rowCount).map(dataset.texts) == rows)
  }

  @Test(
    "What it does not allow is named by its bytes",
    arguments: [
      ("", [""], ["this file is empty"]),
      ("\u{FEFF}", [""], ["this file is empty"]),
      ("\nx,y\n", [""], ["this file has no header"]),
      ("a,,c\nx,y,z\n", [""], ["column 2 has no name"]),
      ("a, ,c\nx,y,z\n", [" "], ["column 2 has no name"]),
      ("a,b,a\nx,y,z\n", ["a"], ["the column 'a' stands twice"]),
      ("a,b\nx\n", ["x"], ["this row has 1 cell, the header has 2"]),
      ("a,b\nx,y,\"z\",w\n", ["\"z\",w"], ["this row has 4 cells, the header has 2"]),
      ("a,b\n\nx,y\n", [""], ["this line is empty"]),
      ("a\nx\n\n", [""], ["this line is empty"]),
      ("a,b\nx\"y,z\n", ["\""], ["a quotation mark stands within a cell that is not quoted"]),
      ("a,b\nx,\"y\n", ["\""], ["this quotation mark is never closed"]),
      (
        "a,b\n\"x\"y,z\n", ["y"], ["text stands behind the quotation mark that closes this cell"]
      ),
      ("a,b\n\"x\" ,z\n", [" "], ["text stands behind the quotation mark that closes this cell"]),
      ("a,b\nx,y\rz,w\n", ["\r"], ["a carriage return without a line feed stands here"]),
      ("a,b\nx,\u{0}\n", ["\u{0}"], ["a NUL byte stands here, so that this is no text"]),
    ])
  func refused(text: String, words: [String], messages: [String]) {
    let read = readCSV(text)
    #expect(read.diagnostics.map(\.message) == messages)
    #expect(read.diagnostics.allSatisfy { $0.code == .csvInvalid })
    #expect(read.words == words)
  }

  @Test("A duplicate column points at the first")
  func duplicate() throws {
    let read = readCSV("a,b,\"a\"\n1,2,3\n")
    let diagnostic = try #require(read.diagnostics.first)
    #expect(diagnostic.range == 5..<6)
    #expect(diagnostic.labels.map(\.span.range) == [0..<1])
    #expect(read.dataset?.fields.map(\.name) == ["a", "b"])
  }

  @Test(
    "Bytes that are no UTF-8 are an error at the first of them",
    arguments: [([0x61, 0x0A, 0xC3, 0x28], 2), ([0x61, 0xE9], 1)]
      as [([UInt8], Int)])
  func encoding(bytes: [UInt8], offset: Int) {
    let file = DataFile(path: "data/t.csv", file: testFile, bytes: bytes)
    let outcome = PackageReader.read(descriptor: nil, files: [file])
    #expect(outcome.diagnostics.map(\.code) == [.textEncodingInvalid])
    #expect(outcome.diagnostics.first?.range?.lowerBound == offset)
    #expect(outcome.value.unreadable == ["t"])
  }

  @Test("One ragged row leaves the others, and its own cells that are there")
  func ragged() throws {
    let dataset = try #require(readCSV("n,t\n1,a\n2\n3,c,d\n").dataset)
    #expect((0..<3).map(dataset.texts) == [["1", "a"], ["2", ""], ["3", "c"]])
    #expect(dataset.fields.map(\.kind) == [.integer, .string])
  }

  @Test("Every cell has the place of its content")
  func places() throws {
    let marked = Marked("a,b\r\n⟦x⟧,\"⟦y \"\"z\"\"⟧\"\r\n⟦⟧,⟦é⟧")
    let dataset = try #require(readCSV(marked.text).dataset)
    let found = [(0, 0), (0, 1), (1, 0), (1, 1)].map { dataset.span(row: $0.0, column: $0.1).range }
    #expect(found == marked.ranges)
  }

  @Test(
    "Types are inferred from the cells",
    arguments: [
      ("n", ["1", "-2", "+3"], Field.Kind.integer), ("n", ["1", "2.5"], .number),
      ("n", ["1e3", "2"], .number), ("n", ["007"], .string), ("n", ["1,5"], .string),
      ("year", ["2020", "2021"], .year), ("from_year", ["1996"], .year),
      ("attacks_per_year", ["1996"], .integer), ("year", ["20200"], .integer),
      ("b", ["true", "false"], .boolean), ("b", ["yes", "no"], .string),
      ("d", ["2021-08-26", "2014-41"], .date), ("d", ["2007~/..", "198X"], .date),
      ("d", ["2015", "2016?"], .date), ("d", ["2015", "2015-us"], .string),
      ("e", ["~60", "700"], .estimate), ("e", ["183..", ">50", "..4000"], .estimate),
      ("e", ["1000..2000", "many"], .string), ("n", ["", ""], .string),
      ("n", ["", "4"], .integer), ("n", ["99999999999999999999"], .number),
    ])
  func inference(name: String, cells: [String], kind: Field.Kind) throws {
    let text = ([name + ",end"] + cells.map { "\"\($0)\"," }).joined(separator: "\n")
    let read = readCSV(text)
    #expect(read.diagnostics == [])
    #expect(try #require(read.dataset).fields[0].kind == kind)
  }

  @Test("Formula cells are kept with a warning; numbers, estimates and dates are none")
  func formulas() throws {
    let text = "t,n\n=1+1,\n@SUM(A1),\n+cmd,\n-x,\n-5,\n+5,\n-5..5,\n-0044,\na=b,\n"
    let read = readCSV(text)
    #expect(read.diagnostics.map(\.code) == Array(repeating: .cellFormula, count: 4))
    #expect(read.words == ["=1+1", "@SUM(A1)", "+cmd", "-x"])
    #expect(read.diagnostics.errorCount == 0)
    #expect(read.dataset?.texts(0).first == "=1+1")
  }

  @Test("Many faults of one kind are counted, not listed")
  func limits() {
    let rows = String(repeating: "x\n", count: 3_000)
    let read = readCSV("a,b\n" + rows)
    #expect(read.diagnostics.count == 50)
    #expect(read.diagnostics.last?.message.hasSuffix("(and 2950 more like it)") == true)
  }

  @Test("Ten thousand columns and a line of twenty megabytes are read")
  func large() throws {
    let names = (0..<10_000).map { "c\($0)" }.joined(separator: ",")
    let wide = try #require(readCSV(names + "\n" + names + "\n").dataset)
    #expect(wide.fields.count == 10_000)
    #expect(wide.texts(0).last == "c9999")
    let long = String(repeating: "x", count: 20_000_000)
    #expect(readCSV("a,b\n\(long),1\n").dataset?.texts(0)[0].utf8.count == 20_000_000)
    let open = readCSV("a,b\n\"" + long)
    #expect(open.words.contains("\""))
    let short = readCSV(names + "\n" + String(repeating: "x\n", count: 100_000))
    #expect(short.dataset?.rowCount == 0 && short.diagnostics.count == 50)
    let quotes = readCSV("a,b\nx" + String(repeating: "\"", count: 1_000_000))
    #expect(quotes.diagnostics.count == 51)
  }

  @Test("Random bytes never crash and keep cells within the file")
  func random() {
    var generator = DeterministicGenerator(seed: 42)
    let alphabet: [UInt8] = Array("a1,\"\n\r=~.;- é".utf8)
    for round in 0..<4_000 {
      let count = Int.random(in: 0..<40, using: &generator)
      var bytes: [UInt8] = []
      for _ in 0..<count {
        let any = UInt8.random(in: 0...255, using: &generator)
        bytes.append(round % 4 == 0 ? any : alphabet.randomElement(using: &generator) ?? any)
      }
      let file = DataFile(path: "data/t.csv", file: testFile, bytes: bytes)
      let outcome = PackageReader.read(descriptor: nil, files: [file])
      for diagnostic in outcome.diagnostics {
        #expect((diagnostic.range?.upperBound ?? 0) <= bytes.count)
      }
      guard let dataset = outcome.value.datasets["t"] else {
        #expect(outcome.diagnostics.errorCount > 0)
        continue
      }
      #expect(dataset.cellSpans.count == dataset.rowCount * dataset.fields.count)
      #expect(dataset.cellSpans.allSatisfy { $0.range.upperBound <= bytes.count })
    }
  }
}
