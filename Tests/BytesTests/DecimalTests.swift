import Bytes
import Testing

@Suite("Numbers as decimal text")
struct DecimalTests {
  @Test(
    "A number has at most three decimals, no exponent and no minus zero",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (-0.0001, "0"), (1.0, "1"), (1.5, "1.5"), (0.0625, "0.063"),
      (-2.25, "-2.25"), (1e21, "1000000000000000000000"), (123456.789, "123456.789"),
      (0.001, "0.001"), (.infinity, "0"), (.nan, "0"), (10.050, "10.05"),
    ])
  func decimals(value: Double, text: String) {
    #expect(value.decimalText() == text)
  }
}

@Suite("Well-formed UTF-8")
struct UTF8CheckTests {
  @Test("Good text has no ill-formed byte")
  func good() {
    #expect(UTF8Check.firstIllFormedByte(in: Array("aé€😀".utf8)) == nil)
  }

  @Test(
    "The first ill-formed byte is named",
    arguments: [
      ([0x61, 0xFF], 1), ([0xC0, 0x80], 0), ([0x61, 0x62, 0xE2, 0x82], 2), ([0xED, 0xA0, 0x80], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0), ([0x80], 0),
    ] as [([UInt8], Int)])
  func bad(bytes: [UInt8], index: Int) {
    #expect(UTF8Check.firstIllFormedByte(in: bytes) == index)
  }
}

@Suite("Percent-encoding")
struct PercentEncodingTests {
  @Test("A path with blanks and letters of other scripts survives a round trip")
  func roundTrip() {
    let path = "a b/ḥaqqānī's 100%.md"
    #expect(PercentEncoding.decode(PercentEncoding.encodePath(path)) == path)
  }

  @Test("A malformed escape is refused", arguments: ["%", "%4", "%zz", "%ff"])
  func malformed(text: String) {
    #expect(PercentEncoding.decode(text) == nil)
  }
}
