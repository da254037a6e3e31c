import Bytes

/// The parts of what may be a group of citations, between semicolons that stand neither in
/// quotation marks nor in inner brackets, and which of them hold a key.
struct CitationParts {
  /// For each part, whether an `@` in it, not in quotation marks or brackets, begins a key.
  private(set) var hasKey = [false]
  /// Whether there is nothing but white space.
  private(set) var isBlank = true

  /// Whether each part holds one.
  var isGroup: Bool { hasKey.allSatisfy { $0 } }

  init(_ words: TreeBuilder.Words) {
    let bytes = words.bytes
    let escaped = Set(words.escaped)
    var depth = 0
    var index = 0
    var unclosed: Set<[UInt8]> = []
    while index < bytes.count {
      let byte = bytes[index]
      if !byte.isMarkdownSpace { isBlank = false }
      defer { index += 1 }
      guard !escaped.contains(index) else { continue }
      switch byte {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ";") where depth == 0: hasKey.append(false)
      case UInt8(ascii: "@") where depth == 0:
        if Self.isKey(bytes, index) { hasKey[hasKey.count - 1] = true }
      case .quote where depth == 0 && !Self.isLetter(bytes, before: index):
        if let end = Self.find([[.quote]], in: bytes, from: index + 1, &unclosed) { index = end }
      case 0xE2 where depth == 0 && bytes[index...].starts(with: [0xE2, 0x80, 0x9C]):
        if let end = Self.find([[0xE2, 0x80, 0x9D]], in: bytes, from: index + 3, &unclosed) {
          index = end
        }
      case 0xE2 where depth == 0 && bytes[index...].starts(with: [0xE2, 0x80, 0x9E]):
        let closers: [[UInt8]] = [[0xE2, 0x80, 0x9C], [0xE2, 0x80, 0x9D]]
        if let end = Self.find(closers, in: bytes, from: index + 3, &unclosed) { index = end }
      default: break
      }
    }
  }

  /// The offset of the last byte of the first of `closers` from `start` on.
  /// - Parameter unclosed: The first closer of each kind that is known to come no more.
  private static func find(
    _ closers: [[UInt8]], in bytes: [UInt8], from start: Int, _ unclosed: inout Set<[UInt8]>
  ) -> Int? {
    guard !unclosed.contains(closers[0]) else { return nil }
    for place in start..<max(start, bytes.count) {
      guard bytes[place] == closers[0][0] else { continue }
      for closer in closers where bytes[place...].starts(with: closer) {
        return place + closer.count - 1
      }
    }
    unclosed.insert(closers[0])
    return nil
  }

  private static func isKey(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard !isLetter(bytes, before: index), index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    return next.isASCIIAlphanumeric || next == UInt8(ascii: "_") || next == UInt8(ascii: "{")
      || next >= 0x80
  }

  private static func isLetter(_ bytes: [UInt8], before index: Int) -> Bool {
    guard index > 0 else { return false }
    if bytes[index - 1] < 0x80 { return bytes[index - 1].isASCIIAlphanumeric }
    var start = index - 1
    while start > 0, index - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return bytes[start..<index].text.unicodeScalars.allSatisfy(\.isKeyLetter)
  }
}
