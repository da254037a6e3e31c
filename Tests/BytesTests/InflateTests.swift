import Bytes
import Foundation
import Testing

/// Streams that zlib 1.2.13 packed.
@Suite("Unpacking")
struct InflateTests {
  private static let text =
    Array(String(repeating: "Map for the Blackwater crossing. ", count: 20).utf8)
    + (0...255).map { UInt8($0) }

  private static func decoded(_ base64: String) throws -> [UInt8] {
    [UInt8](try #require(Data(base64Encoded: base64)))
  }

  /// Codes of its own, the fixed codes, and none: deflated by itself.
  private static let streams = [
    "800sUEjLL1IoyUhVcMpJTM4uTyxJLVJILsovLs7MS9dT8B1VMKqAvgoYGJmYWVjZ2Dk4ubh5ePn4BQSF"
      + "hEVExcQlJKWkZWTl5BUUlZRVVNXUNTS1tHV09fQNDI2MTUzNzC0sraxtbO3sHRydnF1c3dw9PL28fXz9"
      + "/AMCg4JDQsPCIyKjomNi4+ITEpOSU1LT0jMys7JzcvPyCwqLiktKy8orKquqa2rr6hsam5pbWtvaOzq7"
      + "unt6+/onTJw0ecrUadNnzJw1e87cefMXLFy0eMnSZctXrFy1es3ades3bNy0ecvWbdt37Ny1e8/effsP"
      + "HDx0+MjRY8dPnDx1+szZc+cvXLx0+crVa9dv3Lx1+87de/cfPHz0+MnTZ89fvHz1+s3bd+8/fPz0+cvX"
      + "b99//Pz1+8/ff/8B",
    "800sUEjLL1IoyUhVcMpJTM4uTyxJLVJILsovLs7MS9dT8B1VMKqAvgoYGJmYWVjZ2Dk4ubh5ePn4BQSF"
      + "hEVExcQlJKWkZWTl5BUUlZRVVNXUNTS1tHV09fQNDI2MTUzNzC0sraxtbO3sHRydnF1c3dw9PL28fXz9"
      + "/AMCg4JDQsPCIyKjomNi4+ITEpOSU1LT0jMys7JzcvPyCwqLiktKy8orKquqa2rr6hsam5pbWtvaOzq7"
      + "unt6+/onTJw0ecrUadNnzJw1e87cefMXLFy0eMnSZctXrFy1es3ades3bNy0ecvWbdt37Ny1e8/effsP"
      + "HDx0+MjRY8dPnDx1+szZc+cvXLx0+crVa9dv3Lx1+87de/cfPHz0+MnTZ89fvHz1+s3bd+8/fPz0+cvX"
      + "b99//Pz1+8/ff/8B",
    "AZQDa/xNYXAgZm9yIHRoZSBCbGFja3dhdGVyIGNyb3NzaW5nLiBNYXAgZm9yIHRoZSBCbGFja3dhdGVy"
      + "IGNyb3NzaW5nLiBNYXAgZm9yIHRoZSBCbGFja3dhdGVyIGNyb3NzaW5nLiBNYXAgZm9yIHRoZSBCbGFj"
      + "a3dhdGVyIGNyb3NzaW5nLiBNYXAgZm9yIHRoZSBCbGFja3dhdGVyIGNyb3NzaW5nLiBNYXAgZm9yIHRo"
      + "ZSBCbGFja3dhdGVyIGNyb3NzaW5nLiBNYXAgZm9yIHRoZSBCbGFja3dhdGVyIGNyb3NzaW5nLiBNYXAg"
      + "Zm9yIHRoZSBCbGFja3dhdGVyIGNyb3NzaW5nLiBNYXAgZm9yIHRoZSBCbGFja3dhdGVyIGNyb3NzaW5n"
      + "LiBNYXAgZm9yIHRoZSBCbGFja3dhdGVyIGNyb3NzaW5nLiBNYXAgZm9yIHRoZSBCbGFja3dhdGVyIGNy"
      + "b3NzaW5nLiBNYXAgZm9yIHRoZSBCbGFja3dhdGVyIGNyb3NzaW5nLiBNYXAgZm9yIHRoZSBCbGFja3dh"
      + "dGVyIGNyb3NzaW5nLiBNYXAgZm9yIHRoZSBCbGFja3dhdGVyIGNyb3NzaW5nLiBNYXAgZm9yIHRoZSBC"
      + "bGFja3dhdGVyIGNyb3NzaW5nLiBNYXAgZm9yIHRoZSBCbGFja3dhdGVyIGNyb3NzaW5nLiBNYXAgZm9y"
      + "IHRoZSBCbGFja3dhdGVyIGNyb3NzaW5nLiBNYXAgZm9yIHRoZSBCbGFja3dhdGVyIGNyb3NzaW5nLiBN"
      + "YXAgZm9yIHRoZSBCbGFja3dhdGVyIGNyb3NzaW5nLiBNYXAgZm9yIHRoZSBCbGFja3dhdGVyIGNyb3Nz"
      + "aW5nLiAAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyAhIiMkJSYnKCkqKywtLi8wMTIzNDU2"
      + "Nzg5Ojs8PT4/QEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaW1xdXl9gYWJjZGVmZ2hpamtsbW5vcHFy"
      + "c3R1dnd4eXp7fH1+f4CBgoOEhYaHiImKi4yNjo+QkZKTlJWWl5iZmpucnZ6foKGio6SlpqeoqaqrrK2u"
      + "r7CxsrO0tba3uLm6u7y9vr/AwcLDxMXGx8jJysvMzc7P0NHS09TV1tfY2drb3N3e3+Dh4uPk5ebn6Onq"
      + "6+zt7u/w8fLz9PX29/j5+vv8/f7/",
  ]

  @Test("Blocks with codes of their own, with the fixed codes and without any", arguments: streams)
  func blocks(stream: String) throws {
    let bytes = try Self.decoded(stream)
    let read = Inflate.deflated((bytes + [1, 2, 3])[...], limit: 10_000)
    #expect(read.bytes == Self.text)
    #expect(read.used == bytes.count)
  }

  @Test("zlib and gzip, of one member and of two")
  func wrapped() throws {
    let zlib = try Self.decoded(Self.zlib)
    #expect(Inflate.zlib(zlib[...], limit: 10_000) == Self.text)
    let gzip = try Self.decoded(Self.gzip)
    #expect(Inflate.gzip(gzip[...], limit: 10_000) == Self.text)
    #expect(Inflate.gzip((gzip + gzip)[...], limit: 10_000) == Self.text + Self.text)
    #expect(Inflate.gzip(zlib[...], limit: 10_000) == nil)
    #expect(Inflate.zlib(Self.text[...], limit: 10_000) == nil)
  }

  @Test("What is cut off gives what there is, and nothing grows past the limit")
  func cut() throws {
    for stream in Self.streams {
      let bytes = try Self.decoded(stream)
      for count in 0..<bytes.count {
        let read = Inflate.deflated(bytes[..<count], limit: 10_000).bytes
        #expect(Self.text.starts(with: read))
      }
      #expect(Inflate.deflated(bytes[...], limit: 50).bytes.count <= 50)
    }
  }

  @Test("No bytes crash it")
  func noise() {
    var state: UInt32 = 7
    for _ in 0..<3_000 {
      let bytes = (0..<40).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return UInt8(state >> 24)
      }
      #expect(Inflate.deflated(bytes[...], limit: 500).bytes.count <= 500)
      _ = Inflate.gzip(([0x1F, 0x8B, 8, bytes[0]] + bytes)[...], limit: 500)
    }
  }

