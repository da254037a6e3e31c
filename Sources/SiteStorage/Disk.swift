import CLinux
import Glibc
public import SiteModel

/// The file system, in the few operations that storage needs.
public enum Disk {
  /// What stands at a path.
  public enum Kind: Sendable {
    /// A file with bytes.
    case file
    /// A folder.
    case folder
    /// A device, a socket, a pipe.
    case other
  }

  /// What stands at `path`, links followed; nil where there is nothing, or nothing to be seen.
  public static func kind(of path: String) -> Kind? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    return kind(info.st_mode)
  }

  private static func kind(_ mode: mode_t) -> Kind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  /// Whether a symbolic link stands at `path`.
  public static func isLink(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFLNK
  }

  /// The names in a folder, in byte order, without `.` and `..`.
  public static func names(in folder: String) throws(StorageError) -> [String] {
    try entries(in: folder).map(\.name)
  }

  /// What the folder itself says of its names, in byte order, without `.` and `..`: whether there is
  /// a file or a folder. Of a link, and where it does not say, it is nil.
  static func entries(in folder: String) throws(StorageError) -> [(name: String, kind: Kind?)] {
    guard let stream = opendir(folder) else { throw .last("read the folder", folder) }
    defer { closedir(stream) }
    var entries: [(name: String, kind: Kind?)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          String(cString: $0)
        }
      }
      guard name != ".", name != ".." else { continue }
      switch Int(entry.pointee.d_type) {
      case DT_REG: entries.append((name, .file))
      case DT_DIR: entries.append((name, .folder))
      default: entries.append((name, nil))
      }
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// How many names a folder has; nil where it cannot be read.
  static func count(in folder: String) -> Int? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var count = 0
    while readdir(stream) != nil { count += 1 }
    return count - 2
  }

  /// The size in bytes from which on a file is not read: it is held in memory as a whole.
  public static let largestFile = 4 << 30

  /// The bytes of a file: all, or the `first` so many.
  /// - Parameter largest: The size of the largest file that is read, in bytes.
  public static func read(
    _ path: String, first limit: Int = .max, largest: Int = largestFile
  ) throws(StorageError) -> [UInt8] {
    // A pipe that was put there since somebody looked is not waited for.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .last("read", path) }
    defer { Glibc.close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw .last("read", path) }
    guard kind(info.st_mode) == .file else {
      throw StorageError("read", path, reason: "it is no file")
    }
    var failed = false
    let size = min(max(Int(info.st_size), 0), limit)
    guard size <= largest else {
      throw StorageError("read", path, reason: tooLarge(largest))
    }
    var bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let base = buffer.baseAddress {
        let got = Glibc.read(descriptor, base + count, size - count)
        if got < 0, errno == EINTR { continue }
        failed = got < 0
        if got <= 0 { break }
        count += got
      }
    }
    if failed { throw .last("read", path) }
    bytes.reserveCapacity(bytes.count)
    return bytes
  }

  /// Why a file that is larger than `largest` bytes is not read.
  static func tooLarge(_ largest: Int) -> String { "it is larger than \(largest >> 30) GB" }

  /// The bytes of a file of a site, wherever they are.
  public static func bytes(of file: RenderedFile) throws(StorageError) -> [UInt8] {
    switch file.content {
    case .bytes(let bytes): return bytes
    case .copy(let location): return try read(location)
    }
  }

  /// Writes a file anew; never through a symbolic link.
  /// - Returns: By what it is known to be as it was written.
  @discardableResult
  public static func write(_ bytes: [UInt8], to path: String) throws(StorageError) -> FileStamp {
    let descriptor = open(
      path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o644)
    guard descriptor >= 0 else { throw .last("write", path) }
    var done = 0
    var failed = false
    bytes.withUnsafeBytes { buffer in
      while done < buffer.count, let base = buffer.baseAddress {
        let put = Glibc.write(descriptor, base + done, buffer.count - done)
        if put < 0, errno == EINTR { continue }
        if put < 0 {
          failed = true
          break
        }
        done += put
      }
    }
    var info = stat()
    if !failed { failed = fstat(descriptor, &info) != 0 }
    let error: StorageError? = failed ? .last("write", path) : nil
    // A full disk may show only here.
    let closed = Glibc.close(descriptor) == 0
    if let error { throw error }
    guard closed else { throw .last("write", path) }
    return FileStamp(info)
  }

  /// Makes a folder and those above it; one that is there already is no error.
  public static func makeFolder(_ path: String) throws(StorageError) {
    guard !path.isEmpty, kind(of: path) != .folder else { return }
    let parent = parent(of: path)
    if parent != path { try makeFolder(parent) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .last("make the folder", path) }
  }

  /// Removes a file, or a folder with all that is in it; links are removed, never followed.
  public static func remove(_ path: String) throws(StorageError) {
    var info = stat()
    guard lstat(path, &info) == 0 else { return }
    guard kind(info.st_mode) == .folder, info.st_mode & S_IFMT != S_IFLNK else {
      guard unlink(path) == 0 else { throw .last("remove", path) }
      return
    }
    for name in try names(in: path) { try remove(path + "/" + name) }
    guard rmdir(path) == 0 else { throw .last("remove the folder", path) }
  }

  /// Gives a file or folder another name on the same file system.
  public static func rename(_ old: String, to new: String) throws(StorageError) {
    guard Glibc.rename(old, new) == 0 else { throw .last("rename", old) }
  }

  /// Gives a file a second name; false where the file system cannot.
  static func link(_ file: String, to name: String) -> Bool {
    Glibc.link(file, name) == 0
  }

  /// Puts bytes at a path in one step: whoever reads it has the old or the new ones.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(StorageError) {
    let own = path + replacementMark + String(getpid())
    do {
      try write(bytes, to: own)
      try rename(own, to: path)
    } catch {
      unlink(own)
      throw error
    }
  }

  /// Lets two folders change places in one step; false where the file system cannot.
  static func exchange(_ first: String, _ second: String) throws(StorageError) -> Bool {
    if clinux_exchange(first, second) == 0 { return true }
    if errno == EINVAL || errno == ENOSYS { return false }
    throw .last("exchange", second)
  }

  /// The path with links, `.` and `..` worked out, or nil where nothing is there.
  public static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The absolute form of `path`, whether or not anything is there.
  public static func absolute(_ path: String) -> String {
    var parts: [Substring] = []
    let whole = path.utf8.starts(with: "/".utf8) ? path : currentFolder + "/" + path
    for part in whole.split(separator: "/") {
      if part == "." { continue }
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The folder that holds `path`.
  public static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of `path`.
  public static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// Removes a folder where nothing is in it, and then those above it, up to `root` without it.
  static func removeEmpty(_ folder: String, below root: String) {
    var folder = folder
    while folder.utf8.count > root.utf8.count, rmdir(folder) == 0 {
      folder = parent(of: folder)
    }
  }

  private static var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }
}
