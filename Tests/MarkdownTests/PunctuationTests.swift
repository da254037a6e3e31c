import Testing

@testable import Markdown

@Suite("Quotation marks, dashes and ellipses")
struct PunctuationTests {
  private static let english = MarkdownOptions.QuotationMarks(
    double: .init("“", "”"), single: .init("‘", "’"))
  private static let german = MarkdownOptions.QuotationMarks(
    double: .init("„", "“"), single: .init("‚", "‘"))

  private func text(_ source: String, _ marks: MarkdownOptions.QuotationMarks) -> String {
    var options = MarkdownOptions()
    options.quotationMarks = marks
    let read = MarkedReading(source, options: options)
    return read.document.plainText
  }

  @Test(
    "English",
    arguments: [
      ("\"a\" and 'b'", "“a” and ‘b’"),
      ("don't, the '90s, rock 'n' roll", "don’t, the ’90s, rock ‘n’ roll"),
      ("\"'a' b,\" he said", "“‘a’ b,” he said"), ("*\"a\"* **'b'**", "“a” ‘b’"),
      ("(\"a\") [\"b\"] \"c\"-d", "(“a”) [“b”] “c”-d"), ("a -- b --- c...", "a – b — c…"),
      ("1990--2000, ---- and . . .", "1990–2000, –– and . . ."),
      ("\\\"a\\\" \\-- &quot;b&quot;", "\"a\" -- \"b\""),
      ("`\"a\"` \"b", "\"a\" “b"), ("6' 10\" x", "6’ 10\" x"),
      ("[\"a\" b](\"c\") and <https://a.b/'c'>", "“a” b and https://a.b/'c'"),
      ("https://a.b/'c'--d \"e\"", "https://a.b/'c'--d “e”"),
      ("the dogs' \"bones\"", "the dogs’ “bones”"),
      (
        "the dogs' bowl, the '80s, \"a dog's life\" and \"another\".",
        "the dogs’ bowl, the ’80s, “a dog’s life” and “another”."
      ),
      ("The '90s and \"she didn't\".", "The ’90s and “she didn’t”."),
      ("'Twas so. \"It isn't,\" he said.", "’Twas so. “It isn’t,” he said."),
      ("\"the boys' 'own' toy\" isn't 'it'", "“the boys’ ‘own’ toy” isn’t ‘it’"),
    ])
  func english(source: String, expected: String) {
    #expect(text(source, Self.english) == expected)
  }

  @Test(
    "German",
    arguments: [
      ("\"a\" und 'b'", "„a“ und ‚b‘"), ("\"'a' b\"", "„‚a‘ b“"), ("geht's -- so", "geht’s – so"),
      ("Die '90er. \"Er sagt's\", ja. Ich hab's.", "Die ’90er. „Er sagt’s“, ja. Ich hab’s."),
    ])
  func german(source: String, expected: String) {
    #expect(text(source, Self.german) == expected)
  }

  @Test("Where no language is given, marks stay as they are")
  func none() {
    #expect(MarkedReading("\"a\" -- 'b'...").document.plainText == "\"a\" -- 'b'...")
  }

  @Test("Ids know nothing of them, nor do citations")
  func identifiers() {
    var options = MarkdownOptions()
    options.quotationMarks = Self.english
    let read = MarkedReading("# \"A\" -- it's\n\n[@a, sec. \"B\"]", options: options)
    #expect(read.document.headings.map(\.id) == ["a----its"])
    #expect(read.document.headings.map(\.plainText) == ["“A” – it’s"])
    #expect(read.document.mentions.map(\.text.string) == ["@a, sec. \"B\""])
  }

  @Test("Places are right in texts of no sense at all")
  func random() {
    var options = MarkdownOptions()
    options.quotationMarks = Self.english
    for seed in 4000...5000 as ClosedRange<UInt64> {
      var random = RandomText(seed: seed)
      let source = random.text(of: 3 + random.number(below: 40))
      let read = MarkedReading(source, options: options)
      #expect(read.reading.lostBlocks == 0, "\(source)")
    }
  }
}
