import Bytes

/// Where the lines of a body begin and end, as CommonMark 0.30 section 2.1 has it: LF, CR LF and
/// CR alone end a line.
struct SourceLines {
  /// The offset of each line's first byte.
  private let starts: [UInt32]
  /// How many `[` there are in all.
  let bracketCount: Int
  /// Whether there is a NUL.
  let hasNUL: Bool
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    // A byte order mark at the very start is no part of the first line.
    let isMarked = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    var starts: [UInt32] = [isMarked ? 3 : 0]
    starts.reserveCapacity(bytes.count / 40 + 1)
    var brackets = 0
    var hasNUL = false
    var index = -1
    let last = bytes.count - 1
    while index < last {
      index &+= 1
      // All but a few bytes are of no interest.
      let byte = bytes[index]
      guard byte <= 0x0D || byte == 0x5B else { continue }
      switch byte {
      case 0: hasNUL = true
      case UInt8(ascii: "\n"): starts.append(UInt32(truncatingIfNeeded: index + 1))
      case UInt8(ascii: "\r"):
        let next = index + 1
        if next >= bytes.count || bytes[next] != UInt8(ascii: "\n") {
          starts.append(UInt32(truncatingIfNeeded: next))
        }
      case UInt8(ascii: "["): brackets += 1
      default: break
      }
    }
    self.starts = starts
    self.bracketCount = brackets
    self.hasNUL = hasNUL
  }

  /// How many lines there are; one after a last line end counts, though it is empty.
  var count: Int { starts.count }

  /// The offset of the first byte of `line`, counted from 1; beyond the last, the body's end.
  func start(_ line: Int) -> Int {
    guard line <= starts.count else { return bytes.count }
    return Int(starts[max(line, 1) - 1])
  }

  /// The offset after the last byte of `line`, its line end left out.
  func end(_ line: Int) -> Int {
    let start = start(line)
    var end = line < starts.count ? self.start(line + 1) : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return end
  }
}
