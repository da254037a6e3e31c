import Bytes
import Citations
import Diagnostics
import Testing
import Values

@Suite("Author and date")
struct AuthorDateTests {
  static func processor(_ json: String, _ language: Language = .english) -> CitationProcessor {
    let sources = SourceReader.read(Array(json.utf8), in: SourceFileID(0)).value
    return CitationProcessor(
      library: SourceLibrary.gather(sources).value,
      formatter: AuthorDateFormatter(language: language))
  }

  static func entry(_ variables: String, _ language: Language = .english) -> String {
    let processor = processor("[{\"id\": \"a\", \(variables)}]", language)
    let page = processor.process([], alsoListing: ["a"])
    return page.bibliography.entries.map(\.text.plain).joined(separator: "\n")
  }

  static let brief = #"""
    "type": "report", "title": "Terror against the Taliban: Islamic State shows new strength",
    "author": [{"family": "Steinberg", "given": "Guido"}, {"family": "Albrecht", "given": "A."}],
    "translator": [{"family": "Cleave", "given": "Jan"}], "issued": {"date-parts": [[2022, 2]]},
    "collection-title": "SWP Comment", "number": "12/2022", "publisher": "SWP",
    "publisher-place": "Berlin", "language": "en"
    """#

  @Test("A report's number without a word of its own belongs to its series")
  func reportInSeries() {
    #expect(
      Self.entry(Self.brief)
        == "Steinberg, Guido, and A. Albrecht. 2022. “Terror against the Taliban: Islamic State "
        + "Shows New Strength.” Translated by Jan Cleave. SWP Comment 12/2022. Berlin: SWP.")
    #expect(
      Self.entry(Self.brief, .german)
        == "Steinberg, Guido und A. Albrecht. 2022. „Terror against the Taliban: Islamic State "
        + "Shows New Strength“. Übers. von Jan Cleave. SWP Comment 12/2022. Berlin: SWP.")
  }

  @Test(
    "Each type of source has its own entry",
    arguments: [
      (
        #""type": "article-magazine", "title": "a piece", "author": [{"family": "L", "given": "J"}], "issued": {"date-parts": [[2019, 9, 9]]}, "container-title": "The new yorker", "page": "33""#,
        "L, J. 2019. “A Piece.” The New Yorker, September 9, 2019."
      ),
      (
        #""type": "chapter", "title": "One", "author": [{"family": "L", "given": "J"}], "editor": [{"family": "E", "given": "F"}], "container-title": "Book", "volume": "2", "page": "321-328", "issued": {"date-parts": [[2019]]}"#,
        "L, J. 2019. “One.” In Book, edited by F E, 2:321–28."
      ),
      (
        #""type": "book", "title": "Works", "author": [{"family": "L", "given": "J"}], "editor": [{"family": "E", "given": "F"}], "translator": [{"family": "E", "given": "F"}], "edition": "3", "issued": {"date-parts": [[2019]]}"#,
        "L, J. 2019. Works. Edited and translated by F E. 3rd ed."
      ),
      (
        #""type": "book", "title": "Works", "editor": [{"family": "E", "given": "F"}, {"family": "G", "given": "H"}], "issued": {"date-parts": [[2019]]}"#,
        "E, F, and H G, eds. 2019. Works."
      ),
      (
        #""type": "thesis", "title": "Is it?", "author": [{"family": "L", "given": "J"}], "genre": "PhD diss.", "publisher": "Univ.", "publisher-place": "X", "issued": {"date-parts": [[2019]]}"#,
        "L, J. 2019. “Is It?” PhD diss., Univ."
      ),
      (
        #""type": "post-weblog", "title": "Entry", "author": [{"family": "L", "given": "J"}], "container-title": "Log", "issued": {"date-parts": [[2019, 1, 2]]}, "URL": "https://e.org/a""#,
        "L, J. 2019. “Entry.” Log (blog). January 2, 2019. https://e.org/a."
      ),
      (
        #""type": "post", "title": "Hi", "author": [{"literal": "@l"}], "container-title": "Forum", "issued": {"date-parts": [[2019, 1, 2]]}"#,
        "@l. 2019. “Hi.” Forum, January 2, 2019."
      ),
      (
        #""type": "webpage", "title": "P", "author": [{"literal": "O"}], "accessed": {"date-parts": [[2022, 1, 2]]}, "URL": "https://e.org/a""#,
        "O. n.d. “P.” Accessed January 2, 2022. https://e.org/a."
      ),
      (
        #""type": "legislation", "title": "The act", "number": "12", "issued": {"date-parts": [[2008]]}"#,
        "The Act. 2008. No. 12."
      ),
      (
        #""type": "dataset", "title": "Data", "author": [{"literal": "O"}], "publisher": "P", "issued": {"date-parts": [[2008]]}, "genre": "data set""#,
        "O. 2008. “Data.” Data set. P."
      ),
      (
        #""type": "paper-conference", "title": "Talk", "author": [{"literal": "O"}], "event-title": "Conf", "event-place": "Rome", "issued": {"date-parts": [[2008]]}"#,
        "O. 2008. “Talk.” Presented at the Conf, Rome."
      ),
      (
        #""type": "article-journal", "title": "T", "author": [{"literal": "O"}], "container-title": "J", "issue": "3", "page": "1-9", "issued": {"date-parts": [[2020, 5]]}"#,
        "O. 2020. “T.” J, no. 3 (May): 1–9."
      ),
      (
        #""type": "article-newspaper", "title": "News", "container-title": "The daily", "issued": {"date-parts": [[2018, 11, 5]]}"#,
        "The Daily. 2018. “News,” November 5, 2018."
      ),
      (
        #""type": "entry-encyclopedia", "title": "Kabul", "container-title": "Iranica", "issued": {"date-parts": [[2011]]}"#,
        "“Kabul.” 2011. In Iranica."
      ),
      (
        #""type": "manuscript", "title": "M", "author": [{"literal": "O"}], "archive": "Archive", "archive_location": "box 3""#,
        "O. n.d. “M.” Box 3. Archive."
      ),
    ])
  func types(variables: String, entry: String) {
    #expect(Self.entry(variables) == entry)
  }

  static let alike = #"""
    [{"id": "a", "type": "book", "title": "One", "author": [{"family": "A"}, {"family": "B"}, {"family": "C"}, {"family": "D"}], "issued": {"date-parts": [[2015]]}},
     {"id": "b", "type": "book", "title": "Two", "author": [{"family": "A"}, {"family": "Z"}, {"family": "C"}, {"family": "D"}], "issued": {"date-parts": [[2015]]}},
     {"id": "x", "type": "book", "title": "X", "author": [{"family": "Doe", "given": "John"}], "issued": {"date-parts": [[2015]]}},
     {"id": "y", "type": "book", "title": "Y", "author": [{"family": "Doe", "given": "Jane"}], "issued": {"date-parts": [[2016]]}},
     {"id": "p", "type": "book", "title": "P", "author": [{"literal": "Org"}]},
     {"id": "q", "type": "book", "title": "Q", "author": [{"literal": "Org"}]}]
    """#

  @Test(
    "Sources that would look alike are told apart by given names, more names and letters",
    arguments: [
      ("[@a]", "(A et al. 2015)"), ("[@a; @b]", "(A, B, et al. 2015; A, Z, et al. 2015)"),
      ("[@x; @y]", "(John Doe 2015; Jane Doe 2016)"), ("[@x]", "(Doe 2015)"),
      ("[@q; @p]", "(Org, n.d.b, n.d.a)"), ("@q", "Org (n.d.)"),
      ("[@p, p. 2; @q]", "(Org, n.d.a, 2; n.d.b)"),
      ("[@p; see @q]", "(Org, n.d.a; see Org, n.d.b)"),
      ("[-@p; @x]", "(n.d.; Doe 2015)"), ("@p [@q]", "Org (n.d.a, n.d.b)"),
      ("[@x, \"so\", and on]", "(Doe 2015, “so,” and on)"),
      ("[@x 'tis]", "(Doe 2015 ’tis)"),
      ("[@x, sec. \"A “b” c\", and on]", "(Doe 2015, sec. “A ‘b’ c,” and on)"),
    ])
  func disambiguation(text: String, plain: String) {
    #expect(Self.processor(Self.alike).set(text) == plain)
  }

  @Test("A citation says which of its words belong to which source")
  func segments() throws {
    let bytes = Array("[see @x, p. 3; @nobody; @fig-a]".utf8)
    let citation = try #require(CitationParser(bytes).matches().first?.citation)
    let page = Self.processor(Self.alike).process([citation])
    let segments = try #require(page.citations.first).segments
    #expect(segments.map(\.text.plain) == ["(see ", "Doe 2015, 3", "; ", "nobody?", "; ", "", ")"])
    #expect(segments[1].reference == .source("x"))
    #expect(segments[3].reference == .missing("nobody"))
    #expect(segments[5].reference == CrossReference(key: "fig-a").map { .crossReference($0) })
    #expect(page.missingKeys == ["nobody"])
    #expect(page.citedBy == ["x": [0], "nobody": [0]])
  }

  @Test("A cell's citation stands without parentheses")
  func bare() {
    let citation = Citation.cell(key: "x", locator: "Threat to Europe")
    let page = Self.processor(Self.alike).process([citation])
    #expect(page.citations.map(\.plain) == ["Doe 2015, sec. “Threat to Europe”"])
  }

  @Test("German says it in German")
  func german() {
    let processor = Self.processor(Self.alike, .german)
    #expect(
      processor.set("[see @x, sec. \"Lage\", passim; @p, pp. 3-4]")
        == "(see Doe 2015, Abschn. „Lage“, passim; Org, o. J., 3–4)")
  }

  @Test("More than 26 sources of one year get two letters")
  func manyLetters() {
    let items = (0..<28).map { index in
      let title = String(repeating: "z", count: index + 1)
      return
        #"{"id": "s\#(index)", "type": "book", "title": "\#(title)", "author": [{"literal": "O"}]}"#
    }
    let processor = Self.processor("[\(items.joined(separator: ","))]")
    let keys = (0..<28).map { "s\($0)" }
    let labels = processor.process([], alsoListing: keys).bibliography.labels
    #expect(labels["s25"]?.yearSuffix == "z")
    #expect(labels["s27"]?.yearSuffix == "ab")
  }
}
