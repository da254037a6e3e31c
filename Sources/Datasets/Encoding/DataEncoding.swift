import Bytes

/// How the bytes of a data file stand for characters: Data Resource's `encoding`.
enum DataEncoding: Sendable {
  case utf8
  case ascii
  /// The byte order mark says which byte of a unit comes first; without one it is the greater.
  case utf16
  case utf16LittleEndian
  case utf16BigEndian
  /// ISO 8859-1.
  case latin1
  /// ISO 8859-15: Latin-1 with the euro sign.
  case latin9
  case windows1252

  /// The names that an author may use, one for each encoding.
  static let names = [
    "utf-8", "utf-16", "utf-16le", "utf-16be", "iso-8859-1", "iso-8859-15", "windows-1252",
    "us-ascii",
  ]

  /// The encoding of a name of IANA's registry, whatever its case and hyphens.
  static func named(_ name: String) -> DataEncoding? {
    let letters = name.utf8.filter(\.isASCIIAlphanumeric).map(\.asciiLowercased)
    return switch letters.text {
    case "utf8", "utf8sig": .utf8
    case "ascii", "usascii": .ascii
    case "utf16": .utf16
    case "utf16le": .utf16LittleEndian
    case "utf16be": .utf16BigEndian
    case "iso88591", "latin1", "l1": .latin1
    case "iso885915", "latin9", "l9": .latin9
    case "windows1252", "cp1252": .windows1252
    default: nil
    }
  }

  /// Whether the bytes begin with the byte order mark of UTF-16.
  static func isMarkedUTF16(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }
}

/// A file's text in UTF-8, as far as it could be read.
struct DecodedText {
  /// What is wrong with a byte, at its offset in the text.
  struct Fault {
    let offset: Int
    let message: String
    let help: String
  }

  /// The text; U+FFFD stands where a byte means nothing, and nothing behind the first of them.
  var bytes: [UInt8] = []
  var fault: Fault?
}

extension DataEncoding {
  /// The text that `bytes` stand for; nil where they are UTF-8 or ASCII and stand for themselves.
  func decode(_ bytes: [UInt8]) -> DecodedText? {
    switch self {
    case .utf8, .ascii: nil
    case .utf16:
      bytes.starts(with: [0xFF, 0xFE])
        ? Self.decodeUnits(bytes, isLittleEndian: true)
        : Self.decodeUnits(bytes, isLittleEndian: false)
    case .utf16LittleEndian: Self.decodeUnits(bytes, isLittleEndian: true)
    case .utf16BigEndian: Self.decodeUnits(bytes, isLittleEndian: false)
    case .latin1, .latin9, .windows1252: decodeBytes(bytes)
    }
  }

  private static func decodeUnits(_ bytes: [UInt8], isLittleEndian: Bool) -> DecodedText {
    var text = DecodedText()
    text.bytes.reserveCapacity(bytes.count)
    func unit(_ index: Int) -> UInt16 {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    var index = 0
    while index + 1 < bytes.count {
      let first = unit(index)
      index += 2
      if first == 0xFEFF, index == 2 { continue }
      if !UTF16.isLeadSurrogate(first), !UTF16.isTrailSurrogate(first) {
        text.append(UInt32(first))
        continue
      }
      guard UTF16.isLeadSurrogate(first), index + 1 < bytes.count,
        UTF16.isTrailSurrogate(unit(index))
      else {
        text.stop("half of a character stands here alone", help: "save the file as UTF-8")
        return text
      }
      text.append(0x10000 + (UInt32(first) & 0x3FF) << 10 + UInt32(unit(index)) & 0x3FF)
      index += 2
    }
    if index < bytes.count {
      text.stop(
        "this UTF-16 ends within a character", help: "save the file as UTF-8, or copy it again")
    }
    return text
  }

  private func decodeBytes(_ bytes: [UInt8]) -> DecodedText {
    var text = DecodedText()
    text.bytes.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      guard byte >= 0x80 else {
        text.bytes.append(byte)
        continue
      }
      guard let scalar = scalar(of: byte) else {
        let isLatin = self != .windows1252
        text.stop(
          "the byte \(Int(byte)) stands for no character in this encoding",
          help: isLatin
            ? "is it 'encoding: windows-1252'?" : "is it another encoding, such as utf-8?")
        return text
      }
      text.append(scalar)
    }
    return text
  }

  /// What the bytes from 128 to 159 stand for in Windows-1252; 0 where they stand for nothing.
  private static let windows: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// Where ISO 8859-15 differs from ISO 8859-1.
  private static let euroChanges: [UInt8: UInt32] = [
    0xA4: 0x20AC, 0xA6: 0x0160, 0xA8: 0x0161, 0xB4: 0x017D, 0xB8: 0x017E, 0xBC: 0x0152,
    0xBD: 0x0153, 0xBE: 0x0178,
  ]

  /// The character of a byte from 128; the control characters of Latin-1, which no text has, are
  /// none.
  private func scalar(of byte: UInt8) -> UInt32? {
    guard byte >= 0xA0 else {
      guard self == .windows1252 else { return nil }
      let scalar = Self.windows[Int(byte) - 0x80]
      return scalar == 0 ? nil : scalar
    }
    return self == .latin9 ? Self.euroChanges[byte] ?? UInt32(byte) : UInt32(byte)
  }
}

extension DecodedText {
  /// Appends a character.
  fileprivate mutating func append(_ value: UInt32) {
    switch value {
    case ..<0x80: bytes.append(UInt8(value))
    case ..<0x800:
      bytes.append(0xC0 | UInt8(value >> 6))
      bytes.append(0x80 | UInt8(value & 0x3F))
    case ..<0x10000:
      bytes.append(0xE0 | UInt8(value >> 12))
      bytes.append(0x80 | UInt8(value >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(value & 0x3F))
    default:
      bytes.append(0xF0 | UInt8(value >> 18))
      bytes.append(0x80 | UInt8(value >> 12 & 0x3F))
      bytes.append(0x80 | UInt8(value >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(value & 0x3F))
    }
  }

  /// Ends the text at what means nothing.
  fileprivate mutating func stop(_ message: String, help: String) {
    fault = Fault(offset: bytes.count, message: message, help: help)
    append(0xFFFD)
  }
}
