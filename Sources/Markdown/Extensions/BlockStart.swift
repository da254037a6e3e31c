import Bytes
import CCMark

/// Whether a line begins a block of its own, asked of the parser that makes the tree.
enum BlockStart {
  /// Whether a line, without its prefix and indentation, begins a block other than a paragraph.
  static func isBlock(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    guard let first = bytes[line].first else { return false }
    switch first {
    case UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"),
      UInt8(ascii: "<"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      break
    default: return FootnoteMark(bytes, line) != nil
    }
    guard let root = MarkdownParser.tree(of: UnsafeBufferPointer(rebasing: bytes[line])) else {
      return false
    }
    defer { cmark_node_free(root) }
    guard let child = cmark_node_first_child(root) else { return false }
    return cmark_node_get_type(child) != CMARK_NODE_PARAGRAPH
  }
}

/// What begins the definition of a footnote: `[^label]:`.
struct FootnoteMark {
  /// The label.
  let label: Range<Int>
  /// Where the words begin, or the line ends.
  let words: Int

  /// - Parameter line: The line without its prefix and indentation.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    let start = line.lowerBound
    guard line.count > 4, bytes[start] == UInt8(ascii: "["), bytes[start + 1] == UInt8(ascii: "^")
    else { return nil }
    var place = start + 2
    while place < line.upperBound, bytes[place] != UInt8(ascii: "]") {
      guard !bytes[place].isMarkdownSpace, bytes[place] != UInt8(ascii: "[") else { return nil }
      place += 1
    }
    guard place > start + 2, place + 1 < line.upperBound, bytes[place + 1] == UInt8(ascii: ":")
    else { return nil }
    label = start + 2..<place
    place += 2
    while place < line.upperBound, bytes[place].isMarkdownSpace { place += 1 }
    words = place
  }
}

/// The definition of an abbreviation on a line of its own: `*[label]: what it stands for`.
struct AbbreviationLine {
  /// The label.
  let label: Range<Int>
  /// What it stands for.
  let expansion: Range<Int>

  /// - Parameter line: The line without its prefix and indentation.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    let start = line.lowerBound
    guard line.count > 5, bytes[start] == UInt8(ascii: "*"), bytes[start + 1] == UInt8(ascii: "[")
    else { return nil }
    guard let close = bytes[line].firstIndex(of: UInt8(ascii: "]")), close > start + 2,
      close + 1 < line.upperBound, bytes[close + 1] == UInt8(ascii: ":")
    else { return nil }
    var first = close + 2
    var last = line.upperBound
    while first < last, bytes[first].isMarkdownSpace { first += 1 }
    while last > first, bytes[last - 1].isMarkdownSpace { last -= 1 }
    guard first < last, !bytes[start + 2].isMarkdownSpace else { return nil }
    label = start + 2..<close
    expansion = first..<last
  }
}
