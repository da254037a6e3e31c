/// A release that is ready to go: its manifest, and where its files lie on this machine.
public struct StagedRelease: Sendable {
  /// What is in it.
  public internal(set) var manifest: ReleaseManifest
  /// Where each file lies, by its path in the site.
  let locations: [String: String]
}
