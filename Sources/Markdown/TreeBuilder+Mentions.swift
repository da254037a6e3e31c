import Bytes

/// Finding mentions among siblings whose marks are known.
extension TreeBuilder {
  /// Brackets longer than this, in bytes, hold no citation.
  private static let longestGroup = 4000

  /// The mentions, and the references to footnotes, in order; none overlap.
  mutating func mentions(among marks: [Mark], _ pieces: [Piece]) -> [Extent] {
    var result: [Extent] = []
    var index = 0
    while index < marks.count {
      let mark = marks[index]
      switch mark.kind {
      case .open:
        if options.footnotes, imageDepth == 0, let label = footnoteLabel(index, marks),
          let partner = mark.partner
        {
          result.append(
            Extent(start: mark.offset, end: marks[partner].offset + 1, kind: .footnote(label)))
          index = partner
          break
        }
        guard options.mentions, mark.hasMention, let partner = mark.partner,
          let words = words(mark, marks[partner], pieces), CitationParts(words).isGroup
        else { break }
        result.append(
          Extent(
            start: mark.offset, end: marks[partner].offset + 1,
            kind: .mention(isBracketed: true, locator: nil, words: words)))
        index = partner
      case .at(let keyEnd):
        guard options.mentions else { break }
        var end = keyEnd
        var opening: Int?
        if let close = locator(behind: index, marks, pieces) {
          end = marks[close].offset + 1
          opening = marks[index + 1].offset
          index = close
        }
        result.append(
          Extent(
            start: mark.offset, end: end,
            kind: .mention(isBracketed: false, locator: opening, words: nil)))
      case .close: break
      }
      index += 1
    }
    return result
  }

  /// The label of `[^label]`, where the bracket of `marks[index]` opens one: neither white space
  /// nor a bracket is in it.
  private func footnoteLabel(_ index: Int, _ marks: [Mark]) -> Range<Int>? {
    guard let partner = marks[index].partner else { return nil }
    let label = marks[index].offset + 2..<max(marks[index].offset + 2, marks[partner].offset)
    guard !label.isEmpty, body.bytes[label.lowerBound - 1] == UInt8(ascii: "^"),
      label.count < 1000, !body.bytes[label].contains(where: { $0.isMarkdownSpace || $0 == 0x5B })
    else { return nil }
    return label
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

  /// Whether a key is that of a figure, table, timeline, section, dataset or footnote, which have
  /// no locators.
  private func isCrossReference(_ key: Range<Int>) -> Bool {
    let bytes = body.bytes[key]
    let id = bytes.lastIndex(of: UInt8(ascii: ":")).map { bytes[($0 + 1)...] } ?? bytes
    return ["fig-", "tbl-", "tml-", "sec-", "dat-", "fn-"].contains { id.starts(with: $0.utf8) }
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
