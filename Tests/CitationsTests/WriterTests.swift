import Bytes
import Citations
import Diagnostics
import Testing

@Suite("Sources written out")
struct WriterTests {
  /// What a source says, to be compared.
  struct Content: Equatable {
    let id: String
    let type: SourceType
    let texts: [TextVariable: String]
    let names: [NameVariable: [SourceName]]
    let dates: [DateVariable: SourceDate]

    init(_ source: Source) {
      self.id = source.id
      self.type = source.type
      self.texts = source.texts
      self.names = source.names
      self.dates = source.dates
    }
  }

  static let nowhere = SourceSpan(SourceFileID(0), 0..<0)

  static func source(
    _ type: SourceType, texts: [TextVariable: String] = [:],
    names: [NameVariable: [SourceName]] = [:], dates: [DateVariable: SourceDate] = [:]
  ) -> Source {
    Source(
      id: "k", type: type, texts: texts, names: names, dates: dates, span: nowhere,
      idSpan: nowhere)
  }

  static let people = [
    SourceName(family: "Smith", given: "John & Co"), SourceName(literal: "Roe, Poe and Sons"),
    SourceName(family: "King", given: "Martin", suffix: "Jr."),
    SourceName(family: "Beethoven", given: "L.", nonDroppingParticle: "van"),
    SourceName(family: "Tocqueville", given: "A.", droppingParticle: "de"),
    SourceName(family: "Plato"), SourceName(family: "Vallée Poussin", given: "C"),
    SourceName(family: "Two Words"),
    SourceName(family: "X", given: "Y", nonDroppingParticle: "al-"), SourceName(literal: "others"),
  ]

  static let someDates = [
    SourceDate(SourceDate.Point(year: 2020, month: 5, day: 3)),
    SourceDate(SourceDate.Point(year: 2020, month: 5)), SourceDate(SourceDate.Point(year: 2020)),
    SourceDate(
      SourceDate.Point(year: 2020, month: 5), to: SourceDate.Point(year: 2021, month: 6, day: 7)),
    SourceDate(SourceDate.Point(year: 2020), season: 3),
    SourceDate(SourceDate.Point(year: -50), isCirca: true),
    SourceDate(SourceDate.Point(year: 800, month: 2)), SourceDate(literal: "in press"),
  ]

  /// A source with nearly every variable, text with every character that has a meaning somewhere.
  static func full(_ type: SourceType, _ index: Int) -> Source {
    var texts: [TextVariable: String] = [:]
    for variable in TextVariable.allCases { texts[variable] = "\(variable.rawValue) 5% & #1_a" }
    texts[.title] = "Islamic State in <i>Herat</i>: mRNA_x \"Q\" 'q' it's -- ``a'' ~^\\ $5 {x}"
    texts[.page] = "12-19"
    texts[.doi] = "10.1/a_b(c)"
    texts[.url] = "https://x.org/a_b%20c?d=e#f"
    texts[.language] = "en-US"
    var names: [NameVariable: [SourceName]] = [:]
    for variable in NameVariable.allCases { names[variable] = people }
    var dates: [DateVariable: SourceDate] = [:]
    for (offset, variable) in DateVariable.allCases.enumerated() {
      dates[variable] = someDates[(index + offset) % someDates.count]
    }
    return source(type, texts: texts, names: names, dates: dates)
  }

  @Test(
    "CSL-JSON says all that a source says", arguments: SourceType.allCases.enumerated().map(\.self))
  func json(index: Int, type: SourceType) {
    let source = Self.full(type, index)
    let read = SourceReader.read(CSLJSONWriter.write([source]), in: SourceFileID(0))
    #expect(read.diagnostics.isEmpty)
    #expect(read.value.map(Content.init) == [Content(source)])
  }

  @Test("BibTeX says nearly all of it", arguments: SourceType.allCases.enumerated().map(\.self))
  func bibTeX(index: Int, type: SourceType) {
    var source = Self.full(type, index)
    // BibTeX knows no such thing, or makes it part of another.
    let unsaid: Set<TextVariable> = [
      .containerTitleShort, .event, .jurisdiction, .pageFirst, .part, .publisherPlace, .titleShort,
      .volumeTitle,
    ]
    source = Self.source(
      type, texts: source.texts.filter { !unsaid.contains($0.key) }, names: source.names,
      dates: source.dates)
    let read = BibTeXReader.read(BibTeXWriter.write([source]), in: SourceFileID(0))
    #expect(read.diagnostics.isEmpty)
    let texts = read.value.first?.texts.filter { !unsaid.contains($0.key) }
    #expect(texts == source.texts)
    #expect(read.value.first?.type == type)
    #expect(read.value.first?.names == source.names)
    #expect(read.value.first?.dates == source.dates)
  }

