import Diagnostics
import SiteModel
import Testing

/// Input that nobody means: clear diagnostics with places, no crash, nothing twice, and whatever is
/// sound stays.
@Suite("Bad input")
struct BadInputTests {
  private func codes(_ publication: Publication) async throws -> [DiagnosticCode] {
    let (site, found) = try await publication.compile()
    #expect(Set(found).count == found.count, "nothing is reported twice")
    #expect(!site.pages.isEmpty)
    return found.map(\.code)
  }

  @Test("A page whose front matter is broken is a target for links, and its text is still checked")
  func brokenHead() async throws {
    let publication = Publication([
      "a.md": "---\ntitle: [\n---\n## Here\n\n[x](nowhere.md)\n",
      "b.md": page("B", "[a](a.md#here) [b](c.md) [c](d.md)"),
      "c.md": "---\ntitle: C\n", "d.md": "text",
    ])
    #expect(
      try await codes(publication) == [
        .yamlInvalid, .linkTargetMissing, .frontMatterUnclosed, .keyMissing,
      ])
  }

  @Test(
    "A dataset that cannot be read leaves the others, and its users are not at fault",
    arguments: [
      "\u{0}", "", "\n", "\u{FEFF}", "\"", "id\n\"never closed",
    ])
  func brokenDataset(csv: String) async throws {
    let publication = Publication([
      "data/bad.csv": csv, "data/good.csv": "id,n\na,1\n",
      "a.md": page(
        "A",
        "```table\ndata: bad\n```\n\n```table\ndata: good\ncolumns: [id]\n```\n\n"
          + "```timeline\ndata: bad\ndate: id\nlabel: id\n```\n\n"
          + "```chart\ndescription: x\ndata: bad\nmark: bar\n"
          + "encoding: {x: {field: id}, y: {field: n}}\n```\n"),
    ])
    let found = try await publication.compile().diagnostics
    #expect(
      found.contains { $0.code == .csvInvalid } && found.allSatisfy { $0.code != .datasetMissing })
    #expect(try await publication.render()["a.html"]?.contains("<th scope=\"row\">a</th>") == true)
  }

  @Test("Where the data package cannot be read, no dataset is called missing")
  func brokenPackage() async throws {
    let publication = Publication([
      "data/datapackage.yaml": "resources: [", "data/a.csv": "id\nx\n",
      "a.md": page("A", "```table\ndata: a\n```\n"),
    ])
    #expect(try await codes(publication) == [.yamlInvalid])
  }

  @Test("Where site.yaml cannot be read, nothing is missing in it")
  func brokenSite() async throws {
    #expect(
      try await codes(Publication(["site.yaml": "title: [", "a.md": page("A")])) == [.yamlInvalid])
    #expect(
      try await codes(Publication(["site.yaml": "", "a.md": page("A")])) == [.keyMissing])
    #expect(
      try await codes(Publication(["site.yaml": "- a\n", "a.md": page("A")])) == [.valueTypeWrong])
  }

  @Test("Files that are not UTF-8 are named at the byte, and all other places stay true")
  func encoding() async throws {
    var publication = Publication([:])
    publication.bytes = [
      "a.md": Array("---\ntitle: A\n---\n".utf8) + [0xFF, 0xC3, 0x28] + Array(" [x](y.md)\n".utf8),
      "b.md": [0xFF, 0xFE, 0x41, 0x00], "data/d.csv": [0x61, 0x0A, 0x80],
      "sources.json": [0x5B, 0xF8, 0x5D], "data/datapackage.yaml": [0xC0, 0x80],
    ]
    publication.templates = ["page.mustache": "{{page.body}}"]
    let report = try await publication.report()
    #expect(report.contains("Content/a.md:4:1: error: this file is not UTF-8"))
    #expect(report.contains("Content/a.md:4:9: error: no page at 'y.md'"))
    #expect(report.contains("Content/b.md:1:1: error: this file is not UTF-8"))
    #expect(report.contains("Content/sources.json:1:2: error: this file is not UTF-8"))
    #expect(report.contains("Content/data/datapackage.yaml:1:1: error: this byte is not UTF-8"))
  }

  @Test("A site.yaml that is not UTF-8 is one fault")
  func siteEncoding() async throws {
    var publication = Publication(["a.md": page("A")])
    publication.files["site.yaml"] = nil
    publication.bytes["site.yaml"] = Array("title: ".utf8) + [0xE4]
    #expect(try await codes(publication) == [.textEncodingInvalid])
  }

  @Test("Empty files and files of a mark alone are pages without a title")
  func emptyPages() async throws {
    let publication = Publication([
      "a.md": "", "b.md": "\u{FEFF}", "c.md": "\n", "d.md": "---\n---",
    ])
    #expect(try await codes(publication) == [.keyMissing, .keyMissing, .keyMissing, .keyMissing])
    #expect(try await publication.render()["a.html"]?.contains("<h1>a</h1>") == true)
  }

  @Test("CRLF everywhere changes nothing")
  func lineEnds() async throws {
    var publication = PageTests.harbour
    let expected = try await publication.render()
    publication.files = publication.files.mapValues { $0.replacing("\n", with: "\r\n") }
    #expect(try await publication.report() == "")
    let actual = try await publication.render()
    #expect(Set(actual.keys) == Set(expected.keys))
    for (path, text) in expected where path.hasSuffix(".html") {
      #expect(actual[path] == text, "\(path)")
    }
  }

  @Test("A byte order mark changes nothing")
  func byteOrderMarks() async throws {
    var publication = PageTests.harbour
    let expected = try await publication.render()
    publication.files = publication.files.mapValues { "\u{FEFF}" + $0 }
    #expect(try await publication.report() == "")
    #expect(try await publication.render() == expected)
  }

  @Test("NUL bytes, huge lines and deep nesting are read or refused, and never hang")
  func hostile() async throws {
    let many = 5_000
    // What an unoptimized build takes long over, though not for ever.
    let some = 500
    let publication = Publication([
      "nul.md": "---\ntitle: A\u{0}b\n---\nx\u{0}y [l](no\u{0}where.md)\n",
      "body.md": page("Body", "x\u{0}y"),
      "quotes.md": page("Quotes", String(repeating: ">", count: many) + " deep"),
      "lists.md": page("Lists", String(repeating: "- ", count: many) + "deep"),
      "line.md": page("Line", String(repeating: "word [a](line.md) *b* x@y.z ", count: some)),
      "title.md": page("'" + String(repeating: "*a ", count: many) + "'"),
      "stars.md": page("Stars", String(repeating: "*a **b ", count: many)),
      "ticks.md": page(
        "Ticks", (1...300).map { String(repeating: "`", count: $0) }.joined(separator: " ")),
      "ats.md": page("Ats", String(repeating: "[@", count: many)),
      "html.md": page("HTML", String(repeating: "<b ", count: many)),
      "brackets.md": page("Brackets", String(repeating: "![[]()", count: some)),
      "yaml.md": page("YAML", "", "topics: " + String(repeating: "[", count: many) + "\n"),
      "keys.md": page("Keys", "", (0..<some).map { "k\($0): x\n" }.joined()),
      "data/wide.csv": (0..<many).map { "c\($0)" }.joined(separator: ",") + "\n",
      "data/long.csv": "a\n" + String(repeating: "x", count: 200_000) + "\n",
      "sources.json": String(repeating: "[", count: many),
    ])
    let found = try await publication.compile().diagnostics
    let reported = Set(found.map(\.code))
    #expect(
      reported.isSuperset(of: [
        .markdownTooDeep, .yamlTooLarge, .yamlInvalid, .jsonInvalid, .keyUnknown,
      ]))
    #expect(Set(found).count == found.count)
    #expect(try await publication.render()["line.html"] != nil)
  }

  @Test("Aliases in YAML that stand for billions are refused")
  func aliases() async throws {
    let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i"]
    var yaml = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for (before, name) in zip(names, names.dropFirst()) {
      let list = [String](repeating: "*\(before)", count: 10).joined(separator: ", ")
      yaml += "\(name): &\(name) [\(list)]\n"
    }
    #expect(try await codes(Publication(["a.md": page("A", "", yaml)])) == [.yamlTooLarge])
    #expect(
      try await codes(Publication(["a.md": page("A", "", yaml + "? *i\n: x\n")])) == [.yamlTooLarge]
    )
  }

  @Test("A fault never hides another")
  func company() async throws {
    let publication = Publication([
      "a.md": "---\ntitel: A\n---\n[x](no.md) [y][z] @nobody ![p](no.png) <script>\n\n"
        + "```table\ndata: no\ncolums: [a]\n```\n\n```chart\nmark: pie\n```\n"
    ])
    #expect(
      Set(try await codes(publication)) == [
        .keyUnknown, .keyMissing, .linkTargetMissing, .linkReferenceUndefined, .citationMissing,
        .assetMissing, .htmlNotAllowed, .datasetMissing, .blockKeyUnknown, .chartUnsupported,
        .chartDescriptionMissing,
      ])
  }

  @Test("A template that is broken is one fault, and the site is still compiled")
  func templates() async throws {
    var publication = Publication(["a.md": page("A")])
    publication.templates = ["page.mustache": "{{#page.title}}{{page.titel}}"]
    #expect(Set(try await codes(publication)) == [.templateVariableUnknown, .templateInvalid])
  }
}
