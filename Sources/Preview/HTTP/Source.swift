import Glibc
import SiteModel

/// Where the bytes of an answer come from.
struct Source {
  private enum Origin {
    case memory([UInt8])
    case disk(String)
  }

  private let origin: Origin
  /// The length in bytes.
  let size: Int
  /// The validator of what is sent.
  let tag: EntityTag

  /// A page larger than this is sent as it is, in bytes.
  private static let pageLimit = 16 << 20
  /// Any other file up to this size is read whole and known by its bytes. The times of a larger one
  /// have to do: they do not tell two versions of the same few milliseconds apart.
  private static let otherLimit = 1 << 20

  /// What is sent for `file`; nil where it stood on disk and stands there no more, or has since
  /// become something that does not belong to the site.
  ///
  /// - Parameters:
  ///   - origins: The folders, links worked out, in which a file on disk must lie.
  ///   - visit: What the script of the preview is told, where it is a page.
  init?(_ file: RenderedFile, origins: [String], _ visit: PageVisit) {
    let isPage = MediaType.isPage(path: file.path)
    switch file.content {
    case .bytes(let bytes):
      self.init(memory: isPage ? visit.inserted(into: bytes) : bytes)
    case .copy(let location):
      // Between the build and this request a link may have been put where a file or folder was.
      guard let real = Self.realPath(location),
        origins.contains(where: { real.utf8.starts(with: ($0 + "/").utf8) }),
        let stamp = FileStamp(real), stamp.kind == .file
      else { return nil }
      guard stamp.size <= (isPage ? Self.pageLimit : Self.otherLimit) else {
        self.init(.disk(real), size: stamp.size, tag: EntityTag(stamp))
        return
      }
      guard let bytes = FileSlice(path: real, range: 0..<stamp.size)?.whole() else { return nil }
      self.init(memory: isPage ? visit.inserted(into: bytes) : bytes)
    }
  }

  private init(memory bytes: [UInt8]) {
    self.init(.memory(bytes), size: bytes.count, tag: EntityTag(of: bytes))
  }

  private init(_ origin: Origin, size: Int, tag: EntityTag) {
    self.origin = origin
    self.size = size
    self.tag = tag
  }

  /// The bytes in `range`.
  func body(_ range: Range<Int>) -> Response.Body {
    switch origin {
    case .memory(let bytes): .bytes(bytes[range])
    case .disk(let path): .file(path: path, range)
    }
  }

  /// The path with links, `.` and `..` worked out, or nil where nothing is there.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
