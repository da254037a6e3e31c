import Diagnostics
import Testing

@testable import Markdown

/// Marked places are those of undefined labels.
@Suite("References without a definition")
struct ReferenceTests {
  @Test(
    "Each is an error at its label",
    arguments: [
      "[text][⟦label⟧]", "[⟦label⟧][]", "![alt][⟦label⟧]", "![⟦alt⟧][]", "[*a* `b`][⟦c d⟧]",
      "> - [text][⟦a\n>   label⟧]", "# [a][⟦b⟧]", "[a][⟦b⟧][c]", "[a][⟦b⟧] and [c][ ⟦d⟧ ]",
      "*[a][⟦b⟧]*", "![x [a][⟦b⟧] y](u)", "[x][⟦y⟧]: z", "1. [a\n   b][⟦c⟧]", "[a][⟦*b*⟧]",
      "\\[x] [a][⟦\\]⟧]", "[⟦a⟧][ ]",
    ])
  func undefined(source: String) {
    let read = MarkedReading(source + "\n\n[r]: u\n", prefix: "é")
    #expect(read.reading.diagnostics.map(\.code) == read.spans.map { _ in .linkReferenceUndefined })
    #expect(read.reading.diagnostics.map(\.span) == read.spans)
  }

  @Test(
    "What is none is not reported",
    arguments: [
      "[a]", "[a] [b]", "[a][r]", "[r][]", "[r]", "`[a][b]`", "    [a][b]", "\\[a][b]", "[a]\\[b]",
      "[a\\][b]", "[^1]", "[^1][^2]", "a [^1] b", "[x][^1]", "[@a][@b]", "[a](u)[b](v)", "[][]",
      "<b t='[a][b]'>", "```\n[a][b]\n```", "<div>\n[a][b]\n</div>", "[a]: [b][c]",
      "[1] and [2]", "a[b[c]][]",
    ])
  func silent(source: String) {
    let notes = ["1", "2"].filter { source.contains("[^\($0)]") }.map { "\n[^\($0)]: n\n" }
    let read = MarkedReading(source + "\n\n[r]: u\n" + notes.joined())
    #expect(read.reading.diagnostics == [])
  }

  @Test("The defined label that is nearest is suggested")
  func suggestion() {
    let read = MarkedReading("[a][haqani]\n\n[Haqqani]: u\n")
    #expect(read.reading.diagnostics.map(\.help) == ["did you mean 'Haqqani'?"])
    #expect(
      read.reading.diagnostics.map(\.message) == ["nothing defines the reference 'haqani'"])
  }
}
