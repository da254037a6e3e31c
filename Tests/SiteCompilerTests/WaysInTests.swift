import Foundation
import Testing

/// The lists that lead into a publication, and the links that lead on from a page.
@Suite("Ways in")
struct WaysInTests {
  private static func brief(
    _ title: String, topics: String = "", series: String = "", number: Int = 0,
    date: String = "2021-05-01", text: String = "Words.", authors: String = "[Mika Koch]"
  ) -> String {
    """
    ---
    title: \(title)
    topics: [\(topics)]
    \(series.isEmpty ? "" : "series: \(series)\nnumber: \(number)")
    date: \(date)
    authors: \(authors)
    ---
    \(text)
    """
  }

  private static let publication = Publication([
    "index.md": "---\ntitle: Front\n---\nSee [rain](/topics/rain.html).\n",
    "site.yaml": """
    title: Test
    taxonomies: [topics, regions]
    people: {mk: {name: Mika Koch}}
    collections: {ships: {title: Ships}}
    """,
    "ships/ida.md": "---\ntitle: Ida\n---\n", "ships/eva.md": "---\ntitle: Eva\n---\n",
    "briefs/a.md": brief(
      "Alpha", topics: "Rain, wind", series: "Weather", number: 2,
      text: "About [Ida](../ships/ida.md)."),
    "briefs/b.md": brief(
      "Beta", topics: "rain", series: "Weather", number: 10, date: "2020-05-01",
      text: "See [Alpha](a.md).", authors: "[mk]"),
    "briefs/c.md": brief(
      "Gamma", topics: "C, C++", series: "Weather", number: 1, date: "2021-06-01",
      text: "About [Ida](../ships/ida.md)."),
    "briefs/d.md": brief("Delta", date: "2019"),
  ])

  @Test("Pages are listed by topic, author, series and year, whatever the case of a topic")
  func terms() async throws {
    let files = try await Self.publication.render()
    let rain = try #require(files["topics/rain.html"])
    #expect(rain.contains("<h1>Rain</h1>") || rain.contains("Rain</h1>"))
    #expect(rain.contains("../briefs/a.html") && rain.contains("../briefs/b.html"))
    #expect(!rain.contains("../briefs/c.html"))
    // The newest stands first.
    let order = ["Gamma", "Alpha", "Beta", "Delta"].map { title in
      files["authors/mika-koch.html"]?.range(of: ">\(title)<")?.lowerBound
    }
    #expect(order.allSatisfy { $0 != nil })
    #expect(zip(order, order.dropFirst()).allSatisfy { $0! < $1! })
    #expect(files["years/2021.html"]?.contains("../briefs/c.html") == true)
    #expect(files["years/2019.html"] != nil && files["years/2018.html"] == nil)
    #expect(files["series/weather.html"] != nil)
    // Signs tell terms apart, and a taxonomy that nobody uses has no pages.
    #expect(files["topics/c.html"] != nil && files["topics/c-1.html"] != nil)
    #expect(!files.keys.contains { $0.hasPrefix("regions/") })
    let index = try #require(files["topics/index.html"])
    #expect(index.contains("<a href=\"rain.html\">Rain</a> <span class=\"count\">2</span>"))
    let page = try #require(files["briefs/b.html"])
    for href in ["../topics/rain.html", "../authors/mika-koch.html", "../series/weather.html"] {
      #expect(page.contains("href=\"\(href)\""), "\(href)")
    }
    #expect(try await Self.publication.findings() == [])
  }

