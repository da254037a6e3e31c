import Foundation
import Testing

@Suite("Queries of pages and of the site")
struct QueryTests {
  static let files = [
    "site.yaml": "title: Harbour\ncollections: {routes: {title: Routes}}\n",
    "sources.json": """
    [{"id": "survey", "type": "report", "title": "Survey", "issued": {"date-parts": [[2021]]},
      "author": [{"family": "Koch", "given": "Mika"}]}]
    """,
    "data/datapackage.yaml": """
    resources:
      - name: calls
        path: calls.csv
        schema:
          fields:
            - {name: route, type: string, rdfType: "dossier:entity/routes", title: Route}
            - {name: boats, type: string, rdfType: "dossier:estimate", title: Boats}
            - {name: source, type: string, rdfType: "dossier:citation"}
    """,
    "data/calls.csv": "route,boats,source\nnorth,~4,survey\nnorth,2..3,survey\nsouth,7,survey\n",
    "data/routes-called.sql": "SELECT route, count(*) AS calls FROM calls GROUP BY route\n",
    "routes/north.md": page("Northern route", ""),
    "routes/south.md": page("Southern route", ""),
    "brief.md": page(
      "Brief",
      """
      ```sql {#most}
      SELECT route, max(boats_high) AS most FROM calls GROUP BY route ORDER BY most DESC
      ```

      ```table {#tbl-most}
      data: most
      ```

      ```table {#tbl-all}
      data: routes-called
      where: "calls > 1"
      ```

      See the [query](#most).
      """),
  ]

  private func brief(_ body: String) -> String { page("Brief", body) }

  private func render(_ more: [String: String] = [:]) async throws -> [String: String] {
    let publication = Publication(Self.files.merging(more) { _, new in new })
    #expect(try await publication.report() == "")
    #expect(try await publication.secondReport() == "")
    return try await publication.render()
  }

  @Test("A query's rows are a dataset for the blocks of its page, entities by their names")
  func blocks() async throws {
    let html = try #require(try await render()["brief.html"])
    let table = try #require(html.range(of: "id=\"tbl-most\"").map { html[$0.lowerBound...] })
    let south = try #require(table.range(of: "Southern route"))
    let north = try #require(table.range(of: "Northern route"))
    #expect(south.lowerBound < north.lowerBound)
    #expect(table.contains("<a class=\"entity\" href=\"routes/south.html\">Southern route</a>"))
    #expect(html.contains("<details class=\"query\" id=\"most\">"))
    #expect(html.contains("SELECT route, max(boats_high) AS most FROM calls"))
  }

  @Test("The rows and the query itself can be taken away")
  func downloads() async throws {
    let files = try await render()
    #expect(files["brief/most.csv"] == "route,most\nsouth,7\nnorth,4\n")
    #expect(files["brief/most.json"] != nil)
    #expect(files["data/routes-called.csv"] == "route,calls\nnorth,2\nsouth,1\n")
    #expect(files["data/routes-called.sql"] == Self.files["data/routes-called.sql"])
    let html = try #require(files["brief.html"])
    #expect(html.contains("href=\"brief/most.csv\""))
    #expect(html.contains("href=\"data/routes-called.csv\""))
    #expect(files["brief/tbl-most.csv"] == nil)
  }

  @Test("A figure from a query has the sources of what the query read")
  func sources() async throws {
    let files = try await render()
    let html = try #require(files["brief.html"])
    let table = try #require(html.range(of: "id=\"tbl-all\"").map { html[$0.lowerBound...] })
    #expect(table.contains("Koch 2021"))
    // What the rows were taken from is listed once, not again for the query.
    let all = try #require(files["sources.html"])
    #expect(!all.contains("routes-called"))
  }

  @Test("A query may read the site's queries and the page's own, in any order")
  func chains() async throws {
    let files = try await render([
      "brief.md": brief(
        "```sql {#b}\nSELECT sum(calls) AS n FROM a\n```\n"
          + "```sql {#a}\nSELECT * FROM \"routes-called\"\n```\n")
    ])
    #expect(files["brief/b.csv"] == "n\n3\n")
  }

  @Test("SQL without a name is code to show")
  func code() async throws {
    let files = try await render(["brief.md": brief("```sql\nDELETE FROM calls\n```\n")])
    #expect(files["brief.html"]?.contains("<code class=\"language-sql\">DELETE FROM") == true)
  }

  @Test("A faulty query is told once, whatever draws on it")
  func cascade() async throws {
    let publication = Publication(
      Self.files.merging([
        "data/routes-called.sql": "SELECT rout FROM calls",
        "brief.md": brief(
          """
          ```sql {#most}
          SELECT calls FROM "routes-called"
          ```

          ```table
          data: most
          ```
          """),
      ]) { _, new in new })
    #expect(try await publication.findings() == ["Content/data/routes-called.sql:1 column-missing"])
  }

  @Test("A query may not take the name of a dataset, a heading or another query")
  func names() async throws {
    let publication = Publication(
      Self.files.merging([
        "data/calls.sql": "SELECT 1 AS one",
        "data/Bad Name.sql": "SELECT 1 AS one",
        "brief.md": brief(
          """
          ## Here {#here}

          ```sql {#routes-called}
          SELECT 1 AS one
          ```

          ```sql {#here}
          SELECT 1 AS one
          ```

          ```sql {#twice}
          SELECT 1 AS one
          ```

          ```sql {#twice}
          SELECT 1 AS one
          ```

          ```sql {#No}
          SELECT 1 AS one
          ```
          """),
      ]) { _, new in new })
    let found = try await publication.findings()
    #expect(
      found == [
        "Content/brief.md:6 block-invalid", "Content/brief.md:10 id-duplicate",
        "Content/brief.md:18 id-duplicate", "Content/brief.md:22 block-invalid",
        "Content/data/Bad Name.sql:1 block-invalid", "Content/data/calls.sql:1 block-invalid",
      ])
  }

  @Test("The site is the same with one worker and with many")
  func workers() async throws {
    let publication = Publication(Self.files)
    #expect(try await publication.render(workers: 1) == (try await publication.render(workers: 8)))
  }
}