  @Test("What was read from BibTeX is read again from what is written")
  func bibTeXAgain() {
    let text = #"""
      @article{a, author = {von der Last, Jr., First and {A and B} and others}, month = feb,
        title = {The {iPhone} and {the {NASA}} of \emph{Things}: On \"Ubung}, year = 2010,
        journal = {J. of \& Things}, volume = 3, number = 4, pages = {12--19, 22}, eid = {e1}}
      @inbook{b, author = {A B}, title = {C}, maintitle = {Main}, booktitle = {Vol}, volume = 2}
      @book{c, editor = {A B}, editortype = {director}, title = {{Whole Of It}}, number = 3,
        series = {S}, address = {New York and Berlin}, publisher = {{Roe and Poe} and Ash}}
      @phdthesis{d, author = {A B}, school = {S}, year = {c. 2000}}
      @mastersthesis{e, author = {A B}, school = {S}, type = {Diplomarbeit}, date = {2000-21}}
      @online{f, url = {http://a.b/c\_d}, urldate = {2020-01-02}, date = {2019-05-01/2019-06-02}}
      @book{g, title = {Die Lage in der Stadt}, langid = {ngerman}}
      @patent{h, title = {P}, location = {countryus}, number = {US1}}
      @unpublished{i, title = {T}, venue = {Rome}, eventdate = {2001-02}}
      """#
    let first = BibTeXReaderTests.read(text)
    #expect(first.diagnostics.isEmpty)
    let written = BibTeXWriter.write(first.value)
    let second = BibTeXReader.read(written, in: SourceFileID(0))
    #expect(second.diagnostics.isEmpty)
    #expect(second.value.map(Content.init) == first.value.map(Content.init))
    #expect(BibTeXWriter.write(second.value) == written)
  }

  @Test("An entry has the types and fields that both BibTeX and biblatex know")
  func entry() {
    let source = Self.source(
      .report,
      texts: [
        .title: "Terror against the Taliban: Islamic State shows new strength", .number: "12/2022",
        .collectionTitle: "SWP Comment", .publisher: "SWP", .publisherPlace: "Berlin",
        .doi: "10.18449/2022C12", .language: "en",
      ],
      names: [.author: [SourceName(family: "Steinberg", given: "Guido")]],
      dates: [.issued: SourceDate(SourceDate.Point(year: 2022, month: 2))])
    #expect(
      BibTeXWriter.write([source]).text == """
        @techreport{k,
          author = {Steinberg, Guido},
          title = {Terror against the {Taliban:} {Islamic} {State} shows new strength},
          series = {{SWP} {Comment}},
          year = {2022},
          month = feb,
          number = {12/2022},
          institution = {SWP},
          address = {Berlin},
          doi = {10.18449/2022C12},
          language = {en},
          langid = {english},
        }

        """)
    #expect(
      RISWriter.write([source]).text.split(separator: "\r\n") == [
        "TY  - RPRT", "ID  - k", "AU  - Steinberg, Guido",
        "TI  - Terror against the Taliban: Islamic State shows new strength",
        "T3  - SWP Comment", "PY  - 2022", "DA  - 2022/02//", "M1  - 12/2022", "PB  - SWP",
        "CY  - Berlin", "DO  - 10.18449/2022C12", "LA  - en", "ER  - ",
      ])
  }

  @Test("Keys that BibTeX could not read are changed, and stay apart")
  func keys() {
    let sources = ["a b", "a,b", "a_b", "ü:1"].map { id in
      Source(
        id: id, type: .book, texts: [:], names: [:], dates: [:], span: Self.nowhere,
        idSpan: Self.nowhere)
    }
    let read = BibTeXReader.read(BibTeXWriter.write(sources), in: SourceFileID(0))
    #expect(read.value.map(\.id) == ["a_b", "a_b_", "a_b__", "ü:1"])
  }

  @Test("A RIS value takes one line, without markup or control characters")
  func risLines() {
    let source = Self.source(
      .book, texts: [.title: "A <i>b</i>\r\nER  - \u{1}x", .keyword: "one, two;three"],
      names: [
        .author: [SourceName(family: "St*r", given: "J.", droppingParticle: "de", suffix: "Jr.")]
      ])
    #expect(
      RISWriter.write([source]).text == "TY  - BOOK\r\nID  - k\r\nAU  - de Str, J., Jr.\r\n"
        + "TI  - A b ER - x\r\nKW  - one\r\nKW  - two\r\nKW  - three\r\nER  - \r\n\r\n")
  }

  @Test(
    "RIS dates are as precise as they are known",
    arguments: zip(
      someDates,
      [
        "2020/05/03/", "2020/05//", "2020///", "2020/05//to 2021-06-07", "2020///Autumn",
        "-0050///circa", "0800/02//", "///in press",
      ]))
  func risDates(date: SourceDate, text: String) {
    let written = RISWriter.write([Self.source(.book, dates: [.issued: date])]).text
    #expect(written.contains("DA  - \(text)\r\n"))
  }

  @Test("No sources are an empty list, and an empty file")
  func empty() {
    #expect(CSLJSONWriter.write([]).text == "[]\n")
    #expect(BibTeXWriter.write([]).isEmpty)
    #expect(RISWriter.write([]).isEmpty)
  }
}
