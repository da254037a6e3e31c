import Bytes
import Diagnostics
import Foundation
import SiteCompiler
import SiteModel
import SiteStorage
import TestSupport
import Testing
import Values

/// Whether what is marked for a smaller circle stays within it.
@Suite("Audiences")
struct AudienceTests {
  /// A publication of random marks, in which every text has a word that tells how far it may go.
  private struct Marked {
    var files: [String: String] = [:]
    var bytes: [String: [UInt8]] = [:]
    /// The words, by the mark of what they stand in.
    var words: [TrafficLight: [String]] = [:]
    private var random: DeterministicGenerator
    private var count = 0

    init(seed: UInt64) {
      random = DeterministicGenerator(seed: seed)
      let marks = TrafficLight.allCases
      func some<Element>(_ list: [Element], _ random: inout DeterministicGenerator) -> Element {
        list[Int.random(in: list.indices, using: &random)]
      }
      files["site.yaml"] = """
        title: Test
        tlp: \(some([TrafficLight.clear, .green], &random).rawValue)
        baseURL: https://x.example/a/
        withheldLinks: text
        linkNames: first
        taxonomies: [topics, places]
        collections: {ships: {title: Ships}}
        people: {\((0..<8).map { "p\($0): {name: Ms P\($0)}" }.joined(separator: ", "))}

        """
      var sources: [String] = []
      for number in 0..<12 {
        let mark = some(marks, &random)
        let folder = some(["", "briefs/", "ships/", "deep/er/"], &random)
        let path = "\(folder)\(word(mark))-\(number).md"
        let asset = "assets/\(word(mark)).svg"
        files[asset] = """
          <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>\(word(mark))</title></svg>

          """
        let key = word(mark)
        sources.append(
          """
          {"id": "\(key)", "type": "report", "title": "On \(word(mark))", "publisher": "\(word(mark))",
          "author": [{"family": "\(word(mark))"}], "issued": {"date-parts": [[2020]]}}
          """)
        // The others are written later, and links to them may lead anywhere.
        let other =
          files.keys.filter { $0.hasSuffix(".md") }.sorted().last.map { "/" + $0 } ?? "/" + path
        files[path] = """
          ---
          title: "A \(word(mark)) & *more*"
          subtitle: Of \(word(mark))
          summary: Says *\(word(mark))*.
          tlp: \(mark.rawValue)
          date: 20\(10 + number)-02-03
          series: \(word(mark))
          number: \(number)
          authors: [Ada \(word(mark))]
          topics: [\(word(mark)), common]
          places: [\(word(mark))]
          aliases: [\(word(mark))]
          redirects: [/old/\(word(mark)).html]
          license: \(word(mark))
          ---

          Text \(word(mark)) & [link \(word(mark))](\(some([other, "/briefs/"], &random))), \
          ![alt \(word(mark))](/\(asset)), @\(key), note[^\(number)] and ~~\(word(mark))~~.

          ## Heading \(word(mark)) {#sec-\(word(mark))}

          [^\(number)]: A note \(word(mark)).

          ```chart {#fig-\(word(mark))}
          title: Chart \(word(mark))
          description: It shows \(word(mark)).
          note: Note \(word(mark))
          data: {values: [{day: \(word(mark)), rain: \(number)}]}
          mark: bar
          encoding: {x: {field: day}, y: {field: rain}}
          ```

          ```sql {#q\(number)}
          SELECT '\(word(mark))' AS \(word(mark).lowercased())
          ```

          """
      }
      files["sources.json"] = "[\(sources.joined(separator: ",\n"))]\n"
      writeData(marks)
    }

    /// Datasets with marks of their own, rows with narrower ones, and queries of them.
    private mutating func writeData(_ marks: [TrafficLight]) {
      var package = "name: test\nresources:\n"
      for number in 0..<5 {
        let own = marks[Int.random(in: marks.indices, using: &random)]
        package += """
            - name: data\(number)\(word(own).lowercased())
              path: \(word(own)).csv
              title: Data \(word(own))
              description: About \(word(own)).
              tlp: \(own.rawValue)
              sources: [{title: Office \(word(own))}]
              events: {date: day, label: what}
              schema:
                primaryKey: id
                fields:
                  - {name: id, type: string, title: Id \(word(own))}
                  - {name: what, type: string, description: What \(word(own))}
                  - {name: day, type: string, rdfType: "http://id.loc.gov/datatypes/edtf"}
                  - {name: tlp, type: string}

          """
        let lines = package.split(separator: "\n")
        let name = lines.last { $0.hasPrefix("  - name: ") }?.dropFirst(10) ?? ""
        let path = lines.last { $0.hasPrefix("    path: ") }?.dropFirst(10) ?? ""
        var csv = "id,what,day,tlp\n"
        for _ in 0..<6 {
          let mark = marks[Int.random(in: marks.indices, using: &random)]
          let whole = max(mark, own)
          csv += "\(word(whole)),Row \(word(whole)),2021-0\(Int.random(in: 1...9, using: &random)),"
          csv += "\(mark.rawValue)\n"
        }
        files["data/\(path)"] = csv
        files["data/all\(number).sql"] =
          "SELECT what, count(*) AS n FROM \"\(name)\" GROUP BY what\n"
      }
      files["data/datapackage.yaml"] = package
    }

