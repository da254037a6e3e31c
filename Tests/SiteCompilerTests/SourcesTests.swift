import Diagnostics
import Foundation
import Testing

@Suite("Where sources are cited")
struct SourcesTests {
  static let files = [
    "site.yaml": "title: Tides\ncollections: {routes: {title: Routes}}\n",
    "sources.json": """
    [{"id": "survey", "type": "report", "title": "Survey", "issued": {"date-parts": [[2021]]},
      "author": [{"family": "Koch", "given": "Mika"}]},
     {"id": "atlas", "type": "book", "title": "Atlas", "author": [{"family": "Brook"}]},
     {"id": "never", "type": "book", "title": "Never read", "author": [{"family": "Zimmer"}]}]
    """,
    "data/datapackage.yaml": """
    resources:
      - name: calls
        path: calls.csv
        title: Calls of the ferry
        schema:
          fields:
            - {name: day, type: string}
            - {name: route, type: string, rdfType: "dossier:entity/routes"}
            - {name: source, type: string, rdfType: "dossier:citation"}
            - {name: section, type: string, rdfType: "dossier:locator"}
    """,
    "data/calls.csv": "day,route,source,section\nMonday,north,survey,p. 1\n"
      + "Tuesday,north,survey,p. 2\nFriday,north,atlas,\n",
    "routes/north.md": page("North", "As @atlas says."),
    "rain.md": page(
      "Rain",
      "It rained [@survey, p. 4]. See @atlas, then @survey again.\n\n"
        + "```table {#tbl-a}\ndata: calls\ncaption: \"After @survey\"\n```\n\n"
        + "Last [@survey; @atlas].", "date: 2021-01-01\n"),
  ]

  private func html(_ path: String, _ more: [String: String] = [:]) async throws -> String {
    let publication = Publication(Self.files.merging(more) { _, new in new })
    #expect(try await publication.report() == "")
    return try #require(try await publication.render()[path])
  }

  @Test("A source's entry leads back to each place, in the order of the page, a table once")
  func backlinks() async throws {
    let html = try await html("rain.html")
    let entry = try #require(html.components(separatedBy: "<li id=\"ref-survey\">").last)
      .components(separatedBy: "</li>")[0]
    let links = Tag.all(in: entry).filter { $0.name == "a" }
    let targets = links.compactMap { $0.attributes["href"] }
    // Two in the text, then the table's caption, a cell and its source line, then the text again.
    #expect(
      targets == [
        "#cite.1", "#cite.3", "#cite.5", "#tbl-a.cite.8", "#tbl-a.source.cite.6", "#cite.4",
      ])
    #expect(links[0].attributes["aria-label"] == "a: Back to where it is cited, place 1 of 6")
    let ids = Tag.all(in: html).compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for target in targets { #expect(ids.contains(String(target.dropFirst()))) }
  }

  @Test("An entity's facts, relations and events are places too")
  func entities() async throws {
    let html = try await html("routes/north.html")
    #expect(html.contains(##"href="#cite.1" aria-label="a: Back to where it is cited">a</a>"##))
  }

  @Test("A page lists all sources with the pages and the data that cite each")
  func list() async throws {
    let html = try await html("sources.html")
    let entries = html.components(separatedBy: "<li id=\"ref-").dropFirst()
    #expect(entries.map { $0.prefix { $0 != "\"" } } == ["atlas", "survey", "never"])
    let survey = try #require(entries.first { $0.hasPrefix("survey") })
    #expect(survey.contains(##"<a href="rain.html#ref-survey">Rain</a>"##))
    #expect(
      survey.contains(
        ##"<a href="data/calls.html">Calls of the ferry</a> <span class="count">2 rows</span>"##))
    #expect(!survey.contains("North"))
    #expect(entries.last?.contains("Not cited in this publication") == true)
    #expect(try await self.html("rain.html").contains(#"<a href="sources.html">All sources</a>"#))
  }

  @Test("An author may introduce the list, which is then named by its file or its output")
  func introduction() async throws {
    let more = [
      "sources.md": page("What we read", "Mostly @survey."),
      "wind.md": page("Wind", "[one](sources.md) [two](/sources.html#ref-never)"),
    ]
    let html = try await html("sources.html", more)
    #expect(html.contains("<h1>What we read</h1>") && html.contains("Mostly <span"))
    #expect(html.components(separatedBy: "<li id=\"ref-survey\">").count == 2)
    let wind = try await self.html("wind.html", more)
    #expect(wind.contains(##"<a href="sources.html">one</a> <a href="sources.html#ref-never">"##))
    #expect(try await !self.html("index.html", more).contains("What we read</a></h2>"))
  }

  @Test("Nobody's list has no file to link to, and no list is there without sources")
  func implied() async throws {
    let publication = Publication(
      Self.files.merging(["wind.md": page("Wind", "[x](sources.md)")]) { _, new in new })
    let report = try await publication.report()
    #expect(report.contains("nobody wrote that page; write '/sources.html'"))
    #expect(try await Publication(["rain.md": page("Rain")]).render()["sources.html"] == nil)
  }
}
