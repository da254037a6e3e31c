import Bytes
import Diagnostics

/// A stretch of running text that stands for more than its words.
struct Extent {
  enum Kind {
    /// A mention; where its locator's bracket opens, and for one in brackets the words in them.
    case mention(isBracketed: Bool, locator: Int?, words: TreeBuilder.Words?)
    /// A reference to a footnote with a label.
    case footnote(Range<Int>)
    /// An address, where it leads and how it reads.
    case address(String, String)
    /// An abbreviation: an index into the document's.
    case abbreviation(Int)
  }

  /// Where it begins in the body.
  let start: Int
  /// Where it ends there.
  let end: Int
  let kind: Kind
}

extension TreeBuilder {
  /// The extents among siblings, in order; none overlap.
  mutating func extents(among pieces: [Piece], isInLink: Bool) -> [Extent] {
    var result: [Extent] = []
    if marks.contains(.brackets), options.mentions || options.footnotes {
      var scanner = MarkScanner(body.bytes)
      scanner.scan(pieces, entities: &entities)
      noteUndefinedReferences(scanner.marks)
      result = mentions(among: scanner.marks, pieces)
    }
    if !isInLink, options.bareAddresses, marks.contains(.addresses) || !rewritten.addresses.isEmpty
    {
      result = merge(result, addresses(among: pieces))
    }
    if !abbreviations.isEmpty { result = merge(result, abbreviations(among: pieces)) }
    return result
  }

  /// Both lists in order, without those of the second that touch one of the first.
  private func merge(_ first: [Extent], _ second: [Extent]) -> [Extent] {
    guard !first.isEmpty else { return second }
    guard !second.isEmpty else { return first }
    var result: [Extent] = []
    var next = 0
    for extent in second {
      while next < first.count, first[next].end <= extent.start {
        result.append(first[next])
        next += 1
      }
      if next < first.count, first[next].start < extent.end { continue }
      result.append(extent)
    }
    return result + first[next...]
  }

  // MARK: Addresses

  private mutating func addresses(among pieces: [Piece]) -> [Extent] {
    var result: [Extent] = []
    for piece in pieces {
      guard case .text = piece.kind else { continue }
      let known = rewrittenAddresses(in: piece)
      var found: [Extent] = []
      let scanner = AddressScanner(body.bytes, line: line(of: piece))
      let range = piece.start..<piece.end
      for address in piece.marks.contains(.addresses) ? scanner.addresses(in: range) : [] {
        // Not where it is a part of one that goes on from an earlier text.
        guard address.range.lowerBound >= splitEnd else { continue }
        if address.range.upperBound > piece.end {
          splitEnd = address.range.upperBound
          let span = body.span(address.range.lowerBound, splitEnd)
          splitAddresses.append(span.range)
        }
        let part = address.range.clamped(to: range)
        let words = string(part)
        found.append(
          Extent(
            start: part.lowerBound, end: part.upperBound,
            kind: .address(address.prefix + words, words)))
      }
      result += merge(known, found)
    }
    return result
  }

  /// The addresses in a text whose marks were escaped.
  private func rewrittenAddresses(in piece: Piece) -> [Extent] {
    let all = rewritten.addresses
    guard !all.isEmpty else { return [] }
    var result: [Extent] = []
    let first = all.partitioningIndex { $0.text.lowerBound >= piece.start }
    for address in all[first...] {
      guard address.text.upperBound <= piece.end else { break }
      let words = UnsafeBufferPointer(rebasing: rewritten.source[address.source]).text
      let prefix = words.lowercased().hasPrefix("www.") ? "http://" : ""
      result.append(
        Extent(
          start: address.text.lowerBound, end: address.text.upperBound,
          kind: .address(prefix + words, words)))
    }
    return result
  }

  // MARK: Abbreviations

  private func abbreviations(among pieces: [Piece]) -> [Extent] {
    var result: [Extent] = []
    for piece in pieces {
      guard case .text = piece.kind else { continue }
      for found in abbreviations.find(in: body.bytes, piece.start..<piece.end) {
        result.append(
          Extent(
            start: found.range.lowerBound, end: found.range.upperBound,
            kind: .abbreviation(found.index)))
      }
    }
    return result
  }
}
