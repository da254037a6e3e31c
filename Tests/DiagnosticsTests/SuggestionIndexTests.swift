import Diagnostics
import Testing

@Suite("Words held against misspelt ones")
struct SuggestionIndexTests {
  @Test("An index finds what a look at each word would find")
  func agreement() {
    let words = (0..<400).map { number in
      "page-\(number * 7919 % 1000)\(number % 3 == 0 ? "é" : "")"
    }
    let index = SuggestionIndex(words + ["rain.md", "reign.md", "index.md", "a"])
    for word in ["page-12", "pag-777", "rian.md", "Index.md", "b", "", "nothing-like-it-at-all"] {
      let each = Set(words + ["rain.md", "reign.md", "index.md", "a"]).filter {
        Suggestion.nearest(to: word, among: [$0]) != nil
      }
      #expect(Set(index.near(word)) == each, "\(word)")
    }
  }
}
