import Bytes

/// Where the lines of a body begin and end, as CommonMark 0.30 section 2.1 has it: LF, CR LF and
/// CR alone end a line.
struct SourceLines {
  /// The offset of each line's first byte.
  private let starts: [UInt32]
  /// How many `[` there are in all.
  let bracketCount: Int
  /// Whether there is a NUL.
  let hasNUL: Bool
  /// Whether `[^` stands where it may begin the definition of a footnote.
  private let hasCaretBracket: Bool
  /// Whether `*[` stands anywhere, which may begin an abbreviation.
  private let hasStarredBracket: Bool
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    // A byte order mark at the very start is no part of the first line.
    let isMarked = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    var starts: [UInt32] = [isMarked ? 3 : 0]
    starts.reserveCapacity(bytes.count / 40 + 1)
    var brackets = 0
    var hasNUL = false
    var hasCaretBracket = false
    var hasStarredBracket = false
    var index = -1
    let last = bytes.count - 1
    let raw = UnsafeRawPointer(bytes.baseAddress)
    while index < last {
      index &+= 1
      while index &+ 8 <= last, let raw,
        !ByteWords.have(
          below: 0x0E, or: 0x5B, in: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      {
        index &+= 8
      }
      // All but a few bytes are of no interest.
      let byte = bytes[index]
      guard byte <= 0x0D || byte == 0x5B else { continue }
      switch byte {
      case 0: hasNUL = true
      case UInt8(ascii: "\n"): starts.append(UInt32(truncatingIfNeeded: index + 1))
      case UInt8(ascii: "\r"):
        let next = index + 1
        if next >= bytes.count || bytes[next] != UInt8(ascii: "\n") {
          starts.append(UInt32(truncatingIfNeeded: next))
        }
      case UInt8(ascii: "["):
        brackets += 1
        let before = index > 0 ? bytes[index - 1] : .newline
        // What refers to a footnote stands behind a word as a rule, not behind white space.
        if before.isMarkdownSpace || before == UInt8(ascii: ">"), index < last,
          bytes[index + 1] == UInt8(ascii: "^")
        {
          hasCaretBracket = true
        }
        if before == UInt8(ascii: "*") { hasStarredBracket = true }
      default: break
      }
    }
    self.starts = starts
    self.bracketCount = brackets
    self.hasNUL = hasNUL
    self.hasCaretBracket = hasCaretBracket
    self.hasStarredBracket = hasStarredBracket
  }

  /// How many lines there are; one after a last line end counts, though it is empty.
  var count: Int { starts.count }

  /// The offset of the first byte of `line`, counted from 1; beyond the last, the body's end.
  func start(_ line: Int) -> Int {
    guard line <= starts.count else { return bytes.count }
    return Int(starts[max(line, 1) - 1])
  }

  /// The offset after the last byte of `line`, its line end left out.
  func end(_ line: Int) -> Int {
    let start = start(line)
    var end = line < starts.count ? self.start(line + 1) : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return end
  }

  /// Whether anything in the text looks as if the parser behind us might not know it.
  func mayHaveExtensions(_ options: MarkdownOptions) -> Bool {
    if options.footnotes, hasCaretBracket { return true }
    if options.abbreviations, hasStarredBracket { return true }
    guard options.tables else { return false }
    return (1...count).contains { isDelimiterRow($0) }
  }

  /// Whether a line, behind white space and `>`, has nothing but `|`, `:` and hyphens.
  private func isDelimiterRow(_ line: Int) -> Bool {
    var place = start(line)
    let end = end(line)
    while place < end, bytes[place] == .space || bytes[place] == .tab || bytes[place] == 0x3E {
      place += 1
    }
    guard place < end else { return false }
    var hasHyphen = false
    var hasMark = false
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: "|"), UInt8(ascii: ":"): hasMark = true
      case UInt8(ascii: "-"): hasHyphen = true
      case .space, .tab, 0x0B, 0x0C: break
      default: return false
      }
      place += 1
    }
    return hasHyphen && hasMark
  }
}
