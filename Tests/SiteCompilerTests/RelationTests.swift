import Testing

@Suite("Relations between entities")
struct RelationTests {
  private static let files: [String: String] = [
    "site.yaml": "title: Ferries\ncollections: {lines: {title: Lines}}\n",
    "index.md": "---\ntitle: Ferries\n---\n",
    "lines/north.md": "---\ntitle: North line\n---\n",
    "lines/south.md": "---\ntitle: South line\n---\n",
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
            - {name: since, type: string, rdfType: "http://id.loc.gov/datatypes/edtf"}
            - {name: certainty, type: string}

    """,
    "data/ties.csv": """
    id,title,from,to,since,certainty
    a,North feeds South,north,south,2014-41,assumed
    b,South hires from North,south,north,,stated

    """,
  ]

  @Test("A page lists its relations with the other end, since when, and how sure they are")
  func listed() async throws {
    let publication = Publication(Self.files)
    #expect(try await publication.report() == "")
    let page = try #require(try await publication.render()["lines/north.html"])
    #expect(page.contains("North feeds South, the second half of 2014 (assumed): <a"))
    #expect(page.contains("South hires from North: <a class=\"entity\" href=\"south.html\""))
    #expect(!page.contains("(stated)"))
  }

  @Test("A picture is called by its caption without the marks of Markdown")
  func plainCaption() async throws {
    var files = Self.files
    files["rain.md"] = """
      ---
      title: Rain
      ---

      ```chart {#fig-rain}
      title: Rain in *May*
      description: It rained.
      data: {values: [{day: a, rain: 1}, {day: b, rain: 2}]}
      mark: bar
      encoding: {x: {field: day}, y: {field: rain}}
      ```

      """
    let site = try await Publication(files).render()
    let page = try #require(site["rain.html"])
    #expect(page.contains(">Rain in May</title>"))
    #expect(page.contains("Rain in <em>May</em>"))
    #expect(site["rain/fig-rain.svg"]?.contains("*May*") == false)
    #expect(site["rain/fig-rain.csv"] == "day,rain\na,1\nb,2\n")
  }

  @Test("Partials that include one another twice at each level end in a diagnostic")
  func doubling() async throws {
    var publication = Publication(Self.files)
    for level in 0..<40 {
      publication.templates["partials/p\(level).mustache"] =
        level == 39 ? "x" : "{{> p\(level + 1)}}{{> p\(level + 1)}}"
    }
    publication.templates["page.mustache"] = "{{> p0}}"
    #expect(try await publication.report().contains("[template-recursive]"))
  }
}
