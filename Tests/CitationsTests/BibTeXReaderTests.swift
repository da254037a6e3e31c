import Bytes
import Citations
import Diagnostics
import Testing

@Suite("Sources in BibTeX")
struct BibTeXReaderTests {
  static func read(_ text: String) -> Outcome<[Source]> {
    BibTeXReader.read(Array(text.utf8), in: SourceFileID(0))
  }

  /// The one source of an entry with these fields, which nothing is wrong with.
  static func source(_ fields: String, type: String = "book") -> Source? {
    let outcome = read("@\(type){k, \(fields)}")
    #expect(outcome.diagnostics.isEmpty)
    return outcome.value.first
  }

  @Test("Fields become the variables that pandoc's reader makes of them")
  func article() throws {
    let source = try #require(
      Self.source(
        #"""
        author = {von der Last, Jr., First and {World Health Organization} and
                  Jos\'e Mar\'{\i}a D{\"o}pfner and others},
        title = {A {NASA} study of the {\em emphasised} and \textbf{bold} $x^2$ thing: Sub title},
        journal = {J. of \& Things}, year = 2010, month = feb, volume = 3, number = {4},
        pages = {12--19}, doi = {10.1/x}, url = {http://x.org/a_b%20c}, note = {A note},
        keywords = {a, b}, issn = {1234-5678}, langid = {english}
        """#, type: "article"))
    #expect(source.type == .articleJournal)
    #expect(
      source[.title]
        == "A NASA study of the <i>emphasised</i> and <b>bold</b> x^2 thing: Sub title")
    #expect(
      source[.titleShort] == "A NASA study of the <i>emphasised</i> and <b>bold</b> x^2 thing")
    #expect(source[.containerTitle] == "J. of & Things")
    #expect([source[.volume], source[.issue], source[.page]] == ["3", "4", "12-19"])
    #expect([source[.doi], source[.issn], source[.language]] == ["10.1/x", "1234-5678", "en-US"])
    #expect(source[.url] == "http://x.org/a_b%20c")
    #expect([source[.note], source[.keyword]] == ["A note", "a, b"])
    #expect(source[.issued] == SourceDate(SourceDate.Point(year: 2010, month: 2)))
    #expect(
      source[.author] == [
        SourceName(family: "Last", given: "First", droppingParticle: "von der", suffix: "Jr."),
        SourceName(literal: "World Health Organization"),
        SourceName(family: "Döpfner", given: "José María"), SourceName(literal: "others"),
      ])
  }

  @Test(
    "Types are those of CSL",
    arguments: [
      ("article", SourceType.articleJournal), ("book", .book), ("inbook", .chapter),
      ("incollection", .chapter), ("inproceedings", .paperConference),
      ("conference", .paperConference), ("techreport", .report), ("report", .report),
      ("phdthesis", .thesis), ("mastersthesis", .thesis), ("thesis", .thesis),
      ("online", .webpage), ("www", .webpage), ("electronic", .webpage), ("misc", .document),
      ("dataset", .dataset), ("unpublished", .manuscript), ("manual", .book),
      ("legislation", .legislation), ("jurisdiction", .legalCase), ("patent", .patent),
      ("booklet", .pamphlet), ("proceedings", .book), ("collection", .book), ("mvbook", .book),
      ("inreference", .entryEncyclopedia), ("periodical", .articleJournal),
      (
        "movie",
        .motionPicture
      ), ("audio", .song), ("artwork", .graphic),
      (
        "letter",
        .personalCommunication
      ), ("review", .review), ("legal", .treaty),
      (
        "ARTICLE",
        .articleJournal
      ),
      // CSL 1.0.2 has names for these that pandoc 2.17 does not write yet.
      ("software", .software), ("standard", .standard), ("performance", .performance),
    ])
  func types(name: String, type: SourceType) {
    #expect(Self.source("title = {x}", type: name)?.type == type)
  }

  @Test("A magazine and a newspaper say so, and what was said somewhere is a speech")
  func subtypes() {
    let magazine = Self.source("entrysubtype = {magazine}", type: "article")
    #expect(magazine?.type == .articleMagazine)
    #expect(
      Self.source("entrysubtype = {newspaper}", type: "article")?.type == .articleNewspaper)
    #expect(Self.source("venue = {Rome}", type: "unpublished")?.type == .speech)
    #expect(Self.source("entrysubtype = {post-weblog}", type: "online")?.type == .postWeblog)
  }

  @Test(
    "Names are parted as BibTeX parts them",
    arguments: [
      (
        "Ludwig van Beethoven",
        SourceName(family: "Beethoven", given: "Ludwig", droppingParticle: "van")
      ),
      ("van Gogh, Vincent", SourceName(family: "Gogh", given: "Vincent", droppingParticle: "van")),
      ("{de la} Foo, Bar", SourceName(family: "Foo", given: "Bar", nonDroppingParticle: "de la")),
      (
        #"Charles Louis Xavier Joseph de la Vall{\'e}e Poussin"#,
        SourceName(
          family: "Vallée Poussin", given: "Charles Louis Xavier Joseph", droppingParticle: "de la")
      ),
      ("{Barnes and Noble}", SourceName(literal: "Barnes and Noble")),
      (#"{\'E}mile Zola"#, SourceName(family: "Zola", given: "Émile")),
      (
        "al-Zawahiri, Ayman",
        SourceName(family: "Zawahiri", given: "Ayman", nonDroppingParticle: "al-")
      ),
      ("Jean d'Arcy", SourceName(family: "Arcy", given: "Jean", nonDroppingParticle: "d'")),
      ("Plato", SourceName(family: "Plato")),
      ("King, Jr, Martin Luther", SourceName(family: "King", given: "Martin Luther", suffix: "Jr")),
      ("family=Hasselhoff, given=David", SourceName(family: "Hasselhoff", given: "David")),
      ("Given {Double Last}", SourceName(family: "Double Last", given: "Given")),
      ("A.~B. Name", SourceName(family: "Name", given: "A. B.")),
    ])
  func names(latex: String, name: SourceName) {
    #expect(Self.source("author = {\(latex)}")?[.author] == [name])
  }

  @Test("With useprefix, small words stay with the family name")
  func usePrefix() {
    let source = Self.source("author = {van Gogh, Vincent}, options = {useprefix=true}")
    #expect(
      source?[.author] == [
        SourceName(family: "Gogh", given: "Vincent", nonDroppingParticle: "van")
      ])
  }

  @Test("Abbreviations and concatenation make one text, months numbers")
  func macros() throws {
    let outcome = Self.read(
      """
      @comment{@book{no, title = {No}}}
      @preamble{"\\newcommand{x}{y}"}
      @string{pub = "My " # "Publisher"}
      A note by someone@example.org about @what follows.
      @book(b, publisher = pub # { Co}, year = 1999, month = mar # "~15", title = "A {"}quote")
      """)
    #expect(outcome.diagnostics.isEmpty)
    let source = try #require(outcome.value.first)
    #expect(outcome.value.count == 1)
    #expect(source[.publisher] == "My Publisher Co")
    #expect(source[.title] == "A \"quote")
    #expect(source[.issued] == SourceDate(SourceDate.Point(year: 1999, month: 3, day: 15)))
  }

  @Test("A chapter inherits from its book, a volume from its set")
  func inheritance() throws {
    let outcome = Self.read(
      """
      @incollection{c, author = {A B}, title = {C}, crossref = {b}}
      @collection{b, title = {Book}, editor = {E F}, publisher = {P}, date = {2001}, note = {own}}
      @inbook{i, title = {I}, crossref = {v}}
      @book{v, title = {Vol}, author = {A B}, crossref = {m}}
      @mvbook{m, title = {Main}, publisher = {Q}}
      @xdata{x, publisher = {X}, address = {Y}}
      @book{y, title = {Z}, xdata = {x}}
      @book{loop, title = {L}, crossref = {loop2}}
      @book{loop2, note = {N}, crossref = {loop}}
      """)
    #expect(outcome.diagnostics.isEmpty)
    let library = SourceLibrary.gather(outcome.value).value
    let chapter = try #require(library["c"])
    #expect(chapter[.containerTitle] == "Book")
    #expect(chapter[.editor].map(\.short) == ["F"])
    #expect([chapter[.publisher], chapter[.note]] == ["P", nil])
    #expect(library["i"]?[.containerTitle] == "Main")
    #expect(library["i"]?[.volumeTitle] == "Vol")
    #expect(library["i"]?[.containerAuthor].map(\.short) == ["B"])
    #expect(library["y"]?[.publisherPlace] == "Y")
    #expect(library["x"] == nil)
    #expect(library["loop"]?[.title] == "L")
  }
}
