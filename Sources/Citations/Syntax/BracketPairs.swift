/// Which `[` belongs to which `]` in a text, and which of them hold an `@`.
struct BracketPairs {
  private var pairs: [Int: (close: Int, holdsAt: Bool)] = [:]

  /// Pairs the brackets of `bytes`, those left out that are `isLiteral`.
  init(_ bytes: [UInt8], isLiteral: (Int) -> Bool) {
    var open: [(start: Int, holdsAt: Bool)] = []
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "[") where !isLiteral(index): open.append((index, false))
      case UInt8(ascii: "]") where !isLiteral(index):
        if let pair = open.popLast() { pairs[pair.start] = (index, pair.holdsAt) }
      case UInt8(ascii: "@"):
        if !open.isEmpty { open[open.count - 1].holdsAt = true }
      default: break
      }
    }
  }

  /// Where the bracket that opens at `index` closes; nil where none opens there, or it never does.
  func close(of index: Int) -> Int? { pairs[index]?.close }

  /// Whether an `@` stands in the bracket that opens at `index`, and in none within it.
  func holdsAt(_ index: Int) -> Bool { pairs[index]?.holdsAt ?? false }
}
