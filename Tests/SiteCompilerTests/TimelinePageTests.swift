import Foundation
import SiteCompiler
import Testing

/// The timeline of a whole publication, and the events that entities and files have.
@Suite("Events of a publication")
struct TimelinePageTests {
  private static let package = """
    name: p
    resources:
      - name: storms
        path: storms.csv
        title: Storms
        events: {date: day, label: what, link: LINK}
        schema:
          primaryKey: id
          fields:
            - {name: id, type: string}
            - {name: day, type: string, rdfType: "http://id.loc.gov/datatypes/edtf"}
            - {name: what, type: string}
            - {name: who, type: string, rdfType: "dossier:entity/ships", separator: ";"}
            - {name: source, type: string, rdfType: "dossier:citation"}
      - name: fairs
        path: fairs.csv
        title: Fairs
        events: {date: day, label: what}
        schema:
          fields:
            - {name: day, type: string, rdfType: "http://id.loc.gov/datatypes/edtf"}
            - {name: what, type: string}
    """

  private static let storms = """
    id,day,what,who,source
    a,2014-02-03,"First, storm",ida;eva,s1
    b,2015~,Second storm,ida,s2
    c,../2014,Old storm,,s1
    d,2013/..,Long storm,eva,
    e,2015-13,,,
    """

  private func publication(
    link: String = "../ships/{who}.md", storms: String = Self.storms, fairs: String? = nil
  ) -> Publication {
    var files = [
      "index.md": "---\ntitle: Front\n---\n", "ships/ida.md": "---\ntitle: Ida\n---\n",
      "ships/eva.md": "---\ntitle: Eva\n---\n",
      "site.yaml": "title: Test\ncollections:\n  ships: {title: Ships}\n",
      "sources.json": """
      [{"id": "s1", "type": "book", "title": "One", "issued": {"date-parts": [[2001]]}},
      {"id": "s2", "type": "book", "title": "Two", "issued": {"date-parts": [[2002]]}}]
      """,
      "data/datapackage.yaml": Self.package.replacing("LINK", with: "\"\(link)\""),
      "data/storms.csv": storms,
    ]
    files["data/fairs.csv"] = fairs ?? "day,what\n2014-05,Spring fair\n"
    return Publication(files)
  }

  private var sound: String { Self.storms.replacing("e,2015-13,,,", with: "e,2016,,,") }