    /// The words of that kind in a text, in whatever they stand.
    static func words(in text: String) -> Set<String> {
      let bytes = Array(text.lowercased().utf8)
      var words: Set<String> = []
      var index = 0
      while let start = bytes[index...].firstIndex(of: UInt8(ascii: "x")) {
        index = start + 1
        guard index < bytes.count, bytes[index] == UInt8(ascii: "q") else { continue }
        let letters = bytes[start...].prefix(12)
        guard let end = letters.firstIndex(of: UInt8(ascii: "z")) else { continue }
        guard bytes[end...].starts(with: "zwkx".utf8) else { continue }
        words.insert(String(decoding: bytes[start..<end + 4], as: UTF8.self))
      }
      return words
    }

    /// A word that stands nowhere else, under `mark`.
    private mutating func word(_ mark: TrafficLight) -> String {
      count += 1
      // Letters alone, so that no stemmer and no slug makes another word of it.
      let letters = String(count, radix: 16).unicodeScalars.map { digit -> Character in
        let value = Int(String(digit), radix: 16) ?? 0
        return Character(Unicode.Scalar(UInt8(ascii: "b") + UInt8(value)))
      }
      let word = "xq" + String(letters) + "zwkx"
      words[mark, default: []].append(word)
      return word
    }
  }

  private static func produced(
    _ publication: Publication
  ) async throws -> (files: [String: String], audit: String, report: String) {
    let (site, diagnostics) = try await publication.compile()
    let options = SiteCompiler.Options(
      includesDrafts: publication.drafts, audience: publication.audience)
    let compiler = SiteCompiler(options: options)
    let files = try await Publication.render(site)
    let tree = try publication.tree()
    let audit = try #require(try await compiler.audit(of: tree))
    let found = files.flatMap { audit.search(Array($1.utf8), path: $0) }
    let writer = TextWriter(files: tree.files)
    return (
      files, writer.report(audit.diagnostics(found).sortedForReport), writer.report(diagnostics)
    )
  }

  @Test(
    "No word of what is marked more narrowly is in any file, and words of what is not are",
    arguments: 1...3, TrafficLight.allCases)
  func nothingLeaks(seed: Int, audience: TrafficLight) async throws {
    let marked = Marked(seed: UInt64(seed))
    var publication = Publication(marked.files)
    publication.audience = audience
    let (files, audit, report) = try await Self.produced(publication)
    #expect(!report.contains("error:"), "\(report)")
    #expect(audit == "")
    let all = files.reduce(into: Set<String>()) {
      $0.formUnion(Marked.words(in: "\($1.0)\n\($1.1)"))
    }
    for (mark, words) in marked.words.sorted(by: { $0.key < $1.key }) {
      let shown = words.filter(all.contains)
      if mark > audience {
        #expect(shown.isEmpty, "\(mark.rawValue): \(shown.prefix(5))")
      } else {
        #expect(
          shown.count * 10 > words.count * 7, "\(mark.rawValue): \(shown.count) of \(words.count)")
      }
    }
  }

  @Test(
    "A build for an audience is the one of a publication that never had the rest", arguments: 1...2)
  func sameAsWithout(seed: Int) async throws {
    let marked = Marked(seed: UInt64(seed))
    for audience in [TrafficLight.clear, .amber] {
      var whole = Publication(marked.files)
      whole.audience = audience
      // Pages and files alone: rows are cut out of their files elsewhere.
      whole.files = whole.files.filter { !$0.key.hasPrefix("data/") }
      var cut = whole
      for (path, text) in whole.files where path.hasSuffix(".md") {
        let mark = text.split(separator: "\n").first { $0.hasPrefix("tlp: ") }?.dropFirst(5)
        guard let mark = mark.flatMap({ TrafficLight(rawValue: String($0)) }) else { continue }
        if mark > audience { cut.files[path] = nil }
      }
      let other = try await cut.render()
      #expect(try await whole.render() == other, "\(audience.rawValue)")
      #expect(cut.files.count < whole.files.count)
    }
  }

  @Test(
    "A key that is nearly 'tlp' keeps a page from every audience",
    arguments: ["tpl", "TLP", "tlpp", "Tlp"])
  func misspeltMark(key: String) async throws {
    var publication = Publication([
      "site.yaml": "title: Test\ntlp: CLEAR\n", "index.md": "---\ntitle: Front\n---\n",
      "a.md": "---\ntitle: Blackwater\n\(key): RED\n---\n",
      "b.md": "---\ntitle: Open\n---\n",
    ])
    publication.audience = .clear
    let (files, audit, report) = try await Self.produced(publication)
    #expect(files.contains { $0.0 == "b.html" } && !files.contains { $0.0 == "a.html" })
    #expect(!files.contains { $0.1.contains("Blackwater") } && audit == "")
    #expect(report.contains("bears no TLP mark") && report.contains("[key-unknown]"), "\(report)")
  }

  @Test("What is kept for the next build has nothing of what an audience may not see")
  func memory() async throws {
    let publication = Publication([
      "site.yaml": "title: Test\ntlp: CLEAR\n", "index.md": "---\ntitle: Front\n---\n",
      "secret-zqpath.md":
        "---\ntitle: Zqtitle\ntlp: RED\n---\n\n## Zqheading {#sec-zqid}\n\nText[^zqnote].\n\n"
        + "[^zqnote]: Zqtext\n",
    ])
    let tree = try publication.tree()
    let inputs = RenderInputs(
      files: tree.files.map { ContentDigest(of: $0.bytes) }, settings: ContentDigest())
    let compiler = SiteCompiler(options: SiteCompiler.Options(audience: .clear))
    var memory = CompileMemory()
    _ = await compiler.compile(tree, known: inputs, remembering: &memory)
    let kept = String(decoding: memory.bytes, as: UTF8.self).lowercased()
    #expect(kept.contains("front") && !kept.contains("zq"))
  }
}
