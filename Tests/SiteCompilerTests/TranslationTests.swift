import Foundation
import Testing

@Suite("Translations")
struct TranslationTests {
  private static func publication(_ site: String = "") -> Publication {
    Publication([
      "site.yaml": "title: Harbour\n" + site,
      "notes/rain.md": page(
        "Rain", "", "translations: {de: ../de/regen.md, fr-CH: /fr/pluie.md}\n"),
      "de/regen.md": page(
        "Regen \\<nass>", "", "language: de\ntranslations: {en: ../notes/rain.md}\n"),
      "fr/pluie.md": page(
        "Pluie", "", "language: fr-ch\ntranslations:\n  en: ../notes/rain.md\n  EN-gb: rain.md\n"),
      "fr/rain.md": page("Rain", "", "language: en-GB\n"),
    ])
  }

  @Test("Each page leads to its counterparts, in words of its own language and theirs")
  func links() async throws {
    let publication = Self.publication()
    let files = try await publication.render()
    let english = try #require(files["notes/rain.html"])
    #expect(english.contains(#"<nav class="translations" aria-label="In other languages">"#))
    #expect(
      english.contains(
        #"<a href="../de/regen.html" hreflang="de" lang="de" title="Regen &lt;nass&gt;">Deutsch</a>"#
      ))
    #expect(english.contains(#"lang="fr-CH" title="Pluie">Français (CH)</a>"#))
    #expect(english.contains(#"<link rel="alternate" hreflang="de" href="../de/regen.html">"#))
    #expect(english.contains(#"<link rel="alternate" hreflang="en" href="rain.html">"#))
    let german = try #require(files["de/regen.html"])
    #expect(german.contains(#"aria-label="In anderen Sprachen""#))
    #expect(german.contains(#"title="Rain">English</a>"#))
    // A page that names none is led back all the same.
    let other = try #require(files["fr/rain.html"])
    #expect(other.contains(#"<link rel="alternate" hreflang="fr-ch" href="pluie.html">"#))
    #expect(try #require(files["index.html"]).contains("hreflang") == false)
    #expect(try await publication.secondReport() == "")
    let report = try await publication.report()
    #expect(report.contains("'fr/rain.md' does not name this page as its translation"))
    #expect(report.components(separatedBy: "warning:").count == 3, "\(report)")
  }

  @Test("Machines are told whole addresses where the site's own is known")
  func addresses() async throws {
    let publication = Self.publication("baseURL: https://x.example/s/\n")
    let html = try #require(try await publication.render()["de/regen.html"])
    #expect(
      html.contains(
        #"<link rel="alternate" hreflang="en" href="https://x.example/s/notes/rain.html">"#))
    #expect(try await publication.secondReport() == "")
  }

  @Test(
    "What is no counterpart is a fault at its place",
    arguments: [
      ("{de: nowhere.md}", "a.md:3:20: error: no page at 'nowhere.md' [link-target-missing]"),
      ("{de: b}", "a.md:3:20: error: no page at 'b' [link-target-missing]"),
      ("{de: b.md#x}", "a.md:3:20: error: 'b.md' has no heading or figure '#x'"),
      (
        "{de: assets/x.png}",
        "a.md:3:20: error: a translation is a page, and 'assets/x.png' is none"
      ),
      ("{de: \"https://x.example/\"}", "a.md:3:21: error: a translation is a page, and 'https"),
      ("{de: b.md}", "a.md:3:20: error: 'b.md' is in 'en', not in 'de'"),
      ("{en: b.md}", "a.md:3:16: error: this page is in 'en' itself"),
      ("{de: [b.md]}", "a.md:3:20: error: the translation 'de' is a list, not the path of a page"),
      ("b.md", "a.md:3:15: error: 'translations' of the front matter is text, not a mapping"),
    ])
  func faults(value: String, expected: String) async throws {
    let publication = Publication([
      "a.md": page("A", "", "translations: \(value)\n"), "b.md": page("B"), "assets/x.png": "",
    ])
    let report = try await publication.report()
    #expect(report.hasPrefix("Content/" + expected), "\(report)")
    #expect(report.components(separatedBy: "error:").count == 2, "\(report)")
  }
}
