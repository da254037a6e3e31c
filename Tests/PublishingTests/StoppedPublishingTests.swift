import Foundation
import SiteStorage
import Testing

@testable import Publishing

/// A host that a publisher loses before or after one of its steps, as when it is killed: from then
/// on nothing it does has an effect.
private actor LostHost: ReleaseHost {
  struct Lost: Error {}

  private let host: FolderHost
  private var left: Int
  private(set) var isLost = false

  init(_ host: FolderHost, after steps: Int) {
    self.host = host
    left = steps
  }

  private func step<Value: Sendable>(
    _ body: (FolderHost) async throws -> Value
  ) async throws -> Value {
    if left == 0 { isLost = true }
    guard !isLost else { throw Lost() }
    left -= 1
    return try await body(host)
  }

  func releases() async throws -> HostedReleases { try await step { try await $0.releases() } }
  func manifest(of name: ReleaseName) async throws -> ReleaseManifest? {
    try await step { try await $0.manifest(of: name) }
  }
  func damage(in name: ReleaseName) async throws -> [String] {
    try await step { try await $0.damage(in: name) }
  }
  func lock(as holder: PublishHolder) async throws {
    try await step { try await $0.lock(as: holder) }
  }
  func clearLeftovers() async throws { try await step { try await $0.clearLeftovers() } }
  func receive(
    _ release: StagedRelease, as name: ReleaseName, beside previous: ReleaseName?
  ) async throws {
    try await step { try await $0.receive(release, as: name, beside: previous) }
  }
  func damage(inReceived name: ReleaseName) async throws -> [String] {
    try await step { try await $0.damage(inReceived: name) }
  }
  func accept(_ name: ReleaseName) async throws { try await step { try await $0.accept(name) } }
  func serve(_ name: ReleaseName) async throws { try await step { try await $0.serve(name) } }
  func remove(_ name: ReleaseName) async throws { try await step { try await $0.remove(name) } }
  /// The system frees the lock of a process that is gone.
  func unlock() async { await host.unlock() }
}

@Suite("A publisher that is stopped")
struct StoppedPublishingTests {
  private static let old = ["index.html": "5", "same.html": "same"]
  private static let new = ["index.html": "new", "same.html": "same"]

  @Test("Whatever step is the last, a whole site is served, and the next publisher clears up")
  func everyStep() async throws {
    var steps = 0
    var servedNew = 0
    while true {
      let shop = try Workshop()
      defer { shop.remove() }
      for second in 1...5 {
        _ = try await shop.publisher(second).publish(
          try shop.release(["index.html": "\(second)", "same.html": "same"]))
      }
      let host = LostHost(shop.host, after: steps)
      let result = try? await shop.publisher(6, to: host).publish(try shop.release(Self.new))
      let served = try shop.served()
      #expect(served == Self.old || served == Self.new, "after \(steps) steps")
      #expect(result == nil || served == Self.new)
      servedNew += served == Self.new ? 1 : 0
      _ = try await shop.publisher(7).publish(try shop.release(["index.html": "7"]))
      #expect(try shop.served() == ["index.html": "7"])
      let left = try shop.names() + shop.names("www/releases")
      #expect(!left.contains { $0.hasPrefix(".incoming") || $0.hasPrefix(".current-") })
      #expect(try await shop.host.releases().names.count == 5)
      guard await host.isLost else { break }
      steps += 1
    }
    #expect(steps >= 9)
    // Two: the one that was stopped when nothing was left to do but to clear up, and the whole one.
    #expect(servedNew == 2)
  }

  @Test("One that is stopped in the middle of the files leaves the old site, and no trace later")
  func middle() async throws {
    let shop = try Workshop()
    defer { shop.remove() }
    _ = try await shop.publisher(1).publish(try shop.release(Self.old))
    // What a killed process leaves: some of the files, and a link that was not yet put in place.
    let folder = shop.root + "/releases/.incoming-2026-11-27T10-15-02Z-00000000/site"
    try Disk.makeFolder(folder)
    try Disk.write(Array("half".utf8), to: folder + "/index.html")
    try Disk.makeLink(shop.root + "/.current-99", to: "releases/nothing/site")
    #expect(try shop.served() == Self.old)
    #expect(try await shop.host.releases().names.count == 1)
    _ = try await shop.publisher(3).publish(try shop.release(Self.new))
    #expect(try shop.served() == Self.new)
    #expect(try shop.names() == [".dossier-lock", "current", "releases"])
    #expect(try shop.names("www/releases").count == 2)
  }

  @Test("A disk that refuses in the middle leaves the old site, and nothing else")
  func refusal() async throws {
    let shop = try Workshop()
    defer { shop.remove() }
    _ = try await shop.publisher(1).publish(try shop.release(Self.old))
    let release = try shop.release(["a.html": "a", "z.html": "z"])
    try Disk.remove(try #require(release.locations["z.html"]))
    await #expect(throws: StorageError.self) { try await shop.publisher(2).publish(release) }
    #expect(try shop.served() == Self.old)
    #expect(try shop.names("www/releases").count == 1)
    // The lock is free again.
    #expect(try await shop.publisher(3).publish(try shop.release(Self.new)).isNew)
  }
}
