import Foundation
import SiteModel
import Testing

@testable import SiteCompiler

@Suite("Licences")
struct LicenseTests {
  @Test(
    "A licence is known by its identifier, its name and its address, however they are written",
    arguments: [
      ("CC-BY-4.0", "CC-BY-4.0"), ("cc by 4.0", "CC-BY-4.0"), ("CC_BY_4", "CC-BY-4.0"),
      ("CC BY 4.0 International", "CC-BY-4.0"),
      ("Creative Commons Attribution 4.0 International", "CC-BY-4.0"),
      ("https://creativecommons.org/licenses/by/4.0/deed.de", "CC-BY-4.0"),
      ("http://creativecommons.org/licenses/by-nc-sa/3.0/igo", "CC-BY-NC-SA-3.0-IGO"),
      ("CC BY-NC-ND 2.5", "CC-BY-NC-ND-2.5"), ("cc0 1.0 universal", "CC0-1.0"),
      ("Open Government Licence v3.0", "OGL-UK-3.0"), ("etalab 2.0", "etalab-2.0"),
      ("dl-de-by-2.0", "DL-DE-BY-2.0"), ("ODBL-1.0", "ODbL-1.0"), ("mit", "MIT"),
      ("Apache License, Version 2.0", "Apache-2.0"),
      ("https://nationalarchives.gov.uk/doc/open-government-licence/version/3", "OGL-UK-3.0"),
    ])
  func known(text: String, identifier: String) throws {
    let license = License(text)
    #expect(license.known?.identifier == identifier)
    #expect(license.text == text)
    #expect(try #require(license.address).hasPrefix("https://"))
  }

  @Test("Terms of the author's own stay as they are, and so does a licence that is not known")
  func others() {
    for text in [
      "All rights reserved", "CC-BY-3.0-DE", "Crown copyright", "EUPL-1.2", "GPL-3.0-only", "-",
      "https://example.org/terms", "javascript:x()", "https://example.org/ and more", "© 2022 SWP",
    ] {
      let license = License(text)
      #expect(license.known == nil && license.name == text)
      #expect((license.address != nil) == (text == "https://example.org/terms"))
    }
  }

  private static let publication = Publication([
    "site.yaml": """
    title: Test
    baseURL: https://x.example/
    license: OGL-UK-3.0
    """,
    "index.md": "---\ntitle: Front\n---\nWelcome.\n",
    "briefs/a.md": "---\ntitle: A\ndate: 2020-01-01\nlicense: CC BY-SA 4.0\nlanguage: de\n---\n",
    "briefs/b.md": "---\ntitle: B\ndate: 2020-01-02\n---\n",
    "briefs/c.md": "---\ntitle: C\ndate: 2020-01-03\nlicense: Ask <us> first\n---\n",
    "briefs/d.md": "---\ntitle: D\ndate: 2020-01-04\nlicense: \"https://y.example/?a&b\"\n---\n",
    "data/tides.csv": "hour,metres\n1,2\n",
  ])

  /// The line of a page that says its licence.
  private func line(_ page: String?) -> Substring? {
    page?.split(separator: "\n").first { $0.hasPrefix("<p class=\"license\">") }
  }

  @Test("A page says its own licence or else the site's, with what readers may do")
  func pages() async throws {
    let files = try await Self.publication.render()
    let german = try #require(line(files["briefs/a.html"]))
    let address = "https://creativecommons.org/licenses/by-sa/4.0/"
    #expect(
      german.hasPrefix("<p class=\"license\"><a rel=\"license\" href=\"\(address)\"><bdi>Creative"))
    #expect(
      german.hasSuffix(
        "ShareAlike 4.0 International</bdi></a>. Sie dürfen diesen Text weitergeben und "
          + "bearbeiten, auch gewerblich, wenn Sie die Quelle nennen und Ihre Bearbeitung unter "
          + "derselben Lizenz weitergeben.</p>"))
    let own = try #require(line(files["briefs/b.html"]))
    #expect(own.contains("<bdi>Open Government Licence v3.0</bdi></a>. You may share and adapt"))
    #expect(line(files["index.html"]) == own)
    #expect(line(files["briefs/c.html"]) == "<p class=\"license\">Ask &lt;us&gt; first</p>")
    let link = try #require(line(files["briefs/d.html"]))
    #expect(link.contains("href=\"https://y.example/?a&amp;b\"><bdi>https://y.example/?a&amp;b<"))
    // What data may be used for, their package says.
    #expect(line(files["data/tides.html"]) == nil)
  }

  @Test("Machines are told the licence and its address")
  func machines() async throws {
    let files = try await Self.publication.render()
    let page = try #require(files["briefs/a.html"])
    let address = "https://creativecommons.org/licenses/by-sa/4.0/"
    #expect(page.contains("\"license\":\"\(address)\""))
    #expect(page.contains("<meta name=\"DC.rights\" content=\"\(address)\"/>"))
    #expect(
      page.contains(
        "<meta name=\"DC.rights\" content=\"Creative Commons Attribution-ShareAlike 4.0 "
          + "International\"/>"))
    #expect(files["briefs/c.html"]?.contains("\"name\":\"Ask \\u003cus\\u003e") == true)
    let feed = try #require(files["feed.xml"])
    #expect(feed.contains("<rights>Open Government Licence v3.0</rights>"))
    #expect(feed.contains("<link rel=\"license\" href=\"\(address)\""))
  }
}
