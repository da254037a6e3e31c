import Foundation
import Testing

@Suite("The sources of values in texts")
struct ValueSourceTests {
  /// The calls of ``ValueTests``, one row of which cites a second source.
  private func publication(
    _ body: String, matter: String = "", site: String = ""
  ) -> Publication {
    var files = ValueTests.files
    files["site.yaml", default: ""] += site
    files["sources.json"] = """
      [{"id": "survey", "type": "report", "title": "Survey", "issued": {"date-parts": [[2021]]},
        "author": [{"family": "Koch", "given": "Mika"}]},
       {"id": "census", "type": "report", "title": "Census", "issued": {"date-parts": [[2016]]},
        "author": [{"family": "Lind", "given": "Ada"}]}]
      """
    files["data/calls.csv"] = files["data/calls.csv"]?
      .replacing("0.5,2015-08,survey", with: "0.5,2015-08,census")
    files["a.md"] = page("A", body, matter)
    return Publication(files)
  }

  private func html(_ publication: Publication) async throws -> String {
    #expect(try await publication.report() == "")
    #expect(try await publication.secondReport() == "")
    return try #require(try await publication.render()["a.html"])
  }

  /// The accessible names of the signs on a page, in order.
  private func signs(_ html: String) -> [String] {
    html.matches(of: /class="value-source[^>]*aria-label="([^"]*)"/).map { String($0.1) }
  }

  static let north = "`{value} calls[north, 2020].boats`"
  static let other = "`{value} calls[north, 2021].boats`"

  @Test("The first value of a paragraph bears a sign of its source, for each source")
  func once() async throws {
    let html = try await html(
      publication("Had \(Self.north), \(Self.other), \(Self.north).\n\nThen \(Self.north)."))
    #expect(signs(html) == ["Source: Koch 2021", "Source: Lind 2016", "Source: Koch 2021"])
    #expect(
      html.contains(
        "about 4,000</a><a class=\"value-source\" id=\"value.1\" href=\"#ref-survey\" "
          + "title=\"Koch 2021\" aria-label=\"Source: Koch 2021\">\u{2021}</a>, "))
    let ways = html.matches(of: /href="#(value\.[0-9]+)"/).map { String($0.1) }
    #expect(ways.sorted() == ["value.1", "value.2", "value.3"])
    for way in ways { #expect(html.components(separatedBy: "id=\"\(way)\"").count == 2) }
  }

  @Test("A paragraph that cites the source in words bears no sign of it, wherever it does so")
  func cited() async throws {
    #expect(try await signs(html(publication("Had \(Self.north) [@survey]."))) == [])
    #expect(try await signs(html(publication("@survey, p. 3, has \(Self.north)."))) == [])
    #expect(
      try await signs(html(publication("Had \(Self.north) [see @census, p. 3].")))
        == ["Source: Koch 2021"])
  }

  @Test("A list, a table and a footnote count as one paragraph each")
  func runs() async throws {
    let html = try await html(
      publication(
        """
        - \(Self.north)
        - \(Self.north)
          - \(Self.north)

        | \(Self.other) | B |
        |---|---|
        | \(Self.other) | \(Self.other) |

        Text[^n].

        [^n]: One \(Self.north).

            Two \(Self.north).
        """))
    #expect(signs(html) == ["Source: Koch 2021", "Source: Lind 2016", "Source: Koch 2021"])
    // The head of a table is as a heading: it has the way back, and no sign.
    #expect(html.contains("<th scope=\"col\"><a class=\"value\" id=\"value."))
  }

  @Test("Headings, titles and what stands in links bear no sign, and are reached all the same")
  func lines() async throws {
    let heading = try await html(publication("## Had \(Self.north) {#sec-a}\n\nText."))
    #expect(signs(heading) == [])
    #expect(heading.contains("href=\"#value.1\""))
    #expect(heading.contains("<a class=\"value\" id=\"value.1\""))
    let linked = try await html(
      publication("[Had \(Self.north)](routes/north.md) and \(Self.north).\n"))
    #expect(signs(linked) == ["Source: Koch 2021"])
    let summary = try await html(
      publication("Text.", matter: "summary: \"Had \(Self.north).\"\n"))
    #expect(signs(summary) == ["Source: Koch 2021"])
    #expect(summary.contains("<meta name=\"description\" content=\"Had about 4,000.\">"))
  }

  @Test("What is worked out of rows with several sources says all of them")
  func several() async throws {
    let html = try await html(publication("Had `{value} calls.count()`."))
    #expect(html.contains("title=\"Calls (Koch 2021; Lind 2016)\">3</a>"))
    #expect(signs(html) == ["Source: Koch 2021", "Source: Lind 2016"])
  }

  @Test("Numbered citations are signs themselves")
  func numbered() async throws {
    let html = try await html(
      publication("Had \(Self.north).", site: "citations: {style: numbered}\n"))
    #expect(html.contains("class=\"value-source number\""))
    #expect(html.contains("aria-label=\"Source: [1]\">[1]</a>"))
  }

  @Test("Other pages have the words without the sign")
  func elsewhere() async throws {
    var publication = publication("Text.", matter: "summary: \"Had \(Self.north).\"\n")
    publication.files["index.md"] = page("Front", "")
    let files = try await publication.render()
    #expect(files["index.html"]?.contains("Had about 4,000.") == true)
    #expect(files["index.html"]?.contains("value-source") == false)
  }
}
