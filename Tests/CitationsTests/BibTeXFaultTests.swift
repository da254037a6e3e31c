import Bytes
import Citations
import Diagnostics
import Testing

@Suite("Faults in BibTeX")
struct BibTeXFaultTests {
  @Test(
    "What cannot be read is reported at its place, and the entries about it stay",
    arguments: [
      ("@book{a, title = {Open, year = 2001}\n", "@", "here should stand ',' or '}'"),
      ("@book{a, title = {{Open, year = 2001}\n", "{", "this brace is never closed"),
      ("@book{a, title = \"Open, year = 2001}\n", "\"", "this quotation mark is never closed"),
      ("@book{a, title = \"Open} x\", year = 2001}\n", "\"", "this quotation mark is never closed"),
      ("@book{title = {No key}}\n", "@book{title", "an entry of the type 'book' has no key"),
      ("@book{, title = {No key}}\n", "@book", "an entry of the type 'book' has no key"),
      ("@book{a title = {A}}\n", "t", "here should stand a ',' behind the key"),
      ("@book{a, title {A}}\n", "{", "here should stand a '='"),
      ("@book{a, = {A}}\n", "=", "here should stand a field"),
      ("@book{a, title = , year = 2001}\n", ",", "here should stand a value"),
      (
        "@book{a, title = {A}, Title = {B}}\n", "Title",
        "the field 'title' stands twice in one entry"
      ),
      ("@book{a, month = sept}\n", "sept", "'sept' is no abbreviation that stands before this"),
      (
        "@book{a, crossref = {las}}\n", "{las}",
        "'crossref' names 'las', which is no entry of this file"
      ),
    ])
  func faults(text: String, place: String, message: String) throws {
    let whole = "@book{first, title = {F}}\n" + text + "@book{last, title = {L}}\n"
    let outcome = BibTeXReaderTests.read(whole)
    #expect(outcome.diagnostics.map(\.message) == [message])
    #expect(outcome.diagnostics.map(\.code) == [.sourceInvalid])
    let diagnostic = try #require(outcome.diagnostics.first)
    #expect(SourceReaderTests.marked(diagnostic, in: whole) == place)
    let keys = outcome.value.map(\.id)
    #expect(keys.first == "first" && keys.last == "last")
    #expect(outcome.value.last?[.title] == "L")
  }

  @Test("Reading goes on at an indented entry too")
  func indented() {
    let outcome = BibTeXReaderTests.read("  @book{a, title = {{A}\r\n  @book{b, title = {B}}\r\n")
    #expect(outcome.diagnostics.map(\.message) == ["this brace is never closed"])
    #expect(outcome.value.map(\.id) == ["a", "b"])
  }

  @Test("An entry that the file ends in is kept as far as it goes")
  func endOfFile() {
    let outcome = BibTeXReaderTests.read("@book{a, title = {A}, year = 2001")
    #expect(outcome.diagnostics.map(\.message) == ["this entry never ends"])
    #expect(outcome.value.first?[.title] == "A")
  }

  @Test("An unknown type is a warning with the type that may be meant")
  func unknownType() {
    let outcome = BibTeXReaderTests.read("@boook{a, title = {A}}")
    #expect(outcome.diagnostics.map(\.code) == [.sourceTypeUnknown])
    #expect(outcome.diagnostics.first?.help == "did you mean 'book'?")
    #expect(outcome.value.map(\.type) == [.document])
  }

  @Test("A key that stands twice is reported where the library is gathered, in two files too")
  func duplicates() {
    let first = BibTeXReaderTests.read("@book{a, title = {1}}").value
    let second = BibTeXReader.read(Array("@book{a, title = {2}}".utf8), in: SourceFileID(1)).value
    let outcome = SourceLibrary.gather(first + second)
    #expect(outcome.diagnostics.map(\.code) == [.sourceDuplicate])
    #expect(outcome.diagnostics.first?.span?.file == SourceFileID(1))
    #expect(outcome.value["a"]?[.title] == "1")
  }

  @Test(
    "Hostile files take time in line with their length",
    .timeLimit(.minutes(20)),
    arguments: [
      ("", "{"), ("@a{k, t=", "{"), ("", "@a{k, t={"), ("", "\n@book{k, t={"), ("", "@"),
      ("@a{k, title={", "\\'{"), ("@book{k, author={", " and "), ("@book{k, title={", "$\\emph{"),
      ("@book{k, author={", "a,"), ("@book{k, title=", "\"x\" # "), ("", "@string{a = a # a}"),
      ("@book{k, author=\"", "{a} "), ("@book{k, title={", "{a} "), ("", "@comment{"),
    ])
  func hostile(head: String, unit: String) {
    let text = head + String(repeating: unit, count: 100_000 / unit.utf8.count)
    for tail in ["", "}}", String(repeating: "}", count: 50_000)] {
      let bytes = Array((text + tail).utf8)
      #expect(
        BibTeXReader.read(bytes, in: SourceFileID(0)).value.allSatisfy {
          Int($0.span.end) <= bytes.count
        })
    }
  }

  @Test("Abbreviations that double with every line are cut off")
  func doubling() {
    let lines = String(repeating: "@string{a = a # a}\n", count: 100)
    let text = "@string{a = \"0123456789\"}\n\(lines)@book{k, note = a}"
    let outcome = BibTeXReaderTests.read(text)
    #expect(!outcome.diagnostics.isEmpty)
    #expect(outcome.value.map(\.id) == ["k"])
  }
}
