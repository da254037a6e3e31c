import Diagnostics
import Foundation
import Testing

@Suite("Pages and what they refer to")
struct PageTests {
  static let package = """
    name: harbour
    resources:
      - name: routes
        path: routes.csv
        schema:
          primaryKey: id
          fields:
            - {name: id, type: string}
            - {name: name, type: string}
            - {name: aliases, type: string, separator: ";"}
            - {name: opened, type: string, rdfType: "http://id.loc.gov/datatypes/edtf", title: Opened}
            - {name: pier, type: string, rdfType: "dossier:entity/piers", title: Pier}
            - {name: source, type: string, rdfType: "dossier:citation"}
            - {name: section, type: string, rdfType: "dossier:locator"}
      - name: calls
        path: calls.csv
        events: {date: day, label: what}
        schema:
          fields:
            - {name: day, type: string, rdfType: "http://id.loc.gov/datatypes/edtf"}
            - {name: what, type: string}
            - {name: routes, type: string, separator: ";", rdfType: "dossier:entity/routes"}
            - {name: source, type: string, rdfType: "dossier:citation"}

    """

  static let harbour = Publication([
    "site.yaml": """
    title: Harbour
    baseURL: https://x.example/notes
    collections: {routes: {title: All routes}, piers: {title: Piers}}
    """,
    "sources.json": """
    [{"id": "survey", "type": "report", "title": "Survey", "issued": {"date-parts": [[2021]]},
      "author": [{"family": "Koch", "given": "Mika"}]}]
    """,
    "data/datapackage.yaml": package,
    "data/routes.csv": "id,name,aliases,opened,pier,source,section\n"
      + "north,North,N1;Old line,1998~,old,survey,p. 3\nsouth,South,,,,,\n",
    "data/calls.csv": "day,what,routes,source\n2021-05,Second call,north;south,survey\n"
      + "2020-01-02,First call,north,\n",
    "index.md": page("Front"),
    "404.md": page("Lost", "Go [back](notes/deep/rain.md)."),
    "routes/north.md": page("The *north* route", "", "aliases: [Northern line]\n"),
    "routes/south.md": page("South"),
    "piers/old.md": page("Old pier", "See [north](../routes/north.md)."),
    "notes/deep/rain.md": page(
      "Rain",
      "To [north](../../routes/north.md) [again](../../routes/north.md) @survey.\n\n"
        + "## By year {#sec-year}\n\n@sec-year, @rain:sec-year, [@survey, p. 4; @sec-year]\n\n"
        + "```table {#tbl-a}\ndata: routes\ncolumns: [name]\ncaption: \"As @survey says\"\n"
        + "source: \"@survey, p. 9\"\n```\n", "date: 2021-01-01\n"),
    "notes/wind.md": page("Wind", "@deep-sea:sec-sea, @notes/deep/rain:tbl-a"),
    "notes/deep/deep-sea.md": page("Sea", "## Sea {#sec-sea}"),
  ])

  @Test("The publication is sound")
  func sound() async throws {
    #expect(try await Self.harbour.report() == "")
  }

  private func html(_ path: String) async throws -> String {
    try #require(try await Self.harbour.render()[path])
  }

