import Datasets
import Diagnostics
import Testing

/// The kinds of files that readers of CSV get wrong, each made from a rule of RFC 4180, section 2,
/// and written back as it should be read.
@Suite("Kinds of CSV files")
struct SpectrumTests {
  /// A kind, the file, and the dataset as JSON without its line ends.
  static let kinds: [(kind: String, csv: String, json: String)] = [
    ("simple", "a,b,c\nx,y,z\n", #"[{"a": "x", "b": "y", "c": "z"}]"#),
    ("simple, CRLF", "a,b,c\r\nx,y,z\r\n", #"[{"a": "x", "b": "y", "c": "z"}]"#),
    ("no line end behind the last row", "a,b\r\nx,y", #"[{"a": "x", "b": "y"}]"#),
    ("blanks are part of a cell", "a,b\n x , y\n", #"[{"a": " x ", "b": " y"}]"#),
    (
      "a comma in quotes", "name,town\nAda,\"Quay, north\"\n",
      #"[{"name": "Ada", "town": "Quay, north"}]"#
    ),
    (
      "empty cells", "a,b,c\nx,\"\",\"\"\ny,,\n",
      #"[{"a": "x", "b": null, "c": null},{"a": "y", "b": null, "c": null}]"#
    ),
    (
      "empty cells, CRLF", "a,b,c\r\nx,\"\",\"\"\r\ny,,\r\n",
      #"[{"a": "x", "b": null, "c": null},{"a": "y", "b": null, "c": null}]"#
    ),
    (
      "quotation marks in quotes", "a,b\nx,\"the \"\"old\"\" pier\"\ny,\"\"\"\"\n",
      #"[{"a": "x", "b": "the \"old\" pier"},{"a": "y", "b": "\""}]"#
    ),
    (
      "JSON in a cell", "k,v\nx,\"{\"\"type\"\": \"\"Point\"\", \"\"c\"\": [1, 2]}\"\n",
      #"[{"k": "x", "v": "{\"type\": \"Point\", \"c\": [1, 2]}"}]"#
    ),
    (
      "line ends in quotes", "a,b\nx,\"one\ntwo\n\nthree\"\ny,z\n",
      #"[{"a": "x", "b": "one\ntwo\n\nthree"},{"a": "y", "b": "z"}]"#
    ),
    (
      "line ends in quotes, CRLF", "a,b\r\nx,\"one\r\ntwo\"\r\ny,z\r\n",
      #"[{"a": "x", "b": "one\r\ntwo"},{"a": "y", "b": "z"}]"#
    ),
    (
      "quotation marks and line ends", "a,b\nx,\"said\n\"\"yes\"\"\nand, no\"\n",
      #"[{"a": "x", "b": "said\n\"yes\"\nand, no"}]"#
    ),
    ("letters beyond ASCII", "a,b\nʤ,ḥaqqānī ﷽ \u{1F6A2}\n", #"[{"a": "ʤ", "b": "ḥaqqānī ﷽ 🚢"}]"#),
    (
      "coordinates", "place,where\nPier,\"54.2, 12.1\"\nMole,\"-54.25,-12\"\n",
      #"[{"place": "Pier", "where": "54.2, 12.1"},{"place": "Mole", "where": "-54.25,-12"}]"#
    ),
    (
      "quoted names of columns", "\"a, b\",\"c \"\"d\"\"\"\nx,y\n",
      #"[{"a, b": "x", "c \"d\"": "y"}]"#
    ),
    ("one column", "a\nx\n\"\"\ny\n", #"[{"a": "x"},{"a": null},{"a": "y"}]"#),
    ("a mark of the encoding", "\u{FEFF}a,b\nx,y\n", #"[{"a": "x", "b": "y"}]"#),
    ("a mark before a quoted name", "\u{FEFF}\"a\",b\nx,y\n", #"[{"a": "x", "b": "y"}]"#),
  ]

  @Test("Each kind is read, and read again when it is written", arguments: kinds.indices)
  func read(index: Int) throws {
    let (kind, csv, json) = Self.kinds[index]
    let read = readCSV(csv)
    #expect(read.diagnostics.filter { $0.code != .cellFormula } == [], "\(kind)")
    let dataset = try #require(read.dataset)
    #expect(Self.joined(dataset.json()) == json, "\(kind)")
    let again = readCSV(String(decoding: dataset.csv(), as: UTF8.self))
    #expect(again.diagnostics.filter { $0.code != .cellFormula } == [], "\(kind)")
    #expect(again.dataset?.json() == dataset.json(), "\(kind)")
  }

  /// JSON without the line ends and indents between rows.
  private static func joined(_ json: [UInt8]) -> String {
    String(decoding: json, as: UTF8.self).split(separator: "\n")
      .map { $0.hasPrefix("  ") ? $0.dropFirst(2) : $0 }.joined()
  }
}
