import Diagnostics
import Foundation
import SiteCompiler
import SiteModel
import Testing
import Values

/// What an audience sees of data, of links and of files.
@Suite("What an audience sees")
struct AudienceDataTests {
  private static let site = "title: Test\ntlp: CLEAR\ncollections: {ships: {title: Ships}}\n"

  private static let package = """
    name: harbour
    resources:
      - name: calls
        path: calls.csv
        schema:
          primaryKey: id
          fields:
            - {name: id, type: string}
            - {name: boats, type: integer}
            - {name: source, type: string, rdfType: "dossier:citation"}
            - {name: tlp, type: string}
      - {name: crews, path: crews.csv, tlp: AMBER}

    """

  private static func publication(
    _ audience: TrafficLight?, _ files: [String: String], site: String = site
  ) -> Publication {
    let own = [
      "site.yaml": site, "data/datapackage.yaml": package,
      "data/calls.csv": "id,boats,source,tlp\na,1,open,\nb,20,shut,GREEN\nc,300,shut,RED\n",
      "data/crews.csv": "name\nAnn\n",
      "sources.json": """
      [{"id": "open", "type": "report", "title": "Open"},
      {"id": "shut", "type": "report", "title": "Shut"}]
      """,
    ]
    var publication = Publication(own.merging(files) { _, new in new })
    publication.audience = audience
    return publication
  }

  @Test(
    "Values, queries, downloads, counts and sources know the rows of the audience alone",
    arguments: [
      (TrafficLight.clear, 1, 1), (.green, 2, 21), (.amber, 2, 21), (.red, 3, 321),
    ])
  func rows(audience: TrafficLight, count: Int, sum: Int) async throws {
    let publication = Self.publication(
      audience,
      [
        "index.md": """
        ---
        title: Front
        ---

        `{value} calls.count() | digits` calls of `{value} calls.sum(boats) | digits` boats.

        ```sql {#whole}
        SELECT count(*) AS n, sum(boats) AS total FROM calls
        ```

        """,
        "data/busy.sql": "SELECT sum(boats) AS busy FROM calls\n",
      ])
    #expect(try await publication.report() == "")
    #expect(try await publication.secondReport() == "")
    let files = try await publication.render()
    let front = try #require(files["index.html"])
    #expect(front.contains(">\(count)</a>") && front.contains(">\(sum)</a>"))
    #expect(files["index/whole.csv"] == "n,total\n\(count),\(sum)\n")
    #expect(files["data/busy.csv"] == "busy\n\(sum)\n")
    #expect(files["data/calls.csv"]?.split(separator: "\n").count == count + 1)
    let page = try #require(files["data/calls.html"])
    #expect(page.contains("id=\"row-\(count)\"") && !page.contains("id=\"row-\(count + 1)\""))
    #expect(files["data/crews.csv"] == nil || audience >= .amber)
    #expect(files["data/datapackage.json"]?.contains("crews") == (audience >= .amber))
    #expect(files["sources.bib"]?.contains("Shut") == (audience >= .green))
    #expect(files["sources.html"]?.contains("Shut") == (audience >= .green))
  }

  @Test("A query of what is withheld is withheld, and so is one of its rows")
  func queries() async throws {
    let files = [
      "index.md": "---\ntitle: Front\n---\n",
      "data/who.sql": "SELECT name FROM crews\n", "data/again.sql": "SELECT name FROM who\n",
      "data/open.sql": "SELECT id FROM calls\n",
    ]
    let publication = Self.publication(.green, files)
    #expect(try await publication.report() == "")
    let made = try await publication.render()
    #expect(made["data/open.sql"] != nil)
    for name in ["who", "again", "crews"] {
      #expect(!made.keys.contains { $0.hasPrefix("data/\(name)") }, "\(name)")
      #expect(!made.values.contains { $0.contains(">\(name)<") || $0.contains("FROM \(name)") })
    }
    #expect(try await Self.publication(.amber, files).render()["data/again.csv"] != nil)
    let used = Self.publication(
      .green, files.merging(["index.md": "---\ntitle: F\n---\n\n`{value} again.count()`\n"]) { $1 })
    #expect(try await used.findings() == ["Content/index.md:5 link-withheld"])
  }

