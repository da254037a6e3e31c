import Foundation
import Testing

@Suite("The front page")
struct FrontTests {
  private static let files: [String: String] = [
    "index.md": "---\ntitle: Front\n---\n\nWords.\n",
    "briefs/a.md": "---\ntitle: Brief A\ndate: 2024-01-05\ntopics: [rain, wind]\n---\n",
    "briefs/b.md": "---\ntitle: Brief B\ndate: 2024-01-04\nupdated: 2024-03-01\n---\n",
    "briefs/c.md": "---\ntitle: Brief C\ndate: 2024-01-03\ntopics: [rain]\n---\n",
    "briefs/d.md": "---\ntitle: Brief D\ndate: 2024-01-02\n---\n",
    "briefs/e.md": "---\ntitle: Brief E\ndate: 2024-01-01\n---\n",
    "briefs/f.md": "---\ntitle: Brief F\ndate: 2023-12-31\n---\n",
    "briefs/g.md": "---\ntitle: Brief G\ndate: 2023-12-30\n---\n",
    "briefs/open.md": "---\ntitle: Open\ndate: ../2001\n---\n",
  ]

  private static func front(_ matter: String = "") async throws -> String {
    var files = files
    files["index.md"] = "---\ntitle: Front\n\(matter)---\n\nWords.\n"
    let publication = Publication(files)
    #expect(try await publication.report() == "")
    return try #require(try await publication.render()["index.html"])
  }

  /// The titles in the part of the page that begins with `start` and ends with `end`.
  private static func titles(_ page: String, from start: String, to end: String) throws -> [String]
  {
    let from = try #require(page.firstRange(of: start))
    let to = try #require(page[from.upperBound...].firstRange(of: end))
    return page[from.upperBound..<to.lowerBound].split(separator: "<a href=\"").dropFirst()
      .compactMap { $0.split(separator: ">").dropFirst().first?.split(separator: "<").first }
      .map(String.init)
  }

  @Test("What was changed or dated last leads, the four behind it are new, the rest is in sections")
  func newest() async throws {
    let page = try await Self.front()
    #expect(try Self.titles(page, from: "class=\"leads\"", to: "<section") == ["Brief B"])
    #expect(
      try Self.titles(page, from: "class=\"part news\"", to: "</section>") == [
        "Brief A", "Brief C", "Brief D", "Brief E",
      ])
    let sections = try Self.titles(page, from: "<h2><a href=\"briefs/index.html\"", to: "</ol>")
    #expect(sections == ["Brief F", "Brief G", "Open"])
    #expect(page.components(separatedBy: ">Brief A<").count == 2, "It stands once.")
  }

  @Test("The pages that the front matter names lead, in its order")
  func named() async throws {
    let page = try await Self.front("lead: [briefs/g.md, briefs/a.md]\n")
    #expect(
      try Self.titles(page, from: "class=\"leads\"", to: "<section") == ["Brief G", "Brief A"])
    #expect(
      try Self.titles(page, from: "class=\"part news\"", to: "</section>") == [
        "Brief B", "Brief C", "Brief D", "Brief E",
      ])
  }

  @Test("Topics stand by how many pages bear them")
  func topics() async throws {
    let page = try await Self.front()
    let chips = try Self.titles(page, from: "class=\"choices\"", to: "</ul>")
    #expect(chips == ["rain ", "wind "])
  }

  @Test("What leads nowhere, twice, to itself or stands elsewhere is told or does no harm")
  func faults() async throws {
    var files = Self.files
    files["index.md"] =
      "---\ntitle: Front\nlead: [briefs/x.md, index.md, briefs/a.md, briefs/a.md]\n---\n"
    files["briefs/a.md"] = "---\ntitle: A\ndate: 2024-01-05\nlead: [b.md]\n---\n"
    let report = try await Publication(files).report()
    #expect(report.contains("Content/index.md:3:8: error: no page at 'briefs/x.md'"), "\(report)")
    #expect(report.contains("Content/index.md:3:21: error: the front page leads with other pages"))
    #expect(report.contains("Content/briefs/a.md:4:8: error: 'lead' says what the front page"))
    #expect(report.components(separatedBy: ": error: ").count == 4)
  }

  @Test("A publication without dates has its text first, as before")
  func undated() async throws {
    let publication = Publication([
      "index.md": "---\ntitle: Front\n---\n\nWords.\n", "guide/a.md": "---\ntitle: A\n---\n",
    ])
    let page = try #require(try await publication.render()["index.html"])
    #expect(!page.contains("class=\"leads\"") && !page.contains("part news"))
    #expect(page.contains("<p>Words.</p>"))
  }

  @Test("A lead shows the first picture of its page, whose ids are unlike those of others")
  func picture() async throws {
    var files = Self.files
    files["briefs/b.md"] = """
      ---
      title: Brief B
      date: 2024-03-01
      ---

      ```chart {#fig-rain}
      title: Rain & snow
      description: It rained.
      data: {values: [{day: a, rain: 1}]}
      mark: bar
      encoding: {x: {field: day}, y: {field: rain}}
      ```

      """
    let page = try #require(try await Publication(files).render()["index.html"])
    #expect(page.contains("<div class=\"picture picture-wide\">"))
    #expect(page.contains("id=\"lead.1-wide-title\""))
    #expect(page.contains("href=\"briefs/b.html#fig-rain\">Rain &amp; snow</a>"))
  }
}
