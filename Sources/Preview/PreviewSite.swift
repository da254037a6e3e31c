public import SiteModel

/// A rendered site as a server sees it: a table of paths, and nothing else.
///
/// Requests are looked up here only, so that no path, however it is written, reaches the disk.
public struct PreviewSite: Sendable {
  /// What to answer.
  public enum Answer: Sendable {
    /// The file, as it is.
    case file(RenderedFile, mediaType: String)
    /// The folder's address ends in a slash.
    case redirect(to: String)
    /// Nothing is there; the site's own page says so, where it has one.
    case notFound(RenderedFile?)
  }

  private let files: [String: RenderedFile]

  /// A table of `files` by their paths.
  public init(files: [RenderedFile]) {
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The answer to a request for `path`, which begins with `/` and is percent-decoded.
  public func answer(to path: String) -> Answer {
    guard path.hasPrefix("/") else { return .notFound(files["404.html"]) }
    var wanted = String(path.dropFirst())
    if wanted.isEmpty || wanted.hasSuffix("/") { wanted += "index.html" }
    if let file = files[wanted] { return .file(file, mediaType: MediaType.of(path: wanted)) }
    if files[wanted + "/index.html"] != nil { return .redirect(to: path + "/") }
    return .notFound(files["404.html"])
  }
}
