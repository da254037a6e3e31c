import Datasets
import Diagnostics
import SiteCompiler
import SiteModel
import Testing

@Suite("Queries that are tried out")
struct TriedQueryTests {
  private func tree(_ files: [String: String], query: String) -> (SourceTree, SourceFileID) {
    var sources: [SourceFile] = []
    var content: [SourceTree.Entry] = []
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      content.append(SourceTree.Entry(path: path, kind: .text(SourceFileID(sources.count))))
      sources.append(SourceFile(path: "Content/" + path, bytes: Array(text.utf8)))
    }
    sources.append(SourceFile(path: "(query)", bytes: Array(query.utf8)))
    return (
      SourceTree(files: sources, content: content, templates: []), SourceFileID(sources.count - 1)
    )
  }

  private func run(_ query: String) -> Outcome<Dataset?> {
    let (tree, file) = tree(
      [
        "data/calls.csv": "route,boats\nnorth,~4\nsouth,7\n",
        "data/busy.sql": "SELECT route FROM calls WHERE boats_low > 4",
      ], query: query)
    return SiteCompiler(options: SiteCompiler.Options()).rows(ofQuery: file, in: tree)
  }

  @Test("A query reads datasets and the site's queries")
  func rows() throws {
    let outcome = run("SELECT count(*) AS n FROM busy JOIN calls USING (route)")
    #expect(outcome.diagnostics == [])
    let dataset: Dataset = try #require(outcome.value)
    #expect(dataset.columns[0][0] == .number(1))
  }

  @Test("A fault is reported at its word")
  func faults() throws {
    let outcome = run("SELECT boats FROM cals")
    #expect(outcome.value == nil)
    let fault = try #require(outcome.diagnostics.first)
    #expect(fault.code == .datasetMissing)
    #expect(fault.span?.range == 18..<22)
    #expect(fault.help == "did you mean 'calls'?")
  }
}
