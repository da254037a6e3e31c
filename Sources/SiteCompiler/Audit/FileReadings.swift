import Bytes

/// The ways in which a file may be read, so that no escape hides a word: as it is, without its tags,
/// with its escapes undone, with its lines unfolded, and all that is packed in it.
enum FileReadings {
  /// A way to read a file.
  struct Reading {
    let bytes: [UInt8]
    /// Whether its offsets are those of the file.
    let isRaw: Bool
  }

  /// The readings of `bytes`, the file itself first.
  static func readings(of bytes: [UInt8]) -> [Reading] {
    var readings: [Reading] = []
    var left = partLimit
    read(bytes, isRaw: true, depth: 0, &left, &readings)
    return readings
  }

  /// How deep one packed file may lie in another, and how many bytes of parts are looked at.
  private static let depthLimit = 4
  private static let partLimit = 256 << 20

  private static func read(
    _ bytes: [UInt8], isRaw: Bool, depth: Int, _ left: inout Int, _ readings: inout [Reading]
  ) {
    readings.append(Reading(bytes: bytes, isRaw: isRaw))
    readings += decoded(bytes).map { Reading(bytes: $0, isRaw: false) }
    guard depth < depthLimit else { return }
    let isPDF = bytes.starts(with: "%PDF-".utf8)
    let parts = PackedParts.parts(of: bytes)
    for text in isPDF ? [bytes] + parts : [] {
      readings.append(Reading(bytes: PDFStrings.joined(in: text), isRaw: false))
    }
    for part in parts where left >= part.count {
      left -= part.count
      read(part, isRaw: false, depth: depth + 1, &left, &readings)
    }
  }

  private static func decoded(_ bytes: [UInt8]) -> [[UInt8]] {
    var readings: [[UInt8]] = []
    func add(_ reading: [UInt8]) {
      if reading != bytes { readings.append(reading) }
    }
    // Text of two bytes a letter, as pictures and PDFs have it.
    if bytes.contains(0) { add(bytes.filter { $0 != 0 }) }
    if bytes.contains(UInt8(ascii: "<")) {
      let bare = withoutTags(bytes)
      add(bare)
      add(unescaped(bare))
    }
    let hasEscapes = bytes.contains {
      $0 == .backslash || $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "%")
    }
    if hasEscapes {
      let once = unescaped(bytes)
      add(once)
      // A feed has HTML in XML, and a page JSON in HTML.
      let twice = unescaped(once)
      if twice != once { add(twice) }
      if twice.contains(UInt8(ascii: "<")) { add(withoutTags(twice)) }
    }
    // A calendar folds its long lines (RFC 5545, section 3.1).
    if bytes.starts(with: "BEGIN:VCALENDAR".utf8) { add(unfolded(bytes)) }
    // BibTeX keeps capital letters by braces.
    if bytes.starts(with: "@".utf8) { add(bytes.filter { $0 != 0x7B && $0 != 0x7D }) }
    return readings
  }

  /// The text between tags; one that may part a word leaves no gap.
  static func withoutTags(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      guard byte == UInt8(ascii: "<"), next.isASCIILetter || "/!?".utf8.contains(next) else {
        text.append(byte)
        index += 1
        continue
      }
      let isBreak = bytes[(index + 1)...].starts(with: "wbr".utf8)
      guard let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else { break }
      if !isBreak { text.append(.space) }
      index = end + 1
    }
    return text
  }

  /// The text with the escapes of HTML, JSON, scripts and addresses worked out.
  static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "&"):
        let name = bytes[(index + 1)...].prefix(10).prefix {
          $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "#")
        }
        if name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ";"),
          let scalar = CharacterReferences.scalar(name)
        {
          text += String(scalar).utf8
          index = name.endIndex + 1
          continue
        }
      case UInt8(ascii: "%"):
        if let value = hexadecimal(bytes, index + 1, 2) {
          text.append(UInt8(value))
          index += 3
          continue
        }
      case .backslash where index + 1 < bytes.count:
        index = unescapedBackslash(bytes, index, &text)
        continue
      default: break
      }
      text.append(bytes[index])
      index += 1
    }
    return text
  }

  /// Appends what the escape at `index` means; gives the index behind it.
  private static func unescapedBackslash(
    _ bytes: [UInt8], _ index: Int, _ text: inout [UInt8]
  ) -> Int {
    let letter = bytes[index + 1]
    if letter == UInt8(ascii: "u"), var value = hexadecimal(bytes, index + 2, 4) {
      var end = index + 6
      if (0xD800..<0xDC00).contains(value), end + 1 < bytes.count, bytes[end] == .backslash,
        bytes[end + 1] == UInt8(ascii: "u"), let low = hexadecimal(bytes, end + 2, 4),
        (0xDC00..<0xE000).contains(low)
      {
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        end += 6
      }
      if let scalar = Unicode.Scalar(UInt32(value)) { text += String(scalar).utf8 }
      return end
    }
    if letter == UInt8(ascii: "x"), let value = hexadecimal(bytes, index + 2, 2),
      let scalar = Unicode.Scalar(UInt32(value))
    {
      text += String(scalar).utf8
      return index + 4
    }
    text.append("nrtbfN".utf8.contains(letter) ? .space : letter)
    return index + 2
  }

  private static func hexadecimal(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
    // A sign would be taken for part of a number.
    guard start + count <= bytes.count, bytes[start].isASCIIAlphanumeric else { return nil }
    return Int(bytes[start..<start + count].text, radix: 16)
  }

  private static func unfolded(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: [0x0D, 0x0A, 0x20]) {
        index += 3
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    return unescaped(text)
  }
}
