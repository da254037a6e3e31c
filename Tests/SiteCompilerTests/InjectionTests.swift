import Testing

/// Nothing that an author, a row of data or an exporter writes becomes live markup, on a faulty
/// build either.
@Suite("Injection")
struct InjectionTests {
  /// Markup, quotation marks of both kinds, and one that bears a combining mark, which whoever
  /// escapes by Character does not see.
  static let payload =
    "\"'><img src=x onerror=pwn()><script>pwn()</script>\"\u{301} onfocus=pwn() "
    + "<\u{338}svg onload=pwn()>{{page.body}}&lt;b&gt;]]>--></style>"

  /// The payload as a scalar of YAML, in single quotation marks.
  static let yaml = "'" + payload.replacing("'", with: "''") + "'"
  /// The payload as a cell of CSV.
  static let cell = "\"" + payload.replacing("\"", with: "\"\"") + "\""

  static let json: String = {
    payload.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }()

  static func publication(html: String) -> Publication {
    Publication([
      "site.yaml": """
      title: \(yaml)
      description: \(yaml)
      language: \(yaml)
      baseURL: 'https://x.example/"><script>pwn()</script>'
      html: \(html)
      linkNames: first
      publisher: {name: \(yaml), place: \(yaml), url: \(yaml)}
      navigation: [{title: \(yaml), path: index.md}]
      collections: {routes: {title: \(yaml)}}
      people: {mk: {name: \(yaml), affiliation: \(yaml), orcid: \(yaml), email: \(yaml)}}
      taxonomies: [topics]
      """,
      "sources.json": """
      [{"id": "a", "type": "book", "title": "\(json)", "author": [{"family": "\(json)"}],
        "publisher": "\(json)", "URL": "javascript:pwn()", "DOI": "\(json)", "note": "\(json)"}]
      """,
      "data/datapackage.yaml": """
      name: harbour
      resources:
        - name: routes
          path: routes.csv
          title: \(yaml)
          description: \(yaml)
          sources: [{title: \(yaml), path: "javascript:pwn()"}]
          licenses: [{name: \(yaml), path: "javascript:pwn()"}]
          events: {date: date, label: label}
          schema:
            primaryKey: id
            fields:
              - {name: id, type: string, rdfType: "dossier:entity/routes"}
              - {name: label, type: string, title: \(yaml), description: \(yaml)}
              - {name: aliases, type: string, title: \(yaml)}
              - {name: date, type: string, rdfType: "http://id.loc.gov/datatypes/edtf"}
              - {name: link, type: string}
              - {name: count, type: integer}
      """,
      "data/routes.csv": "id,label,aliases,date,link,count\n"
        + "north,\(cell),\(cell),2020-01-01,javascript:pwn(),3\n",
      "routes/north.md": page(yaml, "Text.", "aliases: [\(yaml)]\n"),
      "rain.md": page(yaml, body, matter),
      "404.md": page(yaml, "[Home](index.md)"),
    ])
  }

  static let matter = """
    subtitle: \(yaml)
    summary: \(yaml)
    series: \(yaml)
    number: \(yaml)
    authors: [mk, \(yaml)]
    translators: [\(yaml)]
    lists: [figures, tables, timelines]
    date: 2020-01-01
    language: \(yaml)
    topics: [\(yaml)]
    doi: \(yaml)
    issn: \(yaml)
    license: \(yaml)

    """

  static let body = """
    ## \(payload)

    Text \(payload) and [@a, \(payload)] with [a link](routes/north.md '\(payload)') and
    ![\(payload)](data/routes.csv '\(payload)') and `\(payload)`, [x](<https://x.example/\(payload)>).

    ```\(payload.replacing("`", with: ""))
    \(payload)
    ```

    ## Text {#"><script>pwn()</script>}

    ```chart {#fig-a}
    title: \(yaml)
    description: \(yaml)
    note: \(yaml)
    source: \(yaml)
    data: routes
    mark: bar
    encoding:
      x: {field: label, type: nominal, title: \(yaml), axis: {title: \(yaml)}}
      y: {field: count, type: quantitative, title: \(yaml)}
      color: {field: label, type: nominal, title: \(yaml)}
      tooltip: [{field: label, title: \(yaml)}]
    ```

    ```table {#tbl-a}
    caption: \(yaml)
    note: \(yaml)
    data: routes
    columns:
      - {field: id, note: \(yaml)}
      - {field: label, label: \(yaml), link: link}
      - {label: \(yaml), columns: [aliases, {field: count, bar: true}]}
    notes: [{where: count == 3, field: count, note: \(yaml)}]
    groupBy: label
    sortable: true
    ```

    ```timeline {#tml-a}
    caption: \(yaml)
    description: \(yaml)
    note: \(yaml)
    source: \(yaml)
    data: routes
    date: date
    label: label
    lanes: label
    color: aliases
    link: link
    ```

    See @fig-a, @tbl-a, @tml-a and @dat-routes.
    """

