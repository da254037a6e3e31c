import Bytes
import Diagnostics
import SiteCompiler
import SiteModel
import Testing

@Suite("Links to the web, for whoever tries them")
struct ExternalLinkTests {
  /// What stands at each place that is given for a link, with its file.
  private static func places(_ publication: Publication) async throws -> [String] {
    let (site, found) = try await publication.compile()
    #expect(found == [])
    let tree = try publication.tree()
    return ExternalLinks.all(in: site).map { link in
      let file = tree[link.span.file]
      let words = file.bytes[link.span.range].text
      return words == link.address
        ? "\(file.path): \(words)" : "\(file.path): \(words) for \(link.address)"
    }
  }

  @Test("Links of texts, of cells and of the templates in use are found where they are written")
  func places() async throws {
    var publication = Publication([
      "index.md": page("A", "See <https://text.example/>."),
      "b.md": page(
        "B",
        "```table\ndata: calls\ncolumns: [{field: day, link: page}]\n```\n\n"
          + "```timeline\ndata: calls\ndate: day\nlabel: day\nlink: page\n```\n"),
      "data/calls.csv":
        "day,page\n2020,https://cell.example/a\n2021,https://cell.example/b\n2022,/index.md\n",
    ])
    publication.templates = [
      "partials/footer.mustache": "<a href=\"https://footer.example/?a=1&amp;b=2\">x</a>\n"
        + "<a href=\"{{root}}index.html\">x</a><link rel=\"icon\" href=\"{{root}}x.ico\">\n",
      "page.mustache": "{{<base}}\n{{$main}}\n{{page.body}}\n{{> footer}}\n{{/main}}\n{{/base}}\n",
      "unused.mustache": "<a href=\"https://unused.example/\">x</a>\n",
    ]
    let places = try await Self.places(publication)
    #expect(places.contains("Content/index.md: https://text.example/"))
    #expect(
      places.filter { $0.contains("cell.example") } == [
        "Content/data/calls.csv: https://cell.example/a",
        "Content/data/calls.csv: https://cell.example/b",
      ])
    #expect(
      places.contains(
        "Templates/partials/footer.mustache: https://footer.example/?a=1&amp;b=2 "
          + "for https://footer.example/?a=1&b=2"))
    #expect(!places.contains { $0.contains("unused") || $0.contains("root}}") })
  }
}
