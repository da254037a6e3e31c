import Bytes

/// Walks through a file from one place to a later one and keeps count of lines and columns.
///
/// Reports are sorted by place, so that all places of a file cost one walk through it rather than
/// one each.
struct PlaceCursor {
  /// The line, from 1.
  private(set) var line = 1
  /// The column, from 1, in Unicode scalars.
  private(set) var column = 1
  /// The bytes of the line, without its end.
  private(set) var lineRange = 0..<0

  private var file: SourceFileID?
  private var offset = 0

  /// Goes to the byte at `target`; one beyond the end is the end.
  mutating func move(to target: Int, of id: SourceFileID, _ source: SourceFile) {
    let bytes = source.bytes
    let target = min(max(target, source.firstByte), bytes.count)
    if file != id || target < offset {
      file = id
      line = 1
      start(at: source.firstByte, bytes)
    }
    bytes.withUnsafeBufferPointer { buffer in
      while offset < target {
        let byte = buffer[offset]
        offset += 1
        if byte == .newline {
          line += 1
          start(at: offset, bytes)
        } else if byte & 0xC0 != 0x80 {
          column += 1
        }
      }
    }
  }

  private mutating func start(at place: Int, _ bytes: [UInt8]) {
    offset = place
    column = 1
    var end = bytes[place...].firstIndex(of: .newline) ?? bytes.count
    if end > place, bytes[end - 1] == .carriageReturn { end -= 1 }
    lineRange = place..<end
  }
}
