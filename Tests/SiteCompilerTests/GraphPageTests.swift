import Testing

@Suite("Graphs on pages")
struct GraphPageTests {
  private static let files: [String: String] = [
    "site.yaml":
      "title: Ferries\ncollections: {lines: {title: Lines}}\ncitations: {sources: [sources.json]}\n",
    "index.md": "---\ntitle: Ferries\n---\n\nSee @ties:fig-ties.\n",
    "ties.md": """
    ---
    title: Ties
    ---

    ```chart {#fig-rain}
    title: Rain
    description: It rained.
    data: {values: [{day: a, rain: 1}]}
    mark: bar
    encoding: {x: {field: day}, y: {field: rain}}
    ```

    ```graph {#fig-ties}
    caption: Who *feeds* whom
    data: ties
    from: from
    to: to
    kind: title
    ```

    """,
    "lines/north.md": "---\ntitle: North line\n---\n",
    "lines/south.md": "---\ntitle: South line\n---\n",
    "sources.json": """
    [{"id": "doe2020", "type": "book", "title": "Ferries", "author": [{"family": "Doe"}],
      "issued": {"date-parts": [[2020]]}}]
    """,
    "data/datapackage.yaml": """
    name: ferries
    resources:
      - name: ties
        path: ties.csv
        schema:
          primaryKey: id
          fields:
            - {name: id, type: string}
            - {name: title, type: string}
            - {name: from, type: string, rdfType: "dossier:entity/lines"}
            - {name: to, type: string, rdfType: "dossier:entity/lines"}
            - {name: source, type: string, rdfType: "dossier:citation"}

    """,
    "data/ties.csv": "id,title,from,to,source\na,feeds,north,south,doe2020\n",
  ]

  @Test("A graph is counted among the figures, and the table below it leads to names and sources")
  func table() async throws {
    let publication = Publication(Self.files)
    #expect(try await publication.report() == "")
    let files = try await publication.render()
    let page = try #require(files["ties.html"])
    #expect(page.contains("<figure class=\"figure figure-graph\" id=\"fig-ties\">"))
    #expect(page.contains("Figure 2</span>"))
    #expect(page.contains("<a class=\"entity\" href=\"lines/north.html\">North line</a>"))
    #expect(page.contains("href=\"#ref-doe2020\""))
    #expect(page.contains("Source: "))
    #expect(files["index.html"]?.contains("ties.html#fig-ties\"") == true)
    let south = try #require(files["lines/south.html"])
    #expect(south.contains("href=\"../ties.html\""), "It is mentioned.")
  }

  @Test("Without a layout there is no picture, on the page or by itself")
  func unlaid() async throws {
    let files = try await Publication(Self.files).render()
    #expect(files["ties.html"]?.contains("class=\"chart graph\"") == false)
    #expect(files["ties/fig-ties.svg"] == nil)
    #expect(files["ties/fig-rain.svg"] != nil)
  }

  @Test("An id that is a figure's on a fence of no block is said to be for a chart or a graph")
  func unknownBlock() async throws {
    let report = try await Publication([
      "index.md": "---\ntitle: A\n---\n\n```flow {#fig-a}\nx\n```\n"
    ]).report()
    #expect(report.contains("write 'chart' for a chart, 'graph' for a graph"), "\(report)")
  }
}
