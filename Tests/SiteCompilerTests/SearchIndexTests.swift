import Bytes
import Foundation
import TestSupport
import Testing
import Values

@testable import SiteCompiler

private func stem(_ word: String, _ rules: String?) -> String {
  String(decoding: Stemmer.stem(Array(word.utf8), rules), as: UTF8.self)
}

@Suite("Words of the search")
struct SearchWordTests {
  private func words(_ text: String) -> [String] {
    var found: [String] = []
    SearchWords.each(of: text) { found.append(String(decoding: $0, as: UTF8.self)) }
    return found
  }

  @Test("Words are runs of letters and digits, whatever their case and marks")
  func parts() {
    #expect(
      words("Ḥaqqānī, the Haqqani-network’s 1,000.") == [
        "haqqani", "the", "haqqani", "networks", "1", "000",
      ])
    #expect(words("H\u{0323}aqqa\u{0304}ni\u{0304}") == ["haqqani"])
    #expect(words("Straße Œuvre ʿAlī Łódź Ærø") == ["strasse", "oeuvre", "ali", "lodz", "aero"])
    #expect(words("Заголовок и حقانی 東京") == ["заголовок", "и", "حقانی", "東京"])
    #expect(words("so\u{AD}ft don't — … \u{0}") == ["soft", "dont"])
    #expect(words("Ελληνικά Ἀθῆναι ΟΔΟΣ ὀδός λόγος").contains("ελληνικα"))
    #expect(words("ΛΌΓΟΣ") == words("λόγος"))
    #expect(words("شَبَكَة شـبكة") == words("شبكة شبكة"))
    #expect(words("שָׁלוֹם") == words("שלום"))
    #expect(words("ﬁnance oﬃce") == ["finance", "office"])
    #expect(words("") == [])
  }

  @Test(
    "Words of one stem are found together",
    arguments: [
      ("en", ["attack", "attacks", "attacked", "attacking"]), ("en", ["city", "cities"]),
      ("en", ["family", "families"]),
      ("en", ["province", "provinces"]), ("en", ["run", "running"]),
      ("en", ["claim", "claims", "claimed"]), ("en", ["release", "released", "releases"]),
      ("en", ["kill", "killed", "killing"]), ("en", ["report", "reportedly", "reporting"]),
      ("de", ["angriff", "angriffe", "angriffen", "angriffs"]), ("de", ["haus", "hauser"]),
      ("en", ["organisation", "organisations"]), ("en", ["stability", "stabilities"]),
      ("en", ["responsible", "responsibly"]), ("de", ["starke", "staerke"]),
      ("de", ["ereignis", "ereignisse", "ereignissen"]), ("de", ["sicher", "sicherheit"]),
      ("de", ["provinz", "provinzen"]), ("de", ["gruppe", "gruppen"]),
    ])
  func stems(rules: String, words: [String]) {
    #expect(Set(words.map { stem($0, rules) }).count == 1, "\(words)")
  }

  @Test(
    "Words have the stems that the reference gives them, whatever their marks",
    arguments: ["en", "de"])
  func reference(rules: String) throws {
    let file = Repository.goldens("stems").appending(path: "\(rules).csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count > 300)
    for line in lines {
      let cells = line.split(separator: ",").map(String.init)
      #expect(words(cells[0]).map { stem($0, rules) } == [cells[1]], "\(line)")
    }
  }

  @Test("Words that are short or not all of Latin letters stay as they are")
  func untouched() {
    for word in ["as", "b52s", "حقانی", "заголовки", ""] {
      #expect(stem(word, "en") == word && stem(word, "de") == word)
    }
  }

  @Test("Words of different meaning stay apart, and nothing is cut to nothing")
  func apart() {
    let words = [
      "force", "fort", "basis", "bus", "news", "sing", "red", "bed", "thing", "1990s", "is",
    ]
    #expect(Set(words.map { stem($0, "en") }).count == words.count)
    for word in words { #expect(stem(word, "en").count >= min(2, word.count)) }
    #expect(stem("attacks", nil) == "attacks")
    #expect(Stemmer.rules(of: "de-CH") == "de" && Stemmer.rules(of: "EN") == "en")
    // A language without rules of its own is not cut by those of another.
    #expect(Stemmer.rules(of: "fr") == nil && Stemmer.rules(of: "den") == nil)
  }
}

@Suite("The index of the search")
struct SearchIndexTests {
  private static let publication = Publication([
    "site.yaml": "title: Test\ncollections:\n  ships: {title: Ships}\n",
    "index.md": "---\ntitle: Front\n---\nWelcome.\n",
    "ships/ida.md": "---\ntitle: Ida\naliases: [Ḥaqqānī]\n---\nA ferry.\n",
    "rain.md": """
    ---
    title: Rain </script><b>
    topics: [weather]
    ---
    ## Storms

    > Winds blew[^1] as @sec-x says. | code `x`

    | Harbour | Mole |
    |---|---|
    | flooded | dry |

    ## Later {#sec-x}

    [^1]: Strongly.
    """,
    "data/tides.csv": "hour,metres\n1,2\n",
  ])

  /// What a file hands over.
  private func data(_ text: String?) throws -> Any {
    let text = try #require(text)
    // dossierSearch("kind",0,…);
    let first = try #require(text.firstIndex(of: ","))
    let start = try #require(text[text.index(after: first)...].firstIndex(of: ","))
    let json = text[text.index(after: start)...].dropLast(3)
    return try JSONSerialization.jsonObject(with: Data(json.utf8), options: [.fragmentsAllowed])
  }

  /// How many pages a word has, and those that the index leads to, by weight.
  private func decode(_ entry: String) -> (total: Int, pages: [(page: Int, weight: Int)]) {
    var numbers: [Int] = []
    var number = 0
    var place = 1
    for byte in entry.utf8 {
      let digit: Int =
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte) - 97 + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 48 + 52
        default: byte == UInt8(ascii: "-") ? 62 : 63
        }
      number += digit % 32 * place
      place *= 32
      guard digit < 32 else { continue }
      numbers.append(number)
      (number, place) = (0, 1)
    }
    var pages: [(page: Int, weight: Int)] = []
    var at = 1
    while at < numbers.count {
      var page = 0
      for gap in numbers[(at + 2)..<(at + 2 + numbers[at + 1])] {
        page += gap
        pages.append((page, numbers[at]))
      }
      at += 2 + numbers[at + 1]
    }
    return (numbers[0], pages)
  }

  @Test("A word that very many pages have leads to each, and its weights tell them apart")
  func frequent() async throws {
    var publication = Publication(["site.yaml": "title: Test\n"])
    for number in 0..<1_500 {
      let words = Array(repeating: "rain", count: 1 + number % 9).joined(separator: " ")
      publication.bytes["p\(number).md"] = Array(
        "---\ntitle: Page \(number)\n---\n\n\(words)\n".utf8)
    }
    let files = try await publication.render()
    var terms: [String: String] = [:]
    for (path, file) in files where path.hasPrefix("search/terms-") {
      terms.merge(try #require(try data(file) as? [String: String])) { first, _ in first }
    }
    let found = decode(try #require(terms["rain"]))
    #expect(found.total == 1_500)
    #expect(Set(found.pages.map(\.page)).count == 1_500)
    #expect(found.pages.map(\.weight).first == 8 && found.pages.map(\.weight).last == 1)
    #expect(found.pages.count { $0.weight == 3 } == 1_500 / 9 + 1)
  }

  @Test("Each page is found by its title, headings, names, tables and notes")
  func contents() async throws {
    let files = try await Self.publication.render()
    let index = try #require(try data(files["search/index.js"]) as? [String: Any])
    let terms = try #require(try data(files["search/terms-0.js"]) as? [String: String])
    let texts = try #require(try data(files["search/texts-0.js"]) as? [[String]])
    #expect(index["count"] as? Int == texts.count)
    #expect(index["languages"] as? [String] == ["en"])
    #expect(
      texts.map { $0[1] } == ["data/tides.html", "index.html", "rain.html", "ships/ida.html"])
    func pages(_ word: String) -> [String] {
      guard let entry = terms[stem(word, "en")] else { return [] }
      return decode(entry).pages.map { texts[$0.page][1] }.sorted()
    }
    for word in ["rain", "storms", "weather", "winds", "harbour", "flooded", "strongly", "code"] {
      #expect(pages(word).contains("rain.html"), "\(word)")
    }
    #expect(pages("haqqani") == ["ships/ida.html"])
    #expect(pages("tides") == ["data/tides.html"])
    #expect(pages("metres") == [] || pages("metres") == ["data/tides.html"])
    // The title counts more than the text, and lists of pages are not found.
    let title = try #require(terms["rain"])
    #expect(decode(title).total == 1)
    #expect(decode(title).pages.allSatisfy { $0.weight >= 20 })
    #expect(texts[2][3].contains("Winds blew as “Later” says."))
    #expect(try await Self.publication.render(workers: 4) == files)
  }

  @Test("A file of the author's own where the index has one is one too many")
  func conflicts() async throws {
    for path in ["search/index.js", "search/terms-0.js", "search/texts-7.js"] {
      var own = Self.publication
      own.bytes[path] = []
      let found = try await own.findings()
      #expect(found.contains { $0.hasSuffix("output-conflict") }, "\(path)")
    }
  }

  @Test(
    "What pages say is data in the index, and the page of the search runs nothing but its script")
  func safe() async throws {
    let files = try await Self.publication.render()
    let page = try #require(files["search.html"])
    #expect(page.contains("<script src=\"assets/search.js\" defer></script>"))
    #expect(page.contains("<noscript>") && page.contains("href=\"sitemap.html\""))
    #expect(files["rain.html"]?.contains("search.js") == false)
    #expect(files["rain.html"]?.contains("class=\"search-link\" href=\"search.html\"") == true)
  }

  /// Words for pages: some common, some rare, some beyond the first plane.
  private func run(_ words: [[String]]) -> SearchRun {
    SearchRun(
      words.map {
        SearchPage(shown: [], parts: [($0.joined(separator: " "), .body)], rules: nil)
      })
  }

  @Test("Where some pages say other words, the index is the one that all pages give")
  func changes() async throws {
    var chance = DeterministicGenerator(seed: 7)
    let vocabulary = (0..<60).map { "w\($0)" } + ["𐐷", "\u{FB00}x", "東京", "über", "z"]
    func text() -> [String] {
      (0..<chance.below(30)).map { _ in vocabulary[chance.below(chance.below(vocabulary.count) + 1)]
      }
    }
    for round in 0..<40 {
      var pages = (0..<(1 + chance.below(50))).map { _ in text() }
      let before = await TermPostings([run(pages)], workers: 1)
      var changed: [Int] = []
      for page in pages.indices where chance.below(6) == 0 {
        pages[page] = text()
        changed.append(page)
      }
      let said = changed.map { pages[$0] }
      let half = said.count / 2
      let after = try #require(
        before.changing(
          changed, to: [run(Array(said[..<half])), run(Array(said[half...]))], of: pages.count))
      let whole = await TermPostings([run(pages)], workers: 3)
      #expect(after.words.bytes == whole.words.bytes && after.words.ends == whole.words.ends)
      #expect(after.postings.bytes == whole.postings.bytes, "round \(round)")
      #expect(after.postings.ends == whole.postings.ends)
    }
  }

  @Test("A word that stands nearly everywhere leads to the pages in which it counts most")
  func limited() async {
    let pages = (0..<(Postings.pageLimit + 5)).map { page in
      Array(repeating: "rain", count: page == 2 ? 1 : 2)
    }
    let terms = await TermPostings([run(pages)], workers: 1)
    var published: [UInt8] = []
    Postings.publish(terms.postings[0], to: &published)
    let found = decode(String(decoding: published, as: UTF8.self))
    #expect(found.total == pages.count && found.pages.count == Postings.pageLimit)
    #expect(!found.pages.contains { $0.page == 2 })
    let changed = terms.changing([2], to: [run([["wind"]])], of: pages.count)
    #expect(changed?.count == 2)
  }

  @Test("What is kept of the index is read as it was written, and broken bytes are told")
  func memory() async throws {
    let terms = await TermPostings([run([["rain", "wind"], ["wind"]])], workers: 1)
    let memory = SearchMemory(
      order: ContentDigest(), pages: [.init(key: ContentDigest(), size: 7)], terms: terms)
    var writer = BinaryWriter()
    writer.write(memory)
    var reader = BinaryReader(writer.bytes)
    let read = try reader.readSearchMemory()
    #expect(reader.isAtEnd && read.pages.map(\.size) == [7])
    #expect(read.terms.words.bytes == terms.words.bytes)
    for place in writer.bytes.indices {
      var bytes = writer.bytes
      bytes[place] ^= 0x5A
      var reader = BinaryReader(bytes)
      guard let broken = try? reader.readSearchMemory() else { continue }
      _ = broken.terms.changing([0], to: [run([["rain"]])], of: 2)
    }
  }
}
