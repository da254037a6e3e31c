import Bytes

/// Where many spans begin and end, worked out by one walk through each file.
///
/// Second places follow no order and may all be far from the first byte, or on one line that is the
/// whole file: to walk to each by itself takes the square of the time.
struct PositionTable {
  private var positions: [SourceFileID: [UInt32: SourcePosition]] = [:]

  /// The places of `spans` in `files`; a span of no such file has none.
  init(_ spans: [SourceSpan], in files: [SourceFile]) {
    var offsets: [SourceFileID: [UInt32]] = [:]
    for span in spans where Int(span.file.index) < files.count {
      offsets[span.file, default: []] += [span.start, span.end]
    }
    for (file, offsets) in offsets {
      positions[file] = Self.walk(files[Int(file.index)], to: Set(offsets).sorted())
    }
  }

  /// Where `span` begins; nil where it was not among those asked for.
  func start(of span: SourceSpan) -> SourcePosition? { positions[span.file]?[span.start] }

  /// The place after the last byte of `span`, which is never before its first.
  func end(of span: SourceSpan) -> SourcePosition? {
    positions[span.file]?[max(span.start, span.end)]
  }

  /// The places of `offsets`, which ascend; one beyond the end is the end.
  private static func walk(_ file: SourceFile, to offsets: [UInt32]) -> [UInt32: SourcePosition] {
    var found: [UInt32: SourcePosition] = [:]
    found.reserveCapacity(offsets.count)
    var place = file.firstByte
    var line = 1
    var column = 1
    file.bytes.withUnsafeBufferPointer { bytes in
      for offset in offsets {
        while place < bytes.count, place < Int(offset) {
          let byte = bytes[place]
          place += 1
          if byte == .newline {
            line += 1
            column = 1
          } else if byte & 0xC0 != 0x80 {
            // A continuation byte of UTF-8 begins no scalar.
            column += 1
          }
        }
        found[offset] = SourcePosition(line: line, column: column)
      }
    }
    return found
  }
}
