import Diagnostics
import SiteCompiler
import Testing

/// One publication with a fault of each kind that a page, its data and its sources can have.
///
/// `«code|wrong|right»` is a fault and how it is mended: the same text gives the faulty publication
/// with its findings' places, and the mended one. Faults that keep others from being looked for (a
/// file that cannot be read) are not among them, nor `allow-unused`, which is not told beside faults
/// of the data that may have kept what is allowed from being found.
@Suite("One fault of each kind")
struct EveryFaultTests {
  private struct Finding: Hashable, CustomStringConvertible {
    let path: String
    let line: Int
    let code: String
    var description: String { "\(path):\(line) \(code)" }
  }

  private static let files: [String: String] = [
    "site.yaml": """
    title: Test
    «key-unknown|languge|language»: en
    navigation:
      - {title: A, path: «link-target-missing|gone.md|a.md»}
    collections: {people: {title: People}}

    """,
    "a.md": "---\ntitle: A\n---\n\n## Here {#there}\n",
    "people/ann.md": "---\ntitle: Ann\n---\n",
    "matter.md": """
    ---
    title: Matter
    subtitle: Of front matter
    date: «value-invalid|2021-13|2021-12»
    authors: [«author-unknown|mkoch|Mika Koch»]
    draft: «value-type-wrong|perhaps|false»
    template: «template-missing|pag|page»
    redirects: [«redirect-invalid|../x.html|old.html»]
    ---

    Text.

    """,
    "text.md": """
    ---
    title: Text
    ---

    A [page](«link-target-missing|nowhere.md|a.md»),
    a [place](a.md#«link-anchor-missing|no|there»),
    a [scheme](«link-scheme-refused|javascript:x|https://example.org/»),
    a [way out](«path-escapes-content|../../x.md|a.md»),
    «link-reference-undefined|[words][b]|words».

    ![a](«asset-missing|no.png|p.png»)
    ![a](«asset-remote|https://example.org/p.png|p.png»)

    | Cell |
    |---|
    | [in a table](«link-target-missing|cell.md|a.md») |

    - A list
      - with a [wrapped
        link](«link-target-missing|wrapped.md|a.md»)

    > [!«alert-unknown|NOTICE|NOTE»]
    > An alert with a [link](«link-target-missing|alert.md|a.md»).

    A note«footnote-undefined|[^none]|».
    A source «citation-missing|@nobody|@known» and a table «cross-reference-missing|@blocks:fig-none|@blocks:tbl-rain».
    A <«html-not-allowed|object|br»> tag.

    «footnote-unused|[^unused]: A note that nobody calls.|»

    ## One {#one}

    ## Two {#«id-duplicate|one|two»}

    """,
    "blocks.md": """
    ---
    title: Blocks
    ---

    ```table {#tbl-rain}
    data: rain
    columns: [day, «column-missing|mmm|mm»]
    where: "«condition-invalid|mm >|mm > 1»"
    «block-key-unknown|limti|limit»: 1
    source: "@«citation-missing|unknown|known»"
    ```

    ```table
    data: «dataset-missing|rian|rain»
    ```

    ```«chart-description-missing|chart|chart
    description: Rain on two days.»
    data: rain
    mark: bar
    encoding:
      x: {field: day, type: ordinal}
      y: {field: mm, type: quantitative}
    ```

    ```chart
    description: Rain on two days.
    data: rain
    mark: «chart-unsupported|geoshape|bar»
    encoding:
      x: {field: day, type: ordinal}
      y: {field: mm, type: quantitative}
    ```

    ```«block-unknown|tabel|table» {#tbl-other}
    data: rain
    ```

    """,
    "data/datapackage.yaml": """
    name: test
    resources:
      - name: rain
        path: rain.csv
        schema:
          primaryKey: day
          fields:
            - {name: day, type: string}
            - {name: mm, type: number, constraints: {maximum: 500}}
            - {name: who, type: string, rdfType: "dossier:entity/people"}
            - {name: note, type: string}
            - {name: source, type: string, rdfType: "dossier:citation"}
            - {name: after, type: string}
          foreignKeys:
            - {fields: after, reference: {resource: "", fields: day}}
      - name: gone
        path: «package-invalid|gone.csv|other.csv»

    """,
    "data/rain.csv": """
    day,mm,who,note,source,after
    mo,«cell-type-wrong|two|2»,ann,,known,
    tu,«cell-constraint|900|9»,ann,,known,mo
    we,3,«entity-missing|anne|ann»,,known,mo
    th,4,ann,«cell-formula|=1+1|sum»,known,mo
    fr,5,ann,,«citation-missing|none|known»,mo
    sa,6,ann,,known,«foreign-key-missing|su|mo»
    xx,7,ann,,known«csv-invalid||,»

    """,
    "sources.json": """
    [{"id": "known", "type": "«source-type-unknown|leaflet|report»", "title": "Known"},
    {"id": "other", "type": "report", "title": "Other"},
    {"id": "«source-duplicate|other|third»", "type": "report", "title": "Third"}]

    """,
  ]

  /// The files with the faults, or mended, and what must be found.
  private static func publication(mended: Bool) -> (files: [String: String], expected: [Finding]) {
    var made: [String: String] = [:]
    var expected: [Finding] = []
    for (path, marked) in files {
      var text = ""
      var rest = Substring(marked)
      while let open = rest.firstIndex(of: "«"), let close = rest.firstIndex(of: "»") {
        text += rest[..<open]
        let parts = rest[rest.index(after: open)..<close]
          .split(separator: "|", omittingEmptySubsequences: false)
        let line = text.count { $0 == "\n" } + 1
        expected.append(Finding(path: path, line: line, code: String(parts[0])))
        text += mended ? parts[2] : parts[1]
        rest = rest[rest.index(after: close)...]
      }
      made[path] = text + rest
    }
    if mended { made["data/other.csv"] = "id\na\n" }
    return (made, mended ? [] : expected)
  }

  @Test("Each fault is told once, on its line, and nothing besides; mended, nothing is told")
  func faults() async throws {
    for mended in [false, true] {
      let (files, expected) = Self.publication(mended: mended)
      var publication = Publication(files)
      publication.bytes["p.png"] = [0x89, 0x50, 0x4E, 0x47]
      let report = try await publication.report()
      var found: [Finding] = []
      for line in report.split(separator: "\n") where line.hasSuffix("]") {
        let parts = line.split(separator: ":", maxSplits: 3)
        guard parts.count == 4, let number = Int(parts[1]), let open = line.lastIndex(of: "[")
        else { continue }
        let code = String(line[line.index(after: open)...].dropLast())
        guard DiagnosticCode(rawValue: code) != nil else { continue }
        let path = parts[0].hasPrefix("Content/") ? String(parts[0].dropFirst(8)) : String(parts[0])
        found.append(Finding(path: path, line: number, code: code))
      }
      let missing = Set(expected).subtracting(found).map(\.description).sorted()
      let besides = Set(found).subtracting(expected).map(\.description).sorted()
      #expect(missing.isEmpty, "\(report)")
      #expect(besides.isEmpty, "\(report)")
      #expect(found.count == Set(found).count, "\(report)")
    }
  }
}