  @Test("A cell that is no mark is a fault in every build, and its row for nobody")
  func invalidMark() async throws {
    for audience in [nil, TrafficLight.red] {
      let publication = Self.publication(
        audience,
        [
          "index.md": "---\ntitle: Front\n---\n",
          "data/calls.csv": "id,boats,source,tlp\na,1,open,TLP:GREEN\nb,2,open,\n",
        ])
      let report = try await publication.report()
      #expect(
        report.hasPrefix("Content/data/calls.csv:2:10: error: 'TLP:GREEN' marks a row, and is"))
      #expect(report.contains("help: write 'GREEN'"))
      #expect(
        try await publication.render()["data/calls.csv"]?.contains("a,1") == (audience == nil))
    }
  }

  @Test("A column that is called TLP marks rows as well as tlp")
  func upperCase() async throws {
    let publication = Self.publication(
      .clear,
      [
        "index.md": "---\ntitle: Front\n---\n",
        "data/datapackage.yaml": "name: h\nresources: [{name: calls, path: calls.csv}]\n",
        "data/calls.csv": "id,TLP\na,CLEAR\nb,RED\n", "data/crews.csv": "name\nAnn\n",
      ])
    #expect(try await publication.render()["data/calls.csv"] == "id,TLP\na,CLEAR\n")
  }

  private static let secret = "---\ntitle: Secret\ntlp: GREEN\n---\n\n## Part {#sec-part}\n"

  @Test("With 'withheldLinks: text' a link leaves its words, and nothing that leads there")
  func plainText() async throws {
    let publication = Self.publication(
      .clear,
      [
        "index.md": """
        ---
        title: Front
        lead: [hidden/secret.md]
        translations: {de: hidden/secret.md}
        ---

        Read [the *words*](hidden/secret.md#sec-part) of [the folder](hidden/) and
        [data](/data/crews.csv).

        """,
        "hidden/secret.md": Self.secret,
        "ships/ada.md": "---\ntitle: Ada\ntlp: GREEN\n---\n",
        "data/crews.csv": "name\nAnn\n",
        "data/datapackage.yaml": Self.package.replacing(
          "{name: id, type: string}",
          with: "{name: id, type: string, rdfType: \"dossier:entity/ships\"}"),
        "data/calls.csv": "id,boats,source,tlp\nada,1,open,\n",
      ],
      site: Self.site + "withheldLinks: text\nnavigation: [{title: Nav, path: hidden/secret.md}]\n")
    #expect(try await publication.report() == "")
    #expect(try await publication.secondReport() == "")
    let files = try await publication.render()
    let front = try #require(files["index.html"])
    #expect(front.contains("Read the <em>words</em> of the folder and\ndata."))
    for (path, text) in files {
      #expect(!(path + text).lowercased().contains("secret"), "\(path)")
      #expect(!text.contains(">Nav<") && !text.contains("ships/ada"), "\(path)")
    }
  }

  @Test("A cross-reference, a value and a block have no words of their own, and stay errors")
  func wordless() async throws {
    let publication = Self.publication(
      .clear,
      [
        "index.md": """
        ---
        title: Front
        ---

        See @secret:sec-part, `{value} crews.count()`, @dat-crews.

        ```table
        data: crews
        ```

        """,
        "secret.md": Self.secret,
      ], site: Self.site + "withheldLinks: text\n")
    #expect(
      try await publication.findings()
        == [5, 5, 5, 8].map { "Content/index.md:\($0) link-withheld" })
  }

  @Test("A draft stays a draft, and a page whose head cannot be read is for nobody")
  func others() async throws {
    let publication = Self.publication(
      .red,
      [
        "index.md": "---\ntitle: Front\n---\n\n[a](draft.md) [b](broken.md)\n",
        "draft.md": "---\ntitle: Draft\ndraft: true\n---\n",
        "broken.md": "---\ntitle: Broken\n\nNo end.\n",
      ])
    #expect(
      try await publication.findings()
        == ["Content/broken.md:1 front-matter-unclosed", "Content/index.md:5 link-target-missing"])
    #expect(try await publication.render()["broken.html"] == nil)
  }

  @Test("Files go no further than the pages and style sheets that use them")
  func assets() async throws {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"></svg>\n"
    var publication = Self.publication(
      .clear,
      [
        "index.md": """
        ---
        title: Front
        ---

        ![a](assets/shown.svg) [b](assets/linked.html) <span>x</span> <img src="assets/raw.svg" alt="">

        """,
        "secret.md": Self.secret + "\n![a](assets/secret.svg) ![a](assets/shown.svg)\n",
        "assets/shown.svg": svg, "assets/secret.svg": svg, "assets/unused.svg": svg,
        "assets/raw.svg": svg, "assets/deep.svg": svg, "assets/deeper.svg": svg,
        "robots.txt": "x\n",
        "assets/linked.html": "<!DOCTYPE html><title>x</title><link rel=stylesheet href=own.css>\n",
        "assets/own.css": "p { background: url(deep.svg) }\n", "CNAME.txt": "x\n",
        "assets/extra.css": "p { background: url(deeper.svg) }\n",
      ], site: Self.site + "html: all\n")
    publication.templates["partials/breadcrumbs.mustache"] =
      "<link rel=\"stylesheet\" href=\"{{root}}assets/extra.css\">\n"
    #expect(try await publication.secondReport() == "")
    let files = Set(try await publication.render().keys)
    for name in ["shown.svg", "raw.svg", "linked.html", "own.css", "deep.svg", "extra.css"] {
      #expect(files.contains("assets/\(name)"), "\(name)")
    }
    #expect(files.contains("assets/deeper.svg") && files.contains("robots.txt"))
    #expect(files.isDisjoint(with: ["assets/secret.svg", "assets/unused.svg", "CNAME.txt"]))
    publication.audience = nil
    #expect(Set(try await publication.render().keys).contains("assets/unused.svg"))
  }

  /// The mark of a page, where its root, its head and its foot have the same.
  private static func mark(_ html: String?) -> String? {
    let found = (html ?? "").split(separator: "\n").compactMap { line -> Substring? in
      line.hasPrefix("<p class=\"tlp tlp-")
        ? line.split(separator: ">").last?.split(separator: "<").first : nil
    }
    guard let first = found.first, first == found.last,
      let mark = TrafficLight(rawValue: String(first.dropFirst(4))),
      html?.contains("data-tlp=\"\(mark.className)\"") == true
    else { return nil }
    return mark.rawValue
  }

  @Test(
    "Every page bears the narrowest mark of what it shows, and none above the audience",
    arguments: [nil, TrafficLight.clear, .green, .amberStrict])
  func marks(audience: TrafficLight?) async throws {
    let publication = Self.publication(
      audience,
      [
        "briefs/open.md": "---\ntitle: Open\ndate: 2021-01-01\ntopics: [rain]\n---\n",
        "briefs/green.md":
          "---\ntitle: Green\ndate: 2021-02-01\ntopics: [sun]\ntlp: GREEN\nseries: S\n---\n",
        "briefs/strict.md":
          "---\ntitle: Strict\ndate: 2021-03-01\ntopics: [sun]\ntlp: AMBER+STRICT\nseries: S\n---\n",
        "plain.md": "---\ntitle: Plain\n---\n",
      ], site: Self.site + "withheldLinks: text\n")
    let files = try await publication.render()
    let narrowest = audience ?? .red
    // Of all that the page shows, what this audience sees.
    func expected(_ marks: TrafficLight...) -> String {
      (marks + [.clear]).filter { $0 <= narrowest }.max()?.rawValue ?? ""
    }
    #expect(Self.mark(files["plain.html"]) == "CLEAR")
    #expect(Self.mark(files["briefs/open.html"]) == "CLEAR")
    // It shows the title of the page behind it in its series.
    #expect(
      Self.mark(files["briefs/green.html"])
        == (narrowest < .green ? nil : expected(.green, .amberStrict)))
    #expect(Self.mark(files["topics/rain.html"]) == "CLEAR")
    #expect(Self.mark(files["briefs/index.html"]) == expected(.green, .amberStrict))
    #expect(Self.mark(files["sitemap.html"]) == expected(.green, .amberStrict))
    #expect(Self.mark(files["search.html"]) == expected(.green, .amberStrict, .red))
    #expect(Self.mark(files["data/calls.html"]) == expected(.green, .red))
    #expect(Self.mark(files["404.html"]) == "CLEAR")
    if narrowest >= .green {
      #expect(Self.mark(files["topics/sun.html"]) == expected(.green, .amberStrict))
    }
    for (path, html) in files where path.hasSuffix(".html") && !path.hasPrefix("old/") {
      let mark = try #require(Self.mark(html).flatMap(TrafficLight.init), "\(path)")
      #expect(mark <= narrowest, "\(path)")
    }
    #expect(files["robots.txt"]?.contains("Disallow: /") == (audience != .clear))
  }
}
