import Bytes
import Testing

@Suite("Bytes that are kept")
struct BinaryTests {
  @Test("What was written is read")
  func roundTrip() throws {
    let numbers = [0, 1, -1, 63, 64, -64, -65, 8_191, Int(Int32.max), .max, .min]
    let texts = ["", "a", "Ḥaqqānī", String(repeating: "x", count: 300)]
    var writer = BinaryWriter()
    writer.write(list: numbers) { $0.write($1) }
    writer.write(list: texts) { $0.write($1) }
    writer.write(UInt64.max)
    writer.write(true)
    writer.write(optional: Int?.none) { $0.write($1) }
    writer.write(optional: 7) { $0.write($1) }
    writer.write(ContentDigest(of: [1, 2, 3]))
    writer.write([UInt8]([9, 8]))
    var reader = BinaryReader(writer.bytes)
    let readNumbers = try reader.readList { (reader) throws(BinaryReader.Malformed) in
      try reader.readInt()
    }
    #expect(readNumbers == numbers)
    let readTexts = try reader.readList { (reader) throws(BinaryReader.Malformed) in
      try reader.readString()
    }
    #expect(readTexts == texts)
    #expect(try reader.readUInt64() == .max)
    #expect(try reader.readBool())
    let none = try reader.readOptional { (reader) throws(BinaryReader.Malformed) in
      try reader.readInt()
    }
    #expect(none == nil)
    let some = try reader.readOptional { (reader) throws(BinaryReader.Malformed) in
      try reader.readInt()
    }
    #expect(some == 7)
    #expect(try reader.readDigest() == ContentDigest(of: [1, 2, 3]))
    #expect(try reader.readBytes() == [9, 8])
    #expect(reader.isAtEnd)
  }

  @Test("A count that the bytes cannot hold is refused before anything is made of it")
  func counts() {
    var writer = BinaryWriter()
    writer.write(UInt64(1) << 60)
    var reader = BinaryReader(writer.bytes)
    #expect(throws: BinaryReader.Malformed.self) { try reader.readString() }
    reader = BinaryReader([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF])
    #expect(throws: BinaryReader.Malformed.self) { try reader.readUInt64() }
  }

  @Test("Digests tell apart what differs in a bit, in length or in where it is parted")
  func digests() {
    var seen: Set<ContentDigest> = []
    var count = 0
    func take(_ digest: ContentDigest) {
      seen.insert(digest)
      count += 1
    }
    for length in 0..<70 { take(ContentDigest(of: [UInt8](repeating: 0, count: length))) }
    let text = Array("a text of more than thirty-two bytes, with an end".utf8)
    for place in text.indices {
      for bit in 0..<8 {
        var changed = text
        changed[place] ^= 1 << UInt8(bit)
        take(ContentDigest(of: changed))
      }
    }
    for parts in [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"]] {
      var digest = ContentDigest()
      for part in parts { digest.add(part) }
      take(digest)
    }
    #expect(seen.count == count)
  }

  @Test("A digest is the same in every run")
  func fixed() {
    let digest = ContentDigest(of: Array("Dossier".utf8))
    #expect(
      [digest.low, digest.high].map { String($0, radix: 16) } == [
        "dfd446fca0c53a20", "833d03f439987e76",
      ])
  }
}
