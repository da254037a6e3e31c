import Foundation
import Testing

@Suite("Names that link by themselves")
struct NameLinkTests {
  static func publication(_ body: String, site: String = "linkNames: first") -> Publication {
    Publication([
      "site.yaml": "title: Tides\ncollections: {routes: {title: Routes}}\n\(site)\n",
      "routes/north.md": page(
        "North Line", "The North Line meets the South Line.", "aliases: [NL, Ḥarbour line]\n"),
      "routes/south.md": page("South Line", "", "aliases: [The Loop]\n"),
      "routes/south-pier.md": page("South Line Pier"),
      "routes/loop.md": page("Loop", "", "aliases: [The Loop]\n"),
      "rain.md": page("Rain", body),
    ])
  }

  private func text(_ body: String, site: String = "linkNames: first") async throws -> String {
    let publication = Self.publication(body, site: site)
    #expect(try await publication.report() == "")
    let html = try #require(try await publication.render()["rain.html"])
    let prose = html.components(separatedBy: "<div class=\"prose\">").last ?? ""
    return prose.components(separatedBy: "</div>")[0].trimmingCharacters(in: .newlines)
      .replacing("<a class=\"entity\" href=\"routes/", with: "[").replacing(".html\">", with: ":")
      .replacing("</a>", with: "]").replacing("<p>", with: "").replacing("</p>", with: "")
  }

  @Test("The first mention of each entity is a link, and no other")
  func first() async throws {
    #expect(
      try await text("North Line and South Line; again North Line.")
        == "[north:North Line] and [south:South Line]; again North Line.")
  }

  @Test("Nothing is linked where the site does not ask for it")
  func unasked() async throws {
    for site in ["linkNames: none", "language: en"] {
      #expect(try await text("North Line.", site: site) == "North Line.")
    }
  }

  @Test(
    "The longest name counts, whole words alone, whatever the marks on letters, across lines",
    arguments: [
      ("On South Line Pier.", "On [south-pier:South Line Pier]."),
      ("The North Lines of NLX.", "The North Lines of NLX."),
      ("By NL, not nl.", "By [north:NL], not nl."), ("By Nl.", "By Nl."),
      ("The Harbour line's boats.", "The [north:Harbour line]’s boats."),
      ("The ḤARBOUR line’s boats.", "The [north:ḤARBOUR line]’s boats."),
      ("The harbour line.", "The harbour line."),
      ("The *North Line*.", "The <em>[north:North Line]</em>."),
      ("The North\nLine.", "The [north:North\nLine]."),
      ("The *North* Line.", "The <em>North</em> Line."),
      ("A North&nbsp;Line.", "A [north:North\u{A0}Line]."), ("North – Line", "North – Line"),
      ("North `x` Line", "North <code>x</code> Line"),
    ])
  func names(markdown: String, expected: String) async throws {
    #expect(try await text(markdown) == expected)
  }

  @Test("A name that two entities share is linked to neither, nor is a shorter one within it")
  func shared() async throws {
    #expect(try await text("The Loop. A Loop.") == "The Loop. A [loop:Loop].")
  }

  @Test("Headings, links, code, quotations and quotation marks are left alone")
  func elsewhere() async throws {
    let body = """
      ## North Line

      `North Line` “North Line” "North Line" [North Line](https://x.example/) ![North Line](x.png)

      > North Line

      - North Line
      """
    var publication = Self.publication(body)
    publication.files["x.png"] = ""
    let html = try #require(try await publication.render()["rain.html"])
    let link = #"<a class="entity" href="routes/north.html">"#
    #expect(html.components(separatedBy: link).count == 2)
    #expect(html.contains("<li>\(link)North Line</a></li>"))
  }

  @Test("A link by the author counts as the first mention where it comes first")
  func authored() async throws {
    let link = "[this one](routes/north.md)"
    #expect(try await text("\(link), North Line") == "[north:this one], North Line")
    #expect(
      try await text("North Line, \(link)") == "[north:North Line], [north:this one]")
  }

  @Test("An entity's own page links the others, and is linked back")
  func backlinks() async throws {
    let files = try await Self.publication("North Line.").render()
    let north = try #require(files["routes/north.html"])
    #expect(north.contains(#"The North Line meets the <a class="entity" href="south.html">"#))
    #expect(north.contains(#"<li><a href="../rain.html">Rain</a></li>"#))
    let south = try #require(files["routes/south.html"])
    #expect(south.contains(#"<li><a href="north.html">North Line</a></li>"#))
  }

  @Test("An entity is mentioned by links in captions, and by cells of tables and timelines")
  func figures() async throws {
    let caption = "data: calls\ncaption: \"On [this](routes/north.md)\"\ncolumns: [day]"
    let cells = "data: calls\ncolumns: [day, route]\nwhere: day == '2020'"
    let timeline = "data: calls\ndate: day\nlabel: what\nlanes: route"
    for (block, expected) in [
      ("table {#tbl-a}\n" + caption, ["north"]), ("table {#tbl-a}\n" + cells, ["south"]),
      ("timeline {#tml-a}\n" + timeline, ["north", "south"]),
      ("table {#tbl-a}\ndata: calls\ncolumns: [day]\nlink: x", []),
    ] {
      var publication = Self.publication("```\(block.replacing("\nlink: x", with: ""))\n```")
      publication.files["data/datapackage.yaml"] = """
        resources:
          - name: calls
            path: calls.csv
            schema:
              fields:
                - {name: day, type: string, rdfType: "http://id.loc.gov/datatypes/edtf"}
                - {name: what, type: string}
                - {name: route, type: string, separator: ";", rdfType: "dossier:entity/routes"}
        """
      publication.files["data/calls.csv"] = "day,what,route\n2020,One,south\n2021,Two,north;south\n"
      #expect(try await publication.report() == "")
      let files = try await publication.render()
      let mentioned = ["north", "south"].filter {
        files["routes/\($0).html"]?.contains(#"<li><a href="../rain.html">Rain</a></li>"#) == true
      }
      #expect(mentioned == expected, "\(block)")
    }
  }
}
