import Diagnostics
import TestSupport
import Testing

@testable import Datasets

@Suite("Patterns")
struct TextPatternTests {
  @Test(
    "A pattern describes the whole text",
    arguments: [
      ("abc", ["abc"], ["ab", "abcd", ""]), ("a|bc", ["a", "bc"], ["abc", "c"]),
      ("a*", ["", "aaa"], ["b"]), ("a+b?", ["a", "aab"], ["", "b", "abb"]),
      ("(ab){2}", ["abab"], ["ab", "ababab"]), ("a{2,}", ["aa", "aaaa"], ["a"]),
      ("a{1,3}", ["a", "aaa"], ["", "aaaa"]), ("a{0}b", ["b"], ["ab"]),
      ("[a-cx]+", ["abcx"], ["d"]), ("[^;]*", ["", "é"], ["a;b"]), ("[]a]", ["]", "a"], ["b"]),
      ("[a-]", ["-", "a"], ["b"]), ("[\\d.]+", ["1.2"], ["x"]),
      ("\\d\\D\\w\\W\\s\\S", ["1a_- x"], ["111111"]),
      (".", ["é", "😀"], ["", "\n", "ab"]), ("\\.", ["."], ["a"]), ("^a$", ["a"], ["^a$"]),
      ("(?:a|b)*c", ["c", "abac"], ["ab"]), ("(a|)(b|)", ["", "a", "b", "ab"], ["ba"]),
      ("", [""], ["a"]), ("(a*)*", ["", "aa"], ["b"]), ("Q\\d{1,9}", ["Q42"], ["Q", "q42"]),
    ])
  func whole(pattern: String, fits: [String], others: [String]) throws {
    let parsed = try TextPattern.parse(pattern).get()
    for text in fits { #expect(parsed.matches(text), "\(text)") }
    for text in others { #expect(!parsed.matches(text), "\(text)") }
  }

  @Test(
    "What is not understood is named by its bytes",
    arguments: [
      "a⟦(⟧b", "a⟦)⟧", "⟦*⟧a", "[a", "a⟦\\b⟧", "(?=a)", "é⟦{2,1}⟧", "a**", "[z-a]", "a{1001}", "\\",
      "a⟦$⟧b",
    ])
  func refused(marked: String) throws {
    let marked = Marked(marked)
    guard case .failure(let fault) = TextPattern.parse(marked.text) else {
      Issue.record("'\(marked.text)' was taken")
      return
    }
    if let range = marked.ranges.first { #expect(fault.range == range) }
    #expect(fault.range.upperBound <= marked.text.utf8.count)
  }

  @Test("No pattern takes long")
  func hostile() throws {
    let nested = try TextPattern.parse("(((a+)+)+)+b").get()
    #expect(!nested.matches(String(repeating: "a", count: 5_000)))
    for pattern in [
      "((((){1000}){1000}){1000}){1000}", "(((a{1000}){1000}){1000})", "((a{99}){99}){99}",
    ] {
      guard case .failure = TextPattern.parse(pattern) else {
        Issue.record("'\(pattern)' was taken")
        continue
      }
    }
    guard case .failure = TextPattern.parse(String(repeating: "(", count: 100_000)) else {
      Issue.record("deep nesting was taken")
      return
    }
  }

  @Test("Random patterns never crash")
  func random() {
    var generator = DeterministicGenerator(seed: 5)
    let pieces = [
      "a", "(", ")", "[", "]", "^", "$", "*", "+", "?", "{2}", "{1,", "\\d", "\\", "|", "-", "é",
      ".",
    ]
    for _ in 0..<10_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<10, using: &generator) {
        text += pieces.randomElement(using: &generator) ?? ""
      }
      switch TextPattern.parse(text) {
      case .success(let pattern): _ = pattern.matches("aaé1a")
      case .failure(let fault): #expect(fault.range.upperBound <= text.utf8.count)
      }
    }
  }
}
