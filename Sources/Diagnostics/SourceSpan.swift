/// A file's number in the source tree of one build; files are numbered in the order of their paths.
public struct SourceFileID: Hashable, Comparable, Sendable {
  /// The index into the build's list of files.
  public let index: UInt32

  /// Names the file at `index` of the build's list.
  public init(_ index: Int) {
    self.index = UInt32(clamping: index)
  }

  /// Orders files as the build's list does.
  public static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}

/// A half-open range of bytes in one source file.
///
/// Lines and columns are worked out only when a diagnostic is printed.
public struct SourceSpan: Hashable, Sendable {
  /// The file that holds the bytes.
  public let file: SourceFileID
  /// The offset of the first byte.
  public let start: UInt32
  /// The offset after the last byte.
  public let end: UInt32

  /// Spans the bytes `range` of `file`; offsets beyond 4 GiB are cut to the largest that fits.
  public init(_ file: SourceFileID, _ range: Range<Int>) {
    self.file = file
    self.start = UInt32(clamping: range.lowerBound)
    self.end = UInt32(clamping: range.upperBound)
  }

  /// The byte offsets as a range.
  public var range: Range<Int> { Int(start)..<Int(end) }

  /// The span of `count` bytes that begin `offset` bytes into this one.
  public func slice(_ offset: Int, count: Int) -> SourceSpan {
    SourceSpan(file, Int(start) + offset..<Int(start) + offset + max(count, 0))
  }
}
