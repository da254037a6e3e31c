import Bytes
import Diagnostics

/// The bytes that are parsed, and how an offset into them becomes one into the file.
struct Body {
  /// A stretch of the text that stands in the file as it is, or something that was put in the
  /// place of what stands there.
  struct Run {
    /// Where the stretch begins in the text; it ends where the next one begins.
    let text: Int
    /// The bytes of the file.
    let source: Range<Int>
    /// Whether the text is the file's.
    let isCopy: Bool
  }

  /// Where the text's bytes stand in the file.
  enum Places {
    /// The text is a slice of the file that begins there.
    case slice(Int)
    /// The text is put together from stretches, in the order of the text.
    case runs([Run])
    /// Each byte stands by itself; one place more than there are bytes, never falling.
    case each([Int])
  }

  /// The text.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The file.
  let file: SourceFileID
  /// Where the text stands in the file.
  let places: Places

  /// Whether the text is a slice of the file.
  var isSlice: Bool {
    if case .slice = places { true } else { false }
  }

  /// The offset into the file of an offset into the text.
  func offset(_ offset: Int) -> Int {
    switch places {
    case .slice(let base): return base + offset
    case .each(let places): return places[min(max(offset, 0), places.count - 1)]
    case .runs(let runs):
      guard let run = Self.run(at: offset, in: runs) else { return 0 }
      guard run.isCopy else { return run.source.lowerBound }
      return min(run.source.lowerBound + offset - run.text, run.source.upperBound)
    }
  }

  /// The offset into the file behind the byte before an offset into the text.
  private func end(_ offset: Int) -> Int {
    guard case .runs(let runs) = places, offset > 0, let run = Self.run(at: offset - 1, in: runs)
    else { return self.offset(offset) }
    guard run.isCopy else { return run.source.upperBound }
    return min(run.source.lowerBound + offset - run.text, run.source.upperBound)
  }

  /// Whether the byte at an offset into the text was put there and is none of the file's.
  func isInserted(_ offset: Int) -> Bool {
    guard case .runs(let runs) = places else { return false }
    return Self.run(at: offset, in: runs).map { !$0.isCopy } ?? false
  }

  /// The span of a range of the text.
  func span(_ start: Int, _ end: Int) -> SourceSpan {
    let first = offset(start)
    return SourceSpan(file, first..<(end > start ? max(first, self.end(end)) : first))
  }

  /// The same body with other bytes in the same places.
  func replacing(_ other: UnsafeBufferPointer<UInt8>) -> Body {
    Body(bytes: other, file: file, places: places)
  }

  private static func run(at offset: Int, in runs: [Run]) -> Run? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].text <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? runs[low - 1] : nil
  }
}
