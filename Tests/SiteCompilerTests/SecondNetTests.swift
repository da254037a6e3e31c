import Diagnostics
import Foundation
import SiteCompiler
import SiteModel
import SiteStorage
import TestSupport
import Testing

/// What is found only once the pages are produced.
@Suite("The second net")
struct SecondNetTests {
  private static func publication(
    _ templates: [String: String] = [:], _ files: [String: String] = [:]
  ) -> Publication {
    var publication = Publication(
      [
        "index.md": page("Harbour"), "ferries.md": page("Ferries", "## North"),
        "assets/map.png": "", "assets/plan.pdf": "",
      ].merging(files) { _, own in own })
    publication.templates = templates
    return publication
  }

  private static func frame(_ main: String) -> [String: String] {
    ["page.mustache": "{{<base}}\n{{$main}}\n\(main)\n{{page.body}}\n{{/main}}\n{{/base}}\n"]
  }

  @Test("The two nets agree on the example and the guide")
  func example() async throws {
    let layout = ProjectLayout(project: Repository.root.path)
    let loaded = SourceLoader.load(layout, defaults: try Theme.files())
    let compiler = SiteCompiler(options: SiteCompiler.Options(workers: 2))
    let outcome = await compiler.compile(loaded.value)
    let found = try await compiler.render(outcome.value) { _ in }.diagnostics
    #expect(TextWriter(files: loaded.value.files).report(outcome.diagnostics + found) == "")
  }

  @Test(
    "A break that only a template can make is found at its line",
    arguments: [
      ("<a href=\"ferry.html\">x</a>", "leads to 'ferry.html', where the site has nothing"),
      ("<a href='ferry.html'>x</a>", "leads to 'ferry.html', where the site has nothing"),
      ("<a href=ferry.html>x</a>", "leads to 'ferry.html', where the site has nothing"),
      ("<A HREF=\"ferry.html\">x</A>", "leads to 'ferry.html', where the site has nothing"),
      ("<a href=\"{{root}}x/y.html\">x</a>", "leads to 'x/y.html', where the site has nothing"),
      ("<a href=\"ferries.md\">x</a>", "leads to 'ferries.md', where the site has nothing"),
      ("<a href=\"FERRIES.html\">x</a>", "leads to 'FERRIES.html', where the site has nothing"),
      ("<a href=\"/nowhere/\">x</a>", "leads to '/nowhere/', where the site has nothing"),
      ("<a href=\"%zz.html\">x</a>", "leads out of the site with '%zz.html'"),
      ("<a href=\"../x.html\">x</a>", "leads out of the site with '../x.html'"),
      ("<a href=\"\">x</a>", "has an empty 'href'"),
      ("<a href=\"#south\">x</a>", "leads to '#south', and nothing there has that id"),
      ("<a href=\"ferries.html#south\">x</a>", "and nothing there has that id"),
      ("<img src=\"assets/maps.png\" alt=\"\">", "leads to 'assets/maps.png', where"),
      ("<img srcset=\"assets/map.png 1x, assets/m2.png 2x\" alt=\"\">", "leads to 'assets/m2.png'"),
      ("<video poster=\"assets/still.jpg\"></video>", "leads to 'assets/still.jpg', where"),
      ("<p id=\"page.content\"></p>", "the id 'page.content' stands twice"),
      ("<label for=\"search\">x</label>", "'for' of the produced 'ferries.html' names 'search'"),
      ("<p aria-labelledby=\"page.content a\">x</p>", "names 'a', the id of nothing on it"),
      ("<p aria-describedby=\"b\">x</p>", "names 'b', the id of nothing on it"),
      ("<svg><use xlink:href=\"#mark\"/></svg>", "leads to '#mark', and nothing there"),
      ("<svg><rect fill=\"url(#g)\"/></svg>", "leads to '#g', and nothing there has that id"),
      ("<p style=\"background:url(x.png)\">x</p>", "leads to 'x.png', where the site has nothing"),
      ("<p style=\"background:url(x\\2e png)\">x</p>", "leads to 'x\\2e png', where the site has"),
      ("<style>p { background: url(nope.png) }</style>", "leads to 'nope.png', where the site has"),
      ("<script src=\"https://x.example/a.js\"></script>", "would fetch 'https://x.example/a.js'"),
      ("<link rel=\"stylesheet\" href=\"//x.example/a.css\">", "would fetch '//x.example/a.css'"),
    ])
  func templates(markup: String, expected: String) async throws {
    let publication = Self.publication(Self.frame("<p>fine</p>\n" + markup))
    #expect(try await publication.report() == "")
    let report = try await publication.secondReport()
    #expect(report.contains(expected), "\(report)")
    #expect(report.hasPrefix("Templates/page.mustache:4:"), "\(report)")
    #expect(report.components(separatedBy: ": error: ").count == 2, "\(report)")
  }