  private static let zlib =
    "eNrzTSxQSMsvUijJSFVwyklMzi5PLEktUkguyi8uzsxL11PwHVUwqoC+ChgYmZhZWNnYOTi5uHl4+fgF"
    + "BIWERUTFxCUkpaRlZOXkFRSVlFVU1dQ1NLW0dXT19A0MjYxNTM3MLSytrG1s7ewdHJ2cXVzd3D08vbx9"
    + "fP38AwKDgkNCw8IjIqOiY2Lj4hMSk5JTUtPSMzKzsnNy8/ILCouKS0rLyisqq6prauvqGxqbmlta29o7"
    + "Oru6e3r7+idMnDR5ytRp02fMnDV7ztx58xcsXLR4ydJly1esXLV6zdp16zds3LR5y9Zt23fs3LV7z959"
    + "+w8cPHT4yNFjx0+cPHX6zNlz5y9cvHT5ytVr12/cvHX7zt179x88fPT4ydNnz1+8fPX6zdt37z98/PT5"
    + "y9dv33/8/PX7z99//wEc3mzA"
  private static let gzip =
    "H4sICAAAAAAC/2EudHh0APNNLFBIyy9SKMlIVXDKSUzOLk8sSS1SSC7KLy7OzEvXU/AdVTCqgL4KGBiZ"
    + "mFlY2dg5OLm4eXj5+AUEhYRFRMXEJSSlpGVk5eQVFJWUVVTV1DU0tbR1dPX0DQyNjE1MzcwtLK2sbWzt"
    + "7B0cnZxdXN3cPTy9vH18/fwDAoOCQ0LDwiMio6JjYuPiExKTklNS09IzMrOyc3Lz8gsKi4pLSsvKKyqr"
    + "qmtq6+obGpuaW1rb2js6u7p7evv6J0ycNHnK1GnTZ8ycNXvO3HnzFyxctHjJ0mXLV6xctXrN2nXrN2zc"
    + "tHnL1m3bd+zctXvP3n37Dxw8dPjI0WPHT5w8dfrM2XPnL1y8dPnK1WvXb9y8dfvO3Xv3Hzx89PjJ02fP"
    + "X7x89frN23fvP3z89PnL12/ff/z89fvP33//ARdTfGCUAwAA"
}
