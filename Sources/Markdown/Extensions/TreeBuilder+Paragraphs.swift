import Bytes
import Diagnostics

/// The ends of paragraphs, whose first words may make a task of an item or an alert of a quotation.
extension TreeBuilder {
  /// Ends a paragraph.
  mutating func finishParagraph() {
    let extent = text.extent
    let isFirst = blockFrames.last.map { $0.blocks.isEmpty } ?? false
    if isFirst, !isLost, let kind = blockFrames.last?.kind {
      switch kind {
      case .item where options.taskLists: takeTaskMark()
      case .quote where options.alerts: takeAlertMark()
      default: break
      }
    }
    // Of an alert whose mark a blank line follows, no words are left.
    let isMark = pieces.isEmpty && blockFrames.last?.alert != nil
    let inlines = finishText()
    if !isMark { append(.paragraph(inlines), extent.lowerBound, trimmedEnd(extent)) }
  }

  /// Takes `[ ]` or `[x]` from the front of an item's words.
  private mutating func takeTaskMark() {
    let start = text.extent.lowerBound
    let bytes = body.bytes
    guard let line = text.stretches.first, line.count > 4, inlineFrames.first?.start == start,
      bytes[start] == UInt8(ascii: "["), bytes[start + 2] == UInt8(ascii: "]"),
      bytes[start + 3].isMarkdownSpace
    else { return }
    let isDone: Bool
    switch bytes[start + 1] {
    case UInt8(ascii: " "): isDone = false
    case UInt8(ascii: "x"), UInt8(ascii: "X"): isDone = true
    default: return
    }
    var end = start + 3
    while end < line.upperBound, bytes[end].isMarkdownSpace { end += 1 }
    guard end < line.upperBound else { return }
    blockFrames[blockFrames.count - 1].task = isDone
    cutFront(to: end)
  }

  /// Leaves out what stands before `end`.
  private mutating func cutFront(to end: Int) {
    pieces.removeAll { $0.end <= end }
    guard let first = pieces.first, first.start < end, case .text = first.kind else { return }
    pieces[0] = first.part(end..<first.end)
  }

  /// Takes `[!NOTE]` and its like from the front of a quotation's words.
  private mutating func takeAlertMark() {
    guard let line = text.stretches.first, inlineFrames.first?.start == line.lowerBound,
      let first = pieces.first, case .text = first.kind
    else { return }
    let bytes = body.bytes[line.lowerBound..<trimmedEnd(line)]
    guard bytes.starts(with: "[!".utf8), let close = bytes.firstIndex(of: UInt8(ascii: "]")) else {
      return
    }
    let name = bytes[(line.lowerBound + 2)..<close]
    guard !name.isEmpty, name.allSatisfy({ $0.isASCIILetter || $0 == UInt8(ascii: "-") }) else {
      return
    }
    let word = name.text.uppercased()
    let rest = bytes[(close + 1)...]
    guard rest.isEmpty else {
      // A link may read so; other parsers take what follows for a title.
      guard rest.first == .space || rest.first == UInt8(ascii: "-"),
        AlertKind(rawValue: word.lowercased()) != nil
      else { return }
      diagnostics.append(
        Diagnostic(
          .alertUnknown, "what follows '[!\(name.text)]' here keeps it from being an alert",
          at: body.span(rest.startIndex, rest.endIndex),
          help: "the mark stands alone on its line; put the words on the next one"))
      return
    }
    guard let kind = AlertKind(rawValue: word.lowercased()) else {
      let known = AlertKind.allCases.map { $0.rawValue.uppercased() }
      diagnostics.append(
        Diagnostic(
          .alertUnknown, "there is no alert '\(name.text)'",
          at: body.span(name.startIndex, name.endIndex),
          help: Suggestion.didYouMean(word, among: known)
            ?? "it stays a quotation; alerts are \(known.joined(separator: ", "))"))
      return
    }
    blockFrames[blockFrames.count - 1].alert = kind
    if let end = pieces.firstIndex(where: \.isLineEnd) {
      pieces.removeSubrange(...end)
    } else {
      pieces.removeAll()
    }
  }
}
