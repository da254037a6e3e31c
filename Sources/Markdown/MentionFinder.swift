import Bytes

/// Finds how far mentions reach among siblings whose marks are known.
struct MentionFinder {
  /// A mention's bytes.
  struct Extent {
    let start: Int
    let end: Int
    let isBracketed: Bool
    /// The offset of the bracket behind a key in text.
    let locator: Int?
  }

  private let marks: [Mark]
  private let pieces: [Piece]
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ marks: [Mark], _ pieces: [Piece], _ bytes: UnsafeBufferPointer<UInt8>) {
    self.marks = marks
    self.pieces = pieces
    self.bytes = bytes
  }

  /// The mentions in order; none overlap.
  func find() -> [Extent] {
    var result: [Extent] = []
    var index = 0
    while index < marks.count {
      let mark = marks[index]
      switch mark.kind {
      case .open:
        guard mark.hasMention, let partner = mark.partner else { break }
        let end = marks[partner].offset + 1
        result.append(Extent(start: mark.offset, end: end, isBracketed: true, locator: nil))
        index = partner
      case .at(let start, let keyEnd):
        if let close = locator(behind: index, keyEnd: keyEnd) {
          let end = marks[close].offset + 1
          let opening = marks[index + 1].offset
          result.append(Extent(start: start, end: end, isBracketed: false, locator: opening))
          index = close
        } else {
          result.append(Extent(start: start, end: keyEnd, isBracketed: false, locator: nil))
        }
      case .close: break
      }
      index += 1
    }
    return result
  }

  /// The bracket that closes `[p. 3]` behind the key of `marks[index]`.
  private func locator(behind index: Int, keyEnd: Int) -> Int? {
    guard index + 1 < marks.count, let close = marks[index + 1].partner, close > index + 1,
      !marks[index + 1].hasMention, isOnlySpace(keyEnd, from: marks[index], to: marks[index + 1])
    else { return nil }
    let first = marks[index + 1].offset + 1
    let end = marks[close].offset
    // A note is no locator, nor is the text of a reference that has no definition.
    guard bytes[first..<end].contains(where: { !$0.isMarkdownSpace }),
      bytes[first] != UInt8(ascii: "^"),
      end + 1 >= pieces[marks[close].piece].end || bytes[end + 1] != UInt8(ascii: "[")
    else { return nil }
    return close
  }

  /// Whether only white space, one line end at most, parts a key from a bracket.
  private func isOnlySpace(_ keyEnd: Int, from key: Mark, to bracket: Mark) -> Bool {
    func isBlank(_ start: Int, _ end: Int) -> Bool {
      start >= end || bytes[start..<end].allSatisfy(\.isMarkdownSpace)
    }
    if key.piece == bracket.piece { return isBlank(keyEnd, bracket.offset) }
    guard bracket.piece == key.piece + 2, case .softBreak = pieces[key.piece + 1].kind else {
      return false
    }
    return isBlank(keyEnd, pieces[key.piece].end)
      && isBlank(pieces[bracket.piece].start, bracket.offset)
  }
}
