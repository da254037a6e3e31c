import Foundation
import SiteStorage
import Testing

@testable import Publishing

@Suite("Publishing to a folder")
struct FolderPublishingTests {
  private static let first = ["index.html": "one", "a/b.html": "same", "old.html": "old"]
  private static let second = ["index.html": "two", "a/b.html": "same", "new/c.html": "new"]

  @Test("The site appears whole, a second one takes its place, and what is equal is kept once")
  func replaces() async throws {
    let shop = try Workshop()
    defer { shop.remove() }
    let one = try await shop.publisher(1).publish(try shop.release(Self.first))
    #expect(one.isNew)
    #expect(one.difference.added.map(\.path) == ["a/b.html", "index.html", "old.html"])
    #expect(try shop.served() == Self.first)
    let equal = try shop.inode("a/b.html")
    let other = try shop.inode("index.html")
    let two = try await shop.publisher(2).publish(try shop.release(Self.second))
    #expect(try shop.served() == Self.second)
    #expect(try shop.inode("a/b.html") == equal)
    #expect(try shop.inode("index.html") != other)
    #expect(two.difference.added.map(\.path) == ["new/c.html"])
    #expect(two.difference.changed.map(\.path) == ["index.html"])
    #expect(two.difference.removed.map(\.path) == ["old.html"])
    #expect(two.difference.unchangedCount == 1)
    #expect(try shop.names() == [".dossier-lock", "current", "releases"])
    let target = try FileManager.default.destinationOfSymbolicLink(atPath: shop.root + "/current")
    #expect(target == "releases/\(two.name)/site")
  }

  @Test("The same content makes no new release, unless what is there was damaged")
  func same() async throws {
    let shop = try Workshop()
    defer { shop.remove() }
    let one = try await shop.publisher(1).publish(try shop.release(Self.first))
    let two = try await shop.publisher(2).publish(try shop.release(Self.first))
    #expect(!two.isNew && two.name == one.name)
    try Disk.write(Array("hacked".utf8), to: shop.root + "/current/a/b.html")
    let three = try await shop.publisher(3).publish(try shop.release(Self.first))
    #expect(three.isNew)
    #expect(try shop.served() == Self.first)
  }

  @Test("What was put into a release by others is damage too")
  func strangers() async throws {
    let shop = try Workshop()
    defer { shop.remove() }
    let one = try await shop.publisher(1).publish(try shop.release(Self.first))
    try Disk.write([1], to: shop.root + "/current/a/strange.html")
    #expect(try await shop.host.damage(in: one.name) == ["a/strange.html"])
  }

  @Test("The last five are kept, and what is served whatever its age")
  func keepsFive() async throws {
    let shop = try Workshop()
    defer { shop.remove() }
    for second in 1...7 {
      let result = try await shop.publisher(second).publish(
        try shop.release(["index.html": "\(second)"]))
      #expect(result.removedCount == (second > 5 ? 1 : 0))
    }
    let hosted = try await shop.host.releases()
    #expect(hosted.names.count == 5)
    let oldest = try #require(hosted.names.first)
    _ = try await shop.publisher(8).rollBack(to: oldest.text)
    #expect(try shop.served() == ["index.html": "3"])
    _ = try await shop.publisher(9).publish(try shop.release(["index.html": "9"]))
    // The way back is still there.
    #expect(try await shop.host.releases().names.contains(oldest))
    #expect(try await shop.host.releases().names.count == 5)
  }

