import Bytes

/// Finds abbreviations in running text: whole words, the longest first.
struct AbbreviationIndex {
  private var byFirstByte: [UInt8: [(label: [UInt8], index: Int)]] = [:]

  /// Nothing to find.
  init() {}

  /// - Parameter abbreviations: Of two with one label the first is meant.
  init(_ abbreviations: [Abbreviation]) {
    var seen: Set<String> = []
    for (index, abbreviation) in abbreviations.enumerated() {
      let label = Array(abbreviation.label.text.utf8)
      guard let first = label.first, seen.insert(abbreviation.label.text).inserted else { continue }
      byFirstByte[first, default: []].append((label, index))
    }
    for key in byFirstByte.keys {
      byFirstByte[key]?.sort { ($1.label.count, $0.index) < ($0.label.count, $1.index) }
    }
  }

  var isEmpty: Bool { byFirstByte.isEmpty }

  /// The abbreviations in `range` that stand neither in nor at a longer word.
  func find(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> [(range: Range<Int>, index: Int)] {
    var result: [(Range<Int>, Int)] = []
    var place = range.lowerBound
    while place < range.upperBound {
      if let labels = byFirstByte[bytes[place]], !Self.isWord(bytes, endingAt: place),
        let found = labels.first(where: { label, _ in
          let end = place + label.count
          return end <= range.upperBound && bytes[place..<end].elementsEqual(label)
            && !Self.isWord(bytes, beginningAt: end)
        })
      {
        result.append((place..<place + found.label.count, found.index))
        place += found.label.count
      } else {
        place += 1
      }
    }
    return result
  }

  private static func isWord(_ bytes: UnsafeBufferPointer<UInt8>, endingAt offset: Int) -> Bool {
    guard offset > 0 else { return false }
    if bytes[offset - 1] < 0x80 { return bytes[offset - 1].isASCIIAlphanumeric }
    var start = offset - 1
    while start > 0, offset - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return isWord(bytes[start..<offset])
  }

  private static func isWord(_ bytes: UnsafeBufferPointer<UInt8>, beginningAt offset: Int) -> Bool {
    guard offset < bytes.count else { return false }
    if bytes[offset] < 0x80 { return bytes[offset].isASCIIAlphanumeric }
    var end = offset + 1
    while end < bytes.count, end - offset < 4, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return isWord(bytes[offset..<end])
  }

  private static func isWord(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    bytes.text.unicodeScalars.allSatisfy(\.isKeyLetter)
  }
}