  @Test("Pages of all events, of years, of datasets, with plain links between them")
  func pages() async throws {
    let files = try await publication(storms: sound).render()
    let pages = files.keys.filter { $0.hasPrefix("timeline/") && $0.hasSuffix(".html") }
    #expect(
      Set(pages) == [
        "timeline/index.html", "timeline/2013.html", "timeline/2014.html", "timeline/2015.html",
        "timeline/storms/index.html", "timeline/storms/2013.html", "timeline/storms/2014.html",
        "timeline/storms/2015.html", "timeline/fairs/index.html", "timeline/fairs/2014.html",
      ])
    let year = try #require(files["timeline/2014.html"])
    #expect(year.contains("Timeline: 2014"))
    for href in ["index.html", "2013.html", "2015.html", "storms/2014.html", "fairs/2014.html"] {
      #expect(year.contains("href=\"\(href)\""), "\(href)")
    }
    // What began before and goes on stands above what begins in the year.
    let long = try #require(year.firstRange(of: "Long storm</")).lowerBound
    let heading = try #require(year.firstRange(of: "id=\"year.2014\"")).lowerBound
    #expect(long < heading)
    #expect(year.contains("Spring fair") && year.contains("Old storm"))
    #expect(!year.contains("Second storm"))
    #expect(!(try #require(files["timeline/storms/2014.html"])).contains("Spring fair"))
    // A year without a dataset's events leads to all of its years.
    #expect(try #require(files["timeline/2015.html"]).contains("href=\"fairs/index.html\""))
    #expect(files["index.html"]?.contains("href=\"timeline/index.html\"") == true)
  }

  @Test("Events lead where the data say, from any page, with whom they name and their sources")
  func links() async throws {
    let files = try await publication(storms: sound).render()
    let index = try #require(files["timeline/index.html"])
    #expect(index.contains("<a href=\"../ships/ida.html\">First, storm</a>"))
    #expect(index.contains("<a href=\"../ships/eva.html\">Eva</a>"))
    #expect(index.contains("class=\"citation\""))
    let entity = try #require(files["ships/ida.html"])
    #expect(entity.contains("<a href=\"ida.html\">First, storm</a>"))
    #expect(entity.contains("about 2015"))
    #expect(!entity.contains("Long storm"))
    #expect(entity.contains("href=\"ida.ics\""))
    #expect(entity.contains("class=\"chart timeline\""))
  }

  @Test("A link that leads nowhere is told once, at its cell")
  func brokenLinks() async throws {
    let broken = sound.replacing("b,2015~,Second storm,ida", with: "b,2015~,Second storm,")
      .replacing("ida;eva", with: "ida")
    let report = try await publication(link: "../ships/{id}.md", storms: broken).report()
    #expect(
      report.contains("Content/data/datapackage.yaml:6:45: error: no page at '/ships/a.md'"),
      "\(report)")
    #expect(report.components(separatedBy: "[link-target-missing]").count == 2, "\(report)")
    let one = try await publication(
      link: "../ships/{who}.md",
      storms: sound.replacing(
        "a,2014-02-03,\"First, storm\",ida;eva", with: "a,2014-02-03,\"First, storm\",idda")
    ).findings()
    #expect(one == ["Content/data/storms.csv:2 entity-missing"], "\(one)")
  }

  @Test("Links of events that lead to the web are among those that can be tried, each at its cell")
  func webLinks() async throws {
    let web = Self.package.replacing("LINK", with: "who").replacing(
      ", rdfType: \"dossier:entity/ships\", separator: \";\"", with: "")
    var own = publication(storms: sound.replacing("ida;eva", with: "https://example.com/a"))
    own.files["data/datapackage.yaml"] = web
    own.files["data/storms.csv"] = "id,day,what,who,source\na,2014,Storm,https://example.com/a,\n"
    let (site, diagnostics) = try await own.compile()
    #expect(diagnostics.isEmpty)
    let links = ExternalLinks.all(in: site).map(\.address)
    #expect(links == ["https://example.com/a"])
  }

  @Test("Downloads are CSV with the dates in each form, and a calendar")
  func downloads() async throws {
    let files = try await publication(storms: sound).render()
    let csv = try #require(files["timeline/events.csv"])
    #expect(csv.hasPrefix("dataset,key,date,earliest,latest,words,event,sources\n"))
    #expect(
      csv.contains(
        "storms,a,2014-02-03,2014-02-03,2014-02-03,3 February 2014,\"First, storm\",s1\n"))
    #expect(csv.contains("fairs,1,2014-05,2014-05-01,2014-05-31,May 2014,Spring fair,\n"))
    #expect(csv.contains("storms,c,../2014,,2014-12-31,by 2014,Old storm,s1\n"))
    let calendar = try #require(files["timeline/events.ics"])
    #expect(calendar.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    #expect(calendar.contains("SUMMARY:First\\, storm\r\n"))
    #expect(calendar.contains("SUMMARY:Second storm (about 2015)\r\n"))
    #expect(calendar.contains("DTSTART;VALUE=DATE:20140203\r\nDTEND;VALUE=DATE:20140204\r\n"))
    #expect(calendar.contains("DTSTART;VALUE=DATE:20130101\r\nDTEND;VALUE=DATE:20140101\r\n"))
    let own = try #require(files["ships/ida.ics"])
    #expect(own.components(separatedBy: "BEGIN:VEVENT").count == 3)
    #expect(try await publication(storms: sound).render(workers: 4) == files)
  }

  @Test("Rows without a date or a label are no events, and without events there is no timeline")
  func nothing() async throws {
    let files = try await publication(
      storms: "id,day,what,who,source\na,,No date,,\nb,2014,,,\n", fairs: "day,what\n"
    ).render()
    #expect(!files.keys.contains { $0.hasPrefix("timeline/") })
    #expect(files["index.html"]?.contains("timeline/") == false)
  }

  @Test("A page of the author's own stands in the place of one of the timeline's")
  func written() async throws {
    var own = publication(storms: sound)
    own.files["timeline/index.md"] = "---\ntitle: My own\n---\n\nWords.\n"
    let files = try await own.render()
    #expect(files["timeline/index.html"]?.contains("My own") == true)
    #expect(files["timeline/2014.html"]?.contains("Spring fair") == true)
    #expect(try await own.findings() == [])
  }

  @Test("Many events are listed by year alone, and years far apart make no pages between")
  func many() async throws {
    let rows = (0..<500).map { "\(1900 + $0 % 3 * 50)-01-01,Fair \($0)\n" }.joined()
    let files = try await publication(
      storms: "id,day,what,who,source\na,-0043-03-15,Very old,,\nb,Y-30000,Older,,\n",
      fairs: "day,what\n\(rows)"
    ).render()
    let index = try #require(files["timeline/index.html"])
    #expect(!index.contains("Fair 7<") && index.contains("44 BCE"))
    #expect(try #require(files["timeline/1900.html"]).contains("Fair 3<"))
    #expect(files.keys.count { $0.hasPrefix("timeline/19") && $0.hasSuffix(".html") } == 2)
    // A calendar has no years before the common era.
    let calendar = try #require(files["timeline/storms/events.ics"])
    #expect(!calendar.contains("VEVENT"))
  }

  @Test("Pages of very many years lead to those about them")
  func years() async throws {
    let rows = (0..<300).map { "\(1500 + $0),Fair \($0)\n" }.joined()
    let files = try await publication(
      storms: "id,day,what,who,source\n", fairs: "day,what\n\(rows)"
    ).render()
    let page = try #require(files["timeline/1650.html"])
    #expect(page.components(separatedBy: "<span class=\"unseen\">, 1 event</span>").count == 42)
    #expect(page.contains("href=\"1649.html\"") && page.contains("href=\"1670.html\""))
    #expect(!page.contains("href=\"1671.html\""))
    let index = try #require(files["timeline/index.html"])
    #expect(index.contains("href=\"1500.html\"") && index.contains("href=\"1799.html\""))
  }
}
