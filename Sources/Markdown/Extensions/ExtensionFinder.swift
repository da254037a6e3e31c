import Bytes
import CCMark
import Diagnostics

/// Finds what the parser behind us took for words: tables, definitions of footnotes and of
/// abbreviations.
///
/// It follows the blocks of a tree, and looks at the lines of paragraphs and at those that no
/// block stands on. What is found is said in offsets of the source, whatever was rewritten before.
struct ExtensionFinder {
  private let body: Body
  private let lines: SourceLines
  private let options: MarkdownOptions
  /// Where in the file the source begins.
  private let base: Int
  private var containers: Containers
  /// What is known already, and what is found.
  private var rewriting: Rewriting
  private var hasFound = false
  /// How many lines at the front are cells of tables that were found before.
  private let cellLines: Int
  private var nextLine: Int
  private var depth = 0
  private var addedCells = 0

  /// - Parameters:
  ///   - body: The text after what is rewritten already.
  ///   - text: How it was rewritten.
  init(_ body: Body, _ lines: SourceLines, _ options: MarkdownOptions, _ text: RewrittenText) {
    self.body = body
    self.lines = lines
    self.options = options
    self.base = text.base
    self.containers = Containers(body.bytes, lines)
    self.rewriting = text.rewriting
    self.cellLines = rewriting.cells.count
    self.nextLine = cellLines + 1
  }

