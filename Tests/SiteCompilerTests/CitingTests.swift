import Diagnostics
import Foundation
import Testing

@Suite("Citing a brief")
struct CitingTests {
  static func files(_ matter: String, site: String = "") -> [String: String] {
    [
      "site.yaml": """
      title: Tides
      baseURL: https://x.example/notes
      publisher: {name: Tide Office, place: Bremen, url: "https://x.example/"}
      people:
        mk: {name: Mika Koch, affiliation: Tide Office, orcid: 0000-0002-1825-0097}
        ferry: {name: Ferry Friends, body: true}
      \(site)
      """,
      "briefs/rain.md": page("'Rain: what is known'", "Text.", matter),
      "briefs/wind.md": page("Wind", "Text."),
    ]
  }

  static let matter = """
    subtitle: An *early* look
    summary: It rained.
    series: Notes
    number: 4
    date: 2022-02-17
    updated: 2022-03
    authors: [mk, Ada Brook, ferry, Institute of Rain]
    translators: [Jan Cleave]
    language: en
    topics: [rain, tides, rain]
    doi: "https://doi.org/10.5555/rain"
    issn: 1234-5679
    license: CC-BY-4.0

    """

  private func html(
    _ path: String = "briefs/rain.html", _ matter: String = matter, site: String = ""
  ) async throws -> String {
    let publication = Publication(Self.files(matter, site: site))
    #expect(try await publication.report() == "")
    return try #require(try await publication.render()[path])
  }

  private func meta(_ html: String, _ name: String) -> [String] {
    Tag.all(in: html).filter { $0.attributes["name"] == name }.compactMap {
      $0.attributes["content"]
    }
  }

  @Test("A brief says how it is cited: persons by family name, bodies whole, all that is known")
  func entry() async throws {
    let html = try await html()
    let entry = try #require(html.components(separatedBy: #"<p class="cite-entry">"#).last)
      .components(separatedBy: "</p>")[0]
    #expect(
      entry.hasPrefix(
        "Koch, Mika, Ada Brook, Ferry Friends, and Institute of Rain. 2022. “Rain: What Is Known"
      ))
    for part in [
      "An Early Look", "Translated by Jan Cleave", "Notes 4", "Bremen: Tide Office",
      #"<a class="external" href="https://doi.org/10.5555/rain">"#,
    ] {
      #expect(entry.contains(part), "\(entry)")
    }
  }

  @Test("Google Scholar finds its names, each author followed by what is said of that author")
  func scholar() async throws {
    let html = try await html()
    #expect(meta(html, "citation_title") == ["Rain: what is known: An early look"])
    let names = Tag.all(in: html).compactMap { $0.attributes["name"] }
    let start = try #require(names.firstIndex(of: "citation_author"))
    #expect(
      names[start...].prefix(4) == [
        "citation_author", "citation_author_institution", "citation_author_orcid",
        "citation_author",
      ])
    let author = ["Mika Koch", "Ada Brook", "Ferry Friends", "Institute of Rain"]
    #expect(meta(html, "citation_author") == author)
    #expect(
      meta(html, "citation_author_orcid") == ["https://orcid.org/0000-0002-1825-0097"])
    #expect(meta(html, "citation_publication_date") == ["2022/02/17"])
    #expect(meta(html, "citation_technical_report_institution") == ["Tide Office"])
    #expect(meta(html, "citation_technical_report_number") == ["4"])
    #expect(meta(html, "citation_doi") == ["10.5555/rain"])
    #expect(meta(html, "citation_issn") == ["1234-5679"])
    #expect(meta(html, "citation_language") == ["en"])
    #expect(meta(html, "citation_pdf_url") == [])
    #expect(meta(html, "DC.creator") == author)
    #expect(meta(html, "DC.contributor") == ["Jan Cleave"])
    #expect(meta(html, "DC.date") == ["2022-02-17"])
    #expect(meta(html, "DC.subject") == ["rain", "tides"])
    #expect(
      meta(html, "DC.identifier") == [
        "https://doi.org/10.5555/rain", "https://x.example/notes/briefs/rain.html",
      ])
  }

  @Test("A date is as precise as it is known, and a hedged one is told to no machine")
  func dates() async throws {
    let cases = [
      ("2022-02", "2022/02", "2022"), ("2022", "2022", "2022"), ("2022-21", "2022", "2022"),
      ("2022-02-XX", "2022/02", "2022"), ("2022~", nil, "2022"), ("2021/2022", nil, "2021–2022"),
      ("202X", nil, "the 2020s"),
    ]
    for (date, scholar, cited) in cases {
      let html = try await html("briefs/rain.html", "date: \(date)\nauthors: [Ada Brook]\n")
      #expect(meta(html, "citation_publication_date") == [scholar].compactMap(\.self), "\(date)")
      let entry = html.components(separatedBy: #"<p class="cite-entry">"#).last ?? ""
      #expect(entry.lowercased().contains("ada. \(cited)"), "\(date): \(entry.prefix(60))")
    }
  }

  @Test("What is not known is left out")
  func unknown() async throws {
    let publication = Publication([
      "site.yaml": "title: Tides\n", "rain.md": page("Rain", "", "date: 2022\n"),
    ])
    let html = try #require(try await publication.render()["rain.html"])
    let names = Set(Tag.all(in: html).compactMap { $0.attributes["name"] })
    #expect(
      Set(names.filter { $0.hasPrefix("citation_") || $0.hasPrefix("DC.") }) == [
        "citation_title", "citation_publication_date", "citation_language", "DC.title", "DC.date",
        "DC.language", "DC.type",
      ])
    #expect(
      html.contains(
        ##"{"@context":"https://schema.org","@type":"Report","name":"Rain","headline":"Rain","##
          + ##""datePublished":"2022","inLanguage":"en"}</script>"##))
  }

  @Test("Only dated pages are cited so")
  func others() async throws {
    for path in ["briefs/wind.html", "index.html", "briefs/index.html", "404.html"] {
      let html = try await html(path)
      #expect(!html.contains("citation_title") && !html.contains("cite-entry"), "\(path)")
      #expect(!html.contains("\"@type\":\"Report\""), "\(path)")
    }
  }

  @Test("The data for schema.org are JSON, and nothing in them ends their element")
  func schema() async throws {
    let html = try await html("briefs/rain.html", "date: 2022\nsubtitle: 'a \\</script>\\<!-- b'\n")
    let data = try #require(
      html.components(separatedBy: #"<script type="application/ld+json">"#).last
    )
    .components(separatedBy: "</script>")[0]
    #expect(!data.contains("<"))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
    #expect(object["alternativeHeadline"] as? String == "a </script><!– b")
  }

  @Test("A German brief is cited in German")
  func german() async throws {
    let html = try await html("briefs/rain.html", "date: 2022\nlanguage: de\nauthors: [mk]\n")
    #expect(html.contains(">Zitiervorschlag</h2>") && html.contains("„Rain: what is known“"))
  }
}
