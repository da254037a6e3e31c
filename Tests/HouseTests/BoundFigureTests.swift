import Foundation
import Testing

/// Holds the briefs to their own promise: a figure stands in the data, and the text draws on it.
@Suite("Figures in the example's texts")
struct BoundFigureTests {
  /// Figures that no dataset can hold, each with the reason.
  static let allowed: [(words: String, reason: String)] = [
    ("about 18 months", "the time between two dates, worked out by the text"),
    ("hundreds of civilians", "the source gives no figure; the data have the bound that is drawn"),
  ]

  static let content = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Content")

  /// What of a page is said in words: no headings, which count what stands below them, no blocks,
  /// no code, no addresses, no citations.
  static func prose(_ page: String) -> String {
    let parts = page.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
    let head = parts.count > 2 ? parts[1] : ""
    let lines = head.split(separator: "\n").filter { line in
      ["title:", "subtitle:", "summary:"].contains { line.hasPrefix($0) }
    }
    let body = String(parts.last ?? "")
      .replacing(/(?s)```.*?```/, with: "").replacing(/(?m)^#+ .*$/, with: "").replacing(
        /\[@[^\]]*\]/, with: "")
    return (lines.joined(separator: "\n") + "\n" + body)
      .replacing(/`[^`]*`/, with: "").replacing(/\]\([^)]*\)/, with: "]")
      .replacing(/\{#[^}]*\}/, with: "").replacing(/@[A-Za-z0-9:-]+/, with: "")
  }

  /// The figures in a text, each with some words about it; years and days of months are none.
  static func figures(in text: String) -> [String] {
    let months =
      "January|February|March|April|May|June|July|August|September|October|November|December"
    let dates = try? Regex(
      "\\b\\d{1,2} (\(months))\\b|\\b(19|20)\\d\\d\\b|the \\d\\d?(st|nd|rd|th)")
    let plain = dates.map { text.replacing($0, with: "") } ?? text
    let nouns =
      "attacks?|estimates?|provinces|fighters|people|soldiers|inmates|dead|followers|civilians"
      + "|figures|entries|ties|bars|bounds|opponents|briefs|mosques|cases|ventures|strongholds"
    let words = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|dozen"
    // Up to two words may stand between the number and what it counts.
    let counts = "\\b(\(words)) (of (the|these) )?(\\w+ ){0,2}(\(nouns))\\b"
    let many = "\\b(hundreds|thousands|dozens) of \\w+"
    let pattern = try? Regex("[0-9][0-9,.]*( \\w+)?|\(counts)|\(many)").ignoresCase()
    guard let pattern else { return [] }
    return plain.matches(of: pattern).map { match in
      let start = plain.index(match.range.lowerBound, offsetBy: -12, limitedBy: plain.startIndex)
      return String(plain[(start ?? plain.startIndex)..<match.range.upperBound])
    }
  }

  @Test("Estimates and counts of briefs, actors and places are values of the data")
  func bound() throws {
    var seen = 0
    var paths = ["index.md"]
    for folder in ["briefs", "actors", "places"] {
      let names = try FileManager.default.contentsOfDirectory(
        atPath: Self.content.appendingPathComponent(folder).path)
      paths += names.filter { $0.hasSuffix(".md") }.sorted().map { folder + "/" + $0 }
    }
    for path in paths {
      let page = try String(contentsOf: Self.content.appendingPathComponent(path), encoding: .utf8)
      seen += page.components(separatedBy: "`{value} ").count - 1
      for figure in Self.figures(in: Self.prose(page)) {
        let isAllowed = Self.allowed.contains {
          $0.words.contains(figure) || figure.contains($0.words)
        }
        #expect(isAllowed, "\(path): …\(figure)…")
      }
    }
    #expect(seen > 60)
  }

  @Test("A bare figure would be found")
  func finds() {
    let page =
      "---\ntitle: T\nsummary: About 60.\n---\nIn 2021, on 8 October, 330 died; two attacks.\n"
      + "## Six entries {#sec-a}\n\nTwo of these named figures, hundreds of dead."
    let figures = Self.figures(in: Self.prose(page))
    #expect(figures.count == 5, "\(figures)")
    #expect(Self.figures(in: Self.prose("---\n---\n`{value} a[2021].b` in 2021 [@k, p. 3].")) == [])
  }
}
