import Diagnostics
import Testing

@Suite("Words held against misspelt ones")
struct SuggestionIndexTests {
  static let words: [String] = (0..<400).map { number in
    "page-\(number * 7919 % 1000)\(number % 3 == 0 ? "é" : "")"
  }

  @Test("What is one letter away is found, and what is more where nothing is")
  func agreement() {
    let words = Self.words + ["rain.md", "reign.md", "index.md", "haqqani-organisation.md", "a"]
    let index = SuggestionIndex(words)
    #expect(index.near("rian.md") == ["rain.md"])
    #expect(index.near("Index.md") == ["index.md"])
    #expect(index.near("indx.md") == ["index.md"])
    #expect(index.near("haggani-organisation.md") == ["haqqani-organisation.md"])
    #expect(index.near("nothing-like-it-at-all") == [])
    #expect(index.near("b") == [] && index.near("") == [])
    // Whatever the nearest word is, it is among those that the index finds.
    for word in ["page-12", "pag-777", "page-1x2", "paje-99é", "rain", "reing.md"] {
      let nearest = Suggestion.nearest(to: word, among: words)
      let found = Suggestion.nearest(to: word, among: index.near(word))
      #expect(found == nearest, "\(word)")
    }
  }
}
