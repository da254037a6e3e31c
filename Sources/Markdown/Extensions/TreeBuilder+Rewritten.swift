import Bytes
import CCMark
import Diagnostics

/// What was rewritten becomes what it stands for.
extension TreeBuilder {
  /// What a line that was rewritten stands for, or nil where it was not.
  mutating func role(ofLine line: Int) -> Rewriting.Role? {
    guard !rewritten.rewriting.roles.isEmpty else { return nil }
    let cursor = linePrefix(line).cursor
    let start = cursor.tabRest > 0 ? cursor.indentation.offset : cursor.offset
    guard body.isInserted(start) else { return nil }
    let place = body.offset(start) - rewritten.base
    unmetRoles.remove(place)
    return rewritten.rewriting.roles[place]
  }

  /// A range of the source as it was, as text and with its place.
  private func sourceWord(_ range: Range<Int>) -> SourceWord {
    SourceWord(
      text: UnsafeBufferPointer(rebasing: rewritten.source[range]).text, span: sourceSpan(range))
  }

  private func sourceSpan(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(
      body.file, range.lowerBound + rewritten.base..<range.upperBound + rewritten.base)
  }

  // MARK: Tables

  /// Adds a table, whose cells are read here.
  mutating func appendTable(_ index: Int) {
    let table = rewritten.rewriting.tables[index]
    let outer = containers
    containers.leaveAll()
    let rows = table.rows.map { row in row.map { cell($0) } }
    containers = outer
    let block = TableBlock(
      alignments: table.alignments, head: rows.first ?? [], rows: Array(rows.dropFirst()))
    blockFrames[blockFrames.count - 1].blocks.append(
      Block(kind: .table(block), span: sourceSpan(table.source)))
  }

  private mutating func cell(_ index: Int) -> TableBlock.Cell {
    let span = sourceSpan(rewritten.rewriting.cells[index])
    guard index < cellNodes.count else { return TableBlock.Cell(inlines: [], span: span) }
    beginText(lines: index + 1...index + 1)
    text.advance(to: text.offset + 1)
    text.skipBlanks()
    inlineFrames.append(
      InlineFrame(kind: .paragraph, base: 0, start: text.offset, isFlat: false))
    follow(cellNodes[index])
    return TableBlock.Cell(inlines: finishText(), span: span)
  }

  // MARK: Abbreviations

  /// Notes what abbreviations stand for before any text is read.
  mutating func takeAbbreviations() {
    let found = rewritten.rewriting.abbreviations
      .sorted { $0.label.lowerBound < $1.label.lowerBound }
    document.abbreviations = found.map {
      Abbreviation(label: sourceWord($0.label), expansion: sourceWord($0.expansion))
    }
    abbreviations = AbbreviationIndex(document.abbreviations)
  }

  // MARK: Footnotes

  /// Begins the definition of a footnote.
  /// - Returns: Its index among the document's.
  mutating func beginFootnote(_ index: Int) -> Int {
    let found = rewritten.rewriting.footnotes[index]
    document.footnotes.append(Footnote(label: sourceWord(found.label)))
    return document.footnotes.count - 1
  }

  /// The footnote whose definition is being read, where one is.
  var openFootnote: Int? {
    for frame in blockFrames.reversed() {
      if case .footnote(let index) = frame.kind { return index }
    }
    return nil
  }

  /// Says which footnote each reference means, and numbers them as a reader meets them.
  mutating func numberFootnotes() {
    var byLabel: [String: Int] = [:]
    for (index, footnote) in document.footnotes.enumerated() {
      let key = Self.labelKey(footnote.label.text)
      guard let first = byLabel[key] else {
        byLabel[key] = index
        continue
      }
      diagnostics.append(
        Diagnostic(
          .footnoteDuplicate, "the footnote '\(footnote.label.text)' is defined twice",
          at: footnote.label.span,
          labels: [Diagnostic.Label(document.footnotes[first].label.span, "it is first here")],
          help: "a reference could mean only the first; give one of them another label"))
    }
    var inNotes: [Int: [Int]] = [:]
    var waiting: [Int] = []
    for (index, reference) in document.footnoteReferences.enumerated() {
      guard let found = byLabel[Self.labelKey(reference.label.text)] else {
        reportUndefinedFootnote(reference)
        continue
      }
      document.footnoteReferences[index].footnote = found
      if let home = reference.home {
        inNotes[home, default: []].append(index)
      } else {
        waiting.append(index)
      }
    }
    var order: [Int] = []
    var next = 0
    // Notes that refer to one another in a circle are met once.
    while true {
      for index in waiting { meet(index, &order) }
      guard next < order.count else { break }
      waiting = inNotes[order[next]] ?? []
      next += 1
    }
    reportUnusedFootnotes(byLabel)
  }

  private mutating func meet(_ reference: Int, _ order: inout [Int]) {
    guard let index = document.footnoteReferences[reference].footnote else { return }
    if document.footnotes[index].number == nil {
      order.append(index)
      document.footnotes[index].number = order.count
    }
    document.footnotes[index].references.append(reference)
    document.footnoteReferences[reference].ordinal = document.footnotes[index].references.count
  }

  private mutating func reportUndefinedFootnote(_ reference: FootnoteReference) {
    let label = reference.label.text
    let help =
      options.definesFootnotes
      ? "define it on a line of its own, [^\(label)]: words, or write \\[ for a bracket"
      : "only a page's text can have footnotes; write \\[ for a bracket"
    diagnostics.append(
      Diagnostic(
        .footnoteUndefined, "nothing defines the footnote '\(label)'", at: reference.label.span,
        help: Suggestion.didYouMean(label, among: document.footnotes.map(\.label.text)) ?? help))
  }

  private mutating func reportUnusedFootnotes(_ byLabel: [String: Int]) {
    for (index, footnote) in document.footnotes.enumerated() where footnote.number == nil {
      // A second one of its label was reported as that.
      guard byLabel[Self.labelKey(footnote.label.text)] == index else { continue }
      diagnostics.append(
        Diagnostic(
          .footnoteUnused, "nothing refers to the footnote '\(footnote.label.text)'",
          at: footnote.label.span,
          help: "it is not shown; refer to it with [^\(footnote.label.text)], or take it out"))
    }
  }
}
