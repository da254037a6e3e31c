import Bytes
import Datasets
import Diagnostics
import Testing

@Suite("Encodings of data files")
struct EncodingTests {
  static let text = "name,n\nʤān,1\nA\u{1F6A2},2\n"

  static func utf16(_ text: String, isLittleEndian: Bool, marked: Bool) -> [UInt8] {
    ((marked ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isLittleEndian ? bytes.reversed() : bytes
    }
  }

  /// Reads `t.csv` of those bytes under the declared encoding, without a package where it is nil.
  static func read(_ bytes: [UInt8], _ encoding: String?) -> Outcome<DataPackage> {
    let data = DataFile(path: "data/t.csv", file: SourceFileID(0), bytes: bytes)
    guard let encoding else { return PackageReader.read(descriptor: nil, files: [data]) }
    let text = "resources: [{name: t, path: t.csv, encoding: \(encoding)}]"
    let descriptor = DataFile(
      path: "data/datapackage.yaml", file: SourceFileID(1), bytes: Array(text.utf8))
    return PackageReader.read(descriptor: descriptor, files: [data])
  }

  @Test(
    "UTF-16 is read where a mark or the descriptor says so",
    arguments: [
      (true, true, nil), (false, true, nil), (true, true, "utf-16"), (false, false, "UTF-16"),
      (true, false, "utf-16le"), (false, false, "utf-16be"), (true, true, "utf-16le"),
    ] as [(Bool, Bool, String?)])
  func wide(isLittleEndian: Bool, marked: Bool, encoding: String?) throws {
    let outcome = Self.read(
      Self.utf16(Self.text, isLittleEndian: isLittleEndian, marked: marked), encoding)
    #expect(outcome.diagnostics == [])
    let dataset = try #require(outcome.value.datasets["t"])
    #expect(dataset.texts(0) == ["ʤān", "1"] && dataset.texts(1) == ["A\u{1F6A2}", "2"])
    let decoded = try #require(outcome.value.decodedTexts[SourceFileID(0)])
    #expect(decoded == Array(Self.text.utf8))
    #expect(decoded[dataset.span(row: 1, column: 0).range].elementsEqual("A\u{1F6A2}".utf8))
  }

  @Test("Latin-1 and Windows-1252 are read where the descriptor says so")
  func narrow() throws {
    let bytes: [UInt8] = Array("a\n".utf8) + [0xE9, 0xDF, 0x0A]
    #expect(Self.read(bytes, "iso-8859-1").value.datasets["t"]?.texts(0) == ["éß"])
    let quoted: [UInt8] = Array("a\n".utf8) + [0x93, 0x80, 0x94, 0x0A]
    #expect(Self.read(quoted, "windows-1252").value.datasets["t"]?.texts(0) == ["“€”"])
    let euro: [UInt8] = Array("a\n".utf8) + [0xA4, 0xBD, 0x0A]
    #expect(Self.read(euro, "latin9").value.datasets["t"]?.texts(0) == ["€œ"])
  }

  @Test(
    "Bytes that mean nothing in the encoding are an error at their line and column",
    arguments: [
      ([0x61, 0x0A, 0xE9, 0xDF, 0x85, 0x0A], "latin-1", 2, 3),
      ([0x61, 0x0A, 0xE9, 0x81, 0x0A], "windows-1252", 2, 2),
      ([0x61, 0x00, 0x0A, 0x00, 0x3D, 0xD8, 0x61, 0x00], "utf-16le", 2, 1),
      ([0x61, 0x00, 0x0A, 0x00, 0x61, 0x00, 0x61], "utf-16le", 2, 2),
      ([0x61, 0x0A, 0x61, 0xE9], "us-ascii", 2, 2), ([0x61, 0x0A, 0x61, 0xE9], "utf-8", 2, 2),
      ([0x61, 0x00, 0x0A, 0x00, 0x00, 0xDC], "utf-16le", 2, 1),
    ] as [([UInt8], String, Int, Int)])
  func faults(bytes: [UInt8], encoding: String, line: Int, column: Int) throws {
    let outcome = Self.read(bytes, encoding)
    #expect(outcome.diagnostics.map(\.code) == [.textEncodingInvalid])
    let text = outcome.value.decodedTexts[SourceFileID(0)] ?? bytes
    let place = SourceFile(path: "t.csv", bytes: text)
      .position(of: outcome.diagnostics.first?.range?.lowerBound ?? 0)
    #expect(place.line == line && place.column == column)
    #expect(outcome.value.unreadable == ["t"])
  }

  @Test("An encoding that is not known is an error at its name")
  func unknown() {
    let outcome = Self.read(Array("a\n1\n".utf8), "klingon")
    #expect(outcome.diagnostics.map(\.code) == [.packageInvalid])
    #expect(outcome.diagnostics.first?.help?.contains("windows-1252") == true)
  }

  @Test("A cell's fault has its line and column in a file of another encoding")
  func places() throws {
    let bytes = Self.utf16("ä,n\nöö,x\n", isLittleEndian: true, marked: true)
    let data = DataFile(path: "data/t.csv", file: SourceFileID(0), bytes: bytes)
    let text = """
      resources:
        - name: t
          path: t.csv
          schema: {fields: [{name: ä}, {name: n, type: integer}]}
      """
    let descriptor = DataFile(
      path: "data/datapackage.yaml", file: SourceFileID(1), bytes: Array(text.utf8))
    let outcome = PackageReader.read(descriptor: descriptor, files: [data])
    let decoded = try #require(outcome.value.decodedTexts[SourceFileID(0)])
    let place = SourceFile(path: "t.csv", bytes: decoded)
      .position(of: outcome.diagnostics.first?.range?.lowerBound ?? 0)
    #expect(outcome.diagnostics.map(\.code) == [.cellTypeWrong])
    #expect(place.line == 2 && place.column == 4)
  }
}
