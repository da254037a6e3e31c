import Bytes

/// Finds tables, footnotes and abbreviations that stand in no other block, by their lines alone.
///
/// Most of them do, and a text is then read once instead of twice. Nothing depends on it: what it
/// misses ``ExtensionFinder`` finds in the tree, and what it takes for more than it is turns out to
/// be met by no block, and is taken back.
struct LineFinder {
  private let body: Body
  private let lines: SourceLines
  private let options: MarkdownOptions
  private var rewriting: Rewriting
  private var line = 1
  /// The mark of the fence that is open, and how many there are.
  private var fence: (mark: UInt8, count: Int)?
  private var isAfterBlank = true
  private var addedCells = 0

  /// - Parameter rewriting: What is known already.
  init(_ body: Body, _ lines: SourceLines, _ options: MarkdownOptions, _ rewriting: Rewriting) {
    self.body = body
    self.lines = lines
    self.options = options
    self.rewriting = rewriting
  }

  /// What is known, and what the lines tell.
  mutating func find() -> Rewriting {
    while line <= lines.count {
      let range = lines.start(line)..<lines.end(line)
      let words = body.bytes[range].drop { $0 == .space }
      let indentation = words.startIndex - range.lowerBound
      line += 1
      guard let first = words.first, !words.allSatisfy(\.isMarkdownSpace) else {
        isAfterBlank = true
        continue
      }
      if fence != nil {
        closeFence(words)
      } else if indentation < 4, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") {
        openFence(words)
      } else if first == UInt8(ascii: "<") {
        // HTML goes on to the next blank line, some of it beyond.
        skipToBlank()
      } else if indentation == 0 {
        look(at: range, first)
      }
      isAfterBlank = false
    }
    return rewriting
  }

  private mutating func openFence(_ words: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let mark = words.first else { return }
    let rest = words.drop { $0 == mark }
    let count = rest.startIndex - words.startIndex
    guard count >= 3, mark == UInt8(ascii: "~") || !rest.contains(mark) else { return }
    fence = (mark, count)
  }

  private mutating func closeFence(_ words: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let open = fence else { return }
    let rest = words.drop { $0 == open.mark }
    if rest.startIndex - words.startIndex >= open.count, rest.allSatisfy(\.isMarkdownSpace) {
      fence = nil
    }
  }

  private mutating func skipToBlank() {
    while line <= lines.count,
      !body.bytes[lines.start(line)..<lines.end(line)].allSatisfy(\.isMarkdownSpace)
    {
      line += 1
    }
  }

  private mutating func look(at range: Range<Int>, _ first: UInt8) {
    switch first {
    case UInt8(ascii: "[") where options.footnotes:
      if let mark = FootnoteMark(body.bytes, range) {
        rewriting.addFootnote(
          label: mark.label, mark: range.lowerBound..<mark.words,
          isAlone: mark.words == range.upperBound)
        return
      }
    case UInt8(ascii: "*") where options.abbreviations:
      if let found = AbbreviationLine(body.bytes, range) {
        rewriting.addAbbreviation(label: found.label, expansion: found.expansion, line: range)
        return
      }
    default: break
    }
    if options.tables, isAfterBlank, line <= lines.count { lookForTable(range) }
  }

  private mutating func lookForTable(_ head: Range<Int>) {
    let delimiter = lines.start(line)..<lines.end(line)
    guard let alignments = TableLine.alignments(body.bytes, delimiter),
      alignments.count <= InputLimits.columns, !BlockStart.isBlock(body.bytes, head)
    else { return }
    let cells = TableLine.cells(body.bytes, head)
    guard cells.count == alignments.count else { return }
    var rows = [cells]
    var taken = [head, delimiter]
    var last = line
    while last < lines.count, let row = row(last + 1) {
      addedCells += max(0, alignments.count - row.cells.count)
      // Too much of what is not there is left to those who count it.
      guard addedCells <= InputLimits.addedCells else { return }
      rows.append(Array(row.cells.prefix(alignments.count)))
      taken.append(row.line)
      last += 1
    }
    line = last + 1
    rewriting.addTable(alignments, rows: rows, lines: taken)
  }

  /// The cells of a line that goes on with a table.
  private func row(_ line: Int) -> (cells: [Range<Int>], line: Range<Int>)? {
    let range = lines.start(line)..<lines.end(line)
    let words = body.bytes[range].drop { $0 == .space }
    let content = words.startIndex..<range.upperBound
    guard content.lowerBound - range.lowerBound < 4, let first = words.first, first != .tab,
      !BlockStart.isBlock(body.bytes, content)
    else { return nil }
    let cells = TableLine.cells(body.bytes, content)
    return cells.isEmpty ? nil : (cells, range)
  }
}
