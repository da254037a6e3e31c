import Citations
import Diagnostics
import Testing

@Suite("Fields of BibTeX")
struct BibTeXFieldTests {
  @Test(
    "LaTeX becomes text",
    arguments: [
      (
        #"\"a \'{e} {\'e} {\"u}x \c c \~n \^{\i} \'\i{} \v{c} \H{o} \k{a} \r{u} \.z \=a \u{g} \d{s}"#,
        "ä é é üx ç ñ î í č ő ą ů ż ā ğ ṣ"
      ),
      (#"{\ss} \o x \ss{} \L{}a {\aa} \ae"#, "ß øx ß Ła å æ"),
      (##"a~b -- c --- d \& \% \$5 \# \_ \{x\}"##, "a\u{A0}b – c — d & % $5 # _ {x}"),
      (#"``Q'' and `q' and it's"#, "“Q” and ‘q’ and it's"),
      (
        #"\emph{e} \textit{i} \textbf{b} {\it x} \textsuperscript{2} H\textsubscript{2}O"#,
        "<i>e</i> <i>i</i> <b>b</b> <i>x</i> <sup>2</sup> H<sub>2</sub>O"
      ),
      (#"$\alpha^2$ and \(x\) for 5$"#, #"\alpha^2 and x for 5$"#),
      (
        #"\unknown{kept} \url{http://a.b/c_d} \href{http://x.y}{Text} \nocite{gone}"#,
        "kept http://a.b/c_d Text"
      ),
      ("two\n\t lines", "two lines"),
      (#"\'"#, nil), (#"\textbackslash x"#, #"\x"#), (#"\'{}"#, nil),
      (#"\dots{} \textendash{} \enquote{q}"#, "… – “q”"),
    ])
  func text(latex: String, text: String?) {
    #expect(BibTeXReaderTests.source("note = {\(latex)}")?[.note] == text)
  }

  @Test(
    "Braces keep small letters, and capitals against the rule, from a title's own",
    arguments: [
      ("The {iPhone} of {van Gogh}", "The iPhone of <span class=\"nocase\">van Gogh</span>"),
      ("{The Whole Of It}", "<span class=\"nocase\">The Whole Of It</span>"),
      (#"{\"U}ber {\'e}tat"#, "Über état"),
      // In headline style already: the small words are made small, as pandoc's come out too.
      ("The Study Of Great Things", "The Study of Great Things"),
      ("Terror against Islamic State", "Terror against Islamic State"),
      // pandoc would make New York small here, and large again only where a style has capitals.
      ("The study of New York In spring", "The study of New York In spring"),
    ])
  func titles(latex: String, title: String) {
    #expect(BibTeXReaderTests.source("title = {\(latex)}")?[.title] == title)
  }

  @Test("A German title keeps its capitals")
  func german() {
    let source = BibTeXReaderTests.source("title = {Die Lage In Herat}, langid = {ngerman}")
    #expect(source?[.title] == "Die Lage In Herat")
    #expect(source?[.language] == "de-DE")
  }

  static let may = SourceDate.Point(year: 2014, month: 5)

  @Test(
    "Dates are biblatex's, or years and months",
    arguments: [
      ("date = {2014-05}", SourceDate(may)),
      ("date = {2014-05/2016}", SourceDate(may, to: SourceDate.Point(year: 2016))),
      ("date = {2014-05~}", SourceDate(may, isCirca: true)),
      ("date = {2014-05-02T10:00:00}", SourceDate(SourceDate.Point(year: 2014, month: 5, day: 2))),
      ("date = {2014-21}", SourceDate(SourceDate.Point(year: 2014), season: 1)),
      ("date = {-0050}", SourceDate(SourceDate.Point(year: -51))),
      ("year = 2014, month = may", SourceDate(may)),
      // pandoc leaves these out or takes the year alone.
      ("year = 2014, month = {May}", SourceDate(may)),
      ("year = 2014, month = {Mai}", SourceDate(may)),
      (
        "year = 2014, month = may, day = 3",
        SourceDate(SourceDate.Point(year: 2014, month: 5, day: 3))
      ),
      ("year = 2014, month = {3 May}", SourceDate(SourceDate.Point(year: 2014, month: 5, day: 3))),
      ("year = 2014, month = {5/6}", SourceDate(may, to: SourceDate.Point(year: 2014, month: 6))),
      ("year = {c. 2014}", SourceDate(SourceDate.Point(year: 2014), isCirca: true)),
      (
        "year = {2014--2015}",
        SourceDate(SourceDate.Point(year: 2014), to: SourceDate.Point(year: 2015))
      ),
      ("year = {in press}", SourceDate(literal: "in press")),
      ("date = {2014/}", SourceDate(literal: "2014–")),
      ("date = {2014/..}", SourceDate(literal: "2014–")),
    ])
  func dates(fields: String, date: SourceDate) {
    #expect(BibTeXReaderTests.source(fields)?[.issued] == date)
  }

  @Test("Other dates and numbers have variables of their own")
  func others() throws {
    let source = try #require(
      BibTeXReaderTests.source(
        """
        urldate = {2020-01-02}, origdate = {1850}, eventdate = {2001-02}, number = {7},
        series = {Ser}, volume = {2}, part = {1}, volumes = {3}, pagetotal = {10}, edition = {2},
        chapter = {3}, location = {Berlin and Wien}, publisher = {A and B}, isbn = {978-0},
        eprint = {1234.5}, eprinttype = {arXiv}, abstract = {Ab}, annotation = {An}
        """))
    #expect(source[.accessed]?.start == SourceDate.Point(year: 2020, month: 1, day: 2))
    #expect(source[.originalDate]?.start == SourceDate.Point(year: 1850))
    #expect(source[.eventDate]?.start == SourceDate.Point(year: 2001, month: 2))
    #expect([source[.collectionTitle], source[.collectionNumber]] == ["Ser", "7"])
    #expect(
      [source[.volume], source[.numberOfVolumes], source[.numberOfPages]] == ["2.1", "3", "10"])
    #expect([source[.edition], source[.chapterNumber]] == ["2", "3"])
    #expect([source[.publisherPlace], source[.publisher]] == ["Berlin; Wien", "A; B"])
    #expect([source[.url], source[.isbn]] == ["https://arxiv.org/abs/1234.5", "978-0"])
    #expect([source[.abstract], source[.annote]] == ["Ab", "An"])
  }

  @Test("An address in howpublished is where it can be read")
  func published() {
    let source = BibTeXReaderTests.source(
      #"howpublished = {\url{https://a.b/c\_d}}, organization = {O}"#, type: "misc")
    #expect(source?[.publisher] == "O")
  }

  @Test("Theses and reports say what they are")
  func genres() {
    #expect(BibTeXReaderTests.source("school = {S}", type: "phdthesis")?[.genre] == "PhD thesis")
    #expect(
      BibTeXReaderTests.source("type = {mathesis}", type: "thesis")?[.genre] == "Master’s thesis")
    #expect(
      BibTeXReaderTests.source("type = {Diplomarbeit}", type: "mastersthesis")?[.genre]
        == "Diplomarbeit")
  }
}
