/// A picture in pixels that an outside program made and that lies on disk.
public struct MadePicture: Hashable, Sendable {
  /// Its path from the site's root.
  public let path: String
  /// Where it lies on disk.
  public let location: String
  /// From left to right, in pixels.
  public let width: Int

  /// The picture at `location`, which will be `path` of the site.
  public init(path: String, location: String, width: Int) {
    self.path = path
    self.location = location
    self.width = width
  }

  /// The picture as a file of the site.
  public var file: RenderedFile { RenderedFile(path: path, content: .copy(location: location)) }
}
