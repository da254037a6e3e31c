import Bytes

/// Words with numbers of their own, from 0 in the order in which they came.
///
/// They are compared as bytes and lie one behind the other, so that a word that came before costs
/// neither a string nor an allocation.
struct WordTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each word begins, and where the last ends.
  private var starts: [Int] = [0]
  /// The numbers of the words at the places that their hashes lead to, from 1; 0 where none is.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)

  /// How many words there are.
  var count: Int { starts.count - 1 }

  /// The word `number`.
  subscript(number: Int) -> ArraySlice<UInt8> { bytes[starts[number]..<starts[number + 1]] }

  /// The number of `word`, which is a new one where it is new.
  mutating func number(of word: some Collection<UInt8>) -> (number: Int, isNew: Bool) {
    // Half of the places stay free, so that the next free one is near.
    if count * 2 >= slots.count { grow() }
    var slot = place(of: word)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if self[number].elementsEqual(word) { return (number, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    bytes.append(contentsOf: word)
    starts.append(bytes.count)
    slots[slot] = UInt32(count)
    return (count - 1, true)
  }

  /// Where the search for `word` begins; there are a power of two of places.
  private func place(of word: some Collection<UInt8>) -> Int {
    let hash = Fingerprint(of: word).value
    return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (slots.count - 1)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    for number in 0..<count {
      var slot = place(of: self[number])
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}
