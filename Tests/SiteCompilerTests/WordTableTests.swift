import Diagnostics
import Foundation
import SiteModel
import TestSupport
import Testing
import Values

@testable import SiteCompiler

@Suite("Tables of words")
struct WordTableTests {
  /// A site in `language` with tables of its own, by file.
  private func site(_ language: String, _ tables: [String: String] = [:]) -> Publication {
    var publication = Publication([
      "site.yaml": "title: Test\nlanguage: \(language)\n",
      "index.md": "---\ntitle: Front\n---\nWelcome.\n",
    ])
    for (file, text) in tables { publication.templates["words/" + file] = text }
    return publication
  }

  private func words(_ language: String, _ tables: [String: String] = [:]) async throws
    -> InterfaceWords
  {
    InterfaceWords(try await site(language, tables).compile().site.words, in: language)
  }

  @Test("Every word that the program asks for is in the table, in the form that it asks for")
  func asked() throws {
    let names = Set(WordTableParser.parse(try site("en").tree()).value.names)
    let root = Repository.root.appending(path: "Sources/SiteCompiler")
    var asked = 0
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path())
    where path.hasSuffix(".swift") {
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      for match in text.matches(of: #/(words\[|counted\()"(\w+)"/#) {
        // Of a count each language has the forms that it needs; all have the last.
        let name = String(match.2) + (match.1 == "counted(" ? "Other" : "")
        #expect(names.contains(name), "\(path) asks for '\(name)'")
        asked += 1
      }
    }
    #expect(asked > 40)
  }

  @Test("The theme speaks English, German and Arabic, and lacks no word in any")
  func whole() throws {
    let outcome = WordTableParser.parse(try site("en").tree())
    #expect(outcome.diagnostics.isEmpty)
    #expect(outcome.value.languages == ["ar", "de", "en"])
    for language in outcome.value.languages {
      let file = Repository.root.appending(path: "Templates/words/\(language).yaml")
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      let own = Set(lines.filter { !$0.hasPrefix("#") }.map { String($0.prefix { $0 != ":" }) })
      let english = outcome.value.words(of: "en").keys
      #expect(english.allSatisfy(own.contains), "\(Set(english).subtracting(own))")
    }
  }

  @Test("A table of the project's own says only what differs, and every tag finds its table")
  func chain() async throws {
    let tables = [
      "de.yaml": "sources: Belege\n", "de-AT.yaml": "topics: Themenbereiche\n",
      "en.yaml": "home: Start\n", "fr.yaml": "sources: Références\n",
    ]
    let austrian = try await words("de-AT", tables)
    #expect(austrian["topics"] == "Themenbereiche" && austrian["sources"] == "Belege")
    #expect(austrian["home"] == "Startseite")
    let swiss = try await words("de-ch-1996", tables)
    #expect(swiss["topics"] == "Themen" && swiss["sources"] == "Belege")
    let french = try await words("FR", tables)
    #expect(french["sources"] == "Références" && french["home"] == "Start")
    let unknown = try await words("pl", tables)
    #expect(unknown["home"] == "Start" && unknown["sources"] == "Sources")
    #expect(try await site("fr", tables).compile().diagnostics.isEmpty)
    let page = try await site("fr", tables).render()["index.html"]
    #expect(page?.contains(">Skip to content</a>") == true)
  }

  @Test("Words that depend on a count have the forms of their language")
  func counts() async throws {
    let arabic = try await words("ar")
    #expect(
      [1, 2, 3, 11, 100].map { arabic.counted("rowsCounted", $0) } == [
        "صف واحد", "صفان", "3 صفوف", "11 صفًا", "100 صف",
      ])
    let german = try await words("de")
    #expect(german.counted("rowsCounted", 1) == "1 Zeile")
    #expect(german.counted("rowsCounted", 1_000) == "1.000 Zeilen")
    // English stands in for a language in English forms.
    let russian = try await words("ru")
    #expect(russian.counted("rowsCounted", 3) == "3 rows")
    let own = try await words(
      "ru", ["ru.yaml": "rowsCountedOther: \"{count} строк\"\nrowsCountedFew: \"{count} строки\"\n"]
    )
    #expect(
      own.counted("rowsCounted", 3) == "3 строки" && own.counted("rowsCounted", 5) == "5 строк")
  }

  @Test("What is wrong with a table is told at its place")
  func faults() async throws {
    let report = try await site(
      "en",
      [
        "en.yaml": """
        serch: Find
        home: [Start]
        pageOf: "page {numbre} of {count}"
        rowsCountedOther: rows
        rowsCountedOne: one row
        rowsCountedFew: a few rows
        kindAny: "{count}"
        rowsCountedTwo: "{cuont} rows"
        next:
        """,
        "en_GB.yaml": "home: Start\n", "de.yaml": "- home\n", "README.md": "",
      ]
    ).report()
    let told = report.split(separator: "\n").filter { $0.contains("[") && $0.contains("words/") }
    let expected = """
      de.yaml:1:1: error: the table of words is a list, not a mapping of keys to values
      en.yaml:1:1: warning: the table of words has no key 'serch'
      en.yaml:2:7: error: 'home' of the table of words is a list, not text
      en.yaml:3:10: error: 'pageOf' of the table of words lacks '{number}'
      en.yaml:4:19: error: 'rowsCountedOther' of the table of words lacks '{count}'
      en.yaml:6:17: error: 'rowsCountedFew' of the table of words lacks '{count}'
      en.yaml:7:11: error: nothing stands for '{count}' in 'kindAny' of the table of words
      en.yaml:8:18: error: nothing stands for '{cuont}' in 'rowsCountedTwo' of the table of words
      en_GB.yaml:1:1: error: 'en_GB', the name of this table of words, is no tag of a language
      """
    let lines = told.map { line in
      String(line.prefix { $0 != "[" }.dropFirst("Templates/words/".count).dropLast())
    }
    #expect(lines.joined(separator: "\n") == expected)
    #expect(report.contains("did you mean 'search'?") && report.contains("did you mean '{count}'?"))
    #expect(report.contains("the English word is 'page {number} of {count}'"))
  }

  @Test("A language without a table is told once, where it is first written")
  func missing() async throws {
    var publication = site("fr-CA")
    publication.files["a.md"] = "---\ntitle: A\nlanguage: FR-ca\n---\n"
    publication.files["b.md"] = "---\ntitle: B\nlanguage: pl\n---\n"
    publication.files["c.md"] = "---\ntitle: C\nlanguage: pl\nallow: []\n---\n"
    publication.files["d.md"] = "---\ntitle: D\nlanguage: de-AT\n---\n"
    #expect(
      try await publication.findings() == [
        "Content/b.md:3 words-missing", "Content/site.yaml:2 words-missing",
      ])
    publication.templates["words/fr.yaml"] = "home: Accueil\n"
    #expect(try await publication.findings() == ["Content/b.md:3 words-missing"])
  }

  @Test("A template may use every word, and no other")
  func templates() async throws {
    var publication = site("ar")
    publication.templates["page.mustache"] = "{{words.home}}{{words.searchFoundFew}}{{words.hom}}\n"
    #expect(
      try await publication.findings() == ["Templates/page.mustache:1 template-variable-unknown"])
  }
}
