import Foundation
import Testing

@Suite("Values in texts")
struct ValueTests {
  static let files = [
    "site.yaml": "title: Harbour\ncollections: {routes: {title: Routes}}\n",
    "sources.json": """
    [{"id": "survey", "type": "report", "title": "Survey", "issued": {"date-parts": [[2021]]},
      "author": [{"family": "Koch", "given": "Mika"}]}]
    """,
    "data/datapackage.yaml": """
    resources:
      - name: calls
        path: calls.csv
        title: Calls
        schema:
          primaryKey: [route, year]
          fields:
            - {name: route, type: string, rdfType: "dossier:entity/routes"}
            - {name: year, type: year}
            - {name: boats, type: string, rdfType: "dossier:estimate"}
            - {name: share, type: number}
            - {name: opened, type: string, rdfType: "http://id.loc.gov/datatypes/edtf"}
            - {name: source, type: string, rdfType: "dossier:citation"}
    """,
    "data/calls.csv": """
    route,year,boats,share,opened,source
    north,2020,~4000,0.25,2014-41,survey
    north,2021,183..,0.5,2015-08,survey
    south,2021,1000..2000,0.125,2016,survey

    """,
    "routes/north.md": page("Northern route", ""),
    "routes/south.md": page("Southern route", ""),
  ]

  private func publication(_ body: String, _ matter: String = "") -> Publication {
    Publication(Self.files.merging(["a.md": page("A", body, matter)]) { _, new in new })
  }

  /// The words of the page's first paragraph, links aside.
  private func said(_ text: String, _ matter: String = "") async throws -> String {
    let publication = publication(text, matter)
    #expect(try await publication.report() == "")
    #expect(try await publication.secondReport() == "")
    let html = try #require(try await publication.render()["a.html"])
    let prose = try #require(html.components(separatedBy: "<div class=\"prose\">\n<p>").last)
    let paragraph = prose.components(separatedBy: "</p>")[0]
    return paragraph.replacing(/<a class="value-source[^>]*>[^<]*<\/a>/, with: "")
      .replacing(/<[^>]*>/, with: "").replacing("&amp;", with: "&")
  }

  @Test(
    "A value is said as a sentence has it, or as its format asks",
    arguments: [
      ("calls[north, 2020].boats", "about 4,000"),
      ("calls[north,2021].boats", "at least 183"),
      ("calls[ \"north\" , '2021' ].boats", "at least 183"),
      ("calls[south, 2021].boats", "1,000 to 2,000"),
      ("calls[south, 2021].boats | digits", "1,000–2,000"),
      ("calls[south, 2021].boats|short", "1–2k"),
      ("calls[south, 2021].boats | ',.1f'", "1,000.0–2,000.0"),
      ("calls[south, 2021].boats.high", "2,000"),
      ("calls[south, 2021].boats.mid | \".1~e\"", "1.5e+3"),
      ("calls[north, 2020].share | percent", "25%"),
      ("calls[north, 2020].share | '.3f'", "0.250"),
      ("calls[north, 2020].opened", "the second half of 2014"),
      ("calls[north, 2020].opened | short", "H2 2014"),
      ("calls[north, 2020].opened | year", "2014"),
      ("calls[north, 2020].opened | digits", "2014-41"),
      ("calls[north, 2020].opened.latest", "31 December 2014"),
      ("calls[north, 2020].year", "2020"),
      ("calls[north, 2020].route", "Northern route"),
      ("calls.count()", "3"), ("calls.count(boats)", "3"),
      ("calls.count() | words", "three"), ("calls.sum(boats.low) | words", "5,183"),
      ("calls.count() where year > 2020 && route == 'north'", "1"),
      ("calls.count() where route == 'north' || route == 'south' | digits", "3"),
      ("calls.sum(share)", "0.875"), ("calls.sum(boats.low)", "5,183"),
      ("calls.sum(boats) where route == 'north'", "at least about 4,183"),
      ("calls.mean(share) where year == 2021", "0.3125"),
      ("calls.max(boats)", "about 4,000"), ("calls.min(opened)", "the second half of 2014"),
      ("calls.first(boats) where year == 2021", "at least 183"),
      ("calls.last(opened)", "2016"), ("calls.max(year)", "2021"),
      ("calls.sum(share) | percent", "87.5%"), ("calls.sum(boats.low) | ',.1s'", "5k"),
    ])
  func values(expression: String, words: String) async throws {
    let text = try await said("It had `{value} \(expression)` here.")
    #expect(text == "It had \(words) here.")
  }

  @Test("German pages say values in German")
  func german() async throws {
    let text = try await said(
      "`{value} calls[south, 2021].boats` `{value} calls[north, 2020].share` `{date} 2014-41`",
      "language: de\n")
    #expect(text == "1.000 bis 2.000 0,25 die zweite Hälfte 2014")
  }

  @Test(
    "A date or an estimate may stand in the text itself",
    arguments: [
      ("{date} 2014-41", "the second half of 2014"), ("{date} 2021-08-26 | year", "2021"),
      ("{estimate} 1000..2000", "1,000 to 2,000"), ("{estimate} ~60 | digits", "~60"),
    ])
  func literals(text: String, words: String) async throws {
    #expect(try await said("On `\(text)`.") == "On \(words).")
  }

  @Test("Code that only looks like a value stays code, and a value can be shown as code")
  func code() async throws {
    let html = try #require(
      try await publication("`{values} x`, `{value}x`, `x {value} y` and `\u{200B}{value} a[b].c`.")
        .render()["a.html"])
    #expect(html.contains("<code>{values} x</code>, <code>{value}x</code>"))
    #expect(html.contains("<code>x {value} y</code>"))
  }

