import Bytes
import Citations
import Diagnostics
import Testing
import Values

@Suite("Numbers in brackets")
struct NumberedTests {
  static func processor(_ json: String, _ language: Language = .english) -> CitationProcessor {
    let sources = SourceReader.read(Array(json.utf8), in: SourceFileID(0)).value
    return CitationProcessor(
      library: SourceLibrary.gather(sources).value,
      formatter: CitationStyle.numbered.formatter(for: language))
  }

  static let books =
    (["a", "b", "c", "d", "e"].map { key in
      #"{"id": "\#(key)", "type": "book", "title": "Title \#(key)", "author": [{"family": "N\#(key)"}]}"#
    }).joined(separator: ",")

  @Test(
    "Numbers go by first citation, and three in a row are a range",
    arguments: [
      ("[@a]", "[1]"), ("[@c] [@a]", "[1] [2]"), ("[@b] [@a; @b]", "[1] [1, 2]"),
      ("[@a; @b; @c]", "[1–3]"), ("[@a; @b]", "[1, 2]"),
      (
        "[@a; @b; @c; @d] [@a; @b; @d]",
        "[1–4] [1, 2, 4]"
      ),
      // A group of numbers alone is put in their order, and says each once.
      ("[@a] [@b] [@c] [@d] [@e] [@e; @a; @c; @b; @a]", "[1] [2] [3] [4] [5] [1–3, 5]"),
      ("[@a, p. 3]", "[1, p. 3]"), ("[@a, 5-7]", "[1, pp. 5–7]"),
      ("[@a, {appendix A}]", "[1, appendix A]"), ("[@a, p. iv]", "[1, p. iv]"),
      ("[@a, p. S3]", "[1, p. S3]"),
      ("[@a, chap. 2]", "[1, chap. 2]"),
      ("[@a, sec. \"So it is\"]", "[1, sec. “So it is”]"),
      ("[see @a, pp. 101-120; also @b]", "[see 1, pp. 101–20; also 2]"),
      ("[@a, and elsewhere]", "[1, and elsewhere]"), ("[@a and @b]", "[1 and 2]"),
      ("[-@a]", "[1]"), ("@a", "Na [1]"), ("@a [p. 3]", "Na [1, p. 3]"),
      ("@a [p. 3; @b]", "Na [1, p. 3; 2]"), ("@a [@b; @c]", "Na [1–3]"),
      ("[@nobody]", "[nobody?]"), ("@nobody", "[nobody?]"),
      ("[@a; @fig-b]", "[1; fig-b]"), ("[@fig-b]", "(fig-b)"), ("@fig-b", "fig-b"),
    ])
  func citations(text: String, plain: String) {
    #expect(Self.processor("[\(Self.books)]").set(text) == plain)
  }

  @Test("Each number of a range links to its source")
  func segments() throws {
    let bytes = Array("[@a; @b; @c]".utf8)
    let citation = try #require(CitationParser(bytes).matches().first?.citation)
    let page = Self.processor("[\(Self.books)]").process([citation])
    let segments = try #require(page.citations.first).segments
    #expect(segments.map(\.text.plain) == ["[", "1", "–", "3", "]"])
    #expect(segments[1].reference == .source("a"))
    #expect(segments[3].reference == .source("c"))
  }

  @Test("A cell has its number in brackets too")
  func bare() {
    let page = Self.processor("[\(Self.books)]").process([.cell(key: "b", locator: "p. 3")])
    #expect(page.citations.map(\.plain) == ["[1, p. 3]"])
  }

  @Test("The list stands in the order of the numbers, which are its labels")
  func list() {
    let bytes = Array("[@c; @a]".utf8)
    let page = Self.processor("[\(Self.books)]").process(
      CitationParser(bytes).matches().map(\.citation), alsoListing: ["b"])
    #expect(page.bibliography.entries.map(\.key) == ["c", "a", "b"])
    #expect(page.bibliography.entries.map(\.label) == ["[1]", "[2]", "[3]"])
  }