  @Test("No field becomes live markup", arguments: ["safe", "none"])
  func fields(html: String) async throws {
    let files = try await Self.publication(html: html).render()
    #expect(files.keys.contains("rain/fig-a.svg") && files.keys.contains("rain/tml-a.svg"))
    #expect(files["rain.html"]?.contains("&lt;img src=x onerror=pwn()&gt;") == true)
    #expect(files["rain/fig-a.svg"]?.contains("&lt;img src=x onerror=pwn()&gt;") == true)
    for (path, text) in files where path.hasSuffix(".html") || path.hasSuffix(".svg") {
      for tag in Tag.all(in: text) {
        #expect(!tag.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" }, "\(path)")
        // The index of figures shows the pictures that were drawn here.
        let isOwn = tag.name == "img" && tag.attributes["src"]?.hasSuffix(".svg") == true
        #expect(isOwn || !["img", "iframe", "object", "embed"].contains(tag.name), "\(path)")
        if tag.name == "script" {
          // Data that no browser runs are the one script within a page.
          let isData = tag.attributes == ["type": "application/ld+json"]
          let source = tag.attributes["src"] ?? ""
          let isOurs =
            ["dossier", "tables", "search"].contains { source.hasSuffix("assets/\($0).js") }
          #expect(isData || isOurs, "\(path)")
        }
        for name in ["href", "src", "xlink:href", "action"] {
          let value = tag.attributes[name]?.lowercased() ?? ""
          #expect(!value.contains("javascript:"), "\(path)")
        }
      }
      #expect(!text.contains("pwn()</script>"), "\(path)")
    }
  }

  @Test(
    "No spelling of a link runs a script",
    arguments: [
      "[x](javascript:pwn())", "[x](JaVaScRiPt:pwn())", "[x](<java\tscript:pwn()>)",
      "[x](&#106;avascript:pwn())", "[x](&#x6A;avascript:pwn())", "[x](javascript&colon;pwn())",
      "[x](javascript&#58;pwn())", "[x](<&Tab;javascript:pwn()>)",
      "[x](<java&NewLine;script:pwn()>)",
      "[x](<&#0;javascript:pwn()>)", "[x](&#1;javascript:pwn())", "[x](< javascript:pwn()>)",
      "[x](&#8203;javascript:pwn())", "[x](<java&#13;script:pwn()>)", "[x](vbscript:pwn())",
      "[x](data:text/html,%3Cscript%3Epwn()%3C/script%3E)", "<javascript:pwn()>",
      "[x](feed:javascript:pwn())", "[x](view-source:javascript:pwn())",
      "[x][y]\n\n[y]: javascript:pwn()",
      "[y]\n\n[y]: <javascript:pwn()> 'z'", "[x](%6Aavascript:pwn())", "[x](java%0Ascript:pwn())",
      "[x](\\javascript:pwn())", "![x](javascript:pwn())",
      "[![x](javascript:pwn())](javascript:pwn())",
      "[x](.\\javascript:pwn())", "[x](jav\u{AD}ascript:pwn())", "[x](\u{FF4A}avascript:pwn())",
      "[x](javascript\u{FF1A}pwn())", "[x](<\u{A0}javascript:pwn()>)", "[x](//x.example\\@evil)",
    ])
  func links(markdown: String) async throws {
    let publication = Publication([
      "rain.md": page("Rain", markdown), "javascript:pwn().md": page("A name that lies"),
    ])
    let pages = try await publication.render().filter { $0.key.hasSuffix(".html") }
    #expect(pages["javascript:pwn().html"] != nil)
    for tag in pages.values.flatMap(Tag.all) {
      for name in ["href", "src"] {
        let value = tag.attributes[name]?.lowercased() ?? ""
        let visible = String(value.unicodeScalars.filter { $0.value > 0x20 })
        #expect(
          ["javascript:", "vbscript:", "data:", "feed:", "view-source:"]
            .allSatisfy { !visible.hasPrefix($0) }, "\(value)")
      }
    }
  }

  @Test("Raw HTML is shown as text where it is not safe, and passes where all is allowed")
  func policies() async throws {
    let text = "A <b>bold</b> <i onclick=x>one</i> <script>pwn()</script>\n\n<!-- note -->"
    func html(_ policy: String) async throws -> String {
      let publication = Publication([
        "site.yaml": "title: Test\nhtml: \(policy)\n", "rain.md": page("Rain", text),
      ])
      return try #require(try await publication.render()["rain.html"])
    }
    let safe = try await html("safe")
    #expect(
      safe.contains("A <b>bold</b> &lt;i onclick=x&gt;one</i> &lt;script&gt;pwn()&lt;/script&gt;"))
    // What an author notes for themselves goes to nobody else.
    #expect(!safe.contains("<!-- note"))
    let none = try await html("none")
    #expect(none.contains("A &lt;b&gt;bold&lt;/b&gt; ") && !none.contains("<!-- note -->"))
    let all = try await html("all")
    #expect(all.contains("<i onclick=x>one</i> <script>pwn()</script>"))
  }
}
