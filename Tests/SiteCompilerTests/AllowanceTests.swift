import Diagnostics
import SiteCompiler
import Testing

@Suite("Findings that a page allows")
struct AllowanceTests {
  private func page(_ allow: String, _ text: String, head: String = "") -> String {
    "---\ntitle: Ferries\n\(head)allow:\n\(allow)\n---\n\(text)\n"
  }

  private static let index = "---\ntitle: Harbour notes\n---\nNotes.\n"

  @Test(
    "A finding is allowed wherever in the page's file it stands, and the site is still rendered",
    arguments: [
      ("link-target-missing", "later.md", "See [this](later.md)."),
      ("link-target-missing", "later.md", "See [this][a].\n\n[a]: later.md"),
      ("link-anchor-missing", "#fares", "See [this](#fares)."),
      ("asset-missing", "quay.png", "![The quay](quay.png)"),
      ("citation-missing", "rain1999", "As [@rain1999, p. 3] and @rain1999 say."),
      ("citation-missing", "rain1999", "```table\ndata: calls\nsource: [rain1999]\n```"),
      ("cross-reference-missing", "fig-fares", "See @fig-fares."),
      ("dataset-missing", "fares", "```table\ndata: fares\n```"),
      ("column-missing", "fare", "```table\ndata: calls\ncolumns: [fare]\n```"),
      ("block-key-unknown", "colums", "```table\ndata: calls\ncolums: [day]\n```"),
      (
        "chart-description-missing", "chart",
        "```chart\ndata: calls\nmark: bar\nencoding: {x: {field: day, type: nominal}}\n```"
      ),
      ("yaml-invalid", "]", "```table\ndata: ]\n```"),
      ("footnote-undefined", "fares", "The fares[^fares]."),
      ("footnote-unused", "fares", "Text.\n\n[^fares]: Low."),
      ("html-not-allowed", "<script>", "A <script>alert(1)</script> b"),
      ("link-scheme-refused", "javascript:x", "[a](javascript:x)"),
      ("id-duplicate", "a", "## A {#a}\n\n## B {#a}"),
      ("alert-unknown", "SEE", "> [!SEE]\n> Text."),
    ])
  func allowed(code: String, key: String, text: String) async throws {
    let entry = "  - {code: \(code), key: '\(key)', why: So it is.}"
    let publication = Publication([
      "index.md": Self.index, "ferries.md": page(entry, text),
      "data/calls.csv": "day,place\n2020-01-02,quay\n",
    ])
    #expect(try await publication.report() == "")
    let html = try await publication.render()["ferries.html"] ?? ""
    #expect(html.contains("Ferries"))
    #expect(!html.contains("<script>alert"))
    #expect(!html.contains("javascript:x\""))
    #expect(!html.contains("later.md\""))
  }

  @Test("Front matter's findings and near misses of names can be allowed too")
  func heads() async throws {
    let entries = """
        - {code: author-unknown, key: mkohc, why: That is her name.}
        - {code: name-near-miss, key: Haggani, why: So the letter has it.}
        - {code: key-unknown, key: weather, why: Another program reads it.}
      """
    let head = "authors: [mkohc]\nweather: wet\n"
    let publication = Publication([
      "site.yaml": "title: Test\ncollections: {actors: {}}\n", "index.md": Self.index,
      "actors/haqqani.md": "---\ntitle: Haqqani\n---\nA ferryman.\n",
      "ferries.md": page(entries, "The letter names Haggani.", head: head),
    ])
    #expect(try await publication.report() == "")
  }

  @Test("A cell of the data that leads nowhere is allowed by the page that makes a link of it")
  func cells() async throws {
    let entry = "  - {code: link-target-missing, key: gone, why: It comes in May.}"
    let table = "```table\ndata: calls\ncolumns: [{field: place, link: '{place}.md'}]\n```"
    var publication = Publication([
      "index.md": Self.index, "ferries.md": page(entry, table),
      "data/calls.csv": "day,place\n2020-01-02,ferries\n2020-01-03,gone\n",
    ])
    #expect(try await publication.report() == "")
    publication.files["ferries.md"] = "---\ntitle: Ferries\n---\n\(table)\n"
    #expect(try await publication.findings() == ["Content/data/calls.csv:3 link-target-missing"])
  }

  @Test("Other pages, other words and other codes are not allowed by it")
  func others() async throws {
    let entry = "  - {code: link-target-missing, key: later.md, why: It comes in May.}"
    let publication = Publication([
      "index.md": "---\ntitle: Harbour notes\n---\nSee [this](later.md).\n",
      "ferries.md": page(entry, "[A](later.md), [b](soon.md), ![c](later.md)"),
    ])
    let found = try await publication.compile().diagnostics
    #expect(found.map(\.code) == [.linkTargetMissing, .assetMissing, .linkTargetMissing])
  }

  @Test("What readers would be harmed by cannot be allowed, and stays a finding")
  func refused() async throws {
    let entry = "  - {code: asset-remote, key: 'https://example.org/a.png', why: It is theirs.}"
    let publication = Publication([
      "index.md": Self.index, "ferries.md": page(entry, "![a](https://example.org/a.png)"),
    ])
    let found = try await publication.compile().diagnostics
    #expect(Set(found.map(\.code)) == [.valueInvalid, .assetRemote])
    #expect(found.contains { $0.message == "'asset-remote' cannot be allowed" })
  }

