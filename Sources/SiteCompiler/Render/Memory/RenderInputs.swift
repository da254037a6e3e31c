public import Bytes

/// By what a build knows whether what it is made from has changed: digests that the disk's keeper
/// makes.
public struct RenderInputs: Sendable {
  /// One for each file of the source tree, in their order.
  public let files: [ContentDigest]
  /// Everything else that decides how pages look: the program, its options, other programs.
  public let settings: ContentDigest

  /// Inputs known by these digests.
  public init(files: [ContentDigest], settings: ContentDigest) {
    self.files = files
    self.settings = settings
  }
}