  /// Looks through the tree of the body.
  /// - Returns: What is to be rewritten, or nil where nothing was found.
  mutating func find(in root: OpaquePointer) -> Rewriting? {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard let node = cmark_iter_get_node(iterator) else { break }
      let type = cmark_node_get_type(node)
      if event == CMARK_EVENT_EXIT {
        exit(node, type)
      } else if type != CMARK_NODE_DOCUMENT, !enter(node, type) {
        cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT)
      }
    }
    lookBetween(before: lines.count + 1)
    return hasFound ? rewriting : nil
  }

  /// - Returns: Whether its children must be looked at.
  private mutating func enter(_ node: OpaquePointer, _ type: cmark_node_type) -> Bool {
    let first = Int(cmark_node_get_start_line(node))
    lookBetween(before: first)
    switch type {
    case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_ITEM:
      let prefix = containers.prefix(of: first)
      guard depth < TreeBuilder.depthLimit else {
        nextLine = max(nextLine, Int(cmark_node_get_end_line(node)) + 1)
        return false
      }
      depth += 1
      containers.enter(type, line: first, at: prefix.cursor)
      return true
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
      let last = max(first, min(Int(cmark_node_get_end_line(node)), lines.count))
      nextLine = max(nextLine, last + 1)
      if first > cellLines { look(at: first...last, isHeading: type == CMARK_NODE_HEADING) }
    default:
      let rows = TreeBuilder.literal(of: node).count { $0 == .newline }
      let isFence =
        type == CMARK_NODE_CODE_BLOCK && containers.prefix(of: first).cursor.indentation.columns < 4
      nextLine = max(nextLine, first + max(1, rows + (isFence ? 1 : 0)))
    }
    return false
  }

  private mutating func exit(_ node: OpaquePointer, _ type: cmark_node_type) {
    guard type != CMARK_NODE_DOCUMENT else { return }
    lookBetween(before: min(Int(cmark_node_get_end_line(node)), lines.count) + 1)
    containers.leave(type)
    depth -= 1
  }

  /// Looks at the lines before `line` that no block stands on: those of definitions.
  private mutating func lookBetween(before line: Int) {
    while nextLine < line {
      var last = nextLine
      if !containers.prefix(of: nextLine).cursor.isBlank {
        while last + 1 < line, !containers.prefix(of: last + 1).cursor.isBlank { last += 1 }
        look(at: nextLine...last, isHeading: false)
      }
      nextLine = last + 1
    }
  }

  private mutating func look(at range: ClosedRange<Int>, isHeading: Bool) {
    // What follows a mark is read anew, and looked at then.
    if !findsMarks(range), options.tables { findTables(range, isHeading: isHeading) }
  }

  /// A range of the body as one of the source.
  private func source(_ range: Range<Int>) -> Range<Int> {
    let place = body.span(range.lowerBound, range.upperBound).range
    return place.lowerBound - base..<place.upperBound - base
  }

  /// A line's bytes behind its prefix and indentation, and with its indentation.
  private func content(
    _ prefix: (cursor: LineCursor, isLazy: Bool)
  ) -> (words: Range<Int>, whole: Range<Int>, indentation: Int) {
    let indent = prefix.cursor.indentation
    // What is left of a tab belongs to the prefix.
    let start = prefix.cursor.tabRest > 0 ? indent.offset : prefix.cursor.offset
    let end = max(indent.offset, prefix.cursor.end)
    return (indent.offset..<end, start..<end, indent.columns)
  }

  // MARK: Footnotes and abbreviations

  private mutating func findsMarks(_ range: ClosedRange<Int>) -> Bool {
    guard options.footnotes || options.abbreviations else { return false }
    var isFound = false
    for line in range {
      let content = content(containers.prefix(of: line))
      guard content.indentation < 4, let first = body.bytes[content.words].first else { continue }
      if first == UInt8(ascii: "["), options.footnotes,
        let mark = FootnoteMark(body.bytes, content.words)
      {
        rewriting.addFootnote(
          label: source(mark.label), mark: source(content.whole.lowerBound..<mark.words),
          isAlone: mark.words == content.words.upperBound)
        isFound = true
      } else if first == UInt8(ascii: "*"), options.abbreviations,
        let found = AbbreviationLine(body.bytes, content.words)
      {
        rewriting.addAbbreviation(
          label: source(found.label), expansion: source(found.expansion),
          line: source(content.whole))
        isFound = true
      }
    }
    if isFound { hasFound = true }
    return isFound
  }

  // MARK: Tables

  private mutating func findTables(_ range: ClosedRange<Int>, isHeading: Bool) {
    var line = range.lowerBound
    while line < range.upperBound { line = findTable(from: line, isHeading: isHeading) + 1 }
  }

  /// Takes the table whose head is `line`, if it is one.
  /// - Returns: The last line that was looked at.
  private mutating func findTable(from line: Int, isHeading: Bool) -> Int {
    let under = containers.prefix(of: line + 1)
    let delimiter = content(under)
    guard !under.isLazy, delimiter.indentation < 4,
      let alignments = TableLine.alignments(body.bytes, delimiter.words),
      alignments.count <= InputLimits.columns
    else { return line }
    let prefix = containers.prefix(of: line)
    let head = content(prefix)
    let cells = TableLine.cells(body.bytes, head.words)
    guard !prefix.isLazy, cells.count == alignments.count else { return line }
    // A heading's underline is the head of nothing.
    if isHeading, let mark = body.bytes[head.words].first,
      body.bytes[head.words].allSatisfy({ $0 == mark || $0.isMarkdownSpace })
    {
      return line
    }
    var rows = [cells.map(source)]
    var taken = [source(head.whole), source(delimiter.whole)]
    var last = line + 1
    while last < lines.count, let row = row(last + 1, columns: alignments.count) {
      last += 1
      rows.append(row.cells.prefix(alignments.count).map(source))
      taken.append(source(row.line))
    }
    rewriting.addTable(alignments, rows: rows, lines: taken)
    hasFound = true
    return last
  }

  /// The cells of a line that goes on with a table.
  private mutating func row(
    _ line: Int, columns: Int
  ) -> (cells: [Range<Int>], line: Range<Int>)? {
    let prefix = containers.prefix(of: line)
    let content = content(prefix)
    guard !prefix.isLazy, content.indentation < 4, !content.words.isEmpty,
      !BlockStart.isBlock(body.bytes, content.words)
    else { return nil }
    let cells = TableLine.cells(body.bytes, content.words)
    guard !cells.isEmpty else { return nil }
    addedCells += max(0, columns - cells.count)
    return addedCells <= InputLimits.addedCells ? (cells, content.whole) : nil
  }
}
