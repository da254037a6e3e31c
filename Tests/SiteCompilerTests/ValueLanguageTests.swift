import Testing

@Suite("Values in languages that have no words for them")
struct ValueLanguageTests {
  @Test("Said in English, they are marked and kept apart from the text; in their own they are text")
  func marked() async throws {
    let text = "`{estimate} 1000..2000`، `{date} 2014-41`\n"
    let site = try await Publication([
      "index.md": "---\ntitle: A\n---\n",
      "ar.md": "---\ntitle: \u{639}\nlanguage: ar\n---\n\n" + text,
      "de.md": "---\ntitle: D\nlanguage: de-AT\n---\n\n" + text,
    ]).render()
    let arabic = try #require(site["ar.html"])
    #expect(
      arabic.contains(
        "<bdi lang=\"en\">1,000 to 2,000</bdi>، <bdi lang=\"en\">the second half of 2014</bdi>"))
    let german = try #require(site["de.html"])
    #expect(!german.contains("<bdi"))
  }
}
