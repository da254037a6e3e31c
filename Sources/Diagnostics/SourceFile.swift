import Bytes

/// A file as it was read: its path, for people, and its bytes.
public struct SourceFile: Sendable {
  /// The path relative to the project's folder, with `/` between its parts.
  public let path: String
  /// The content, byte for byte.
  public let bytes: [UInt8]

  /// A file called `path` that holds `bytes`.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A place as people count it: lines and columns from 1, columns in Unicode scalars.
public struct SourcePosition: Hashable, Sendable {
  /// The line, from 1; LF and CRLF end lines.
  public let line: Int
  /// The column, from 1, in Unicode scalars.
  public let column: Int
}

extension SourceFile {
  /// Where the text begins: behind the byte order mark, which nobody sees or counts.
  var firstByte: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// Where the byte at `offset` stands; an offset beyond the end is the end.
  public func position(of offset: Int) -> SourcePosition {
    let end = min(max(offset, firstByte), bytes.count)
    var line = 1
    var start = firstByte
    for index in firstByte..<end where bytes[index] == .newline {
      line += 1
      start = index + 1
    }
    // A continuation byte of UTF-8 begins no scalar.
    let column = bytes[start..<end].count { $0 & 0xC0 != 0x80 }
    return SourcePosition(line: line, column: column + 1)
  }
}
