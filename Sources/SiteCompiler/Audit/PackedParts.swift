import Bytes

/// Finds what is packed in a file: the texts beside a picture's pixels, the streams of a PDF, the
/// files of an archive.
enum PackedParts {
  /// How many bytes of a file are unpacked: a small file may grow without end.
  private static let limit = 64 << 20

  /// The parts, unpacked; none where the file is none of these kinds.
  static func parts(of file: [UInt8]) -> [[UInt8]] {
    if let whole = Inflate.gzip(file[...], limit: limit) { return [whole] }
    if file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      return pictureTexts(file)
    }
    if file.starts(with: "%PDF-".utf8) { return streams(file) }
    if file.starts(with: [0x50, 0x4B, 3, 4]) { return archived(file) }
    return []
  }

  /// The packed texts of a PNG: `zTXt` and `iTXt` (PNG 3rd edition, section 11.3.3).
  private static func pictureTexts(_ file: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var index = 8
    while index + 8 <= file.count {
      let length = (0..<4).reduce(0) { $0 << 8 | Int(file[index + $1]) }
      let kind = file[index + 4..<index + 8].text
      let start = index + 8
      guard length >= 0, start + length <= file.count else { break }
      if kind == "zTXt" || kind == "iTXt" {
        parts += packedText(file[start..<start + length])
      }
      index = start + length + 4
    }
    return parts
  }

  /// The stream in a chunk of text, which begins behind one name or more that end in zero.
  private static func packedText(_ chunk: ArraySlice<UInt8>) -> [[UInt8]] {
    chunk.indices.filter { chunk[$0] == 0 }.compactMap { index in
      Inflate.zlib(chunk[(index + 1)...], limit: limit)
    }.filter { !$0.isEmpty }
  }

  /// The streams of a PDF that zlib packed (ISO 32000, section 7.4.4).
  private static func streams(_ file: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var left = limit
    let word = Array("stream".utf8)
    var index = 0
    while index + word.count < file.count {
      guard file[index] == word[0], file[index...].starts(with: word) else {
        index += 1
        continue
      }
      index += word.count
      while index < file.count, file[index] == 0x0D || file[index] == 0x0A { index += 1 }
      guard left > 0, let part = Inflate.zlib(file[index...], limit: left), !part.isEmpty else {
        continue
      }
      left -= part.count
      parts.append(part)
    }
    return parts
  }

  /// The files of a ZIP archive, such as a document of an office program (APPNOTE, section 4.3.7).
  private static func archived(_ file: [UInt8]) -> [[UInt8]] {
    func number(_ index: Int, _ count: Int) -> Int {
      (0..<count).reversed().reduce(0) { $0 << 8 | Int(file[index + $1]) }
    }
    var parts: [[UInt8]] = []
    var left = limit
    var index = 0
    while index + 30 <= file.count {
      guard file[index] == 0x50, file[index...].starts(with: [0x50, 0x4B, 3, 4]) else {
        index += 1
        continue
      }
      let start = index + 30 + number(index + 26, 2) + number(index + 28, 2)
      guard number(index + 8, 2) == 8, start < file.count, left > 0 else {
        index += 4
        continue
      }
      let (part, used) = Inflate.deflated(file[start...], limit: left)
      left -= part.count
      parts.append(part)
      index = start + max(1, used)
    }
    return parts
  }
}
