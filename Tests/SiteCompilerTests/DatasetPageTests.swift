import Foundation
import Testing

@Suite("The pages of datasets")
struct DatasetPageTests {
  static let files = [
    "site.yaml": "title: Harbour\ncollections: {routes: {title: Routes}}\n",
    "sources.json": """
    [{"id": "survey", "type": "report", "title": "Survey", "issued": {"date-parts": [[2021]]},
      "author": [{"family": "Koch", "given": "Mika"}]}]
    """,
    "data/datapackage.yaml": """
    name: harbour
    title: Harbour data
    resources:
      - name: calls
        path: calls.csv
        title: Calls & <boats>
        description: Every call of a boat.
        licenses: [{name: CC-BY-4.0, path: "https://creativecommons.org/licenses/by/4.0/"}]
        sources: [{title: Harbour office, path: "https://example.org/office"}]
        schema:
          primaryKey: id
          fields:
            - {name: id, type: string}
            - {name: route, type: string, rdfType: "dossier:entity/routes", title: Route}
            - {name: boats, type: string, rdfType: "dossier:estimate", description: How many.}
            - {name: source, type: string, rdfType: "dossier:citation"}
    """,
    "data/calls.csv": "id,route,boats,source\na,north,~4,survey\nb,north,2..3,survey\n",
    "data/busy.sql": "SELECT id FROM calls WHERE boats_low > 3\n",
    "routes/north.md": page("Northern route", ""),
    "brief.md": page(
      "Brief",
      """
      See [all calls](/data/calls.html) and [one](/data/calls.html#row-2).

      ```table {#tbl-calls}
      data: calls
      ```

      ```sql {#most}
      SELECT max(boats_high) AS most FROM calls
      ```
      """, "date: 2021-01-01\n"),
  ]

  private func render(_ more: [String: String] = [:]) async throws -> [String: String] {
    let publication = Publication(Self.files.merging(more) { _, new in new })
    #expect(try await publication.report() == "")
    #expect(try await publication.secondReport() == "")
    return try await publication.render()
  }

  @Test("A dataset's page says what it is, where it is used, and shows its rows")
  func about() async throws {
    let html = try #require(try await render()["data/calls.html"])
    for part in [
      "<h1>Calls &amp; &lt;boats&gt;</h1>", "Every call of a boat.", "How many.",
      "<a class=\"external\" href=\"https://example.org/office\">Harbour office</a>",
      "https://creativecommons.org/licenses/by/4.0/",
      "<a href=\"../brief.html\">Brief</a>", "<a href=\"../brief.html#tbl-calls\">Table 1</a>",
      "<a href=\"../brief.html#most\">Query most</a>", "<a href=\"busy.html\">Dataset busy</a>",
      "<a href=\"../routes/index.html\">Routes</a>",
      "<tr id=\"row-2\">", "<a class=\"entity\" href=\"../routes/north.html\">Northern route</a>",
      "Koch 2021", "<li id=\"ref-survey\">", "href=\"calls.csv\"", "href=\"datapackage.json\"",
      "<meta name=\"description\" content=\"Every call of a boat.\">",
    ] {
      #expect(html.contains(part), "\(part)")
    }
  }

  @Test("The page of a query says what it asks and of what")
  func query() async throws {
    let html = try #require(try await render()["data/busy.html"])
    #expect(html.contains("SELECT id FROM calls WHERE boats_low &gt; 3"))
    #expect(html.contains("<a href=\"calls.html\">Calls &amp; &lt;boats&gt;</a>"))
    #expect(html.contains("href=\"busy.sql\""))
  }

  @Test("A dataset bears its own mark, and what queries work out of it bears the narrowest")
  func marking() async throws {
    let package = try #require(Self.files["data/datapackage.yaml"])
    let site = try #require(Self.files["site.yaml"])
    let files = try await render([
      "site.yaml": site + "tlp: GREEN\nwithheldLinks: text\n",
      "data/datapackage.yaml": package.replacing(
        "    path: calls.csv\n", with: "    path: calls.csv\n    tlp: AMBER\n")
        + "\n  - {name: quays, path: quays.csv}\n",
      "data/quays.csv": "id\na\n", "data/open.sql": "SELECT id FROM quays\n",
      "data/both.sql": "SELECT calls.id FROM calls JOIN quays USING (id)\n",
    ])
    for (name, mark) in ["calls": "AMBER", "busy": "AMBER", "both": "AMBER", "open": "GREEN"] {
      let html = try #require(files["data/\(name).html"])
      #expect(html.contains(">TLP:\(mark)</p>"), "\(name)")
      #expect(mark == "GREEN" || !html.contains("TLP:GREEN"), "\(name)")
    }
    let calls = try #require(files["data/calls.html"])
    #expect(calls.contains("<dt>File</dt><dd><code>data/calls.csv</code></dd>"))
    let list = try #require(files["data/index.html"])
    // Each of the three in the list, and the list itself at its head and foot.
    #expect(list.components(separatedBy: "<p class=\"tlp tlp-amber\">TLP:AMBER</p>").count == 6)
    #expect(calls.contains("<dt>Marking</dt><dd>TLP:AMBER</dd>"))
    #expect(try #require(files["data/datapackage.json"]).contains(#""tlp":"AMBER""#))
  }

