/// How large a picture is, in pixels.
public struct ImageSize: Hashable, Sendable {
  /// From left to right.
  public let width: Int
  /// From top to bottom.
  public let height: Int

  /// A picture of `width` by `height` pixels.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// What the beginning of a picture's file says.
public enum ImageHeader: Hashable, Sendable {
  /// A picture of that size.
  case size(ImageSize)
  /// A picture whose size does not stand in the bytes at hand.
  case unsized
  /// No picture of a format that browsers show.
  case none

  /// The endings of files that are pictures in pixels.
  public static let endings = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"]

  /// Reads the first bytes of a file: PNG (section 11.2.2 of its specification), GIF (section 18),
  /// JPEG (ITU-T T.81, annex B), WebP (RFC 9649, section 2) and AVIF (`ispe` of ISO/IEC 23008-12).
  public init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = Self.found(Self.big(bytes, 16, 4), Self.big(bytes, 20, 4))
    } else if bytes.starts(with: Array("GIF8".utf8)) {
      self = Self.found(Self.little(bytes, 6, 2), Self.little(bytes, 8, 2))
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = Self.jpeg(bytes)
    } else if bytes.starts(with: Array("RIFF".utf8)), Self.text(bytes, 8, "WEBP") {
      self = Self.webP(bytes)
    } else if Self.text(bytes, 4, "ftyp") {
      self = Self.avif(bytes)
    } else {
      self = .none
    }
  }

  private static func found(_ width: Int?, _ height: Int?) -> ImageHeader {
    guard let width, let height else { return .unsized }
    // A picture without any pixels is none.
    return width > 0 && height > 0 ? .size(ImageSize(width: width, height: height)) : .none
  }

  private static func big(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int? {
    guard place >= 0, place + count <= bytes.count else { return nil }
    return bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func little(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int? {
    guard place >= 0, place + count <= bytes.count else { return nil }
    return bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private static func text(_ bytes: [UInt8], _ place: Int, _ text: StaticString) -> Bool {
    text.withUTF8Buffer { buffer in
      bytes.count >= place + buffer.count
        && bytes[place..<place + buffer.count].elementsEqual(buffer)
    }
  }

  /// The frame header, SOF0 to SOF15 but for the tables among them.
  private static func jpeg(_ bytes: [UInt8]) -> ImageHeader {
    var place = 2
    while place + 4 <= bytes.count {
      guard bytes[place] == 0xFF else { return .unsized }
      let marker = bytes[place + 1]
      if marker == 0xFF {
        place += 1
        continue
      }
      switch marker {
      case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker):
        return found(big(bytes, place + 7, 2), big(bytes, place + 5, 2))
      case 0x01, 0xD0...0xD8: place += 2
      default:
        guard let length = big(bytes, place + 2, 2), length >= 2 else { return .unsized }
        place += 2 + length
      }
    }
    return .unsized
  }

  private static func webP(_ bytes: [UInt8]) -> ImageHeader {
    if text(bytes, 12, "VP8X") {
      return found(little(bytes, 24, 3).map { $0 + 1 }, little(bytes, 27, 3).map { $0 + 1 })
    }
    if text(bytes, 12, "VP8L") {
      guard let packed = little(bytes, 21, 4) else { return .unsized }
      return found((packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1)
    }
    if text(bytes, 12, "VP8 ") {
      return found(
        little(bytes, 26, 2).map { $0 & 0x3FFF }, little(bytes, 28, 2).map { $0 & 0x3FFF })
    }
    return .unsized
  }

  private static func avif(_ bytes: [UInt8]) -> ImageHeader {
    let name = Array("ispe".utf8)
    var place = 8
    while place + 16 <= bytes.count {
      if bytes[place] == name[0], bytes[place..<place + 4].elementsEqual(name) {
        return found(big(bytes, place + 8, 4), big(bytes, place + 12, 4))
      }
      place += 1
    }
    return .unsized
  }
}
