import Diagnostics

/// Where the bytes of a text stand in files: it may be several files in a row, or a text of YAML
/// that the file writes with indents or escapes.
struct TextOrigin: Sendable {
  /// A stretch of text that stands in a file as it is.
  struct Segment: Sendable {
    /// Its first byte in the text.
    let start: Int
    let file: SourceFileID
    /// Its first byte in the file.
    let offset: Int
  }

  /// The stretches in order, the first at 0.
  private(set) var segments: [Segment]

  /// A text that is the whole of a file, or begins at `offset` of it.
  init(_ file: SourceFileID, at offset: Int = 0) {
    segments = [Segment(start: 0, file: file, offset: offset)]
  }

  /// A text of several stretches, the first of which begins at 0.
  init?(_ segments: [Segment]) {
    guard segments.first?.start == 0 else { return nil }
    self.segments = segments
  }

  /// Adds another text behind the first `count` bytes.
  mutating func append(_ other: TextOrigin, behind count: Int) {
    segments += other.segments.map {
      Segment(start: $0.start + count, file: $0.file, offset: $0.offset)
    }
  }

  /// The place of a range of the text.
  func span(_ range: Range<Int>) -> SourceSpan {
    let first = segments.count == 1 ? 0 : index(of: range.lowerBound)
    let file = segments[first].file
    let start = segments[first].offset + range.lowerBound - segments[first].start
    guard segments.count > 1, !range.isEmpty else {
      return SourceSpan(file, start..<start + range.count)
    }
    let last = index(of: range.upperBound - 1)
    var end = segments[last].offset + range.upperBound - segments[last].start
    // What ends with an escape ends where the text goes on behind it.
    if last + 1 < segments.count, segments[last + 1].start == range.upperBound,
      segments[last + 1].file == file
    {
      end = segments[last + 1].offset
    }
    // What runs over into another file cannot be shown whole.
    guard segments[last].file == file, end >= start else { return SourceSpan(file, start..<start) }
    return SourceSpan(file, start..<end)
  }

  /// The index of the stretch that holds the byte at `place`.
  private func index(of place: Int) -> Int {
    var (low, high) = (0, segments.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].start <= place { low = middle } else { high = middle }
    }
    return low
  }
}
