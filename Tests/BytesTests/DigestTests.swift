import Bytes
import Testing

@Suite("Digests")
struct DigestTests {
  @Test(
    "The standards' own examples come out",
    arguments: [
      (Digest.md5, "", "d41d8cd98f00b204e9800998ecf8427e"),
      (.md5, "message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
      (.sha1, "abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
      (.sha256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        .sha512, "abc",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23"
          + "a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
      ),
    ])
  func examples(digest: Digest, text: String, expected: String) {
    #expect(digest.text(of: Array(text.utf8)) == expected)
    #expect(expected.utf8.count == digest.digitCount)
  }

  /// FIPS 180-4's own example of 112 bytes, and lengths about a block's end, whose digests Python's
  /// hashlib gave.
  @Test("Texts that fill their last block are filled up rightly")
  func lengths() {
    var all: [Digest: [UInt8]] = [:]
    for digest in Digest.allCases {
      for count in 0...260 {
        let text = digest.text(of: [UInt8](repeating: UInt8(ascii: "a"), count: count))
        all[digest, default: []] += Array(text.utf8)
      }
    }
    let sums = Digest.allCases.map { Digest.md5.text(of: all[$0] ?? []) }
    #expect(
      sums == [
        "57a147801876632bdad66e77e2581278",
        "145d9bc80311ecda215d367dc47b6247",
        "6f5bbab345fdd37448978cebf65f71a5",
        "5b41b4dee8b68b359f9cf0a42a347325",
      ])
  }
}
