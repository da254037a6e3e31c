import Bytes
import Diagnostics

/// The bytes that are parsed, and how an offset into them becomes one into the file.
struct Body {
  /// The text; the file's bytes themselves unless there were NULs to replace.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The file.
  let file: SourceFileID
  /// Where in the file the text begins.
  let base: Int
  /// The offsets in the text of each U+FFFD (three bytes) that stands for a NUL (one byte).
  let replacements: [Int]
  /// Where in the file each byte of the text stands, and its end, for a text that is no slice of
  /// the file; empty for one that is.
  var places: [Int] = []

  /// Whether the text is a slice of the file.
  var isSlice: Bool { places.isEmpty && replacements.isEmpty }

  /// The offset into the file of an offset into the text.
  func offset(_ offset: Int) -> Int {
    if !places.isEmpty { return places[min(max(offset, 0), places.count - 1)] }
    guard !replacements.isEmpty else { return base + offset }
    var low = 0
    var high = replacements.count
    while low < high {
      let middle = (low + high) / 2
      if replacements[middle] < offset { low = middle + 1 } else { high = middle }
    }
    let surplus = low > 0 ? 2 * (low - 1) + min(2, offset - replacements[low - 1] - 1) : 0
    return base + offset - surplus
  }

  /// The span of a range of the text.
  func span(_ start: Int, _ end: Int) -> SourceSpan {
    SourceSpan(file, offset(start)..<max(offset(start), offset(end)))
  }

  /// The same body with other bytes in the same places.
  func replacing(_ other: UnsafeBufferPointer<UInt8>) -> Body {
    Body(bytes: other, file: file, base: base, replacements: replacements, places: places)
  }

  /// The text with each NUL replaced by U+FFFD, as CommonMark 0.30 section 2.3 asks, and where.
  static func replacingNULs(in bytes: some Sequence<UInt8>) -> (bytes: [UInt8], places: [Int]) {
    var result: [UInt8] = []
    var places: [Int] = []
    for byte in bytes {
      if byte == 0 {
        places.append(result.count)
        result.append(contentsOf: [0xEF, 0xBF, 0xBD])
      } else {
        result.append(byte)
      }
    }
    return (result, places)
  }
}
