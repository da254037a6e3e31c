import Bytes
import Foundation
import SiteStorage
import Testing

@testable import Publishing

@Suite("Releases")
struct ReleaseTests {
  @Test("A name says when, and is in order of time")
  func names() throws {
    let digest = String(repeating: "3f9a2c1d", count: 8)
    let name = try #require(ReleaseName(time: "2026-11-27T10:15:00Z", digest: digest))
    #expect(name.text == "2026-11-27T10-15-00Z-3f9a2c1d")
    #expect(name.time == "2026-11-27 10:15:00 UTC")
    let later = try #require(ReleaseName(time: "2026-11-27T10:15:01Z", digest: digest))
    #expect(name < later)
    let again = try #require(ReleaseName(time: "2026-11-27T10:15:00Z", digest: digest, round: 2))
    #expect(name < again && again < later)
    #expect(ReleaseName(again.text) == again)
  }

  @Test(
    "What is not formed like a name is none",
    arguments: [
      "", ".", "..", "2026-11-27T10-15-00Z-3f9a2c1", "2026-11-27T10-15-00Z-3f9a2c1d/..",
      "2026-11-27T10-15-00Z-3f9a2c1d; rm", "2026-11-27T10-15-00Z-3f9a2c1d-", "x",
      "2026-11-27T10:15:00Z-3f9a2c1d", "2026-11-27T10-15-00Z-3f9a2c1d-2\n",
    ])
  func noNames(text: String) {
    #expect(ReleaseName(text) == nil)
  }

  @Test("A manifest is read as it was written, whatever the paths hold")
  func manifests() throws {
    let file = ReleaseManifest.File(digest: Digest.sha256.text(of: []), size: 0)
    let manifest = ReleaseManifest(
      publisher: "ada@desk", replaced: ReleaseName("2026-11-27T10-15-00Z-3f9a2c1d"),
      files: ["a b/ü.html": file, "new\nline": file, "back\\slash": file, "%41": file])
    #expect(ReleaseManifest(manifest.bytes) == manifest)
    var other = manifest
    other.publisher = "eve"
    other.replaced = nil
    #expect(ReleaseManifest(other.bytes) == other)
    #expect(other.contentDigest == manifest.contentDigest)
    #expect(ReleaseManifest([]) == nil)
    #expect(ReleaseManifest(manifest.bytes + Array("junk\n".utf8)) == nil)
  }

  @Test("sha256sum agrees, and finds what is wrong")
  func sums() throws {
    let shop = try Workshop()
    defer { shop.remove() }
    var files: [String: ReleaseManifest.File] = [:]
    let lengths = [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 70_000]
    for (number, length) in lengths.enumerated() {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ number) }
      let path = number == 3 ? "back\\slash and\nline" : "file \(number)"
      try Disk.write(bytes, to: shop.url.path + "/" + path)
      files[path] = ReleaseManifest.File(digest: Digest.sha256.text(of: bytes), size: length)
    }
    let sums = ReleaseManifest(publisher: "ada", files: files).sums
    #expect(try check(sums, in: shop.url) == 0)
    try Disk.write([9], to: shop.url.path + "/file 4")
    #expect(try check(sums, in: shop.url) != 0)
  }

  private func check(_ sums: [UInt8], in folder: URL) throws -> Int32 {
    let list = folder.appendingPathComponent(".sums")
    try Data(sums).write(to: list)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["sha256sum", "--check", "--strict", "--status", ".sums"]
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
