import Bytes
import Testing

@Suite("Base64")
struct Base64Tests {
  @Test(
    "The examples of RFC 4648, section 10",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
  func examples(text: String, encoded: String) {
    #expect(Base64.encode(Array(text.utf8)) == encoded)
  }

  @Test("Every digit has its place")
  func digits() {
    #expect(Base64.encode([0x00, 0x10, 0x83, 0xFB, 0xEF, 0xFF]) == "ABCD++//")
  }
}
