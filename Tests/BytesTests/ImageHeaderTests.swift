import Testing

@testable import Bytes

@Suite("Sizes of pictures")
struct ImageHeaderTests {
  private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + text("IHDR")
    + [0, 0, 2, 0x80, 0, 0, 1, 0xE0]
  /// With a table, a comment and filling before the frame.
  private static let jpeg: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xC4, 0, 4, 1, 2, 0xFF, 0xFF, 0xFE, 0, 3, 9]
    + [0xFF, 0xC2, 0, 17, 8, 1, 0xE0, 2, 0x80]
  private static let gif: [UInt8] = text("GIF89a") + [0x80, 2, 0xE0, 1]
  private static let lossy: [UInt8] =
    text("RIFF") + [0, 0, 0, 0] + text("WEBPVP8 ") + [0, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A]
    + [0x80, 2, 0xE0, 1]
  private static let lossless: [UInt8] =
    text("RIFF") + [0, 0, 0, 0] + text("WEBPVP8L") + [0, 0, 0, 0, 0x2F]
    + [0x7F, 0xC2, 0x77, 0]
  private static let extended: [UInt8] =
    text("RIFF") + [0, 0, 0, 0] + text("WEBPVP8X") + [0, 0, 0, 0, 0, 0, 0, 0]
    + [0x7F, 2, 0, 0xDF, 1, 0]
  private static let avif: [UInt8] =
    [0, 0, 0, 32] + text("ftypavif") + [0, 0, 0, 20] + text("ispe") + [0, 0, 0, 0]
    + [0, 0, 2, 0x80, 0, 0, 1, 0xE0]

  @Test(
    "The size stands in the first bytes of each format",
    arguments: [
      png, jpeg, gif, lossy, lossless, extended, avif,
    ])
  func sizes(bytes: [UInt8]) {
    #expect(ImageHeader(bytes) == .size(ImageSize(width: 640, height: 480)))
    // What is cut off states no size, and nothing is read beyond the end.
    for count in 0..<bytes.count {
      if case .size = ImageHeader(Array(bytes.prefix(count))) { Issue.record("\(count) bytes") }
    }
  }

  @Test(
    "What is no picture is none", arguments: ["", "<svg/>", "GIF", "Not Found", "RIFF....WAVE"])
  func others(text: String) {
    #expect(ImageHeader(Self.text(text)) == .none)
  }

  @Test("Any bytes are read without a trap")
  func noise() {
    var seed: UInt64 = 7
    for start in [Self.png, Self.jpeg, Self.gif, Self.lossy, Self.extended, Self.avif] {
      for _ in 0..<500 {
        var bytes = start
        for place in bytes.indices.dropFirst(3) {
          seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          if seed >> 60 == 0 { bytes[place] = UInt8(truncatingIfNeeded: seed >> 32) }
        }
        _ = ImageHeader(bytes)
      }
    }
  }
}
