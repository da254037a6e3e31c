import Bytes
import Foundation
import SiteModel
import SiteStorage
import Testing

@testable import Publishing

@Suite("Making a release of a built site")
struct ReleaseStagingTests {
  private static let text = String(repeating: "<p>Rain and more rain.</p>\n", count: 100)

  /// A site as a build writes it.
  private func build(_ texts: [String: String], in shop: Workshop) throws -> String {
    let writer = try SiteWriter(ProjectLayout(project: shop.url.path))
    for (path, text) in texts {
      try writer.write(RenderedFile(path: path, content: .bytes(Array(text.utf8))))
    }
    _ = try writer.commit()
    return shop.url.path + "/Site"
  }

  private func stage(_ site: String, in shop: Workshop) async throws -> StagedRelease {
    let staged = try await ReleaseStaging(site: site, workers: 2)
      .stage(publisher: "ada@desk", layout: ProjectLayout(project: shop.url.path))
    #expect(staged.complaints.isEmpty)
    return staged.release
  }

  @Test("A cache that is a link is not written to, and what it leads to is not cleared")
  func linkedCache() async throws {
    let shop = try Workshop()
    defer { shop.remove() }
    let site = try build(["index.html": Self.text], in: shop)
    let outside = shop.url.appendingPathComponent("outside")
    try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: outside.appendingPathComponent("thesis.gz"))
    try FileManager.default.createSymbolicLink(
      atPath: shop.url.path + "/.dossier-cache", withDestinationPath: "outside")
    await #expect(throws: StorageError.self) {
      try await ReleaseStaging(site: site, workers: 2)
        .stage(publisher: "ada@desk", layout: ProjectLayout(project: shop.url.path))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path) == ["thesis.gz"])
  }

  private func unzip(_ location: String) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "--decompress", "--stdout", location]
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  @Test("Texts have compressed copies that hold the same, small files and pictures have none")
  func compresses() async throws {
    let shop = try Workshop()
    defer { shop.remove() }
    let site = try build(
      ["a/page.html": Self.text, "twin.html": Self.text, "tiny.html": "x", "map.png": Self.text],
      in: shop)
    let release = try await stage(site, in: shop)
    let paths = Set(release.manifest.files.keys).filter { !$0.hasSuffix(".br") }
    #expect(
      paths == [
        "a/page.html", "a/page.html.gz", "twin.html", "twin.html.gz", "tiny.html", "map.png",
      ])
    let copy = try #require(release.locations["a/page.html.gz"])
    #expect(try unzip(copy) == Self.text)
    #expect(try Disk.read(copy).count < 200)
  }

  @Test("The same site gives the same bytes, from scratch and from what was kept")
  func repeats() async throws {
    let shop = try Workshop()
    defer { shop.remove() }
    let site = try build(["page.html": Self.text], in: shop)
    let first = try await stage(site, in: shop).manifest
    #expect(try await stage(site, in: shop).manifest == first)
    try Disk.remove(shop.url.path + "/.dossier-cache")
    // A time stamp would show in a later second.
    try await Task.sleep(for: .milliseconds(1100))
    #expect(try await stage(site, in: shop).manifest == first)
  }

  @Test("A compressed file of the author's stays as it is")
  func authors() async throws {
    let shop = try Workshop()
    defer { shop.remove() }
    let site = try build(["data.csv": Self.text, "data.csv.gz": "mine"], in: shop)
    let release = try await stage(site, in: shop)
    #expect(release.locations["data.csv.gz"] == site + "/data.csv.gz")
  }

  @Test("Copies of what is no longer there are forgotten")
  func forgets() async throws {
    let shop = try Workshop()
    defer { shop.remove() }
    _ = try await stage(try build(["page.html": Self.text], in: shop), in: shop)
    let old = try shop.names(".dossier-cache/compressed")
    _ = try await stage(try build(["page.html": Self.text + "!"], in: shop), in: shop)
    let new = try shop.names(".dossier-cache/compressed")
    #expect(!old.isEmpty && new.count == old.count && Set(new).isDisjoint(with: old))
  }

  @Test("A folder that no build made is not published, nor a site with a file missing")
  func refuses() async throws {
    let shop = try Workshop()
    defer { shop.remove() }
    try Disk.makeFolder(shop.url.path + "/mine")
    #expect(throws: PublishError.self) {
      try ReleaseStaging(site: shop.url.path + "/mine", workers: 1)
    }
    let site = try build(["page.html": Self.text, "gone.html": "x"], in: shop)
    try Disk.remove(site + "/gone.html")
    await #expect(throws: PublishError.siteChanged(path: "gone.html")) {
      try await stage(site, in: shop)
    }
  }
}
