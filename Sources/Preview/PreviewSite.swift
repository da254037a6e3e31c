import Bytes
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
  /// The files on disk as they were when the site was built.
  private let stamps: [String: FileStamp]

  /// A table of `files` by their paths.
  public init(files: [RenderedFile]) {
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var stamps: [String: FileStamp] = [:]
    for file in files {
      if case .copy(let location) = file.content { stamps[file.path] = FileStamp(location) }
    }
    self.stamps = stamps
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

  /// The paths of the files that are others than in `earlier`, or are in one of the two only.
  ///
  /// Bytes that were taken over from one build to the next are known at once to be the same.
  func changes(since earlier: PreviewSite) -> Set<String> {
    var changed: Set<String> = []
    for (path, file) in files {
      guard let before = earlier.files[path] else {
        changed.insert(path)
        continue
      }
      let isSame =
        switch (file.content, before.content) {
        case (.bytes(let new), .bytes(let old)): new == old
        case (.copy(let new), .copy(let old)):
          new == old && stamps[path] == earlier.stamps[path]
        default: false
        }
      if !isSame { changed.insert(path) }
    }
    for path in earlier.files.keys where files[path] == nil { changed.insert(path) }
    return changed
  }
}