  @Test("The way back leads to what was served before, not to what was published before")
  func rollsBack() async throws {
    let shop = try Workshop()
    defer { shop.remove() }
    var names: [ReleaseName] = []
    for second in 1...3 {
      let result = try await shop.publisher(second).publish(
        try shop.release(["index.html": "\(second)"]))
      names.append(result.name)
    }
    let moved = try await shop.publisher(4).rollBack(to: nil)
    #expect(moved.from == names[2] && moved.to == names[1])
    #expect(try shop.served() == ["index.html": "2"])
    _ = try await shop.publisher(5).publish(try shop.release(["index.html": "5"]))
    // Release 3 was bad, which is why readers were taken back from it.
    #expect(try await shop.publisher(6).rollBack(to: nil).to == names[1])
    #expect(try await shop.publisher(7).rollBack(to: nil).to == names[0])
    await #expect(throws: PublishError.noEarlier(current: names[0])) {
      try await shop.publisher(8).rollBack(to: nil)
    }
    await #expect(throws: PublishError.self) {
      try await shop.publisher(8).rollBack(to: "2026-01-01T00-00-00Z-00000000")
    }
    #expect(try shop.served() == ["index.html": "1"])
  }

  @Test("A damaged release is not served again")
  func damagedRelease() async throws {
    let shop = try Workshop()
    defer { shop.remove() }
    let one = try await shop.publisher(1).publish(try shop.release(Self.first))
    _ = try await shop.publisher(2).publish(try shop.release(["index.html": "two"]))
    try Disk.remove("\(shop.root)/releases/\(one.name)/site/old.html")
    await #expect(throws: PublishError.damaged(release: one.name, paths: ["old.html"])) {
      try await shop.publisher(3).rollBack(to: nil)
    }
    #expect(try shop.served() == ["index.html": "two"])
  }

  @Test("What was changed where it lies is not passed on to the next release")
  func bitRot() async throws {
    let shop = try Workshop()
    defer { shop.remove() }
    _ = try await shop.publisher(1).publish(try shop.release(Self.first))
    try Disk.write(Array("rot!".utf8), to: shop.root + "/current/a/b.html")
    _ = try await shop.publisher(2).publish(try shop.release(Self.second))
    #expect(try shop.served() == Self.second)
  }

  @Test("A second publisher is told who is at work, and since when; a lock ends with its holder")
  func locked() async throws {
    let shop = try Workshop()
    defer { shop.remove() }
    let (one, two) = (shop.host, shop.host)
    try await one.lock(as: shop.holder(1))
    let message = "ada@desk, process 42, since 2026-11-27T10:15:01Z"
    await #expect(throws: PublishError.locked(holder: message)) {
      try await two.lock(as: shop.holder(2))
    }
    await one.unlock()
    try await two.lock(as: shop.holder(3))
    await two.unlock()
    // What a process that was killed has written there keeps nobody away.
    try Disk.write(Array("eve@desk, process 7, since ever".utf8), to: shop.root + "/.dossier-lock")
    #expect(try await shop.publisher(4).publish(try shop.release(Self.first)).isNew)
  }

  @Test("What others made is left alone", arguments: ["folder", "file", "link"])
  func foreign(kind: String) async throws {
    let shop = try Workshop()
    defer { shop.remove() }
    try Disk.makeFolder(shop.root)
    switch kind {
    case "folder": try Disk.makeFolder(shop.root + "/current/mine")
    case "file": try Disk.write([1], to: shop.root + "/current")
    default: try Disk.makeLink(shop.root + "/current", to: "/somewhere/else")
    }
    let release = try shop.release(Self.first)
    await #expect(throws: PublishError.self) { try await shop.publisher(1).publish(release) }
    #expect(try shop.names() == [".dossier-lock", "current"])
  }

  @Test("A folder whose parent is not there is not made: a share may not be mounted")
  func unmounted() async throws {
    let shop = try Workshop()
    defer { shop.remove() }
    let host = FolderHost(shop.root + "/sub/deep")
    let release = try shop.release(Self.first)
    await #expect(throws: PublishError.self) {
      try await shop.publisher(1, to: host).publish(release)
    }
    #expect(Disk.kind(of: shop.root) == nil)
  }

  @Test("A file that changes while it is being published stops everything")
  func changes() async throws {
    let shop = try Workshop()
    defer { shop.remove() }
    _ = try await shop.publisher(1).publish(try shop.release(Self.first))
    let release = try shop.release(Self.second)
    try Disk.write(Array("TWO".utf8), to: try #require(release.locations["index.html"]))
    await #expect(throws: PublishError.siteChanged(path: "index.html")) {
      try await shop.publisher(2).publish(release)
    }
    #expect(try shop.served() == Self.first)
    #expect(try shop.names("www/releases").count == 1)
  }
}
