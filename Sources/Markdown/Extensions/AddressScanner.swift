import Bytes

/// Finds addresses in running text, GitHub Flavored Markdown 0.29, section 6.9.
///
/// Unlike there, a bracket ends an address but for that of a host in brackets, and typographic
/// quotation marks at its end are none of it.
struct AddressScanner {
  /// An address.
  struct Address {
    /// Its bytes; they may go on behind the text in which it begins.
    let range: Range<Int>
    /// What stands before them in the destination of a link.
    let prefix: String
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let line: Range<Int>

  /// - Parameter line: The bytes of the line, behind which no address goes on.
  init(_ bytes: UnsafeBufferPointer<UInt8>, line: Range<Int>) {
    self.bytes = bytes
    self.line = line
  }

  /// The addresses that begin in `range`, in order.
  func addresses(in range: Range<Int>) -> [Address] {
    var result: [Address] = []
    var start = range.lowerBound
    var place = start
    while place < range.upperBound {
      let found: Address? =
        switch bytes[place] {
        case UInt8(ascii: ":"): web(at: place, from: start)
        case UInt8(ascii: "w"), UInt8(ascii: "W"): host(at: place)
        case UInt8(ascii: "@"): mail(at: place, from: start, to: range.upperBound)
        default: nil
        }
      if let found {
        result.append(found)
        start = found.range.upperBound
        place = max(place + 1, start)
      } else {
        place += 1
      }
    }
    return result
  }

  private func byte(_ offset: Int) -> UInt8 { line.contains(offset) ? bytes[offset] : 0 }

  private func reads(_ words: StaticString, at offset: Int) -> Bool {
    guard offset >= line.lowerBound, offset + words.utf8CodeUnitCount <= line.upperBound else {
      return false
    }
    return words.withUTF8Buffer { buffer in
      buffer.indices.allSatisfy { bytes[offset + $0].asciiLowercased == buffer[$0] }
    }
  }

  // MARK: Web addresses

  /// The address whose scheme ends with the colon at `colon`.
  private func web(at colon: Int, from start: Int) -> Address? {
    guard reads("://", at: colon) else { return nil }
    var first = colon
    while first > start, bytes[first - 1].isASCIILetter { first -= 1 }
    let schemes: [StaticString] = ["https", "http", "ftp"]
    guard schemes.contains(where: { $0.utf8CodeUnitCount == colon - first && reads($0, at: first) })
    else { return nil }
    let host = colon + 3
    if byte(host) == UInt8(ascii: "["), let close = bracketedHostEnd(host) {
      return Address(range: first..<trimmedEnd(first, addressEnd(from: close)), prefix: "")
    }
    guard let end = hostEnd(from: host) else { return nil }
    let whole = trimmedEnd(first, addressEnd(from: end.place))
    return whole > host ? Address(range: first..<whole, prefix: "") : nil
  }

  /// The address that begins with `www.` at `place`.
  private func host(at place: Int) -> Address? {
    guard reads("www.", at: place), mayPrecedeHost(place) else { return nil }
    guard let end = hostEnd(from: place), end.hasDot else { return nil }
    let whole = trimmedEnd(place, addressEnd(from: end.place))
    return whole > place + 4 ? Address(range: place..<whole, prefix: "http://") : nil
  }

  private func mayPrecedeHost(_ place: Int) -> Bool {
    guard place > line.lowerBound else { return true }
    let before = bytes[place - 1]
    return before.isMarkdownSpace || "*_~([\"'".utf8.contains(before)
      || punctuation(before: place) > 0
  }

  /// Where the name of a host ends that begins at `start`; nil where it is none.
  private func hostEnd(from start: Int) -> (place: Int, hasDot: Bool)? {
    guard isHost(start) else { return nil }
    var place = start
    var dots = 0
    var underscores = (last: 0, before: 0)
    // The names of hosts have 253 bytes at most.
    let limit = min(line.upperBound, start + 300)
    while place < limit {
      let byte = bytes[place]
      if byte == UInt8(ascii: "_") {
        underscores.last += 1
      } else if byte == UInt8(ascii: ".") {
        underscores = (0, underscores.last)
        dots += 1
      } else if !isHost(place), byte != UInt8(ascii: "-") {
        break
      }
      place += 1
    }
    // Underscores may stand in the names of machines, not in those of domains.
    if underscores.last > 0 || underscores.before > 0, dots <= 10 { return nil }
    return (place, dots > 0)
  }

