import Diagnostics
import Documents
import Testing

@Suite("YAML with places")
struct YAMLReaderTests {
  private let file = SourceFileID(0)

  private func read(_ text: String) -> Outcome<Node?> { YAMLReader.read(text.utf8, in: file) }

  /// The text that a span covers.
  private func covered(_ span: SourceSpan?, _ text: String) -> String? {
    span.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
  }

  @Test("Keys and values know their bytes, behind letters of several bytes too")
  func places() throws {
    let text =
      "título: añb\nlist:\n  - eins\n  - \"zw\\\"ei\"\n  - 'drei'\nflow: {a: 1, b: [2, 3]}\n"
    let node = try #require(read(text).value)
    let entries = try #require(node.entries)
    #expect(entries.map { covered($0.keySpan, text) } == ["título", "list", "flow"])
    #expect(covered(entries[0].value.span, text) == "añb")
    let list = try #require(entries[1].value.elements)
    #expect(list.map { covered($0.span, text) } == ["eins", "zw\\\"ei", "drei"])
    #expect(list.map(\.text) == ["eins", "zw\"ei", "drei"])
    #expect(covered(node["flow"]?["b"]?.elements?.last?.span, text) == "3")
  }

  @Test("Places hold in a line of thousands of values, behind letters of several bytes")
  func longLine() throws {
    let text =
      "a: 1\nlist: [" + (0..<5_000).map { "ü\($0)" }.joined(separator: ", ") + "]\nb: ende\n"
    let node = try #require(read(text).value)
    let list = try #require(node["list"]?.elements)
    #expect(list.count == 5_000)
    #expect(list.enumerated().allSatisfy { covered($1.span, text) == "ü\($0)" })
    #expect(covered(try #require(node["b"]).span, text) == "ende")
  }

  @Test(
    "A scalar is text until someone asks for more", arguments: ["no", "2016-10", "0x10", "1e3"])
  func text(scalar: String) throws {
    #expect(try #require(read("title: \(scalar)").value)["title"]?.text == scalar)
  }

  @Test("Null is absent, and quoted null is text")
  func null() throws {
    let node = try #require(read("a:\nb: ~\nc: null\nd: 'null'\n").value)
    #expect(["a", "b", "c", "d"].map { node[$0]?.isNull } == [true, true, true, false])
  }

  @Test("Offsets are those of the file, wherever the document begins")
  func offset() throws {
    let node = try #require(YAMLReader.read("a: b".utf8, in: file) { $0 + 100 }.value)
    #expect(node["a"]?.span.range == 103..<104)
  }

  @Test("A key that stands twice is reported at the second, with a label at the first")
  func duplicate() throws {
    let text = "title: a\ndate: 2020\ntitle: b\n"
    let diagnostic = try #require(read(text).diagnostics.first)
    #expect(diagnostic.code == .yamlInvalid)
    #expect(diagnostic.span?.range == 20..<25)
    #expect(diagnostic.labels.map(\.span.range) == [0..<5])
  }

  @Test(
    "Malformed YAML is reported at its place", arguments: ["a: [1, 2", "a: 'b", "a: b: c", "\t- a"])
  func malformed(text: String) {
    let outcome = read(text)
    #expect(outcome.value == nil)
    #expect(outcome.diagnostics.map(\.code) == [.yamlInvalid])
    #expect(outcome.diagnostics.allSatisfy { ($0.span?.range.upperBound ?? 0) <= text.utf8.count })
  }

  @Test("A bomb of aliases is refused")
  func bomb() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...8 {
      let item = "*a\(level - 1)"
      text +=
        "a\(level): &a\(level) [\(Array(repeating: item, count: 10).joined(separator: ", "))]\n"
    }
    #expect(read(text).diagnostics.map(\.code) == [.yamlTooLarge])
  }

  @Test(
    "Nesting without end is refused, not followed",
    arguments: [
      String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 50_000),
      String(repeating: "- ", count: 50_000), "a: " + String(repeating: "[", count: 201),
    ])
  func deep(text: String) {
    #expect(read(text).value == nil)
    #expect(read(text).diagnostics.count == 1)
  }
}

@Suite("JSON with places")
struct JSONReaderTests {
  private func read(_ text: String) -> Outcome<Node?> {
    JSONReader.read(Array(text.utf8), in: SourceFileID(0))
  }

  @Test("Escapes and surrogate pairs are decoded")
  func escapes() throws {
    let node = try #require(
      read(#"{"a": "\u00e9\n\"\/\ud83d\ude00", "b": [1, -2.5e3, true, null]}"#).value)
    #expect(node["a"]?.text == "é\n\"/😀")
    #expect(node["b"]?.elements?.map(\.number) == [1, -2500, nil, nil])
    #expect(node["b"]?.elements?[2].boolean == true)
    #expect(node["b"]?.elements?[3].isNull == true)
  }

  @Test("A string's place leaves out its quotes")
  func places() throws {
    #expect(try #require(read(#"{"id": "abc"}"#).value)["id"]?.span.range == 8..<11)
  }

  @Test(
    "What is no JSON is reported once, inside the text",
    arguments: [
      "", "{", "[1,]", "{\"a\" 1}", "{\"a\": 1, \"a\": 2}", "[1] 2", "nul", "\"a", "\"\\x\"",
      "[1 2]",
      "{'a': 1}", "01a", String(repeating: "[", count: 100_000),
    ])
  func malformed(text: String) {
    let outcome = read(text)
    #expect(outcome.value == nil)
    #expect(outcome.diagnostics.map(\.code) == [.jsonInvalid])
    #expect(outcome.diagnostics.allSatisfy { ($0.span?.range.upperBound ?? 0) <= text.utf8.count })
  }
}

@Suite("Reading mappings")
struct MappingReaderTests {
  @Test("An unknown key is reported at its place, with the key that may be meant")
  func unknown() throws {
    let node = try #require(YAMLReader.read("titel: x".utf8, in: SourceFileID(0)).value)
    var reader = MappingReader(node, of: "the page")
    _ = reader.text("title")
    let found = reader.finish()
    #expect(found.map(\.code) == [.keyUnknown])
    #expect(found.first?.help == "did you mean 'title'?")
    #expect(found.first?.span?.range == 0..<5)
  }

  @Test("A value of the wrong type is reported and counts as absent")
  func wrongType() throws {
    let node = try #require(YAMLReader.read("a: [1]\nb: x\nc: 1.5".utf8, in: SourceFileID(0)).value)
    var reader = MappingReader(node, of: "the page")
    #expect(reader.text("a") == nil)
    #expect(reader.boolean("b") == nil)
    #expect(reader.integer("c") == nil)
    #expect(reader.finish().map(\.code) == [.valueTypeWrong, .valueTypeWrong, .valueTypeWrong])
  }
}
