import Bytes

/// How far a mention reaches, in the body.
struct MentionExtent {
  let start: Int
  let end: Int
  let isBracketed: Bool
  /// The offset of the bracket behind a key in text.
  let locator: Int?
  /// The words of what stands in the brackets, where it ``isBracketed``.
  let words: TreeBuilder.Words?
}

/// Finding mentions among siblings whose marks are known.
extension TreeBuilder {
  /// Brackets longer than this, in bytes, hold no citation.
  private static let longestGroup = 4000

  /// The mentions in order; none overlap.
  mutating func mentions(among marks: [Mark], _ pieces: [Piece]) -> [MentionExtent] {
    var result: [MentionExtent] = []
    var index = 0
    while index < marks.count {
      let mark = marks[index]
      switch mark.kind {
      case .open:
        guard mark.hasMention, let partner = mark.partner,
          let words = words(mark, marks[partner], pieces), CitationParts(words).isGroup
        else { break }
        let end = marks[partner].offset + 1
        result.append(
          MentionExtent(
            start: mark.offset, end: end, isBracketed: true, locator: nil, words: words))
        index = partner
      case .at(let keyEnd):
        var end = keyEnd
        var opening: Int?
        if let close = locator(behind: index, marks, pieces) {
          end = marks[close].offset + 1
          opening = marks[index + 1].offset
          index = close
        }
        result.append(
          MentionExtent(
            start: mark.offset, end: end, isBracketed: false, locator: opening, words: nil))
      case .close: break
      }
      index += 1
    }
    return result
  }

  /// The words of what stands between two brackets, where it may be a citation.
  private mutating func words(_ open: Mark, _ close: Mark, _ pieces: [Piece]) -> Words? {
    guard close.offset - open.offset <= Self.longestGroup else { return nil }
    var words = Words()
    append(pieces, open.offset + 1..<close.offset, to: &words)
    return words
  }

  /// The index of the bracket that closes `[p. 3]` behind the key of `marks[index]`.
  private mutating func locator(behind index: Int, _ marks: [Mark], _ pieces: [Piece]) -> Int? {
    guard case .at(let keyEnd) = marks[index].kind, index + 1 < marks.count,
      case .open = marks[index + 1].kind, let close = marks[index + 1].partner,
      isOnlySpace(keyEnd, from: marks[index], to: marks[index + 1], pieces),
      !isCrossReference(marks[index].offset + 1..<keyEnd)
    else { return nil }
    let first = marks[index + 1].offset + 1
    // A note is no locator, nor is a link's text.
    guard first < marks[close].offset, body.bytes[first] != UInt8(ascii: "^"),
      !isFollowedByTarget(close, marks, pieces),
      let words = words(marks[index + 1], marks[close], pieces)
    else { return nil }
    let parts = CitationParts(words)
    return !parts.isBlank && parts.hasKey.dropFirst().allSatisfy { $0 } ? close : nil
  }

  /// Whether a target follows a bracket as it follows a link's text.
  private mutating func isFollowedByTarget(
    _ close: Int, _ marks: [Mark], _ pieces: [Piece]
  ) -> Bool {
    let next = marks[close].offset + 1
    guard next < pieces[marks[close].piece].end else { return false }
    if body.bytes[next] == UInt8(ascii: "(") { return true }
    guard close + 1 < marks.count, marks[close + 1].offset == next,
      case .open = marks[close + 1].kind, let end = marks[close + 1].partner
    else { return false }
    return words(marks[close + 1], marks[end], pieces).map { !CitationParts($0).isGroup } ?? true
  }

  /// Whether a key is that of a figure, table, timeline, section or dataset, which have no
  /// locators.
  private func isCrossReference(_ key: Range<Int>) -> Bool {
    let bytes = body.bytes[key]
    let id = bytes.lastIndex(of: UInt8(ascii: ":")).map { bytes[($0 + 1)...] } ?? bytes
    return ["fig-", "tbl-", "tml-", "sec-", "dat-"].contains { id.starts(with: $0.utf8) }
  }

  /// Whether only white space, one line end at most, parts a key from a bracket.
  private func isOnlySpace(
    _ keyEnd: Int, from key: Mark, to bracket: Mark, _ pieces: [Piece]
  ) -> Bool {
    func isBlank(_ start: Int, _ end: Int) -> Bool {
      start >= end || body.bytes[start..<end].allSatisfy(\.isMarkdownSpace)
    }
    if key.piece == bracket.piece { return isBlank(keyEnd, bracket.offset) }
    guard bracket.piece == key.piece + 2, case .softBreak = pieces[key.piece + 1].kind else {
      return false
    }
    return isBlank(keyEnd, pieces[key.piece].end)
      && isBlank(pieces[bracket.piece].start, bracket.offset)
  }
}