  @Test("German says it in German")
  func german() {
    #expect(
      Self.processor("[\(Self.books)]", .german).set("[siehe @a, S. 3; @b, Kap. 2]")
        == "[siehe 1, S. 3; 2, Kap. 2]")
  }

  @Test(
    "Entries close with their dates, as Chicago's bibliographies do",
    arguments: [
      (
        #""type": "article-journal", "title": "A journal title", "container-title": "Journal of X", "volume": "3", "issue": "4", "page": "101-120", "issued": {"date-parts": [[2020, 5, 3]]}, "DOI": "10.1/x""#,
        "Smith, John. “A Journal Title.” Journal of X 3, no. 4 (May 3, 2020): 101–20. https://doi.org/10.1/x."
      ),
      (
        #""type": "article-journal", "title": "Bare", "container-title": "J", "issue": "3", "page": "1-9", "issued": {"date-parts": [[2020, 5]]}"#,
        "Smith, John. “Bare.” J, no. 3 (May 2020): 1–9."
      ),
      (
        #""type": "article-journal", "title": "Bare", "container-title": "J", "volume": "3", "issued": {"date-parts": [[2020]], "season": 1}"#,
        "Smith, John. “Bare.” J 3 (Spring 2020)."
      ),
      (
        #""type": "article-journal", "title": "Two", "container-title": "J", "volume": "3", "issue": "1-2", "issued": {"date-parts": [[2014, 3], [2014, 4]]}"#,
        "Smith, John. “Two.” J 3, nos. 1–2 (March–April 2014)."
      ),
      (
        #""type": "legal_case", "title": "Roe v. Wade", "volume": "410", "container-title": "U.S.", "page": "113", "authority": "Supreme Court", "issued": {"date-parts": [[1973]]}"#,
        "Smith, John. Roe v. Wade. 410 U.S. 113 (Supreme Court 1973)."
      ),
      (
        #""type": "webpage", "title": "A page", "URL": "https://x.org/a""#,
        "Smith, John. “A Page,” n.d. https://x.org/a."
      ),
      (
        #""type": "book", "title": "A book", "edition": "2", "publisher": "Springer", "publisher-place": "Berlin", "issued": {"date-parts": [[2019]]}"#,
        "Smith, John. A Book. 2nd ed. Berlin: Springer, 2019."
      ),
      (
        #""type": "book", "title": "A book", "publisher": "Springer", "original-date": {"date-parts": [[1850]]}, "issued": {"date-parts": [[2020]]}"#,
        "Smith, John. A Book. 1850. Reprint, Springer, 2020."
      ),
      (
        #""type": "book", "title": "Undated", "publisher": "Springer""#,
        "Smith, John. Undated. Springer, n.d."
      ),
      (
        #""type": "chapter", "title": "A chapter", "container-title": "A book", "editor": [{"family": "Roe", "given": "R"}], "page": "3-17", "publisher": "Springer", "publisher-place": "Berlin", "issued": {"date-parts": [[2019]]}"#,
        "Smith, John. “A Chapter.” In A Book, edited by R Roe, 3–17. Berlin: Springer, 2019."
      ),
      (
        #""type": "report", "title": "A report", "collection-title": "SWP Comment", "number": "12/2022", "publisher": "SWP", "publisher-place": "Berlin", "issued": {"date-parts": [[2022, 2]]}"#,
        "Smith, John. “A Report.” SWP Comment 12/2022. Berlin: SWP, February 2022."
      ),
      (
        #""type": "webpage", "title": "A page", "container-title": "UN News", "issued": {"date-parts": [[2022, 2, 3]]}, "URL": "https://x.org/a""#,
        "Smith, John. “A Page.” UN News, February 3, 2022. https://x.org/a."
      ),
      (
        #""type": "webpage", "title": "A page", "accessed": {"date-parts": [[2022, 3, 4]]}, "URL": "https://x.org/a""#,
        "Smith, John. “A Page.” Accessed March 4, 2022. https://x.org/a."
      ),
      (
        #""type": "article-newspaper", "title": "A piece", "container-title": "The Times", "issued": {"date-parts": [[2022, 2, 3]]}"#,
        "Smith, John. “A Piece.” The Times, February 3, 2022."
      ),
      (
        #""type": "thesis", "title": "A thesis", "genre": "PhD diss.", "publisher": "Univ of X", "issued": {"date-parts": [[2022, 2, 3]]}"#,
        "Smith, John. “A Thesis.” PhD diss., Univ of X, 2022."
      ),
      (
        #""type": "manuscript", "title": "Notes", "archive": "Archive", "issued": {"date-parts": [[2008, 3, 2]]}"#,
        "Smith, John. “Notes,” March 2, 2008. Archive."
      ),
      (
        #""type": "interview", "title": "Talk", "container-title": "BBC", "interviewer": [{"family": "Roe", "given": "R"}], "issued": {"date-parts": [[2008, 3, 2]]}"#,
        "Smith, John. “Talk.” Interview by R Roe. BBC, March 2, 2008."
      ),
      (
        #""type": "patent", "title": "Pump", "number": "US1", "issued": {"date-parts": [[2020, 5, 6]]}"#,
        "Smith, John. “Pump.” US1, issued May 6, 2020."
      ),
    ])
  func entries(variables: String, entry: String) {
    let json = #"[{"id": "k", "author": [{"family": "Smith", "given": "John"}], \#(variables)}]"#
    let page = Self.processor(json).process([], alsoListing: ["k"])
    #expect(page.bibliography.entries.map(\.text.plain) == [entry])
  }

  @Test("Both styles have the names that site.yaml chooses them by")
  func names() {
    #expect(CitationStyle.allCases.map(\.rawValue) == ["author-date", "numbered"])
  }
}
