import Bytes
import Diagnostics
import Testing

/// Links that data make, which are wrong in the data. What stands between ⟦ and ⟧ in a file must be
/// pointed at, in order, and nothing else may be.
@Suite("Links in the cells of data")
struct RowLinkTests {
  private static func unmarked(_ marked: String) -> (text: String, words: [Range<Int>]) {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    var start = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": start = bytes.count
      case "⟧": ranges.append(start..<bytes.count)
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    return (bytes.text, ranges)
  }

  /// The findings of a publication whose `files` hold marks, after those were compared.
  private static func findings(
    _ files: [String: String], sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> [Diagnostic] {
    var publication = Publication(["rain.md": page("Rain"), "b/rain.md": page("Rain")])
    var expected: [Range<Int>] = []
    for (path, marked) in files.sorted(by: { $0.key < $1.key }) {
      let (text, ranges) = unmarked(marked)
      publication.files[path] = text
      expected += ranges
    }
    let found = try await publication.compile().diagnostics
    let report = try await publication.report()
    #expect(
      found.compactMap { $0.span?.range } == expected, "\(report)", sourceLocation: sourceLocation)
    return found
  }

  private static func table(_ link: String, _ more: String = "") -> String {
    "```table\ndata: calls\ncolumns: [{field: day, link: \(link)}]\n\(more)```\n"
  }

  private static let timeline =
    "```timeline\ndata: calls\ndate: day\nlabel: day\nlink: page\n```\n"

  @Test("A cell that is wrong is pointed at, though it be the only one")
  func single() async throws {
    let found = try await Self.findings([
      "data/calls.csv": "day,page\n2020,⟦/rian.md⟧\n", "a.md": page("A", Self.table("page")),
    ])
    #expect(found.first?.help == "did you mean '/rain.md'?")
    #expect(found.first?.labels.map(\.message) == ["the link is made here"])
  }

  @Test("Each wrong cell is told with its own advice, and quotation marks are not part of it")
  func each() async throws {
    let found = try await Self.findings([
      "data/calls.csv": """
      day,page
      2020,⟦/rian.md⟧
      2021,/rain.md
      2022,"⟦/rain.md#snow⟧"
      2023,⟦/rani.md⟧
      2024,⟦../../x.md⟧
      2025,⟦javascript:x⟧

      """,
      "a.md": page("A", Self.timeline),
    ])
    #expect(
      found.map(\.code) == [
        .linkTargetMissing, .linkAnchorMissing, .linkTargetMissing, .pathEscapesContent,
        .linkSchemeRefused,
      ])
    #expect(found.filter { $0.help == "did you mean '/rain.md'?" }.count == 2)
  }

  @Test("A cell that several blocks and pages show is one finding")
  func once() async throws {
    let blocks = Self.table("page") + "\n" + Self.timeline
    _ = try await Self.findings([
      "data/calls.csv": "day,page\n2020,⟦/rian.md⟧\n2021,/rain.md\n",
      "a.md": page("A", blocks), "b/c.md": page("C", blocks),
    ])
  }

  @Test("A path that is relative to pages of two folders is two faults where it is wrong from both")
  func folders() async throws {
    let found = try await Self.findings([
      "data/calls.csv": "day,page\n2020,⟦rian.md⟧\n2021,rain.md\n",
      "a.md": page("A", Self.table("page")),
    ])
    #expect(found.map(\.message) == ["no page at 'rian.md'"])
    var publication = Publication([
      "rain.md": page("Rain"), "b/rain.md": page("Rain"), "a.md": page("A", Self.table("page")),
      "b/c.md": page("C", Self.table("page")), "b/d.md": page("D", Self.table("page")),
      "data/calls.csv": "day,page\n2020,rian.md\n2021,rain.md\n",
    ])
    #expect(
      try await publication.compile().diagnostics.map(\.message)
        == ["no page at 'rian.md'", "no page at 'rian.md', seen from 'b/'"])
    publication.files["rian.md"] = page("There")
    #expect(
      try await publication.compile().diagnostics.map(\.message)
        == ["no page at 'rian.md', seen from 'b/'"])
  }

  @Test("A link that is wrong in itself stays where it is written")
  func pattern() async throws {
    let data = "day,page\n2020,rain\n2021,snow\n"
    _ = try await Self.findings([
      "data/calls.csv": data, "a.md": page("A", Self.table("\"{⟦pag⟧}.md\"")),
    ])
    _ = try await Self.findings([
      "data/calls.csv": data, "a.md": page("A", Self.table("\"⟦nowhere/{page}.md⟧\"")),
    ])
    // The column holds no paths at all.
    _ = try await Self.findings([
      "data/calls.csv": data, "a.md": page("A", Self.table("⟦page⟧")),
    ])
    _ = try await Self.findings([
      "data/calls.csv": "day,page\n2020,rain\n2021,⟦snow⟧\n",
      "a.md": page("A", Self.table("\"{page}.md\"")),
    ])
  }

  @Test("Rows that a block itself holds, and rows of a query, are told at the link or the row")
  func workedOut() async throws {
    let query = "```sql {#chosen}\nSELECT day, page FROM calls\n```\n"
    let table = "```table\ndata: chosen\ncolumns: [{field: day, link: ⟦page⟧}]\n```\n"
    _ = try await Self.findings([
      "data/calls.csv": "day,page\n2020,/rian.md\n2021,/rain.md\n",
      "a.md": page("A", query + "\n" + table),
    ])
  }

  @Test("A page may allow what is wrong in a cell that it shows, for itself alone")
  func allowed() async throws {
    let allowance = "allow: [{code: link-target-missing, key: /rian.md, why: It comes in May.}]\n"
    var publication = Publication([
      "rain.md": page("Rain"), "a.md": page("A", Self.table("page"), allowance),
      "data/calls.csv": "day,page\n2020,/rian.md\n2021,/rain.md\n",
    ])
    #expect(try await publication.report() == "")
    publication.files["b.md"] = page("B", Self.table("page"))
    let found = try await publication.compile().diagnostics
    #expect(found.map(\.code) == [.linkTargetMissing])
  }

  @Test("A cell that names an entity which is not there is told as that alone")
  func entities() async throws {
    let found = try await Self.findings([
      "site.yaml": "title: T\ncollections: {people: {title: People}}\n",
      "people/ann.md": page("Ann"),
      "data/datapackage.yaml": """
      name: t
      resources:
        - name: calls
          path: calls.csv
          schema:
            fields:
              - {name: day, type: string}
              - {name: who, type: string, rdfType: "dossier:entity/people"}

      """,
      "data/calls.csv": "day,who\n2020,ann\n2021,⟦anne⟧\n",
      "a.md": page("A", Self.table("\"/people/{who}.md\"")),
    ])
    #expect(found.map(\.code) == [.entityMissing])
  }

  @Test("A column that is not there does not hide where the others lead")
  func besideColumns() async throws {
    _ = try await Self.findings([
      "data/calls.csv": "day,page\n2020,⟦/rian.md⟧\n2021,/rain.md\n",
      "a.md": page(
        "A", "```table\ndata: calls\ncolumns: [{field: ⟦dya⟧}, {field: day, link: page}]\n```\n"),
    ])
  }
}
