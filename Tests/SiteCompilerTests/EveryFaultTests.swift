import Diagnostics
import Testing

/// One publication with faults of all kinds that can be told side by side.
///
/// `«code|wrong|right»` is a fault and how it is mended: the same text gives the faulty publication
/// with its findings' places, and the mended one.
@Suite("One fault of each kind")
struct EveryFaultTests {
  /// The kinds that cannot be: each has a folder under `Tests/Broken`, where it stands by itself.
  private static let apart: Set<DiagnosticCode> = [
    // What cannot be read keeps what is in it from being looked at.
    .contentEmpty, .contentMissing, .siteConfigurationMissing, .fileUnreadable,
    .textEncodingInvalid, .frontMatterUnclosed, .jsonInvalid, .yamlInvalid, .yamlTooLarge,
    .sourceInvalid, .templateInvalid, .templateRecursive, .markdownTooDeep,
    .markdownTooManyBrackets,
    // The mistake is the name of a file, which no text can mark.
    .outputConflict, .packageUnlisted,
    // The mistake is in a file that is no text.
    .imageUnreadable,
    // Found once a site without errors is rendered, or other hosts or programs were asked.
    .renderedLinkBroken, .externalBroken, .externalMoved, .programMissing, .programFailed,
    // The mistake is what is not there.
    .rowsLeftOut,
    // Looked for only where it is asked for.
    .sourceUnstated, .markMissing, .linkWithheld, .textLeaked,
  ]

  /// The marked files, by path in the project.
  private static let files: [String: String] = [
    "Content/site.yaml": """
    title: Test
    «key-unknown|languge|language»: en
    description: Of faults.
    navigation:
      - {title: A, path: «link-target-missing|gone.md|a.md»}
    collections: {people: {title: People}}

    """,
    "Content/a.md": "---\ntitle: A\n---\n\n## Here {#there}\n",
    "Content/b/tides.md": "---\ntitle: Tides\n---\n\n## Ebb {#sec-ebb}\n",
    "Content/c/tides.md": "---\ntitle: Tides\n---\n\n## Ebb {#sec-ebb}\n",
    "Content/people/ann.md": "---\ntitle: Annemarie Harbourmaster\n---\n",
    "Content/plan.svg": """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">
    <path d="M0 0"«svg-unsafe| onclick="x()"|»/>
    </svg>

    """,
    "Content/hafen.md": """
    ---
    title: Hafen
    language: de
    translations: {en: matter.md}
    ---

    """,
    "Content/boot.md": "---\ntitle: Boot\nlanguage: de\n---\n",
    "Content/narrow.md": "---\ntitle: Narrow\ntlp: AMBER\n---\n",
    "Content/wide.md": "---\ntitle: Wide\ntlp: CLEAR\n---\n\n"
      + "A [page](«link-narrower|narrow.md|a.md»).\n",
    "Content/port.md": "---\ntitle: Port\n«words-missing|language: fr|language: ar»\n"
      + "«license-misspelt|license: CC-BY|license: MIT»\n---\n",
    "Templates/extra.mustache": """
    <h1>{{«template-variable-unknown|page.titel|page.title»}}</h1>

    """,
    "Content/matter.md": """
    ---
    title: Matter
    subtitle: Of front matter
    «allow-unused|allow: [{code: footnote-undefined, key: gone, why: It is to come.}]|number: 3»
    date: «value-invalid|2021-13|2021-12»
    authors: [«author-unknown|mkoch|Mika Koch»]
    draft: «value-type-wrong|perhaps|false»
    template: «template-missing|pag|page»
    redirects: [«redirect-invalid|../x.html|old.html»]
    translations: {«translation-language-wrong|fr|de»: hafen.md}
    ---

    Text.

    """,
    "Content/text.md": """
    ---
    title: Text
    «translation-one-sided|translations: {de: boot.md}|summary: Of links.»
    «redirect-shadowed|redirects: [a.html]|redirects: [z.html]»
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
    A <«html-not-allowed|object|br»> tag, @«cross-reference-ambiguous|tides:sec-ebb|b/tides:sec-ebb».
    The «name-near-miss|Harbourmastre|Harbourmaster» Annemarie, and a note[^twice].

    [^twice]: The first.

    «footnote-duplicate|[^twice]: The second.|The second.»

    «footnote-unused|[^unused]: A note that nobody calls.|»

    ## One {#one}

    ## Two {#«id-duplicate|one|two»}

    """,
    "Content/blocks.md": """
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
      x: {field: day, type: ordinal, axis: {«chart-property-unused|titleX|titlePadding»: 4}}
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

    ```«block-invalid|table|table
    data: rain»
    ```

    ```«key-missing|timeline|timeline
    label: name»
    data: calls
    date: when
    ```

    There came `{value} calls.first(name) where «value-missing|name == 'B'|name != 'B'»`.

    ```sql {#counted}
    SELECT «sql-invalid|counted(*)|count(*)» AS n FROM calls
    ```

    ```sql {#chance}
    SELECT name, «sql-refused|random()|1» AS r FROM calls
    ```

    ```«block-unknown|tabel|table» {#tbl-other}
    data: rain
    ```

    """,
    "Content/data/datapackage.yaml": """
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
      - name: calls
        path: calls.csv
        bytes: «data-changed|25|26»
        schema:
          fields:
            - {name: when, type: string, rdfType: "http://id.loc.gov/datatypes/edtf"}
            - {name: name, type: string}
      - name: listed
        path: listed.json
      - name: gone
        path: «package-invalid|gone.csv|other.csv»

    """,
    "Content/data/listed.json": """
    [{"a": 1},
    «data-invalid|2|{"a": 2}»]

    """,
    "Content/data/calls.csv": "when,name\n2021-03,A ferry\n",
    "Content/data/rain.csv": """
    day,mm,who,note,source,after
    mo,«cell-type-wrong|two|2»,ann,,known,
    tu,«cell-constraint|900|9»,ann,,known,mo
    we,3,«entity-missing|anne|ann»,,known,mo
    th,4,ann,«cell-formula|=1+1|sum»,known,mo
    fr,5,ann,,«citation-missing|none|known»,mo
    sa,6,ann,,known,«foreign-key-missing|su|mo»
    xx,7,ann,,known«csv-invalid||,»
    «key-duplicate|we|yy»,8,ann,,known,mo

    """,
    "Content/sources.json": """
    [{"id": "known", "type": "«source-type-unknown|leaflet|report»", "title": "Known"},
    {"id": "other", "type": "report", "title": "Other"},
    {"id": "«source-duplicate|other|third»", "type": "report", "title": "Third"}]

    """,
  ]

