import Bytes
import Diagnostics

/// References that have no definition, which cmark leaves as text.
extension TreeBuilder {
  /// Notes `[text][label]` and `[label][]` among marks that are text.
  mutating func noteUndefinedReferences(_ marks: [Mark]) {
    var isLabel = [Bool](repeating: false, count: marks.count)
    for index in marks.indices where !isLabel[index] {
      guard case .open = marks[index].kind, let close = marks[index].partner,
        close + 1 < marks.count, marks[close + 1].offset == marks[close].offset + 1,
        case .open = marks[close + 1].kind, let end = marks[close + 1].partner
      else { continue }
      isLabel[close + 1] = true
      let words = (marks[index].offset + 1)..<marks[close].offset
      var label = (marks[close + 1].offset + 1)..<marks[end].offset
      var bracket = close + 1
      if isBlank(label) {
        label = words
        bracket = index
      }
      // Brackets in it make it no label; a note or a citation means something else.
      guard let last = marks[bracket].partner, !hasBrackets(marks[(bracket + 1)..<last]),
        !(options.mentions && marks[bracket].hasMention), !isBlank(label), label.count < 1000,
        body.bytes[label.lowerBound] != UInt8(ascii: "^"),
        words.isEmpty || body.bytes[words.lowerBound] != UInt8(ascii: "^")
      else { continue }
      let start = label.lowerBound + body.bytes[label].prefix(while: \.isMarkdownSpace).count
      let range = start..<trimmedEnd(start..<label.upperBound)
      undefinedReferences.append((range, labelText(range)))
    }
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    body.bytes[range].allSatisfy(\.isMarkdownSpace)
  }

  private func hasBrackets(_ marks: ArraySlice<Mark>) -> Bool {
    marks.contains { mark in
      if case .at = mark.kind { false } else { true }
    }
  }

  /// Reports what was noted, once all definitions are known.
  mutating func reportUndefinedReferences() {
    let labels = document.definitions.map(\.label.text)
    for (range, label) in undefinedReferences {
      guard definitionsByLabel[Self.labelKey(label)] == nil else { continue }
      diagnostics.append(
        Diagnostic(
          .linkReferenceUndefined, "nothing defines the reference '\(label)'",
          at: body.span(range.lowerBound, range.upperBound),
          help: Suggestion.didYouMean(label, among: labels)
            ?? "define it on a line of its own, [\(label)]: address, or write \\[ for a bracket"))
    }
  }
}
