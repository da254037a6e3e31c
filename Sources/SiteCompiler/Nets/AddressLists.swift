import Bytes

/// Takes apart values that hold more than one address, or an address among other things.
enum AddressLists {
  /// The addresses of a `srcset` (HTML 4.8.4.2.1), as ranges of `bytes`.
  static func sourceSet(_ bytes: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = value.lowerBound
    while index < value.upperBound {
      while index < value.upperBound,
        bytes[index].isHTMLSpace || bytes[index] == UInt8(ascii: ",")
      {
        index += 1
      }
      let start = index
      while index < value.upperBound, !bytes[index].isHTMLSpace { index += 1 }
      var end = index
      // An address that ends in a comma has no width behind it.
      let endsCandidate = end > start && bytes[end - 1] == UInt8(ascii: ",")
      while end > start, bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
      if end > start { found.append(start..<end) }
      while !endsCandidate, index < value.upperBound, bytes[index] != UInt8(ascii: ",") {
        index += 1
      }
    }
    return found
  }

  /// The words of a value that is parted by blanks.
  static func words(_ bytes: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = value.lowerBound
    while index < value.upperBound {
      while index < value.upperBound, bytes[index].isHTMLSpace { index += 1 }
      let start = index
      while index < value.upperBound, !bytes[index].isHTMLSpace { index += 1 }
      if index > start { found.append(start..<index) }
    }
    return found
  }

  /// The address behind `url=` in the content of a `meta` element that refreshes.
  static func refresh(_ bytes: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) -> Range<Int>? {
    let mark = Array("url=".utf8)
    var index = value.lowerBound
    while index + mark.count < value.upperBound {
      if (0..<mark.count).allSatisfy({ bytes[index + $0].asciiLowercased == mark[$0] }) {
        return index + mark.count..<value.upperBound
      }
      index += 1
    }
    return nil
  }
}
