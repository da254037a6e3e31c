import Citations
import Diagnostics
import Documents
import Testing

@Suite("Sources in CSL-JSON")
struct SourceReaderTests {
  static func read(_ json: String) -> Outcome<[Source]> {
    SourceReader.read(Array(json.utf8), in: SourceFileID(0))
  }

  /// The text that a diagnostic marks.
  static func marked(_ diagnostic: Diagnostic, in json: String) -> String {
    let bytes = Array(json.utf8)
    return diagnostic.span.map { String(decoding: bytes[$0.range], as: UTF8.self) } ?? ""
  }

  @Test("An item's variables, names and dates are read")
  func whole() throws {
    let outcome = Self.read(
      """
      [{"id": "a", "type": "report", "title": "T", "DOI": "10.1/x", "number": 12,
        "author": [{"family": "van Beethoven", "given": "Ludwig"}, {"literal": "UN"},
                   {"family": "Tocqueville", "given": "Alexis de"},
                   {"family": "King", "given": "Martin", "suffix": "Jr."}],
        "issued": {"date-parts": [["2022", 2]]}, "accessed": {"raw": "2022-03-04"},
        "original-date": {"literal": "in press"}, "event-date": {"date-parts": [[]]}}]
      """)
    #expect(outcome.diagnostics.isEmpty)
    let source = try #require(outcome.value.first)
    #expect(source[.number] == "12")
    #expect(source.address == "https://doi.org/10.1/x")
    #expect(
      source[.author].map(\.inverted) == [
        "Beethoven, Ludwig van", "UN", "Tocqueville, Alexis de", "King, Martin, Jr.",
      ])
    #expect(
      source[.author].map(\.short) == ["van Beethoven", "UN", "Tocqueville", "King"])
    #expect(source[.issued]?.start == SourceDate.Point(year: 2022, month: 2))
    #expect(source[.accessed]?.start == SourceDate.Point(year: 2022, month: 3, day: 4))
    #expect(source[.originalDate]?.literal == "in press")
    #expect(source[.eventDate] == nil)
  }

  @Test("An exporter's own key stands before a number of its own")
  func citationKey() {
    let outcome = Self.read(
      #"[{"id": "http://zotero.org/1", "citation-key": "a2022", "type": "book"}]"#)
    #expect(outcome.value.map(\.id) == ["a2022"])
  }

  @Test(
    "What is no source, or not what its variable holds, is reported at its place",
    arguments: [
      (#"{"a": 1}"#, #"{"a": 1}"#, DiagnosticCode.sourceInvalid),
      (#"["x"]"#, "x", .sourceInvalid),
      (#"[{"type": "book"}]"#, "{", .sourceInvalid),
      (#"[{"id": "a b", "type": "book"}]"#, "a b", .sourceInvalid),
      (#"[{"id": "a", "type": "book", "title": {}}]"#, "{}", .sourceInvalid),
      (
        #"[{"id": "a", "type": "book", "author": [{"given": ""}]}]"#, #"{"given": ""}"#,
        .sourceInvalid
      ),
      (#"[{"id": "a", "type": "book", "author": [[1]]}]"#, "[1]", .sourceInvalid),
      (#"[{"id": "a", "type": "book", "issued": [1]}]"#, "[1]", .sourceInvalid),
      (
        #"[{"id": "a", "type": "book", "issued": {"date-parts": [["x"]]}}]"#, #"[["x"]]"#,
        .sourceInvalid
      ),
      (
        #"[{"id": "a", "type": "book", "issued": {"date-parts": [[2022, 13]]}}]"#, "[[2022, 13]]",
        .sourceInvalid
      ),
      (#"[{"id": "a", "type": "reprot"}]"#, "reprot", .sourceTypeUnknown),
      (#"[{"id": "a"}]"#, "a", .sourceTypeUnknown),
      (#"[{"id": "a", "type": "book", "pubisher": "x"}]"#, "pubisher", .keyUnknown),
      (#"[{"id": "a" "type": "book"}]"#, #"""#, .jsonInvalid),
    ])
  func faults(json: String, place: String, code: DiagnosticCode) throws {
    let outcome = Self.read(json)
    #expect(outcome.diagnostics.map(\.code) == [code])
    let diagnostic = try #require(outcome.diagnostics.first)
    #expect(Self.marked(diagnostic, in: json) == place)
  }

  @Test("An unknown type is a warning with the type that may be meant, and the source stays")
  func unknownType() throws {
    let outcome = Self.read(#"[{"id": "a", "type": "reprot"}]"#)
    #expect(outcome.value.map(\.type) == [.document])
    #expect(outcome.diagnostics.first?.severity == .warning)
    #expect(outcome.diagnostics.first?.help == "did you mean 'report'?")
  }

  @Test("Variables that only exporters know are passed over")
  func otherVariables() {
    let json = #"[{"id": "a", "type": "book", "_x": 1, "custom": {}, "zotero-collection": []}]"#
    #expect(Self.read(json).diagnostics.isEmpty)
  }

  @Test("A key that stands twice is reported at the second, with a label at the first")
  func duplicates() throws {
    let json = #"[{"id": "a", "type": "book", "title": "1"}, {"id": "a", "type": "book"}]"#
    let outcome = SourceLibrary.gather(Self.read(json).value)
    #expect(outcome.value["a"]?[.title] == "1")
    let diagnostic = try #require(outcome.diagnostics.first)
    #expect(outcome.diagnostics.map(\.code) == [.sourceDuplicate])
    #expect(diagnostic.span?.start == 52)
    #expect(diagnostic.labels.map(\.span.start) == [9])
  }

  @Test("A missing key is reported with the one that may be meant")
  func lookup() {
    let library = SourceLibrary.gather(Self.read(#"[{"id": "smith2010", "type": "book"}]"#).value)
    let outcome = library.value.lookup("smth2010", at: nil)
    #expect(outcome.value == nil)
    #expect(outcome.diagnostics.map(\.code) == [.citationMissing])
    #expect(outcome.diagnostics.first?.help == "did you mean 'smith2010'?")
  }
}
