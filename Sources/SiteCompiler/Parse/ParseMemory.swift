import Bytes
import Diagnostics
import SiteModel

/// The pages of an earlier build as they were read, so that those whose files have not changed need
/// not be read again while one process builds again and again.
public struct ParseMemory: Sendable {
  /// One page, and by what its file is known.
  struct Page: Sendable {
    let digest: ContentDigest
    /// The number of its file: spans bear it.
    let file: SourceFileID
    let outcome: Outcome<ParsedPage>
  }

  /// The digest of `site.yaml`, which says how pages are read.
  var configuration = ContentDigest()
  /// By path within `Content/`.
  var pages: [String: Page] = [:]

  /// A memory of nothing.
  public init() {}

  /// The page at `path`, if its file is known by this number and this digest.
  func page(_ path: String, _ file: SourceFileID, _ digest: ContentDigest) -> Outcome<ParsedPage>? {
    guard let known = pages[path], known.file == file, known.digest == digest else { return nil }
    return known.outcome
  }
}
