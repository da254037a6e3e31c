import Foundation
import FoundationXML
import Testing

/// What a site says to programs: feeds, the map of its pages, and the heads of pages.
@Suite("Files for programs")
struct MachineFileTests {
  private static func publication(
    _ configuration: String = "baseURL: https://example.org/rain/\n", extra: [String: String] = [:]
  ) -> Publication {
    Publication(
      [
        "site.yaml": "title: Rain & more\nlanguage: en\n\(configuration)",
        "index.md": "---\ntitle: Rain & more\n---\n",
        "briefs/a.md": """
        ---
        title: 'Old \\<rain>'
        date: 2020-02
        updated: 2021-03-04
        authors: [Mika Koch]
        topics: [wind & weather]
        summary: What fell & when.
        ---
        Words.
        """,
        "briefs/b.md": "---\ntitle: New rain\ndate: 2022-01-31\n---\nWords.\n",
        "about.md": "---\ntitle: About\n---\nWords.\n",
        "data/rain.csv": "day,mm\n2020-01-01,3\n",
      ].merging(extra) { _, new in new })
  }

  private func xml(_ text: String?) throws -> XMLDocument {
    try XMLDocument(xmlString: try #require(text))
  }

  private func texts(_ path: String, _ document: XMLDocument) throws -> [String] {
    try document.nodes(forXPath: path).compactMap(\.stringValue)
  }

  @Test("The site, each section and each topic have a feed in Atom and in JSON")
  func feeds() async throws {
    let files = try await Self.publication().render()
    let feed = try xml(files["feed.xml"])
    func all(_ name: String) throws -> [String] {
      try texts("//*[local-name()='\(name)']", feed)
    }
    #expect(try all("title") == ["Rain & more", "New rain", "Old <rain>"])
    #expect(
      try all("id") == [
        "https://example.org/rain/index.html", "https://example.org/rain/briefs/b.html",
        "https://example.org/rain/briefs/a.html",
      ])
    #expect(
      try all("updated") == [
        "2022-01-31T00:00:00Z", "2022-01-31T00:00:00Z", "2021-03-04T00:00:00Z",
      ])
    #expect(try all("published").last == "2020-02-01T00:00:00Z")
    #expect(try all("summary") == ["What fell & when."])
    let topic = try xml(files["topics/wind--weather.xml"])
    #expect(try texts("//*[local-name()='entry']/*[local-name()='title']", topic) == ["Old <rain>"])
    #expect(files["briefs/feed.xml"] != nil && files["briefs/feed.json"] != nil)
    let json = try JSONSerialization.jsonObject(with: Data(try #require(files["feed.json"]).utf8))
    let members = try #require(json as? [String: Any])
    #expect(members["version"] as? String == "https://jsonfeed.org/version/1.1")
    let items = try #require(members["items"] as? [[String: Any]])
    #expect(items.map { $0["title"] as? String } == ["New rain", "Old <rain>"])
    #expect(items.allSatisfy { ($0["content_text"] as? String)?.isEmpty == false })
    let page = try #require(files["briefs/index.html"])
    #expect(page.contains("type=\"application/atom+xml\" title=\"Rain &amp; more: Briefs\""))
    #expect(page.contains("href=\"feed.xml\"") && page.contains("href=\"../feed.xml\""))
    #expect(try await Self.publication().findings() == [])
    #expect(try await Self.publication().render(workers: 4) == files)
  }

  @Test("The map has every page with the day of its last change, and robots are led to it")
  func map() async throws {
    let files = try await Self.publication().render()
    let map = try xml(files["sitemap.xml"])
    let places = try texts("//*[local-name()='loc']", map)
    let pages = files.keys.filter { $0.hasSuffix(".html") && $0 != "404.html" }
    #expect(Set(places) == Set(pages.map { "https://example.org/rain/\($0)" }))
    #expect(try texts("//*[local-name()='lastmod']", map).sorted() == ["2021-03-04", "2022-01-31"])
    #expect(
      files["robots.txt"] == """
        User-agent: *
        Disallow:
        Sitemap: https://example.org/rain/sitemap.xml

        """)
    let closed = try await Self.publication("baseURL: https://example.org/\ntlp: GREEN\n").render()
    #expect(closed["robots.txt"] == "User-agent: *\nDisallow: /\n")
  }

  @Test("Without an address of its own a site has no feeds and no map, and nothing leads to any")
  func nowhere() async throws {
    let files = try await Self.publication("").render()
    #expect(!files.keys.contains { $0.hasSuffix("feed.xml") || $0 == "sitemap.xml" })
    #expect(files["index.html"]?.contains("atom+xml") == false)
    #expect(files["index.html"]?.contains("canonical") == false)
    #expect(files["robots.txt"] == "User-agent: *\nDisallow:\n")
  }

  @Test("Each page names its address, what a link to it shows, and where it stands")
  func heads() async throws {
    let files = try await Self.publication().render()
    let page = try #require(files["briefs/a.html"])
    #expect(
      page.contains("<link rel=\"canonical\" href=\"https://example.org/rain/briefs/a.html\""))
    #expect(page.contains("<meta property=\"og:title\" content=\"Old &lt;rain&gt;\""))
    #expect(page.contains("<meta property=\"og:type\" content=\"article\""))
    #expect(
      page.contains(
        "<meta property=\"og:description\" content=\"What fell &amp; when.\""))
    let data = page.components(separatedBy: "application/ld+json\">").dropFirst().map {
      $0.components(separatedBy: "</script>")[0]
    }
    let objects = try data.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    let crumbs = try #require(objects.first { $0["@type"] as? String == "BreadcrumbList" })
    let places = try #require(crumbs["itemListElement"] as? [[String: Any]])
    #expect(places.map { $0["name"] as? String } == ["Rain & more", "Briefs", "Old <rain>"])
    #expect(files["data/rain.html"]?.contains("\"@type\":\"Dataset\"") == true)
    #expect(files["404.html"]?.contains("canonical") == false)
  }

  @Test("A file of the author's own at such a path is used, or is one too many")
  func conflicts() async throws {
    let own = Self.publication(extra: ["robots.txt": "User-agent: me\n"])
    #expect(try await own.findings() == [])
    #expect(try await own.render()["robots.txt"] == "User-agent: me\n")
    let feed = Self.publication(extra: ["feed.xml": "<feed/>"])
    #expect(try await feed.findings().contains { $0.hasSuffix("output-conflict") })
  }
}
