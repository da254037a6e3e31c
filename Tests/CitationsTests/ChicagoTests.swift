import Bytes
import Citations
import Diagnostics
import Foundation
import TestSupport
import Testing
import Values

/// What pandoc 2.17's citation processor says with its own style, which is Chicago 17 author–date:
/// `Tests/Golden/citations` has items of ours, and its answers. Emphasis is written `*so*`.
@Suite("Chicago, checked against pandoc")
struct ChicagoTests {
  static func lines(_ name: String) throws -> [[String]] {
    let url = Repository.goldens("citations").appending(path: name)
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  static func processor() throws -> CitationProcessor {
    let url = Repository.goldens("citations").appending(path: "sources.json")
    let read = SourceReader.read(Array(try Data(contentsOf: url)), in: SourceFileID(0))
    #expect(read.diagnostics.isEmpty)
    let american = try #require(Language(tag: "en-US"))
    return CitationProcessor(
      library: SourceLibrary.gather(read.value).value,
      formatter: AuthorDateFormatter(language: american))
  }

  static func marked(_ text: RichText) -> String {
    text.runs.map { $0.style.contains(.emphasis) ? "*\($0.text)*" : $0.text }.joined()
  }

  static func entries() throws -> [String: String] {
    let processor = try processor()
    let page = processor.process([], alsoListing: processor.library.sources.map(\.id))
    return Dictionary(
      uniqueKeysWithValues: page.bibliography.entries.map { ($0.key, marked($0.text)) })
  }

  @Test("Entries of more than a hundred sources are pandoc's")
  func agreed() throws {
    let entries = try Self.entries()
    let lines = try Self.lines("entries.txt")
    #expect(lines.count > 100)
    for line in lines { #expect(entries[line[0]] == line[1]) }
  }

  @Test(
    "Where entries differ from pandoc's, there is a reason",
    arguments: [
      // Numbers of bills, regulations, standards and preprints are how they are found.
      ("l4", "*A Bill*. 2010. H.R. 3."), ("l7", "*A Regulation*. 1992. No. 3."),
      ("st1", "ISO. 2019. *A Standard*. ISO 1. ISO."),
      ("ar1", "———. 2019. “A Preprint.” 1234.5. arXiv. https://arxiv.org/abs/1234.5."),
      // The year stands behind the names; it is not said again where it is all that is known.
      ("n7", "Abbott, A. 2019. “Year Only.” *Time*."),
      ("w3", "“Anonymous Page.” 2018. Site. https://g.org/r."),
      // "In" needs something to be in.
      ("c5", "———. 2005. “No Container.” P."),
      ("p2", "———. 2011. “Talk Only.” Presented at the Conf X, Rome."),
      // A number without a word of its own is that of the series.
      ("r3", "———. 2022. “Series Number.” SWP Comment 12/2022. Berlin: SWP."),
      // Chicago 14.215 gives a thesis its university and no place.
      ("t1", "Dean, D. 2010. “My Thesis.” PhD diss., University of X."),
      // Posts, interviews, broadcasts, manuscripts and letters are dated by the day.
      ("w7", "@ego. 2018. “A Tweet of Words.” Twitter, May 6, 2018. https://t.co/1."),
      ("i1", "Jett, J. 2014. “An Interview.” Interview by Kim Kerr. *BBC*, May 6, 2014."),
      ("m3", "———, dir. 2014. “An Episode.” *The Show*. BBC. May 6, 2014."),
      ("pc2", "———. 1952. Letter to Kim Kerr, May 6, 1952."),
      (
        "ms1",
        "Nagy, N. 1850. “A Manuscript.” Unpublished manuscript. May 6, 1850. MS 3. British "
          + "Library. London."
      ),
      // Titles of patents and laws are titles; a pamphlet is a small book (14.220).
      ("l8", "Hall, H. 1993. “A Patent.” US 3, issued April 5, 1993."),
      ("l5", "*A Treaty*. 1990."), ("pa1", "———. 1953. *A Pamphlet*. P."),
      ("l3", "*Roe v. Wade*. 1973. 410 U.S. 113. Supreme Court."),
      // An apostrophe within a word opens nothing, and one before a number stands for digits.
      ("j14", "O’Neill, O. 2019. “O’neill’s ‘Quoted’ Article.” *Journal of Things* 3."),
      ("q4", "“Rock ’n’ Roll in the ’90s: It’s the Brothers’ House.” *J* 1."),
      // The full stop stands within both marks (6.11).
      ("q6", "“‘All Quoted.’” *J* 1."),
      // The last word, a single letter too, has its capital (8.159); so do parts of hyphened ones.
      ("x1", "Same, Sam. 2000a. *Same A*."),
      ("b38", "Wade, W. 2016. *A-B Hyphen-Ated Self-Made State-of-the-Art Title*."),
      ("q10", "*What’s up with E-Mail? On to the Next vs. the Rest*."),
      // An article's own number stands for its pages; ranges have dashes everywhere.
      ("j7", "———. 2015. “Number Only.” *Journal of Things* 3: e12."),
      ("j8", "———. 2016. “Issue Range.” *Journal of Things* 3 (1–2): e1–9."),
      ("j13", "———. 2019. Review of *The Reviewed*, by Z Zed. *Journal of Things* 3."),
    ])
  func differing(key: String, entry: String) throws {
    let text = try #require(try Self.entries()[key])
    // The dash for repeated names depends on the neighbours and is none of these cases' business.
    #expect(text == entry || text.hasSuffix(entry))
  }

  /// Form, result and, where it is another, pandoc's own, for these reasons: pandoc breaks off
  /// where keys follow each other without a semicolon; it takes the volume of a law into the
  /// locator; it shortens numbers with commas; it forgets the comma before "n.d." of a page that
  /// has a day of access, blanks before a bracket, and the locator of a missing source.
  @Test("Some five hundred forms of citation are pandoc's")
  func forms() throws {
    let processor = try Self.processor()
    let lines = try Self.lines("forms.txt")
    #expect(lines.count > 500)
    #expect(lines.count { $0.count == 3 } < 20)
    let matches = lines.map { CitationParser(Array($0[0].utf8)).matches() }
    let page = processor.process(matches.flatMap { $0.map(\.citation) })
    var next = 0
    for (line, found) in zip(lines, matches) {
      let bytes = Array(line[0].utf8)
      var result = ""
      var end = 0
      for match in found {
        result += bytes[end..<match.range.lowerBound].text
        result += page.citations[next].segments.map { Self.marked($0.text) }.joined()
        next += 1
        end = match.range.upperBound
      }
      #expect(result + bytes[end...].text == line[1], "\(line[0])")
    }
  }

  @Test(
    "German entries are in German",
    arguments: [
      ("b3", "Baker, Bob, Cid Cole und Di Dunn. 2003. three authors. P."),
      ("b30", "Caesar, J. 50 v. Chr. bc book."), ("b31", "Bede. 731 n. Chr. early book."),
      ("b15", "edited and translated. Hg. und übers. von Q Quinn. P."),
      ("b34", "Vogel, V. 2012. Ein deutsches Buch über Dinge."),
      (
        "n3", "„edition item“. The New York Times, 3. Januar 2020, late Ausgabe. https://nyt.com/a."
      ),
      ("q3", "„‚Curly‘ and ‚single‘ marks“. J 1."), ("q5", "„what is it?“ is it? a journal 1."),
      ("w2", "„undated page“. Zugriff am 2. Januar 2018. https://g.org/q."),
    ])
  func german(key: String, entry: String) throws {
    let library = try Self.processor().library
    let processor = CitationProcessor(
      library: library, formatter: AuthorDateFormatter(language: .german))
    let page = processor.process([], alsoListing: library.sources.map(\.id))
    let text = try #require(page.bibliography.entries.first { $0.key == key }?.text.plain)
    #expect(text.hasSuffix(entry))
  }

  @Test("Others whom BibTeX does not name are et al.")
  func others() throws {
    let sources = BibTeXReaderTests.read(
      "@book{a, author = {Roe, Rita and others}, title = {T}, year = 2001}"
    ).value
    let processor = CitationProcessor(
      library: SourceLibrary.gather(sources).value,
      formatter: AuthorDateFormatter(language: .english))
    #expect(processor.set("@a") == "Roe et al. (2001)")
    let page = processor.process([], alsoListing: ["a"])
    #expect(page.bibliography.entries.map(\.text.plain) == ["Roe, Rita, et al. 2001. T."])
  }
}
