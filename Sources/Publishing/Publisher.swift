public import SiteModel
public import SiteStorage

/// A release at a host.
public struct ListedRelease: Sendable {
  /// Its name.
  public let name: ReleaseName
  /// Whether it is the one that readers see.
  public let isCurrent: Bool
  /// What is in it; nil where that cannot be read.
  public let manifest: ReleaseManifest?
}

/// Takes a site to its host, whole or not at all, and back again.
public struct Publisher: Sendable {
  /// How many releases are kept, whichever is served.
  public static let keptCount = 5

  /// What publishing came to.
  public struct Result: Sendable {
    /// The release that is served now.
    public let name: ReleaseName
    /// Whether it is a new one; otherwise the same content was served already.
    public let isNew: Bool
    /// What changed for readers.
    public let difference: SiteDifference
    /// How many older releases were removed.
    public let removedCount: Int
    /// What went wrong after the switch, which readers do not see.
    public let complaints: [String]
  }

  private let host: any ReleaseHost
  /// Who publishes.
  public let holder: PublishHolder

  /// A publisher to `host`, which tells others that it is `holder`.
  init(_ host: any ReleaseHost, as holder: PublishHolder) {
    self.host = host
    self.holder = holder
  }

  /// A publisher to a folder of this machine, or of a share that is mounted on it.
  /// - Parameter folder: An absolute path; the folder need not be there, but what holds it must.
  public init(folder: String, as holder: PublishHolder) {
    self.init(FolderHost(folder), as: holder)
  }

  /// A publisher to a folder on another host.
  /// - Parameters:
  ///   - sshConfiguration: The path of the configuration that ssh is to read; nil for its own.
  ///   - layout: The project, in whose cache what is sent is put together.
  public init(
    _ place: SSHPlace, sshConfiguration: String?, layout: ProjectLayout, as holder: PublishHolder
  ) {
    self.init(SSHHost(place, configuration: sshConfiguration, layout: layout), as: holder)
  }

  /// Publishes `release`.
  public func publish(_ release: StagedRelease) async throws -> Result {
    try await whileLocked {
      try await host.clearLeftovers()
      let hosted = try await host.releases()
      let old = try await manifest(of: hosted.current)
      let difference = SiteDifference(from: old, to: release.manifest)
      if let current = hosted.current, let old, old.files == release.manifest.files,
        try await host.damage(in: current).isEmpty
      {
        return Result(
          name: current, isNew: false, difference: difference, removedCount: 0, complaints: [])
      }
      let name = try freeName(for: release, among: hosted.names)
      var release = release
      release.manifest.replaced = hosted.current
      do {
        try await host.receive(release, as: name, beside: old == nil ? nil : hosted.current)
        let damaged = try await host.damage(inReceived: name)
        guard damaged.isEmpty else { throw PublishError.damaged(release: name, paths: damaged) }
        try await host.accept(name)
        try await host.serve(name)
      } catch {
        // What was wrong first is what people need to know.
        _ = await complaint { try await host.clearLeftovers() }
        throw error
      }
      let (removedCount, complaints) = await prune(
        hosted.names + [name], keeping: [name, hosted.current].compactMap(\.self))
      return Result(
        name: name, isNew: true, difference: difference, removedCount: removedCount,
        complaints: complaints)
    }
  }

  /// Lets readers see an earlier release: the one called `wanted`, or else the one that was served
  /// before the current one was published.
  /// - Returns: What was served, and what is.
  public func rollBack(to wanted: String?) async throws -> (from: ReleaseName, to: ReleaseName) {
    try await whileLocked {
      try await host.clearLeftovers()
      let hosted = try await host.releases()
      guard let current = hosted.current else { throw PublishError.noEarlier(current: nil) }
      let name = try await earlier(than: current, wanted: wanted, among: hosted.names)
      let damaged = try await host.damage(in: name)
      guard damaged.isEmpty else { throw PublishError.damaged(release: name, paths: damaged) }
      try await host.serve(name)
      return (current, name)
    }
  }

  /// The releases that are there, the newest first.
  public func releases() async throws -> [ListedRelease] {
    let hosted = try await host.releases()
    var listed: [ListedRelease] = []
    for name in hosted.names.reversed() {
      listed.append(
        ListedRelease(
          name: name, isCurrent: name == hosted.current, manifest: try await manifest(of: name)))
    }
    return listed
  }

  /// What publishing `manifest` would change for readers.
  public func difference(to manifest: ReleaseManifest) async throws -> SiteDifference {
    SiteDifference(
      from: try await self.manifest(of: try await host.releases().current), to: manifest)
  }

  private func earlier(
    than current: ReleaseName, wanted: String?, among names: [ReleaseName]
  ) async throws -> ReleaseName {
    if let wanted {
      guard let name = names.first(where: { $0.text == wanted }) else {
        throw PublishError.unknown(release: wanted, known: names)
      }
      return name
    }
    // What was served last is not always what was published last: there may have been a way back.
    if let replaced = try await host.manifest(of: current)?.replaced, names.contains(replaced) {
      return replaced
    }
    guard let name = names.last(where: { $0 < current }) else {
      throw PublishError.noEarlier(current: current)
    }
    return name
  }

  private func manifest(of name: ReleaseName?) async throws -> ReleaseManifest? {
    guard let name else { return nil }
    return try await host.manifest(of: name)
  }

  /// A name that no release there has.
  private func freeName(
    for release: StagedRelease, among names: [ReleaseName]
  ) throws -> ReleaseName {
    let digest = release.manifest.contentDigest
    for round in 1..<1000 {
      guard let name = ReleaseName(time: holder.time, digest: digest, round: round) else { break }
      if !names.contains(name) { return name }
    }
    throw PublishError.unsuitable(place: "releases", reason: "'\(holder.time)' is no time")
  }

  /// Removes all but the newest releases, never one of `kept`.
  private func prune(
    _ names: [ReleaseName], keeping kept: [ReleaseName]
  ) async -> (count: Int, complaints: [String]) {
    var left = names.count
    var complaints: [String] = []
    for name in names.sorted() where left > Self.keptCount && !kept.contains(name) {
      left -= 1
      let found = await complaint { try await host.remove(name) }
      complaints += [found].compactMap(\.self).map { "release \(name) was not removed: \($0)" }
    }
    return (names.count - left, complaints)
  }

  private func whileLocked<Value: Sendable>(
    _ body: () async throws -> Value
  ) async throws -> Value {
    try await host.lock(as: holder)
    do {
      let value = try await body()
      await host.unlock()
      return value
    } catch {
      await host.unlock()
      throw error
    }
  }

  /// What `body` failed with, for those who go on nevertheless.
  private func complaint(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch {
      return "\(error)"
    }
  }
}