  @Test("Terms of any length and any signs have pages whose names a disk takes")
  func awkward() async throws {
    let long = String(repeating: "very long ", count: 40) + "topic"
    var own = Self.publication
    own.files["briefs/e.md"] = Self.brief(
      "Epsilon",
      topics:
        "\"\(long)\", \"\(long) again\", \"../../x\", \"index\", \"<b>\", \"🙂\", \"\", \" \", \"é\", É"
    )
    let files = try await own.render()
    let pages = files.keys.filter { $0.hasPrefix("topics/") && $0.hasSuffix(".html") }
    for page in pages { #expect(page.utf8.count <= 120, "\(page)") }
    // Four of before and their list, two long ones, x, index, b, the sign, and é in either case; blanks
    // are none.
    let expected = 12
    #expect(pages.count == expected)
    #expect(files["topics/index.html"]?.contains("index-1.html") == true)
    #expect(files["topics/x.html"] != nil)
    #expect(try await own.findings() == [])
  }

  @Test("A page leads on in its series, to what is related, and to what mentions it")
  func onward() async throws {
    let files = try await Self.publication.render()
    let alpha = try #require(files["briefs/a.html"])
    let neighbours = try #require(alpha.components(separatedBy: "class=\"neighbours\"").last)
    #expect(neighbours.contains("<a href=\"c.html\" rel=\"prev\">"))
    #expect(neighbours.contains("<a href=\"b.html\" rel=\"next\">"))
    let related = try #require(alpha.components(separatedBy: "id=\"page.related\"").last)
    // A shared topic counts more than a shared entity.
    let beta = try #require(related.range(of: "Beta")).lowerBound
    let gamma = try #require(related.range(of: "Gamma")).lowerBound
    #expect(beta < gamma)
    #expect(!related.contains("Delta"))
    let mentions = try #require(alpha.components(separatedBy: "id=\"page.mentions\"").last)
    #expect(mentions.contains("href=\"b.html\""))
    #expect(files["briefs/d.html"]?.contains("class=\"onward\"") == false)
  }

  @Test("Related pages are of the same language, be it one that the theme does not speak")
  func languages() async throws {
    var own = Self.publication
    func page(_ title: String, _ language: String) -> String {
      "---\ntitle: \(title)\nlanguage: \(language)\ntopics: [pluie]\n---\nWords.\n"
    }
    own.files["briefs/x.md"] = page("Xavier", "fr")
    own.files["briefs/y.md"] = page("Yvonne", "fr")
    own.files["briefs/z.md"] = page("Zack", "en")
    let html = try #require(try await own.render()["briefs/x.html"])
    let related = try #require(html.components(separatedBy: "id=\"page.related\"").last)
    #expect(related.contains("Yvonne") && !related.contains("Zack"))
  }

  @Test("Long listings go on over pages")
  func pages() async throws {
    var many = Self.publication
    for number in 0..<130 {
      many.files["briefs/n\(number).md"] = Self.brief("Number \(number)", topics: "rain")
    }
    let files = try await many.render()
    #expect(files["briefs/index/3.html"] != nil && files["briefs/index/4.html"] == nil)
    #expect(files["topics/rain/3.html"] != nil && files["topics/rain/4.html"] == nil)
    var seen: [String] = []
    for path in ["briefs/index.html", "briefs/index/2.html", "briefs/index/3.html"] {
      let html = try #require(files[path])
      #expect(html.contains("aria-current=\"page\""))
      seen += html.components(separatedBy: "class=\"entry-title\"").dropFirst().map {
        $0.components(separatedBy: "</a>")[0]
      }
    }
    #expect(
      seen.count == 134 && Set(seen.map { $0.components(separatedBy: "\">").last }).count == 134)
    #expect(files["briefs/index/2.html"]?.contains("(page 2 of 3)") == true)
    #expect(try await many.findings() == [])
    #expect(try await many.render(workers: 4) == files)
  }

  @Test("All figures of the site stand in one index, each with its picture and its page")
  func figures() async throws {
    var drawn = Self.publication
    drawn.files["briefs/d.md"] = Self.brief(
      "Delta",
      text: """

        ```chart {#fig-a}
        title: Rain & wind
        description: Words.
        data: {values: [{a: x, n: 1}]}
        mark: bar
        encoding: {x: {field: a}, y: {field: n, type: quantitative}}
        ```

        ```table {#tbl-a}
        caption: Numbers
        data: {values: [{a: x, n: 1}]}
        ```
        """)
    let files = try await drawn.render()
    let page = try #require(files["figures.html"])
    #expect(
      page.contains(
        "src=\"briefs/d/fig-a.svg\" alt=\"\" width=\"680\" height=\"400\" loading=\"lazy\""))
    #expect(page.contains("Rain &amp; wind") && page.contains("href=\"briefs/d.html#fig-a\""))
    #expect(page.contains("href=\"briefs/d.html#tbl-a\"") && page.contains("Numbers"))
    #expect(try await Self.publication.render()["figures.html"] == nil)
  }

  @Test("One page lists all others")
  func siteMap() async throws {
    let files = try await Self.publication.render()
    let map = try #require(files["sitemap.html"])
    let own = Self.publication.files.keys.filter { $0.hasSuffix(".md") && $0 != "index.md" }
    for path in own { #expect(map.contains("href=\"\(path.dropLast(3)).html\""), "\(path)") }
    for list in ["topics", "authors", "series", "years"] {
      #expect(map.contains("href=\"\(list)/index.html\""), "\(list)")
    }
  }

  @Test("What authors write stands in the place of what would be made")
  func written() async throws {
    var own = Self.publication
    own.files["topics/rain.md"] = "---\ntitle: My rain\n---\nWords.\n"
    own.files["sitemap.md"] = "---\ntitle: My map\n---\nWords.\n"
    own.files["series/index.md"] = "---\ntitle: My series\n---\nWords.\n"
    own.files["index.md"] = "---\ntitle: Front\n---\nSee [rain](topics/rain.md).\n"
    let files = try await own.render()
    #expect(files["topics/rain.html"]?.contains("My rain") == true)
    #expect(files["sitemap.html"]?.contains("My map") == true)
    #expect(files["series/index.html"]?.contains("My series") == true)
    #expect(files["briefs/a.html"]?.contains("href=\"../topics/rain.html\"") == true)
    #expect(try await own.findings() == [])
  }
}