  @Test("A value leads to its row, and its source is among the page's")
  func sources() async throws {
    let html = try #require(
      try await publication("Had `{value} calls[south, 2021].boats` and `{value} calls.count()`.")
        .render()["a.html"])
    #expect(
      html.contains("href=\"data/calls.html#row-3\" title=\"Calls: south, 2021 (Koch 2021)\""))
    #expect(html.contains("href=\"data/calls.html\" title=\"Calls (Koch 2021)\">3</a>"))
    #expect(html.contains("<li id=\"ref-survey\">Koch, Mika"))
    #expect(html.contains("href=\"#value."))
  }

  @Test("Values stand wherever text does, and other pages know the words")
  func places() async throws {
    let value = "`{value} calls[north, 2020].boats`"
    let publication = publication(
      """
      ## Of \(value) {#sec-of}

      | Cell |
      |---|
      | \(value) |

      - [link \(value)](routes/north.md)

      A note[^n]; see @sec-of and @tbl-a.

      [^n]: Note \(value).

      ```table {#tbl-a}
      data: calls
      caption: "Caption \(value)"
      note: "Noted \(value)"
      source: "After \(value)"
      ```
      """, "summary: \"Summary \(value)\"\n")
    var all = publication
    all.files["title.md"] = page("x", "", "").replacing(
      "title: x", with: "title: \"Title \(value)\"")
    all.files["index.md"] = page("Front", "")
    #expect(try await all.report() == "")
    #expect(try await all.secondReport() == "")
    let files = try await all.render()
    let html = try #require(files["a.html"])
    for words in [
      "Of <a class=\"value\"", "<td><a class=\"value\"", "link about 4,000</a>", "Note <a class=",
      "Caption <a", "Noted <a", "After <a", "Summary <a",
      "<meta name=\"description\" content=\"Summary about 4,000\">", "“Of about 4,000”",
      "aria-label=\"Caption about 4,000\"",
    ] {
      #expect(html.contains(words), "\(words)")
    }
    #expect(files["title.html"]?.contains("<title>Title about 4,000 · Harbour</title>") == true)
    #expect(files["index.html"]?.contains("Summary about 4,000") == true)
  }

  @Test(
    "A fault is told at its bytes",
    arguments: [
      "⟦cals⟧[north, 2020].boats", "calls[north, 2020].⟦boat⟧", "calls[north, 2020].⟦boats.lo⟧",
      "calls⟦[nroth, 2020]⟧.boats", "calls⟦[north]⟧.boats", "⟦calls⟧", "⟦calls.boats⟧",
      "calls⟦[⟧north, 2020.boats", "calls[north, 2020]⟦ ⟧boats", "calls.⟦total⟧(share)",
      "calls.⟦sum⟧()", "calls.sum(⟦route⟧)", "calls.sum(⟦year⟧)", "calls.sum(⟦nothing⟧)",
      "calls.count() where ⟦yea⟧ > 2020", "calls.count() where year >⟦⟧",
      "calls.count() ⟦if year⟧", "calls.max(boats) where ⟦year > 2030⟧",
      "calls[north, 2020].boats | ⟦digit⟧", "calls[north, 2020].boats | ⟦year⟧",
      "calls[north, 2020].boats ⟦|⟧", "calls[north, 2020].share | '⟦.q⟧'",
      "calls[north, 2021].⟦boats.high⟧", "calls⟦[\"north\", ]⟧.boats",
    ])
  func faults(marked: String) async throws {
    let expression = marked.replacing("⟦", with: "").replacing("⟧", with: "")
    let publication = publication("It had `{value} \(expression)` here.")
    let report = try await publication.report()
    #expect(try await publication.findings().count == 1, "\(report)")
    // Marks at the end of the condition, and on a list's end, are where the parser stops.
    let lead = "It had `{value} ".count
    let start = marked.distance(
      from: marked.startIndex, to: marked.firstIndex(of: "⟦") ?? marked.endIndex)
    if !marked.contains("⟦⟧"), !marked.contains(", ]") {
      #expect(report.contains("Content/a.md:4:\(lead + start + 1): error"), "\(report)")
    }
  }

  @Test("A value of a query leads to the query")
  func query() async throws {
    let publication = publication(
      "In all `{value} total.first(boats)`.\n\n"
        + "```sql {#total}\nSELECT sum(boats_low) AS boats FROM calls\n```\n")
    #expect(try await publication.report() == "")
    let html = try #require(try await publication.render()["a.html"])
    #expect(html.contains("href=\"#total\" title=\"total: 5183\">5,183</a>"))
  }
}