  @Test("An entity says what its row says, and where that is stated")
  func facts() async throws {
    let html = try await html("routes/north.html")
    #expect(html.contains("<h1>The <em>north</em> route</h1>"))
    #expect(html.contains("Northern line, N1, Old line"))
    #expect(html.contains("<dt>Opened</dt><dd>around 1998</dd>") || html.contains("1998</dd>"))
    #expect(
      html.contains(#"<dt>Pier</dt><dd><a class="entity" href="../piers/old.html">Old pier</a>"#))
    #expect(html.contains("Koch 2021"))
  }

  @Test("An entity's events are the rows that name it, in the order of time")
  func events() async throws {
    let html = try await html("routes/north.html")
    let first = try #require(html.range(of: "First call"))
    let second = try #require(html.range(of: "Second call"))
    #expect(first.lowerBound < second.lowerBound)
    #expect(try await !self.html("routes/south.html").contains("First call"))
  }

  @Test("An entity is mentioned once by each page that links to it, briefs first")
  func mentions() async throws {
    let html = try await html("routes/north.html")
    let rain = #"<li><a href="../notes/deep/rain.html">Rain</a></li>"#
    let pier = #"<li><a href="../piers/old.html">Old pier</a></li>"#
    #expect(html.components(separatedBy: rain).count == 2)
    #expect(html.contains(rain + "\n" + pier))
  }

  @Test("Cross-references say what they refer to, here and on other pages")
  func crossReferences() async throws {
    let rain = try await html("notes/deep/rain.html")
    #expect(
      rain.contains(##"<a class="reference" href="#sec-year" title="By year">“By year”</a>, <a"##))
    let wind = try await html("notes/wind.html")
    #expect(wind.contains(##"href="deep/deep-sea.html#sec-sea" title="Sea">“Sea” in “Sea”</a>"##))
    #expect(wind.contains(##"href="deep/rain.html#tbl-a""##) && wind.contains("Table 1 in “Rain”"))
  }

  @Test("Sources are cited in text, captions and source lines, and listed once")
  func citations() async throws {
    let html = try await html("notes/deep/rain.html")
    #expect(html.contains(##"Koch (<a href="#ref-survey">2021</a>)"##))
    #expect(html.contains("As <span class=\"citation\" id=\"cite.3\">Koch ("))
    #expect(html.contains("Source: <span class=\"citation\" id=\"tbl-a.source.cite.4\">"))
    #expect(html.components(separatedBy: #"<li id="ref-survey">"#).count == 2)
  }

  @Test("404.html alone takes its links from the path of baseURL")
  func notFound() async throws {
    let html = try await html("404.html")
    #expect(html.contains("<h1>Lost</h1>"))
    #expect(html.contains(#"Go <a href="/notes/notes/deep/rain.html">back</a>."#))
    #expect(html.contains(#"href="/notes/assets/dossier.css""#))
    for tag in Tag.all(in: html) {
      let address = tag.attributes["href"] ?? tag.attributes["src"] ?? "/"
      #expect(address.hasPrefix("/notes/") || address.hasPrefix("#") || address == "/")
    }
  }

  @Test("Every relative address on every page leads to a file of the site")
  func addresses() async throws {
    let files = try await Self.harbour.render()
    for (path, html) in files where path.hasSuffix(".html") && path != "404.html" {
      for tag in Tag.all(in: html) {
        guard let href = tag.attributes["href"] ?? tag.attributes["src"], !href.hasPrefix("#"),
          !href.contains("://"), let target = href.split(separator: "#").first
        else { continue }
        var parts = path.split(separator: "/").dropLast()
        for part in target.split(separator: "/") {
          if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        #expect(files[parts.joined(separator: "/")] != nil, "\(path): \(href)")
      }
    }
  }

  @Test(
    "Listings: the newest first, then series by number, then titles, whatever stands beside what")
  func order() async throws {
    let publication = Publication([
      "n/a.md": page("Zebra", "", "series: S\nnumber: 1\n"),
      "n/b.md": page("Apple", "", "series: S\nnumber: 2\n"), "n/c.md": page("Mango"),
      "n/d.md": page("Old", "", "date: 2019\n"), "n/e.md": page("New", "", "date: 2021-06\n"),
      "n/f.md": page("lemon"), "n/g.md": page("Ten", "", "series: S\nnumber: 10\n"),
      "n/sub/index.md": page("Below"),
    ])
    let html = try #require(try await publication.render()["n/index.html"])
    let titles = ["New", "Old", "Zebra", "Apple", "Ten", "lemon", "Mango"]
    let places = titles.compactMap { html.range(of: ">\($0)</a></h2>")?.lowerBound }
    #expect(places.count == titles.count && places == places.sorted())
    #expect(html.contains(#"href="sub/index.html">Below"#))
  }

  @Test("A draft is nowhere, and whatever refers to it says that it is one")
  func drafts() async throws {
    var publication = Publication([
      "site.yaml": """
      title: Test
      navigation: [{title: Wind, path: n/wind.md}]
      collections: {n: {title: N}}
      """,
      "rain.md": page("Rain", "[w](n/wind.md), @wind:sec-a"),
      "n/wind.md": page("Wind", "[x](nowhere.md) ## A", "draft: true\n"),
      "n/tide.md": page("Tide"),
      "data/datapackage.yaml": """
      resources:
        - name: winds
          path: winds.csv
          schema: {fields: [{name: id, type: string, rdfType: "dossier:entity/n"}]}
      """, "data/winds.csv": "id\nwind\n",
    ])
    let found = try await publication.compile().diagnostics
    let codes: [DiagnosticCode] = [
      .entityMissing, .crossReferenceMissing, .linkTargetMissing, .linkTargetMissing,
    ]
    #expect(found.map(\.code.rawValue).sorted() == codes.map(\.rawValue).sorted())
    #expect(found.allSatisfy { $0.help == "that page is a draft; it exists only with --drafts" })
    let files = try await publication.render()
    #expect(files["n/wind.html"] == nil && !files.values.contains { $0.contains("Wind</a>") })
    publication.drafts = true
    #expect(try await publication.render()["n/wind.html"] != nil)
  }

  @Test("The same bytes and the same report, however many pages are worked on at once")
  func workers() async throws {
    var publication = Self.harbour
    for number in 0..<40 {
      publication.files["many/p\(number).md"] = page(
        "Page \(number)", "[next](p\(number + 1).md) @survey [x][y] \(number)")
    }
    let (one, four) = try await (publication.render(workers: 1), publication.render(workers: 4))
    #expect(one == four)
    let (first, second) = try await (
      publication.compile(workers: 1), publication.compile(workers: 4)
    )
    #expect(first.diagnostics == second.diagnostics && first.diagnostics.count == 41)
  }
}
