import Diagnostics
import Testing

@Suite("One fault, one report")
struct CascadeTests {
  private func codes(_ files: [String: String]) async throws -> [DiagnosticCode] {
    try await Publication(files).compile().diagnostics.map(\.code)
  }

  private static let page = "---\ntitle: A\n---\n\n"

  @Test("A file of sources that cannot be read does not make every citation missing")
  func sources() async throws {
    let found = try await codes([
      "index.md": Self.page + "One [@a], two [@b].\n", "sources.json": "[{\"id\": \"a\",}]",
    ])
    #expect(found == [.jsonInvalid])
  }

  @Test("A site.yaml that cannot be read does not make collections, people and sources missing")
  func configuration() async throws {
    let found = try await codes([
      "site.yaml": "title: 'x\n", "index.md": Self.page + "One [@a].\n",
      "data/datapackage.yaml": """
      name: d
      resources:
        - name: d
          path: d.csv
          schema: {fields: [{name: who, type: string, rdfType: "dossier:entity/people"}]}

      """,
      "data/d.csv": "who\nann\n",
    ])
    #expect(found == [.yamlInvalid])
  }

  @Test(
    "A page whose head says no languages that can be used does not fail those that name it",
    arguments: [
      ("language: 'de\ntranslations: {en: index.md}", DiagnosticCode.yamlInvalid),
      ("language: de\ntranslations: {fr: index.md}", .translationLanguageWrong),
      ("language: de\ntranslations: {de: index.md}", .translationLanguageWrong),
    ])
  func translations(head: String, code: DiagnosticCode) async throws {
    let found = try await codes([
      "index.md": "---\ntitle: A\ntranslations: {de: hafen.md}\n---\n",
      "hafen.md": "---\ntitle: Hafen\n\(head)\n---\n",
    ])
    #expect(found == [code])
  }

  @Test("A timeline of a column without dates is one fault, at the column's name")
  func timeline() async throws {
    let report = try await Publication([
      "index.md": Self.page + "```timeline\ndata: d\ndate: name\nlabel: name\n```\n",
      "data/d.csv": "name\nann\nbob\n",
    ]).report()
    #expect(report.contains("Content/index.md:7:7: error"))
    #expect(!report.contains("Content/data/d.csv"))
  }

  @Test(
    "Tags that do not pair up are faults at the tag",
    arguments: [
      ("x </div> y", "5:3"), ("<b>never", "5:1"), ("*a <i>b* c</i>", "5:4"),
      ("- <span>a\n- b</span>", "5:3"), ("<div>\n\ntext\n", "5:1"),
    ])
  func unbalanced(text: String, place: String) async throws {
    let report = try await Publication(["index.md": Self.page + text + "\n"]).report()
    #expect(report.contains("Content/index.md:\(place): error"), "\(report)")
    #expect(report.contains("[html-not-allowed]"))
  }

  @Test(
    "Tags that pair up are none",
    arguments: [
      "a <b>b <i>c</i></b> d<br> e", "<details>\n<summary>S</summary>\n\ntext\n\n</details>",
      "<div>\n\n- a <kbd>x</kbd>\n\n</div>",
    ])
  func balanced(text: String) async throws {
    #expect(try await Publication(["index.md": Self.page + text + "\n"]).report() == "")
  }

  @Test("A page that nobody wrote is no target by its file", arguments: ["404.md", "a/index.md"])
  func implied(path: String) async throws {
    let found = try await codes([
      "index.md": Self.page + "[x](\(path)) [y](a/)\n", "a/b.md": Self.page,
    ])
    #expect(found == [.linkTargetMissing])
  }
}
