import Bytes

/// A bracket or the start of a mention in running text, none of them escaped.
struct Mark {
  enum Kind {
    case open
    case close
    /// An `@` that begins a key, and where the key ends.
    case at(keyEnd: Int)
  }

  let kind: Kind
  /// The offset in the body.
  let offset: Int
  /// The index of the piece that holds it.
  let piece: Int
  /// The index of the bracket that matches, where there is one.
  var partner: Int?
  /// Of an opening bracket: whether an `@` stands right within it, not in brackets of its own.
  var hasMention = false
}

/// Finds marks among siblings, as pandoc would.
struct MarkScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var marks: [Mark] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Scans the texts among `pieces` and matches their brackets.
  mutating func scan(_ pieces: [Piece], entities: inout EntityDecoder) {
    for (index, piece) in pieces.enumerated() {
      guard case .text = piece.kind, piece.marks.contains(.brackets) else { continue }
      scan(piece, index, &entities)
    }
    match()
  }

  private mutating func scan(_ piece: Piece, _ index: Int, _ entities: inout EntityDecoder) {
    var offset = piece.start
    while offset < piece.end {
      switch bytes[offset] {
      case UInt8(ascii: "["): marks.append(Mark(kind: .open, offset: offset, piece: index))
      case UInt8(ascii: "]"): marks.append(Mark(kind: .close, offset: offset, piece: index))
      case UInt8(ascii: "@"):
        if !isWord(before: offset), let end = keyEnd(from: offset + 1, before: piece.end) {
          marks.append(Mark(kind: .at(keyEnd: end), offset: offset, piece: index))
          offset = end
          continue
        }
      case UInt8(ascii: "\\") where !piece.isVerbatim && offset + 1 < piece.end:
        if bytes[offset + 1].isASCIIPunctuation { offset += 1 }
      case UInt8(ascii: "&") where !piece.isVerbatim:
        if let entity = entities.entity(in: bytes, at: offset, before: piece.end) {
          offset += entity.length - 1
        }
      case UInt8(ascii: ":") where beginsAddress(offset, piece):
        offset = addressEnd(from: offset, before: piece.end)
        continue
      case UInt8(ascii: "w") where beginsHost(offset, piece):
        offset = addressEnd(from: offset, before: piece.end)
        continue
      default: break
      }
      offset += 1
    }
  }

  /// Whether the colon at `offset` belongs to a scheme, as in `https://`.
  private func beginsAddress(_ offset: Int, _ piece: Piece) -> Bool {
    offset > piece.start && bytes[offset - 1].isASCIIAlphanumeric && offset + 2 < piece.end
      && bytes[offset + 1] == UInt8(ascii: "/") && bytes[offset + 2] == UInt8(ascii: "/")
  }

  /// Whether `www.` stands at `offset`, where a word begins.
  private func beginsHost(_ offset: Int, _ piece: Piece) -> Bool {
    offset + 4 < piece.end && bytes[offset..<offset + 4].elementsEqual("www.".utf8)
      && !isWord(before: offset)
  }

  /// Where an address ends that stands in running text: at white space, a quotation mark or a
  /// bracket.
  private func addressEnd(from start: Int, before end: Int) -> Int {
    var place = start + 1
    while place < end, !bytes[place].isMarkdownSpace, !"<>\"[]".utf8.contains(bytes[place]) {
      place += 1
    }
    return place
  }

  /// The end of the key that begins at `start`: letters, digits and `_`, with single marks
  /// within it, or anything without white space in braces.
  private func keyEnd(from start: Int, before end: Int) -> Int? {
    if start < end, bytes[start] == UInt8(ascii: "{") {
      return bracedEnd(from: start, before: end)
    }
    guard var place = wordEnd(start, before: end) else { return nil }
    while place < end {
      if let next = wordEnd(place, before: end) {
        place = next
      } else if Self.isInnerMark(bytes[place]), wordEnd(place + 1, before: end) != nil {
        place += 1
      } else if bytes[place] == UInt8(ascii: ":") || bytes[place] == UInt8(ascii: "/"),
        place + 1 < end, bytes[place + 1] == UInt8(ascii: "/")
      {
        place += 1
      } else {
        break
      }
    }
    // Slashes at the end have nothing behind them that they could belong to.
    while place > start, wordBytes(before: place) == nil { place -= 1 }
    return place
  }

  /// The offset behind the brace that closes the one at `start`, which is not looked for far.
  private func bracedEnd(from start: Int, before end: Int) -> Int? {
    var depth = 0
    for place in start..<min(end, start + 300) {
      switch bytes[place] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return place > start + 1 ? place + 1 : nil }
      case _ where bytes[place].isMarkdownSpace: return nil
      default: break
      }
    }
    return nil
  }

  private static func isInnerMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "#"), UInt8(ascii: "$"),
      UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "?"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "~"),
      UInt8(ascii: "/"):
      true
    default: false
    }
  }

  /// The end of the letter, digit or `_` at `offset`, or nil where there is none.
  private func wordEnd(_ offset: Int, before end: Int) -> Int? {
    guard offset < end else { return nil }
    let byte = bytes[offset]
    if byte < 0x80 {
      return byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_") ? offset + 1 : nil
    }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard offset + length <= end else { return nil }
    return isWord(offset..<offset + length) ? offset + length : nil
  }

  /// How many bytes the letter, digit or `_` before `offset` takes.
  private func wordBytes(before offset: Int) -> Int? {
    guard offset > 0 else { return nil }
    let byte = bytes[offset - 1]
    if byte < 0x80 { return byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_") ? 1 : nil }
    var start = offset - 1
    while start > 0, offset - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return isWord(start..<offset) ? offset - start : nil
  }

  /// Whether a letter or digit stands right before `offset`.
  private func isWord(before offset: Int) -> Bool {
    guard offset > 0, bytes[offset - 1] != UInt8(ascii: "_") else { return false }
    return wordBytes(before: offset) != nil
  }

  private func isWord(_ range: Range<Int>) -> Bool {
    let scalars = UnsafeBufferPointer(rebasing: bytes[range]).text.unicodeScalars
    return scalars.count == 1 && scalars.allSatisfy(\.isKeyLetter)
  }

  /// Matches brackets, and notes which of them hold mentions of their own.
  private mutating func match() {
    var open: [Int] = []
    for index in marks.indices {
      switch marks[index].kind {
      case .open: open.append(index)
      case .close:
        guard let start = open.popLast() else { continue }
        marks[start].partner = index
        marks[index].partner = start
      case .at: break
      }
    }
    open.removeAll()
    for index in marks.indices {
      switch marks[index].kind {
      case .open where marks[index].partner != nil: open.append(index)
      case .close where marks[index].partner != nil: open.removeLast()
      case .at:
        if let around = open.last { marks[around].hasMention = true }
      default: break
      }
    }
  }
}
