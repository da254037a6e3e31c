public import Bytes
import Glibc

/// What the disk says of a file without it being read: by it a file is known to be the one that was
/// seen before, or else is read again.
public struct FileStamp: Hashable, Sendable {
  /// Its size in bytes.
  public let size: Int
  /// When it was last written, in nanoseconds since 1970.
  public let modified: Int
  /// When it was last touched in any way, which no program can set; in nanoseconds since 1970.
  public let changed: Int
  /// Its number within the file system.
  public let inode: UInt64

  init(_ info: stat) {
    size = Int(info.st_size)
    modified = info.st_mtim.tv_sec &* 1_000_000_000 &+ info.st_mtim.tv_nsec
    changed = info.st_ctim.tv_sec &* 1_000_000_000 &+ info.st_ctim.tv_nsec
    inode = UInt64(info.st_ino)
  }

  init(size: Int, modified: Int, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = 0
    self.inode = inode
  }

  /// The stamp of the file at `path`, links followed; nil where there is none.
  public init?(of path: String) {
    var info = stat()
    guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(info)
  }

  /// Whether both are of one file that was not written to in between. That it was given another
  /// name, as files of a site are when it is put in place, does not count.
  func isSame(as other: FileStamp) -> Bool {
    (size, modified, inode) == (other.size, other.modified, other.inode)
  }

  /// Everything that is known of it.
  public var digest: ContentDigest {
    var digest = ContentDigest()
    digest.add(UInt64(bitPattern: Int64(size)))
    digest.add(UInt64(bitPattern: Int64(modified)))
    digest.add(UInt64(bitPattern: Int64(changed)))
    digest.add(inode)
    return digest
  }
}
