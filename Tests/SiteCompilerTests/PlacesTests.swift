import Bytes
import Diagnostics
import Testing

/// Places marked in the source itself: what stands between ⟦ and ⟧ is what must be pointed at, and
/// nothing else may be.
@Suite("Places are true")
struct PlacesTests {
  /// The source without its marks, and the byte ranges that they enclose.
  private static func unmarked(_ marked: String) -> (text: String, ranges: [Range<Int>]) {
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

  /// Expects the findings in the file `path` to be at its marks, in order.
  private static func expect(
    _ path: String, _ marked: String, _ others: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let (text, ranges) = unmarked(marked)
    let files = [
      "data/ferries.csv": "route,year\nnorth,2020\n", "places/pier.md": page("Pier"),
      "site.yaml": "title: T\ncollections: {places: {title: Places}}\n",
    ].merging(others) { _, own in own }.merging([path: text]) { _, own in own }
    let publication = Publication(files)
    let found = try await publication.compile().diagnostics
    let report = try await publication.report()
    let spans = found.compactMap { $0.span?.range }
    #expect(spans == ranges, "\(report)", sourceLocation: sourceLocation)
  }

  @Test(
    "In the text of a page",
    arguments: [
      // Wrapped and lazy lines.
      "See [a link\nthat wraps](⟦no.md⟧\n\"with a title\") here.",
      "A [link](\n⟦no.md⟧) whose destination is on the next line.",
      "> A quotation with [a\nlazy line](⟦no.md⟧) and [more](⟦no2.md⟧)",
      "> > deep [a\n> lazy](⟦no.md⟧)\nand ![p](⟦no.png⟧)",
      "> > [a](⟦no.md⟧)\nlazy @⟦nobody⟧ and `@nobody`",
      "\t\\[not](no.md) [x](<⟦a b.md⟧>)\n".replacing("\t", with: ""),
      "é [ü](⟦nö.md⟧) 名 [名](⟦名.md⟧ 'é')",
      "[x](⟦no&amp;x.md⟧) and [y](⟦n\\_o.md⟧) [z](⟦no%20x.md#y⟧)",
      "*a **b [x](⟦no.md⟧) c** d* ~~[y](⟦no.md⟧)~~",
      // Lists.
      "- a\n  - b\n    1. c [x](⟦no.md⟧)\n       lazy [y](⟦no.md⟧)\n\n       > [z](⟦no.md⟧)",
      "1. a\nlazy [x](⟦no.md⟧)\n2. - - [y](⟦no.md⟧)",
      "- [ ] a task with [x](⟦no.md⟧)\n- [x] done ![y](⟦no.png⟧)",
      "-\ta tab [x](⟦no.md⟧)\n\n\tmore [y](⟦no.md⟧)",
      // Tables.
      "| a | b |\n|---|---|\n| [x](⟦no.md⟧) | `\\|` \\| [y](⟦no.md⟧) |\n| é @⟦nobody⟧ | [a][⟦b⟧] |",
      "> | a |\n> |---|\n> | ![x](⟦no.png⟧) |",
      // Definitions.
      "[a], [b][], [c][A]\n\n[a]: ⟦no.md⟧ 'x'\n[b]:\n  ⟦no2.md⟧",
      "> [a]\n>\n> [a]: <⟦no x.md⟧>",
      "[a][⟦b⟧] and [⟦c⟧][] and\n[d\ne][⟦f⟧]",
      // Footnotes and alerts.
      "x[^1]\n\n[^1]: A note [x](⟦no.md⟧)\n    goes on [y](⟦no.md⟧)\n\n    > [z](⟦no.md⟧) @⟦nobody⟧",
      "> [!NOTE]\n> [x](⟦no.md⟧)\n> - [y](⟦no.md⟧)\n>   lazy\n[z](⟦no.md⟧)",
      "x[^⟦2⟧]",
      // Headings.
      "## A [x](⟦no.md⟧) {#a}\n\nB [y](⟦no.md⟧)\n===",
      // Citations.
      "[see @⟦a⟧, p. 3; -@⟦b⟧] @⟦c⟧'s [@⟦d_e⟧,\np. 4]",
      "@⟦fig-none⟧, [@⟦tbl-none⟧; @⟦none:fig-x⟧]",
    ])
  func text(body: String) async throws {
    try await Self.expect("a.md", "---\ntitle: A\n---\n" + body + "\n")
    let crlf = ("---\ntitle: A\n---\n" + body + "\n").replacing("\n", with: "\r\n")
    try await Self.expect("a.md", crlf)
  }

  @Test(
    "In front matter",
    arguments: [
      "title: A [x](⟦no.md⟧)",
      "title: \"A \\\"q\\\" [x](⟦no.md⟧) é @⟦nobody⟧\"",
      "title: 'It''s [x](⟦no.md⟧)'",
      "title: A\nsummary: >\n  Folded text\n  with [x](⟦no.md⟧) and\n  [y](⟦no2.md⟧)",
      "title: A\nsummary: >-\n\n  One.\n\n  Two [x](⟦no.md⟧)",
      "title: A\nsummary: |\n  A line\n  and [x](⟦no.md⟧)",
      "title: A\nsummary: plain\n  over lines [x](⟦no.md⟧)\n  [y](⟦no2.md⟧)",
      "title: A\n⟦titel⟧: B",
      "title: A\ndate: ⟦yesterday⟧",
      "title: A\ndate: \"⟦yesterday⟧\"",
      "title: A\ndraft: ⟦maybe⟧",
      "title: A\nauthors: [Mika Koch, ⟦mkoch⟧]",
      "title: A\nauthors:\n  - \"⟦mkoch⟧\"\n  - ⟦mk⟧",
      "title: A\ntemplate: '⟦none⟧'",
      "title: A\ntranslations: {de: ⟦no.md⟧, fr: \"⟦no2.md⟧\"}",
      "title: A\nredirects:\n  - ⟦../x.html⟧\n  - '⟦a.html⟧'",
      "title: A\nlists: [figures, ⟦figurs⟧]",
      "title: é\n⟦ké⟧: x",
    ])
  func frontMatter(head: String) async throws {
    try await Self.expect("a.md", "---\n" + head + "\n---\ntext\n")
    try await Self.expect(
      "a.md", ("---\n" + head + "\n---\ntext\n").replacing("\n", with: "\r\n"))
  }

  @Test(
    "Within blocks",
    arguments: [
      "```table\ndata: ⟦nothing⟧\n```",
      "```table\ndata: ferries\ncolumns: [route, ⟦yaer⟧]\n```",
      "```table\ndata: ferries\n⟦colums⟧: [route]\n```",
      "```table\ndata: ferries\ncolumns:\n  - {field: \"⟦yaer⟧\", label: x}\n  - field: year\n    ⟦lable⟧: x\n```",
      "```table\ndata: ferries\ncaption: \"A [x](⟦no.md⟧), *b*\"\n```",
      "```table\ndata: ferries\ncaption: >\n  Folded\n  [x](⟦no.md⟧)\n```",
      "```table\ndata: ferries\nsort: [⟦none⟧]\n```",
      "```table\ndata: ferries\nsource: \"@⟦nobody⟧, p. 4\"\n```",
      "```table\ndata: ferries\nsource: [⟦nobody⟧, \"⟦none⟧\"]\n```",
      "```table\ndata: ferries\ncolumns: [{field: route, link: \"⟦no/{route}.md⟧\"}]\n```",
      "> ```table\n> data: ⟦nothing⟧\n> ```",
      "- a\n\n  ```table\n  data: ferries\n  columns:\n    - ⟦yaer⟧\n  ```",
      "> - ```table\n>   data: ferries\n>   caption: 'A [x](⟦no.md⟧)'\n>   ```",
      "```chart\ndescription: x\ndata: ferries\nmark: bar\nencoding:\n  x: {field: ⟦yaer⟧, type: ordinal}\n"
        + "  y: {field: year, type: quantitative}\nnote: >\n  Folded [x](⟦no.md⟧)\n  @⟦nobody⟧\n```",
      "```chart\n{\"description\": \"x\", \"data\": \"⟦nothing⟧\", \"mark\": \"bar\",\n"
        + "\"encoding\": {\"x\": {\"field\": \"a\"}, \"y\": {\"field\": \"b\"}}}\n```",
      "```table {#⟦a⟧}\ndata: ferries\n```\n".replacing("⟦a⟧", with: "a")
        + "\n```table {#⟦a⟧}\ndata: ferries\n```",
    ])
  func blocks(block: String) async throws {
    try await Self.expect("a.md", "---\ntitle: A\n---\nBefore.\n\n" + block + "\n\nBehind.\n")
    try await Self.expect(
      "a.md",
      ("---\ntitle: A\n---\nBefore.\n\n" + block + "\n\nBehind.\n").replacing("\n", with: "\r\n"))
  }

  @Test(
    "In cells of data",
    arguments: [
      "id,place\n1,⟦peir⟧\n", "id,place\n1,\"⟦peir⟧\"\n", "id,place\r\né,pier\r\n2, ⟦quay⟧ \r\n",
      "id,place\n1,pier;⟦quay⟧\n2,\"⟦x⟧; pier\"\n", "\"id\",place\n\"a \"\"b\"\"\",⟦quay⟧\n",
      "id,place\n\"two\nlines\",⟦quay⟧\n",
    ])
  func cells(csv: String) async throws {
    let descriptor = """
      resources:
        - name: visits
          path: visits.csv
          schema:
            fields:
              - {name: id, type: string}
              - {name: place, type: string, rdfType: "dossier:entity/places", separator: ";"}
        - {name: ferries, path: ferries.csv}
      """
    try await Self.expect("data/visits.csv", csv, ["data/datapackage.yaml": descriptor])
  }

  @Test(
    "In site.yaml",
    arguments: [
      "title: T\nnavigation: [{title: A, path: ⟦no.md⟧}]\n",
      "title: T\nnavigation:\n  - title: A\n    path: \"⟦no.md⟧\"\n    ⟦extra⟧: 1\n",
      "title: T\nhtml: '⟦some⟧'\n", "title: T\nbaseURL: ⟦x.example⟧\n",
      "title: T\ncitations: {sources: [⟦no.json⟧]}\n", "title: T\n⟦langauge⟧: de\n",
    ])
  func site(text: String) async throws {
    try await Self.expect("site.yaml", text)
  }
}
