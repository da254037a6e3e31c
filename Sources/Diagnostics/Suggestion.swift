import Bytes

/// Finds what an author may have meant by a name that does not exist.
public enum Suggestion {
  /// The candidate nearest to `word`, or nil where none is near enough to be meant.
  ///
  /// Near enough is an edit distance (insert, delete, change, swap neighbours) of at most a third
  /// of the longer word's length, and at least 1; any letter is that near to any other, so of a
  /// single one only the case may differ. Ties go to the candidate first in byte order.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.unicodeScalars)
    guard wanted.count <= 200 else { return nil }
    let folded = word.lowercased()
    let letters = LetterSet(word)
    var best: (distance: Int, name: String)?
    for candidate in candidates where candidate != word {
      // Thousands of links into a folder that was renamed are each held against every path.
      guard LetterSet(candidate).mayBeNear(letters) else { continue }
      let scalars = Array(candidate.unicodeScalars)
      let limit = max(1, max(wanted.count, scalars.count) / 3)
      guard abs(scalars.count - wanted.count) <= limit, scalars.count <= 200 else { continue }
      let distance =
        candidate.lowercased() == folded ? 0 : editDistance(wanted, scalars, limit: limit)
      guard distance <= limit, distance == 0 || min(wanted.count, scalars.count) > 1 else {
        continue
      }
      if let held = best, (held.distance, held.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// `did you mean '…'?`, or nil where nothing is near.
  public static func didYouMean(
    _ word: String, among candidates: some Sequence<String>
  ) -> String? {
    nearest(to: word, among: candidates).map { "did you mean '\($0)'?" }
  }

  /// Whether one edit makes the words the same, or none but of case.
  static func isOneSlip(_ left: String, _ right: String) -> Bool {
    left.lowercased() == right.lowercased()
      || editDistance(Array(left.unicodeScalars), Array(right.unicodeScalars), limit: 1) <= 1
  }

  /// The optimal string alignment distance, given up beyond `limit`.
  private static func editDistance(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int
  ) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in 0..<right.count {
        let cost = left[row] == right[column] ? 0 : 1
        var value = min(last[column] + cost, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          value = min(value, beforeLast[column - 1] + 1)
        }
        current.append(value)
      }
      if let least = current.min(), least > limit { return limit + 1 }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}

/// Which letters a word has, from which it can be seen at once that two words are far apart.
struct LetterSet: Sendable {
  /// A bit for each letter, in lower case, and each other character, modulo 64.
  private var bits: UInt64 = 0
  private var count = 0
  private var isASCII = true

  init(_ word: String) {
    for byte in word.utf8 {
      bits |= 1 << UInt64(byte.asciiLowercased & 63)
      count += 1
      if byte >= 0x80 { isASCII = false }
    }
  }

  /// False only where more edits part the words than ``Suggestion`` lets pass: an edit adds at most
  /// one letter and takes at most one away.
  func mayBeNear(_ other: LetterSet) -> Bool {
    guard isASCII, other.isASCII else { return true }
    let limit = max(1, max(count, other.count) / 3)
    return abs(count - other.count) <= limit
      && (bits ^ other.bits).nonzeroBitCount <= 2 * limit
  }
}
