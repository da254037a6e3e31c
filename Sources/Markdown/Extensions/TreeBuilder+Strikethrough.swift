import Bytes

/// Words that are struck out, GitHub Flavored Markdown 0.29, section 6.5: one `~` or two on either
/// side.
extension TreeBuilder {
  /// A run of tildes that may open or close.
  private struct Run {
    let piece: Int
    let range: Range<Int>
    let canOpen: Bool
    let canClose: Bool
  }

  /// Siblings, with what is struck out among them made pieces of its own.
  func struck(_ pieces: [Piece]) -> [Piece] {
    guard options.strikethrough, marks.contains(.tildes), !isLost else { return pieces }
    let runs = tildeRuns(pieces)
    guard runs.count > 1 else { return pieces }
    let partners = match(runs)
    guard !partners.isEmpty else { return pieces }
    return nest(pieces, runs, partners)
  }

  private func tildeRuns(_ pieces: [Piece]) -> [Run] {
    var runs: [Run] = []
    for (index, piece) in pieces.enumerated() {
      guard case .text = piece.kind, piece.marks.contains(.tildes) else { continue }
      let line = line(of: piece)
      let addresses =
        options.bareAddresses && piece.marks.contains(.addresses)
        ? AddressScanner(body.bytes, line: line).addresses(in: piece.start..<piece.end) : []
      var offset = piece.start
      while offset < piece.end {
        if body.bytes[offset] == .backslash, !piece.isVerbatim {
          offset += 2
          continue
        }
        guard body.bytes[offset] == UInt8(ascii: "~") else {
          offset += 1
          continue
        }
        let start = offset
        while offset < piece.end, body.bytes[offset] == UInt8(ascii: "~") { offset += 1 }
        guard offset - start <= 2, !addresses.contains(where: { $0.range.contains(start) }) else {
          continue
        }
        let flanking = Flanking(body.bytes, run: start..<offset, line: line)
        runs.append(
          Run(
            piece: index, range: start..<offset, canOpen: flanking.isLeft,
            canClose: flanking.isRight))
      }
    }
    return runs
  }

  /// The bytes of the line that holds a piece.
  func line(of piece: Piece) -> Range<Int> {
    let index = text.stretchIndex(at: piece.start)
    guard index < text.stretches.count else { return piece.start..<piece.end }
    let line = text.stretches[index]
    return min(line.lowerBound, piece.start)..<max(line.upperBound, piece.end)
  }

  /// For each opening run that has one, its closing run.
  private func match(_ runs: [Run]) -> [Int: Int] {
    var partners: [Int: Int] = [:]
    var open: [Int] = []
    // Where runs of one length that may do both find nothing to close, as deep in the stack.
    var bottoms = [0, 0, 0]
    for (index, run) in runs.enumerated() {
      if run.canClose {
        var depth = open.count
        let bottom = run.canOpen ? min(bottoms[run.range.count], open.count) : 0
        var found: Int?
        while depth > bottom {
          depth -= 1
          let opener = runs[open[depth]]
          // Section 6.2, rules 9 and 10: one and two make three.
          let isOdd = run.canOpen || opener.canClose
          guard !isOdd || opener.range.count == run.range.count else { continue }
          found = depth
          break
        }
        if let found {
          if runs[open[found]].range.count == run.range.count { partners[open[found]] = index }
          open.removeSubrange(found...)
          bottoms = bottoms.map { min($0, open.count) }
          continue
        }
        if run.canOpen { bottoms[run.range.count] = open.count }
      }
      if run.canOpen { open.append(index) }
    }
    return partners
  }

  /// Parts the texts at the runs that matched, and puts what is between them one level down.
  private func nest(_ pieces: [Piece], _ runs: [Run], _ partners: [Int: Int]) -> [Piece] {
    var frames: [(start: Int, pieces: [Piece])] = [(0, [])]
    let closers = Set(partners.values)
    var next = 0
    for (index, piece) in pieces.enumerated() {
      var start = piece.start
      while next < runs.count, runs[next].piece == index {
        defer { next += 1 }
        let isOpener = partners[next] != nil
        guard isOpener || closers.contains(next) else { continue }
        let run = runs[next]
        if run.range.lowerBound > start {
          frames[frames.count - 1].pieces.append(piece.part(start..<run.range.lowerBound))
        }
        start = run.range.upperBound
        if isOpener {
          frames.append((run.range.lowerBound, []))
        } else if frames.count > 1, let frame = frames.popLast() {
          // What nests too deep is not struck out once more.
          if frames.count > Self.depthLimit / 2 {
            frames[frames.count - 1].pieces += frame.pieces
          } else {
            frames[frames.count - 1].pieces.append(
              Piece(
                kind: .strikethrough(frame.pieces), start: frame.start, end: run.range.upperBound))
          }
        }
      }
      if start == piece.start {
        frames[frames.count - 1].pieces.append(piece)
      } else if start < piece.end {
        frames[frames.count - 1].pieces.append(piece.part(start..<piece.end))
      }
    }
    return frames[0].pieces
  }
}
