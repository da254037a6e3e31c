/// One file of the built site.
public struct RenderedFile: Sendable {
  /// What is in it.
  public enum Content: Sendable {
    /// These bytes.
    case bytes([UInt8])
    /// The same as the file at this place on disk.
    case copy(location: String)
  }

  /// Its path from the site's root.
  public let path: String
  /// What is in it.
  public let content: Content

  /// The file `path`.
  public init(path: String, content: Content) {
    self.path = path
    self.content = content
  }
}
