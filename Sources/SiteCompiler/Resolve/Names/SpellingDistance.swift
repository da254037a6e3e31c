/// How far apart two spellings are, in half steps: what hands and ears confuse counts less.
///
/// A letter more, less or another is 2; a letter doubled or made single, two neighbours swapped,
/// and letters that look or sound alike (q and g, k and c) are 1; a doubled letter that became
/// another doubled letter is as one letter that did.
struct SpellingDistance {
  private let left: [UInt8]
  private let right: [UInt8]

  /// The distance of two words, given up beyond `limit`.
  static func between(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
    SpellingDistance(left: left, right: right).distance(limit: limit)
  }

  private func distance(limit: Int) -> Int {
    guard abs(left.count - right.count) <= limit else { return limit + 1 }
    // Row by row; the two rows before are needed for swaps and doubled letters.
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = beforeLast
    var current = beforeLast
    for column in right.indices { last[column + 1] = last[column] + cost(of: right, at: column) }
    for row in left.indices {
      let own = cost(of: left, at: row)
      current[0] = last[0] + own
      var least = current[0]
      for column in right.indices {
        var value = min(
          last[column] + change(left[row], right[column]), last[column + 1] + own,
          current[column] + cost(of: right, at: column))
        if row > 0, column > 0 {
          if left[row] == right[column - 1], left[row - 1] == right[column],
            left[row] != right[column]
          {
            value = min(value, beforeLast[column - 1] + 1)
          } else if left[row] == left[row - 1], right[column] == right[column - 1] {
            value = min(value, beforeLast[column - 1] + change(left[row], right[column]))
          }
        }
        current[column + 1] = value
        least = min(least, value)
      }
      // The next row may build on this one or on the one before.
      if least > limit, (last.min() ?? 0) > limit { return limit + 1 }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[right.count]
  }

  /// What a letter costs that the other word does not have.
  private func cost(of word: [UInt8], at index: Int) -> Int {
    index > 0 && word[index] == word[index - 1] ? 1 : 2
  }

  private func change(_ one: UInt8, _ other: UInt8) -> Int {
    if one == other { return 0 }
    switch (min(one, other), max(one, other)) {
    case (UInt8(ascii: "g"), UInt8(ascii: "q")), (UInt8(ascii: "k"), UInt8(ascii: "q")),
      (UInt8(ascii: "c"), UInt8(ascii: "k")), (UInt8(ascii: "s"), UInt8(ascii: "z")),
      (UInt8(ascii: "i"), UInt8(ascii: "y")), (UInt8(ascii: "v"), UInt8(ascii: "w")):
      return 1
    default: return 2
    }
  }
}
