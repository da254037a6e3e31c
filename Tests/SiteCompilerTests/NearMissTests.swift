import Diagnostics
import Foundation
import Testing

@Suite("Near misses of names")
struct NearMissTests {
  static let names = [
    "Haqqani organisation", "Jalaluddin Haqqani", "Ḥafīẓ Saeed Khan", "Islamic State", "Taliban",
    "IS Khorasan", "Islamic Movement of Uzbekistan", "United Nations", "Kabul", "Kunar", "Kunduz",
    "Pakistan", "Afghanistan", "Nangarhar", "Logar", "Berlin", "Isère", "Ahmad Massoud",
    "Stockholm",
  ]

  static func publication(
    _ body: String, _ matter: String = "", more: [String: String] = [:]
  ) -> Publication {
    var files = [
      "site.yaml": "title: Tides\ncollections: {actors: {title: Actors}}\n",
      "rain.md": page("Rain", body, matter),
    ]
    for (number, name) in names.enumerated() { files["actors/a\(number).md"] = page(name) }
    return Publication(files.merging(more) { _, new in new })
  }

  private func found(
    _ body: String, _ matter: String = "", more: [String: String] = [:]
  ) async throws -> [String] {
    let publication = Self.publication(body, matter, more: more)
    let diagnostics = try await publication.compile().diagnostics
    #expect(diagnostics.allSatisfy { $0.code == .nameNearMiss && $0.severity == .warning })
    return diagnostics.map { $0.message }
  }

  @Test(
    "A misspelt name is found with the one that is meant",
    arguments: [
      ("the Haggani network", "Haggani", "Haqqani"), ("the Haqani network", "Haqani", "Haqqani"),
      ("Haggani's men", "Haggani", "Haqqani"), ("the Hagganis", "Hagganis", "Haqqani"),
      ("in Afganistan", "Afganistan", "Afghanistan"),
      ("in Afghansitan", "Afghansitan", "Afghanistan"),
      ("in Nangahar", "Nangahar", "Nangarhar"), ("with Tailban fighters", "Tailban", "Taliban"),
      ("to Uzbekhistan", "Uzbekhistan", "Uzbekistan"), ("from Khurasan", "Khurasan", "Khorasan"),
      ("in Kaubl", "Kaubl", "Kabul"), ("in Kabbul", "Kabbul", "Kabul"),
      ("by Jalaluddin Haqanni", "Haqanni", "Haqqani"), ("Haggani was", "Haggani", "Haqqani"),
      ("the Haggani-led group", "Haggani", "Haqqani"),
      ("in June Haggani left", "Haggani", "Haqqani"),
      ("near *Kundoz*", "Kundoz", "Kunduz"), ("of\nHaggani\nand", "Haggani", "Haqqani"),
      ("by Ahmed Massoud", "Ahmed", "Ahmad"),
    ])
  func misspelt(text: String, word: String, meant: String) async throws {
    #expect(try await found("He met \(text).") == ["'\(word)' is nearly the name '\(meant)'"])
  }

  @Test(
    "What is no misspelling is let be",
    arguments: [
      "Haqqani, Haqqanis, Haqqani's and the Haqqanis’ men", "the Ḥaqqānī network of Hafiz Saeed",
      "Pakistani, Pakistanis, Afghan, Afghans, Kabuli and Berliners",
      "the Islamists, an Islamist, Islam",
      "the Talibans, a Talib and Talibanisation", "Nations, a Nation, National and International",
      "in Kumar and Logan", "with Ahmed Rashid, Ahmed and Mohammed Masood", "Stockroom",
      "by Peter Haggard Smith",
      "a talisman. Talismans are", "Status, Statues and Stages", "Unity, Units and Unite",
      "haggani in small letters", "HAGGANI in capitals", "`Haggani`", "<https://x.example/Haggani>",
      "[Haggani](https://x.example/)", "![the Haggani house](x.png)", "“the Haggani network”",
      "\"the Haggani network\"", "„Haggani“ und «Haggani»", "Iser, Isere and Merlin",
      "Merlin, Kabel, Cable and Kerbal", "A Kabal", "\n\n> Haggani",
    ])
  func sound(text: String) async throws {
    #expect(try await found("He met \(text)", more: ["x.png": ""]) == [])
  }

  @Test("In German, where all nouns have large letters, near words must be nearer still")
  func german() async throws {
    let german = "language: de\n"
    #expect(
      try await found(
        "Usbekistan, Usbekistans. Das Kabel und der Kunde der Pakistanis, Kabuls und Haqqanis.",
        german) == [])
    #expect(
      try await found("Das Netz der Haggani-Gruppe.", german) == [
        "'Haggani' is nearly the name 'Haqqani'"
      ])
  }

  @Test("A word that the site has in its data, titles, sources or people is known")
  func known() async throws {
    let data = ["data/hulls.csv": "hull\nThe Haggani\n"]
    let sources = [
      "sources.json": #"[{"id": "a", "type": "book", "title": "On Haggani", "author": []}]"#
    ]
    let title = ["wind.md": page("Haggani winds")]
    let person = ["wind.md": page("Winds", "", "authors: [Anas Haggani]\n")]
    let small = ["wind.md": page("Winds", "A haggani is a wind.")]
    for more in [data, sources, title, person, small] {
      #expect(try await found("He met the Haggani network.", more: more) == [])
    }
  }

  @Test("A spelling that many pages have, and more than the name has, is a name of its own")
  func frequent() async throws {
    var more: [String: String] = [:]
    for number in 0..<20 { more["n\(number).md"] = page("N", "He met Haggani.") }
    #expect(try await found("Hello.", more: more).count == 20)
    more["n20.md"] = page("N", "He met Haggani.")
    #expect(try await found("Hello.", more: more) == [])
    #expect(try await found("He met Haggani, and Haggani met him; Haggani left.").count == 3)
  }

  @Test("The place is that of the word, where typographic marks have moved it in the text")
  func punctuation() async throws {
    #expect(
      try await found("Don't go to 'it' -- Haggani isn't Haqqani's, nor is Haggani 'so'.").count
        == 2)
    let text = "Don't ask -- it's Haggani."
    let report = try await Self.publication(text).report()
    #expect(report.contains(":4:19: warning"), "\(report)")
  }

  @Test("The place is that of the word, behind escapes, entities and in folded front matter")
  func place() async throws {
    let body = "Fish &amp; chips \\* for &uuml;ber Haggani."
    let report = try await Self.publication(body, "summary: >-\n  Of the\n  Haggani men.\n")
      .report()
    #expect(report.contains("rain.md:5:3: warning: 'Haggani'"))
    #expect(report.contains("rain.md:7:35: warning: 'Haggani'"))
    #expect(report.components(separatedBy: "^^^^^^^\n").count == 3)
  }

  // A guard against work that grows with the square of the names.
  @Test("Thousands of names cost no more than their letters", .timeLimit(.minutes(5)))
  func many() async throws {
    var files = Self.publication("The Haggani network.").files
    let letters = Array("bcdfglmnprstv")
    for number in 0..<3_000 {
      let name = (0..<5).map { "\(letters[number / [1, 3, 9, 27, 81][$0] % 13])a" }.joined()
      files["actors/m\(number).md"] = page("Ul\(name) \(number)")
    }
    let diagnostics = try await Publication(files).compile().diagnostics
    #expect(diagnostics.map(\.message) == ["'Haggani' is nearly the name 'Haqqani'"])
  }
}
