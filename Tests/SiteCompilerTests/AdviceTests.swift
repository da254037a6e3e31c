import Diagnostics
import Testing

@Suite("Advice")
struct AdviceTests {
  @Test("A source is to be added where this site's sources are")
  func sources() async throws {
    let publication = Publication([
      "site.yaml": "title: Test\ncitations: {sources: [lib/a.bib, b.json]}\n",
      "lib/a.bib": "", "b.json": "[]",
      "index.md": "---\ntitle: Notes\n---\nAs @rain1999 says.\n",
    ])
    let found = try await publication.compile().diagnostics
    #expect(
      found.map(\.help) == ["add it to lib/a.bib or b.json, or write '\\@rain1999' for a handle"])
  }

  @Test("A wrong link of a hundred rows is one finding, which names the first")
  func pattern() async throws {
    let rows = (1...100).map { "2020-01-02,place\($0)\n" }.joined()
    let publication = Publication([
      "data/calls.csv": "day,place\n" + rows,
      "index.md": """
      ---
      title: Notes
      ---
      ```table
      data: calls
      columns: [{field: place, link: "places/{place}.md"}]
      ```
      """,
    ])
    let found = try await publication.compile().diagnostics
    #expect(
      found.map(\.message) == [
        "no page at 'places/place1.md'; 100 of this link's 100 paths are wrong"
      ])
    #expect(found.first?.labels.isEmpty == true)
  }
}