  @Test("All datasets are listed; the list may be introduced by its author")
  func list() async throws {
    let own = try #require(try await render()["data/index.html"])
    #expect(own.contains("<a href=\"calls.html\">Calls &amp; &lt;boats&gt;</a>"))
    for part in [
      "<p>2 rows</p>", "<p>4 columns</p>", "<p>Used on 2 pages</p>", "<p>CC-BY-4.0</p>",
    ] {
      #expect(own.contains(part), "\(part)")
    }
    #expect(!own.contains("class=\"tlp"))
    let written = try await render(["data/index.md": page("Our data", "All of it.")])
    let html = try #require(written["data/index.html"])
    #expect(html.contains("<h1>Our data</h1>") && html.contains("All of it."))
    #expect(html.contains("href=\"calls.html\""))
  }

  @Test("Many rows are parted into pages, and a link to a row must name the right one")
  func paging() async throws {
    let rows = (1...620).map { "x\($0),north,\($0),survey\n" }.joined()
    let files = try await render([
      "data/calls.csv": "id,route,boats,source\n" + rows,
      "brief.md": page("Brief", "A [row](/data/calls/3.html#row-620)."),
    ])
    let first = try #require(files["data/calls.html"])
    #expect(
      first.contains("1 to 250 of 620") && first.contains("href=\"calls/2.html\" rel=\"next\""))
    #expect(first.contains("<tr id=\"row-250\">") && !first.contains("<tr id=\"row-251\">"))
    let last = try #require(files["data/calls/3.html"])
    #expect(last.contains("501 to 620 of 620") && last.contains("<tr id=\"row-620\">"))
    #expect(last.contains("href=\"2.html\" rel=\"prev\"") && !last.contains("rel=\"next\""))
    #expect(last.contains("<li><a href=\"../calls.html\">"))
    #expect(files["data/calls/4.html"] == nil)
    // The list names the dataset once, not each of its pages.
    let list = try #require(files["data/index.html"])
    #expect(list.contains("620 rows") && !list.contains("calls/2.html"))
  }

  @Test(
    "A link to a dataset's page is held against its pages and rows",
    arguments: [
      ("/data/cals.html", "did you mean '/data/calls.html'?"),
      ("/data/calls.md", "nobody wrote that page; write '/data/calls.html'"),
      ("/data/calls.html#row-3", "its rows are '#row-1' to '#row-2'"),
      ("/data/calls.html#row-0", "its rows are '#row-1' to '#row-2'"),
      ("/data/calls.html#rows", "its rows are '#row-1' to '#row-2'"),
    ])
  func links(destination: String, help: String) async throws {
    let publication = Publication(
      Self.files.merging(["brief.md": page("Brief", "A [link](\(destination)).")]) { _, new in new }
    )
    let report = try await publication.report()
    #expect(report.contains(help), "\(report)")
    #expect(try await publication.findings().count == 1)
  }

  @Test("A page where a dataset has its own is an error at the page")
  func conflicts() async throws {
    let publication = Publication(
      Self.files.merging(["data/calls.md": page("Calls", "")]) { _, new in new })
    let report = try await publication.report()
    #expect(report.contains("Content/data/calls.md:1:1: error: this page stands where"))
    #expect(report.contains("[output-conflict]"))
  }

  @Test("A dataset may not take the place of the list of all")
  func index() async throws {
    let publication = Publication(
      Self.files.merging(["data/index.sql": "SELECT id FROM calls\n"]) { _, new in new })
    let report = try await publication.report()
    #expect(report.contains("Content/data/index.sql:1:1: error: the page of a dataset called"))
    #expect(try await publication.findings().count == 1, "\(report)")
  }

  @Test("The published package describes what is published")
  func package() async throws {
    let text = try #require(try await render()["data/datapackage.json"])
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let package = try #require(json)
    #expect(package["name"] as? String == "harbour")
    #expect(package["title"] as? String == "Harbour data")
    let resources = try #require(package["resources"] as? [[String: Any]])
    #expect(resources.compactMap { $0["path"] as? String } == ["busy.csv", "calls.csv"])
    let schema = try #require(resources[1]["schema"] as? [String: Any])
    #expect(schema["primaryKey"] as? [String] == ["id"])
    let fields = try #require(schema["fields"] as? [[String: Any]])
    #expect(fields[2]["rdfType"] as? String == "dossier:estimate")
    #expect(fields[2]["type"] as? String == "string")
  }
}
