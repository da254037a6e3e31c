import Bytes
import CCMark
import Diagnostics

/// What is refused because the parser behind us would take too long over it.
enum InputLimits {
  /// Opening brackets in one block.
  static let brackets = 10_000

  /// Columns of a pipe table.
  static let columns = 1000

  /// Cells that rows lack and that are added to them, in all tables of a text.
  static let addedCells = 500_000

  /// How often a text is read to find what stands within what was found.
  static let readings = 6

  /// How many columns of a line's prefix are read at a time, in search of what nests too deep.
  ///
  /// No line opens more blocks than its prefix has columns; at worst (nine digits, a full stop
  /// and four spaces for a list and its item) two take fourteen.
  static let prefixSteps = [208, 520, 1500]

  /// The text with what goes beyond `limit` columns of a line's prefix written over; nil where
  /// nothing does.
  static func coveringPrefixes(
    of bytes: UnsafeBufferPointer<UInt8>, _ lines: SourceLines, beyond limit: Int
  ) -> [UInt8]? {
    var covered: [UInt8]?
    for line in 1...lines.count {
      let end = lines.end(line)
      // A tab is up to four columns wide.
      let start = lines.start(line)
      guard end - start > limit / 4, mayBePrefix(bytes, start..<start + limit / 4) else { continue }
      let prefix = Prefix(of: bytes, from: lines.start(line), to: end, limit: limit)
      guard prefix.columns > limit else { continue }
      var held = covered ?? Array(bytes)
      covered = nil
      for place in prefix.end..<prefix.whole { held[place] = UInt8(ascii: "x") }
      covered = held
    }
    return covered
  }

  /// Whether there is nothing in a range but what prefixes are made of.
  private static func mayBePrefix(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    for place in range {
      switch bytes[place] {
      case .space, .tab, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: ")"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        continue
      default: return false
      }
    }
    return true
  }

  /// The front of a line: white space, `>`, bullets and numbers.
  private struct Prefix {
    /// Where its first `limit` columns end.
    var end: Int
    /// Where it ends as a whole.
    var whole: Int
    var columns = 0

    init(of bytes: UnsafeBufferPointer<UInt8>, from start: Int, to lineEnd: Int, limit: Int) {
      let thematic = Self.thematicBreak(bytes, start, lineEnd)
      var place = start
      end = start
      scan: while place < lineEnd, place < thematic {
        var next = place + 1
        var width = 1
        switch bytes[place] {
        case .space, UInt8(ascii: ">"): break
        case .tab: width = 4
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          while next < lineEnd, bytes[next].isASCIIDigit { next += 1 }
          if bytes[place].isASCIIDigit {
            guard next < lineEnd,
              bytes[next] == UInt8(ascii: ".") || bytes[next] == UInt8(ascii: ")")
            else { break scan }
            next += 1
          }
          guard next == lineEnd || bytes[next] == .space || bytes[next] == .tab else { break scan }
          width = next - place
        default: break scan
        }
        columns += width
        place = next
        if columns <= limit { end = place }
      }
      whole = place
    }

    /// Where the end of the line begins that is all `-`, `*` or `_` of one kind and white space:
    /// a thematic break rather than bullets.
    private static func thematicBreak(
      _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> Int {
      var place = end
      var mark: UInt8?
      var first = end
      var count = 0
      while place > start {
        let byte = bytes[place - 1]
        if byte != .space, byte != .tab {
          guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_"),
            mark == nil || mark == byte
          else { break }
          mark = byte
          first = place - 1
          count += 1
        }
        place -= 1
      }
      return count >= 3 ? first : end
    }
  }

  /// The paragraphs and headings that hold more brackets than ``brackets``, as ranges of the
  /// body.
  ///
  /// cmark is asked where blocks are, with the brackets written over so that it need not look at
  /// them.
  static func blocksWithTooManyBrackets(
    in bytes: UnsafeBufferPointer<UInt8>, _ lines: SourceLines
  ) -> [Range<Int>] {
    guard lines.bracketCount > brackets else { return [] }
    let covered = bytes.map { $0 == UInt8(ascii: "[") ? UInt8(ascii: "x") : $0 }
    guard let root = covered.withUnsafeBufferPointer({ MarkdownParser.tree(of: $0) }) else {
      return []
    }
    defer { cmark_node_free(root) }
    var result: [Range<Int>] = []
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
      let type = cmark_node_get_type(node)
      guard type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING else { continue }
      let start = lines.start(Int(cmark_node_get_start_line(node)))
      let end = lines.end(Int(cmark_node_get_end_line(node)))
      guard end - start > brackets,
        bytes[start..<end].count(where: { $0 == UInt8(ascii: "[") }) > brackets
      else { continue }
      result.append(start..<end)
    }
    return result
  }
}
