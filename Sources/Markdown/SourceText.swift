public import Diagnostics

/// Text whose bytes know where in the file they stand.
///
/// The body of a fence in a quotation, a code span that wraps, a citation with an escape in it:
/// their text is not a slice of the file, and still every byte of it has a place.
public struct SourceText: Hashable, Sendable {
  /// A stretch of text that stands in the file as it is.
  struct Run: Hashable, Sendable {
    /// Where the stretch begins in the text, in bytes.
    let text: UInt32
    /// Where it begins in the file.
    let source: UInt32
  }

  /// The text, UTF-8, with LF for line ends.
  public let bytes: [UInt8]
  /// The bytes of the file from the text's first to its last.
  public let span: SourceSpan
  /// The stretches in order; none where the whole text is one, from the span's start.
  private let runs: [Run]

  init(_ bytes: [UInt8], at span: SourceSpan, runs: [Run] = []) {
    self.bytes = bytes
    self.span = span
    self.runs = runs
  }

  /// The text as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the text is a slice of the file, byte for byte.
  public var isVerbatim: Bool { runs.isEmpty && bytes.count == span.range.count }

  /// Where in the file the byte at `offset` of the text stands; an offset beyond the text is its end.
  public func sourceOffset(of offset: Int) -> Int {
    guard offset < bytes.count else { return span.range.upperBound }
    let offset = max(offset, 0)
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if Int(runs[middle].text) <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return min(span.range.lowerBound + offset, span.range.upperBound) }
    let run = runs[low - 1]
    let limit = low < runs.count ? Int(runs[low].source) : span.range.upperBound
    return min(Int(run.source) + offset - Int(run.text), max(limit - 1, Int(run.source)))
  }

  /// The bytes of the file behind a range of the text; never less than where it begins.
  public func span(of range: Range<Int>) -> SourceSpan {
    let start = sourceOffset(of: range.lowerBound)
    guard !range.isEmpty else { return SourceSpan(span.file, start..<start) }
    return SourceSpan(span.file, start..<max(start, sourceOffset(of: range.upperBound - 1) + 1))
  }
}

/// A word of the source and where it stands.
public struct SourceWord: Hashable, Sendable {
  /// The word, without quotes or escapes.
  public let text: String
  /// Its bytes.
  public let span: SourceSpan
}
