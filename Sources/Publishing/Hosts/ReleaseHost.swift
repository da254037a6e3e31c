/// A place that keeps releases and serves one of them.
///
/// Each operation is one step of publishing. Readers see only what ``serve(_:)`` does, in one
/// rename; a publisher that is stopped before or after any step leaves a whole site behind.
///
/// ```text
/// current -> releases/2026-11-27T10-15-00Z-3f9a2c1d/site
/// releases/2026-11-27T10-15-00Z-3f9a2c1d/{manifest,SHA256SUMS,site/}
/// releases/.incoming-…      what is on its way
/// .dossier-lock             who is at work
/// ```
protocol ReleaseHost: Sendable {
  /// The releases that are there, and the one that is served. Needs no lock.
  func releases() async throws -> HostedReleases
  /// What is in a release; nil where that cannot be read. Needs no lock.
  func manifest(of name: ReleaseName) async throws -> ReleaseManifest?
  /// The paths of a release whose bytes are not what its manifest says. Needs no lock.
  func damage(in name: ReleaseName) async throws -> [String]

  /// Keeps others from publishing until ``unlock()``, or until this process or its connection ends.
  /// - Throws: ``PublishError/locked(holder:)``.
  func lock(as holder: PublishHolder) async throws
  /// Removes what publishers left behind that were stopped.
  func clearLeftovers() async throws
  /// Takes the files of a release; those that `previous` has too need not travel.
  func receive(
    _ release: StagedRelease, as name: ReleaseName, beside previous: ReleaseName?) async throws
  /// The paths of what was received whose bytes are not what the manifest says.
  func damage(inReceived name: ReleaseName) async throws -> [String]
  /// Makes a release of what was received.
  func accept(_ name: ReleaseName) async throws
  /// Lets readers see a release.
  func serve(_ name: ReleaseName) async throws
  /// Removes a release.
  func remove(_ name: ReleaseName) async throws
  /// Lets others publish.
  func unlock() async
}

/// The releases at a host.
struct HostedReleases: Sendable, Hashable {
  /// Their names, the oldest first.
  let names: [ReleaseName]
  /// The one that is served.
  let current: ReleaseName?

  /// The releases `names`, of which `current` is served.
  init(names: [ReleaseName], current: ReleaseName?) {
    self.names = names.sorted()
    self.current = current
  }
}

/// Who publishes, as others are told.
public struct PublishHolder: Sendable, Hashable {
  /// Who, such as `mika@desk`.
  public let who: String
  /// The process here.
  public let process: Int32
  /// Since when, in UTC, such as `2026-11-27T10:15:00Z`.
  public let time: String

  /// The process `process` of `who`, at work since `time`.
  public init(who: String, process: Int32, time: String) {
    self.who = String(who.unicodeScalars.map { $0.value < 0x20 ? " " : Character($0) })
    self.process = process
    self.time = time
  }

  /// The holder in one line.
  var text: String { "\(who), process \(process), since \(time)" }
}
