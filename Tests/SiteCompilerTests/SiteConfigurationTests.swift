import Testing

@Suite("What site.yaml may say")
struct SiteConfigurationTests {
  private static func report(_ line: String, more: [String: String] = [:]) async throws -> String {
    var files = more
    files["site.yaml"] = "title: Test\n\(line)\n"
    files["index.md"] = "---\ntitle: Front\n---\n"
    return try await Publication(files).report()
  }

  @Test(
    "A taxonomy is a folder of the site and a key of the front matter, and nothing else",
    arguments: [
      "../x", "/tmp", "a/b", "Topics", "a b", "ä<b>", ".", "-a", "data", "title", "assets", "issn",
      "allow", "lead",
    ]
  )
  func taxonomies(name: String) async throws {
    let report = try await Self.report("taxonomies: [topics, '\(name)']")
    #expect(report.contains("Content/site.yaml:2:23: error: '\(name)'"), "\(report)")
    #expect(report.contains("[value-invalid]"))
  }

  @Test("Its folder must not be one with pages of its own; lists of its terms may be written")
  func folders() async throws {
    let page = "---\ntitle: Page\nrooms: [red]\n---\n"
    let taken = try await Self.report("taxonomies: [rooms]", more: ["rooms/a.md": page])
    #expect(taken.contains("would stand among those of the folder, such as 'rooms/a.md'"))
    let written = try await Self.report(
      "taxonomies: [rooms]", more: ["a.md": page, "rooms/red.md": "---\ntitle: Red rooms\n---\n"])
    #expect(written == "")
    #expect(try await Self.report("taxonomies: [räume, working-groups]") == "")
  }

  @Test(
    "A language is a tag, of the site and of a page",
    arguments: [
      ("en_US", "did you mean 'en-US'?"), ("''", "write a tag"), ("xx-", "write a tag"),
      ("de\" onload=\"x", "write a tag"), ("german language", "write a tag"),
    ])
  func languages(tag: String, help: String) async throws {
    let report = try await Self.report("language: \(tag)")
    #expect(report.contains("is no tag of a language [value-invalid]"), "\(report)")
    #expect(report.contains(help))
    let page = try await Self.report(
      "description: x", more: ["a.md": "---\ntitle: A\nlanguage: \(tag)\n---\n"])
    #expect(page.contains("Content/a.md:3:1"), "\(page)")
  }

  @Test(
    "baseURL is the address of a folder, written as addresses are",
    arguments: [
      "https://ex.org/a b/", "https://\"><script>.org/", "https://user:pw@ex.org/",
      "https://üml.org/", "https://ex.org/sub?x=1", "https://ex.org/#f", "https://ex.org/a/../b/",
      "https://", "ftp://ex.org/",
    ])
  func addresses(address: String) async throws {
    let report = try await Self.report("baseURL: '\(address)'")
    #expect(report.contains("Content/site.yaml:2:11: error: 'baseURL'"), "\(report)")
    #expect(try await Self.report("baseURL: https://ex.org:8080/a%20b/") == "")
  }
}