  @Test("Of an unused allowance nothing is said while something could not be read")
  func partial() async throws {
    let entry = "  - {code: citation-missing, key: rain1999, why: It comes in May.}"
    let publication = Publication([
      "index.md": Self.index, "ferries.md": page(entry, "As @rain1999 says."),
      "sources.json": "[",
    ])
    #expect(try await publication.compile().diagnostics.map(\.code) == [.jsonInvalid])
  }

  @Test("A mistake in words is told by the words of the finding that is there")
  func near() async throws {
    let entry = "  - {code: link-target-missing, key: latre.md, why: It comes in May.}"
    let publication = Publication([
      "index.md": Self.index, "ferries.md": page(entry, "See [this](later.md)."),
    ])
    let found = try await publication.compile().diagnostics
    #expect(found.map(\.code) == [.allowUnused, .linkTargetMissing])
    #expect(found.first?.help == "did you mean 'later.md'?")
  }

  @Test("Data that cannot be read keep silent of what they could hide, and of nothing else")
  func besideData() async throws {
    let entries = """
        - {code: column-missing, key: fare, why: It comes in May.}
        - {code: link-target-missing, key: later.md, why: It comes in May.}
        - {code: footnote-unused, key: fares, why: It comes in May.}
      """
    var publication = Publication([
      "index.md": Self.index, "data/calls.csv": "day,place\n2020-01-02,quay,x\n",
      "ferries.md": page(entries, "```table\ndata: calls\ncolumns: [day, {field: fare}]\n```"),
    ])
    let found = try await publication.compile().diagnostics
    #expect(Set(found.map(\.code)) == [.csvInvalid, .allowUnused])
    #expect(
      found.filter { $0.code == .allowUnused }.map(\.message) == [
        "this page has no finding 'footnote-unused' of these words"
      ])
    // A page without blocks asks nothing of data.
    publication.files["ferries.md"] = page(entries, "Text.")
    let without = try await publication.compile().diagnostics
    #expect(without.count { $0.code == .allowUnused } == 3)
  }

  @Test(
    "What cannot be read keeps silent of what refers to it",
    arguments: [
      ("sources.json", "[", "citation-missing", true),
      ("sources.json", "[", "alert-unknown", false),
      ("other.md", "---\ntitle: 'x\n---\n", "link-anchor-missing", true),
      ("other.md", "---\ntitle: 'x\n---\n", "footnote-undefined", false),
      ("site.yaml", "title: 'x\n", "footnote-undefined", true),
    ])
  func reach(path: String, text: String, code: String, isSilent: Bool) async throws {
    let entry = "  - {code: \(code), key: 'x', why: So it is.}"
    let publication = Publication([
      "index.md": Self.index, "ferries.md": page(entry, "Text."), path: text,
    ])
    let found = try await publication.compile().diagnostics
    #expect(found.contains { $0.code == .allowUnused } == !isSilent)
  }

  @Test("Of what is looked for later an allowance is unused once that was done, and not before")
  func late() async throws {
    let entries = """
        - {code: external-broken, key: 'https://x.example/', why: It comes and goes.}
        - {code: external-moved, key: 'https://y.example/', why: We like it.}
        - {code: rendered-link-broken, key: 'x.html', why: It comes in May.}
      """
    let publication = Publication([
      "index.md": Self.index, "ferries.md": page(entries, "See <https://x.example/>."),
    ])
    let (site, found) = try await publication.compile()
    #expect(found == [])
    let compiler = SiteCompiler(options: SiteCompiler.Options())
    let tree = try publication.tree()
    func words(_ found: [Diagnostic], _ codes: Set<DiagnosticCode>) -> [String] {
      compiler.allowing(found, settling: codes, in: site, of: tree, besides: []).sortedForReport
        .map(\.message)
    }
    #expect(words([], []) == [])
    #expect(
      words([], [.externalBroken, .externalMoved]) == [
        "this page has no finding 'external-broken' of these words",
        "this page has no finding 'external-moved' of these words",
      ])
    let links = ExternalLinks.all(in: site).filter { $0.address == "https://x.example/" }
    let broken = links.map { Diagnostic(.externalBroken, "x", at: $0.span) }
    #expect(
      words(broken, [.externalBroken, .externalMoved]) == [
        "this page has no finding 'external-moved' of these words"
      ])
    #expect(
      words([], SiteCompiler.foundByRendering) == [
        "this page has no finding 'rendered-link-broken' of these words"
      ])
  }

  @Test("An id that only the theme has, too, may be allowed, and one that does not stand twice not")
  func themeIDs() async throws {
    let entries = """
        - {code: id-duplicate, key: page.content, why: Ours comes first.}
        - {code: id-duplicate, key: twice, why: It is a game.}
        - {code: id-duplicate, key: once, why: It is no game.}
      """
    let text = "<b id=\"page.content\">x</b> <b id=\"twice\">x</b> <b id=\"twice\">x</b>"
    let publication = Publication([
      "site.yaml": "title: T\nhtml: all\n", "index.md": Self.index,
      "ferries.md": page(entries, text),
    ])
    let (site, found) = try await publication.compile()
    #expect(found == [])
    let compiler = SiteCompiler(options: SiteCompiler.Options())
    let rendered = try await compiler.render(site) { _ in }.diagnostics
    #expect(!rendered.isEmpty)
    let rest = compiler.allowing(
      rendered, settling: SiteCompiler.foundByRendering, in: site, of: try publication.tree(),
      besides: found)
    #expect(rest.map(\.code) == [.allowUnused])
    #expect(rest.first?.help == "take the allowance out")
  }
}
