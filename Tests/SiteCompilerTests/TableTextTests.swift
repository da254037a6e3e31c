import Foundation
import Testing

@Suite("Texts within tables")
struct TableTextTests {
  private func publication(_ block: String) -> Publication {
    let body = "```table {#tbl-a}\n\(block)\n```\n"
    return Publication(
      ValueTests.files.merging(["a.md": page("A", body)]) { _, new in new })
  }

  private func table(_ block: String) async throws -> String {
    let publication = publication(block)
    #expect(try await publication.report() == "")
    #expect(try await publication.secondReport() == "")
    let html = try #require(try await publication.render()["a.html"])
    let start = try #require(html.range(of: "<figure class=\"figure figure-table\""))
    return String(html[start.lowerBound...])
  }

  @Test("Heads, notes on columns and notes on cells are Markdown with values, links and citations")
  func markdown() async throws {
    let html = try await table(
      """
      data: calls
      columns:
        - {field: year, note: "From [the north](routes/north.md)."}
        - label: "*Boats* and `{value} calls.count()`"
          columns: [{field: boats.low, label: Low}, {field: boats.high, label: High}]
      notes:
        - {where: "boats.low == 183", field: boats.low, note: "Says @survey."}
        - {where: year == 2021, note: "Late, `{value} calls.max(year)`."}
      """)
    #expect(html.contains("<span><em>Boats</em> and "))
    #expect(html.contains("From <a class=\"entity\" href=\"routes/north.html\">the north</a>."))
    #expect(html.contains("Koch"))
    // Beside each other in a row: the row's note comes first, since its column does.
    let marks = html.matches(of: /<sup class="column-mark"><a href="#(tbl-a\.note\.\d)"/)
      .map { String($0.1) }
    #expect(marks.map { $0.last } == ["1", "2", "3", "2"])
    let notes = html.matches(of: /<li id="tbl-a\.note\.(\d)">/).map { String($0.1) }
    #expect(notes == ["1", "2", "3"])
  }

  @Test("A fault in a note is reported at its place, once")
  func faults() async throws {
    let publication = publication(
      """
      data: calls
      columns: [{label: "[x](nowhere.md)", columns: [year, boats]}, route]
      notes: [{where: year == 2021, note: "See [y](gone.md) and @nobody."}]
      """)
    #expect(
      try await publication.findings() == [
        "Content/a.md:6 link-target-missing", "Content/a.md:7 link-target-missing",
        "Content/a.md:7 citation-missing",
      ])
  }

  @Test("The rest of a table is a link away: a dataset's page, or a file of the block's own")
  func rest() async throws {
    let dataset = try await table("data: calls\ncolumns: [year, boats]\nlimit: 2\ntotals: boats")
    #expect(dataset.contains("Showing 2 of 3 rows · <a href=\"data/calls.html\">All rows</a>"))
    #expect(dataset.contains("Total of all 3 rows"))
    let own = try await table("data: [{n: 1}, {n: 2}]\nlimit: 1")
    #expect(
      own.contains("<a href=\"a/tbl-a.csv\" download>All rows (CSV)</a>"))
  }

  @Test("A page loads the script where readers may sort, and nowhere else")
  func script() async throws {
    let sorted = try await publication("data: calls\nsortable: true").render()
    #expect(sorted["a.html"]?.contains("assets/tables.js") == true)
    #expect(sorted["index.html"]?.contains("assets/tables.js") != true)
    let plain = try await publication("data: calls").render()
    #expect(plain["a.html"]?.contains("assets/tables.js") == false)
  }
}