  @Test(
    "What is in order stays silent",
    arguments: [
      "<a href=\"ferries.html#north\">x</a>", "<a href=\"./ferries.html?a=1&amp;b=2#north\">x</a>",
      "<a href=\"#\">x</a> <a href=\"#top\">x</a> <a href=\"ferries.html#:~:text=x\">x</a>",
      "<a href=\"&#x66;erries.html\">x</a>", "<a href=\"f%65rries.html\">x</a>",
      "<a href=\"/\">x</a> <a href=\"./\">x</a> <a href=\"/ferries.html\">x</a>",
      "<a href=\"assets/plan.pdf#page=2\">x</a>", "<a href=\"mailto:a@b.example\">x</a>",
      "<a href=\"https://x.example/#y\">x</a>", "<img src=\"data:image/gif;base64,AA\" alt=\"\">",
      "<!-- <a href=\"ferry.html\"> -->", "<script>x = '<a href=\"ferry.html\">'</script>",
      "<textarea><a href=\"ferry.html\"></textarea>", "<p title='<a href=\"ferry.html\">'>x</p>",
      "<p data-href=\"ferry.html\">x</p>", "<a href=\" ferries.html \">x</a>",
      "<svg><g id=\"g\"/><use href=\"#g\"/><rect mask=\"url('#g')\"/></svg>",
      "<label for=\"s\">x</label><input id=\"s\">",
      "<a name=\"old\"></a><a href=\"#old\">x</a>", "<a name=\"n\" id=\"n\" href=\"#n\">x</a>",
      "<a href=\"&unknown;\">x</a>",
      "<p style=\"background:url(&quot;assets/m\\61 p.png&quot;)\">x</p>",
    ])
  func silence(markup: String) async throws {
    #expect(try await Self.publication(Self.frame(markup)).secondReport() == "")
  }

  @Test("A wrong link in a partial is one finding, however many pages show it")
  func partial() async throws {
    let publication = Self.publication(
      ["partials/colophon.mustache": "<p>\n<a href=\"{{root}}imprint.html\">Imprint</a></p>\n"],
      ["deep/er/rain.md": page("Rain")])
    let report = try await publication.secondReport()
    #expect(report.components(separatedBy: "error:").count == 2, "\(report)")
    #expect(report.contains("Templates/partials/colophon.mustache:2:10: error: "))
    // The front page, the other page, the two folders' listings, the list of all pages, the
    // search and the one for missing pages.
    #expect(report.contains(", and so do 7 more [rendered-link-broken]"), "\(report)")
    #expect(try await publication.secondReport(workers: 3) == report)
  }

  @Test("What data give a template is reported at the page")
  func data() async throws {
    let publication = Self.publication(
      Self.frame("<a href=\"{{page.series}}\">x</a>"),
      ["ferries.md": page("Ferries", "", "series: nowhere\n")])
    let report = try await publication.secondReport()
    #expect(report.hasPrefix("Content/ferries.md:1:1: error: the produced 'ferries.html' leads to"))
  }

  @Test("What the first net has reported the second does not")
  func noEcho() async throws {
    var publication = Self.publication()
    publication.files["site.yaml"] = "title: T\nhtml: all\n"
    publication.files["ferries.md"] = page(
      "Ferries",
      "[x](no.md) [y](#no) ![z](no.png) @fig-no [@no] <a href=\"no.html\">x</a>\n"
        + "<img src=\"https://x.example/y.png\"> <b id=\"i\">x</b> <b id=\"i\">x</b>\n"
        + "<a href=\"#nothing\">x</a>\n\n## A {#a}\n\n## B {#a}\n")
    let (site, diagnostics) = try await publication.compile()
    #expect(diagnostics.count == 10)
    #expect(!site.pages.isEmpty)
    #expect(try await publication.secondReport() == "")
  }

  @Test("Raw HTML that refers to the theme's own ids is checked where it stands")
  func themeIDs() async throws {
    var publication = Self.publication()
    publication.files["site.yaml"] = "title: T\nhtml: all\n"
    publication.files["ferries.md"] = page(
      "Ferries", "<a href=\"#page.content\">x</a>, <a href=\"#page.nothing\">x</a>")
    #expect(try await publication.report() == "")
    let report = try await publication.secondReport()
    #expect(report.hasPrefix("Content/ferries.md:4:41: error: "), "\(report)")
    #expect(report.contains("leads to '#page.nothing', and nothing there has that id"))
  }

  @Test("Every file that is known beforehand is made, and no other")
  func outputs() async throws {
    var publication = PageTests.harbour
    publication.files["old.md"] = page("Old", "", "redirects: [older.html, oldest/]\n")
    let (site, _) = try await publication.compile()
    let made = Set(try await publication.render().keys)
    #expect(made.isSuperset(of: ["older.html", "oldest/index.html"]))
    for page in site.pages { #expect(made.contains(page.output)) }
  }
}