  /// The codes that are marked in the files.
  private static let marked: [String] = files.values.flatMap { text in
    text.split(separator: "«").dropFirst().map { String($0.prefix { $0 != "|" }) }
  }

  /// The publication with its faults, or mended, and what must be found: `path:line code`.
  private static func publication(mended: Bool) -> (Publication, expected: [String]) {
    var publication = Publication([:])
    publication.bytes["p.png"] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    if mended { publication.files["data/other.csv"] = "id\na\n" }
    var expected: [String] = []
    for (path, marked) in files {
      var text = ""
      var rest = Substring(marked)
      while let open = rest.firstIndex(of: "«"), let close = rest.firstIndex(of: "»") {
        text += rest[..<open]
        let parts = rest[rest.index(after: open)..<close]
          .split(separator: "|", omittingEmptySubsequences: false)
        expected.append("\(path):\(text.count { $0 == "\n" } + 1) \(parts[0])")
        text += mended ? parts[2] : parts[1]
        rest = rest[rest.index(after: close)...]
      }
      text += rest
      if path.hasPrefix("Templates/") {
        publication.templates[String(path.dropFirst("Templates/".count))] = text
      } else {
        publication.files[String(path.dropFirst("Content/".count))] = text
      }
    }
    return (publication, mended ? [] : expected)
  }

  @Test("Each fault is told once, on its line, and nothing besides")
  func faults() async throws {
    let (publication, expected) = Self.publication(mended: false)
    let found = try await publication.findings()
    let report = try await publication.report()
    #expect(found.sorted() == expected.sorted(), "\(report)")
  }

  @Test("Mended, nothing is told, of its pages as little as of what they are made from")
  func mended() async throws {
    let (publication, _) = Self.publication(mended: true)
    #expect(try await publication.report() == "")
    #expect(try await publication.secondReport() == "")
  }

  @Test("A kind of fault is among them, or known to be one that stands by itself")
  func complete() {
    let all = Set(DiagnosticCode.allCases.map(\.rawValue))
    #expect(Set(Self.marked) == all.subtracting(Self.apart.map(\.rawValue)))
  }
}