  private func isHost(_ place: Int) -> Bool {
    let byte = byte(place)
    if byte < 0x80 { return byte.isASCIIAlphanumeric }
    return punctuation(at: place) == 0
  }

  private func bracketedHostEnd(_ start: Int) -> Int? {
    var place = start + 1
    while place < line.upperBound, bytes[place].isASCIIHexDigit || ":.%".utf8.contains(bytes[place])
    {
      place += 1
    }
    return byte(place) == UInt8(ascii: "]") && place > start + 2 ? place + 1 : nil
  }

  /// Where white space, `<` or a bracket ends an address.
  private func addressEnd(from start: Int) -> Int {
    var place = start
    while place < line.upperBound, !bytes[place].isMarkdownSpace,
      !"<[]".utf8.contains(bytes[place])
    {
      place += 1
    }
    return place
  }

  /// The end without marks that belong to the sentence.
  private func trimmedEnd(_ start: Int, _ end: Int) -> Int {
    var end = end
    var openings = 0
    var closings = 0
    for byte in bytes[start..<max(start, end)] {
      if byte == UInt8(ascii: "(") { openings += 1 }
      if byte == UInt8(ascii: ")") { closings += 1 }
    }
    while end > start {
      switch bytes[end - 1] {
      case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","),
        UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), .quote,
        .apostrophe:
        end -= 1
      case UInt8(ascii: ";"):
        var name = end - 1
        while name > start, bytes[name - 1].isASCIILetter { name -= 1 }
        // What looks like an entity is none of it.
        let isEntity = name < end - 1 && name > start && bytes[name - 1] == UInt8(ascii: "&")
        end = isEntity ? name - 1 : end - 1
      case UInt8(ascii: ")") where closings > openings:
        closings -= 1
        end -= 1
      default:
        let length = punctuation(before: end)
        guard length > 0, end - length > start else { return end }
        end -= length
      }
    }
    return end
  }

  // MARK: Typographic marks

  /// How many bytes a quotation mark, dash or other punctuation beyond ASCII takes at `place`.
  private func punctuation(at place: Int) -> Int {
    switch byte(place) {
    // U+00A0 to U+00BF without the ordinals, U+2000 to U+206F, U+3000 to U+303F.
    case 0xC2: byte(place + 1) != 0xAA && byte(place + 1) != 0xBA ? 2 : 0
    case 0xE2: byte(place + 1) == 0x80 || byte(place + 1) == 0x81 ? 3 : 0
    case 0xE3: byte(place + 1) == 0x80 ? 3 : 0
    default: 0
    }
  }

  private func punctuation(before place: Int) -> Int {
    for length in 2...3 where place - length >= line.lowerBound {
      if punctuation(at: place - length) == length { return length }
    }
    return 0
  }

  // MARK: Mail

  /// The address of mail whose `@` stands at `sign`.
  private func mail(at sign: Int, from start: Int, to limit: Int) -> Address? {
    var first = sign
    while first > start,
      bytes[first - 1].isASCIIAlphanumeric || ".+-_".utf8.contains(bytes[first - 1])
    {
      first -= 1
    }
    guard first < sign else { return nil }
    var end = sign + 1
    var dots = 0
    while end < limit {
      let byte = bytes[end]
      if byte == UInt8(ascii: "."), end + 1 < limit, bytes[end + 1].isASCIIAlphanumeric {
        dots += 1
      } else if !byte.isASCIIAlphanumeric, byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
        if byte == UInt8(ascii: "@") { return nil }
        break
      }
      end += 1
    }
    guard dots > 0, bytes[end - 1].isASCIILetter else { return nil }
    for scheme in ["mailto:", "xmpp:"] as [StaticString] {
      let place = first - scheme.utf8CodeUnitCount
      guard place >= start, reads(scheme, at: place),
        place == line.lowerBound || !bytes[place - 1].isASCIIAlphanumeric
      else { continue }
      // A name of a resource may follow.
      if scheme.utf8CodeUnitCount == 5, end + 1 < limit, bytes[end] == UInt8(ascii: "/") {
        var last = end + 1
        while last < limit, bytes[last].isASCIIAlphanumeric || ".-_".utf8.contains(bytes[last]) {
          last += 1
        }
        end = trimmedEnd(place, last)
      }
      return Address(range: place..<end, prefix: "")
    }
    return Address(range: first..<end, prefix: "mailto:")
  }
}
