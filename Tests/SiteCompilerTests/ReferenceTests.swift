import Foundation
import Testing

@Suite("References to datasets, and lists of figures")
struct ReferenceTests {
  static func publication(_ body: String, _ matter: String = "") -> Publication {
    Publication([
      "site.yaml": "title: Tides\n",
      "data/datapackage.yaml": """
      resources:
        - {name: tides, path: tides.csv, title: Tides at the pier, description: "Two a day"}
        - {name: winds, path: winds.csv}
      """,
      "data/tides.csv": "day,height\nMonday,3\n", "data/winds.csv": "day,force\nMonday,3\n",
      "notes/rain.md": page("Rain", body, matter),
    ])
  }

  static let figures = """
    ## One

    ## Two

    ```table {#tbl-a}
    data: tides
    caption: "At the [pier](rain.md)"
    ```

    ```chart {#fig-a}
    title: Heights
    description: Heights.
    data: tides
    mark: bar
    encoding: {x: {field: day}, y: {field: height, type: quantitative}}
    ```

    ```table {#tbl-b}
    data: winds
    ```
    """

  @Test("A dataset is referred to by its name, said by its title, and leads to its file")
  func datasets() async throws {
    let publication = Self.publication("See @dat-tides, @dat-winds and [@dat-tides].")
    #expect(try await publication.report() == "")
    let html = try #require(try await publication.render()["notes/rain.html"])
    #expect(
      html.contains(
        #"See <a class="reference" href="../data/tides.csv" title="Two a day">"#
          + "“Tides at the pier”</a>, "
          + #"<a class="reference" href="../data/winds.csv">Dataset winds</a> and"#))
  }

  @Test("In German a dataset and the lists have German names")
  func german() async throws {
    let publication = Self.publication(
      "@dat-winds\n\n\(Self.figures)", "language: de\nlists: [tables, timelines, figures]\n")
    let html = try #require(try await publication.render()["notes/rain.html"])
    #expect(html.contains(">Datensatz winds</a>"))
    #expect(html.contains(#"<h2 id="page.tables">Tabellen</h2>"#))
    #expect(html.contains(#"<h2 id="page.figures">Abbildungen</h2>"#))
  }

  @Test("A page lists the figures and tables that it asks for, in the order asked for")
  func lists() async throws {
    let publication = Self.publication(Self.figures, "lists: [tables, timelines, figures]\n")
    #expect(try await publication.report() == "")
    let html = try #require(try await publication.render()["notes/rain.html"])
    let tables = try #require(html.range(of: #"<h2 id="page.tables">Tables</h2>"#))
    let figures = try #require(html.range(of: #"<h2 id="page.figures">Figures</h2>"#))
    #expect(tables.lowerBound < figures.lowerBound && !html.contains("page.timelines"))
    #expect(
      html.contains(
        ##"<li><a href="#tbl-a"><span class="figure-number">Table 1</span> "##
          + #"<span class="list-title">At the pier</span></a></li>"#))
    #expect(
      html.contains(##"<li><a href="#tbl-b"><span class="figure-number">Table 2</span> </a></li>"##)
    )
    #expect(
      html.components(separatedBy: ##"<li><a href="#page.tables">Tables</a></li>"##).count == 3)
  }

  @Test("Nobody who does not ask gets a list")
  func unasked() async throws {
    let html = try #require(
      try await Self.publication(Self.figures).render()["notes/rain.html"])
    #expect(!html.contains("list-of"))
  }
}
