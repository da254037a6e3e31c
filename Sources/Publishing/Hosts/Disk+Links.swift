import CLinux
import Glibc
import SiteStorage

/// What publishing needs of the file system beyond what storage does.
extension Disk {
  /// What a symbolic link says; nil where none stands at `path`.
  static func linkTarget(_ path: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { readlink(path, $0.assumingMemoryBound(to: CChar.self), bytes.count) }
    }
    guard let count, count > 0 else { return nil }
    return String(decoding: buffer[..<count], as: UTF8.self)
  }

  /// Whether anything stands at `path`, be it a link to nothing.
  static func isTaken(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0
  }

  /// Makes a symbolic link at `path` that says `target`.
  static func makeLink(_ path: String, to target: String) throws {
    guard symlink(target, path) == 0 else { throw failure("make the link", path) }
  }

  /// Gives the file `path` a second name; false where the file system cannot.
  static func share(_ path: String, as other: String) -> Bool { link(path, other) == 0 }

  /// Waits until what was written to the file system of `folder` is on the disk.
  static func settle(_ folder: String) throws {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("open the folder", folder) }
    defer { Glibc.close(descriptor) }
    guard clinux_settle(descriptor) == 0 else { throw failure("write to the disk of", folder) }
  }

  /// The refusal that `errno` holds right now.
  static func failure(_ operation: String, _ path: String) -> StorageError {
    StorageError(operation, path, reason: String(cString: strerror(errno)))
  }
}
