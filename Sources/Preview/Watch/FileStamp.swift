import Glibc

/// What the file system says of a file, by which one version of it is told from another.
struct FileStamp: Hashable, Sendable {
  /// What stands at a path.
  enum Kind: Hashable, Sendable {
    case file
    case folder
    case link
    case other
  }

  let kind: Kind
  /// Who may read it, among else.
  let mode: UInt32
  let device: UInt64
  /// Its number on the device; a file that takes another's place has one of its own.
  let number: UInt64
  /// In bytes.
  let size: Int
  /// When it was written, in nanoseconds since 1970.
  let modified: Int64
  /// When it or its entry was written, in nanoseconds since 1970; nobody can set it back.
  let changed: Int64

  /// The stamp of what stands at `path`, links followed; nil where there is nothing.
  init?(_ path: String) {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    self.init(info)
  }

  /// The stamp of what stands at `path` itself, be it a link; nil where there is nothing.
  init?(itself path: String) {
    var info = stat()
    guard lstat(path, &info) == 0 else { return nil }
    self.init(info)
  }

  /// The stamp of an open file.
  init?(descriptor: Int32) {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { return nil }
    self.init(info)
  }

  private init(_ info: stat) {
    switch info.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    mode = UInt32(info.st_mode)
    device = UInt64(info.st_dev)
    number = UInt64(info.st_ino)
    size = max(0, Int(info.st_size))
    modified = Self.nanoseconds(info.st_mtim)
    changed = Self.nanoseconds(info.st_ctim)
  }

  private static func nanoseconds(_ moment: timespec) -> Int64 {
    Int64(moment.tv_sec) * 1_000_000_000 + Int64(moment.tv_nsec)
  }

  /// Whether a later version could bear the same stamp: clocks of file systems tick in a few
  /// milliseconds, and what was written just before `moment` may be written again within the tick.
  func isFresh(at moment: Int64) -> Bool {
    max(modified, changed) > moment - 20_000_000
  }

  /// This moment, in nanoseconds since 1970.
  static func now() -> Int64 {
    var moment = timespec()
    clock_gettime(CLOCK_REALTIME, &moment)
    return nanoseconds(moment)
  }
}
