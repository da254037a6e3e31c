import Glibc
import SiteStorage

/// A lock that ends with who holds it: `flock(2)` on a file that says who that is.
///
/// The file stays; only the lock counts. A process that was killed holds none, whatever it wrote.
struct FolderLock {
  private let descriptor: Int32

  /// Takes the lock whose file is at `path`.
  /// - Throws: ``PublishError/locked(holder:)`` where another has it.
  init(_ path: String, holder: PublishHolder) throws {
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o664)
    guard opened >= 0 else { throw Disk.failure("open the lock", path) }
    descriptor = opened
    guard Self.take(opened) else {
      let isTaken = errno == EWOULDBLOCK
      let failure = Disk.failure("lock", path)
      let written = Self.text(of: descriptor)
      Glibc.close(descriptor)
      guard isTaken else { throw failure }
      throw PublishError.locked(holder: written)
    }
    let bytes = Array((holder.text + "\n").utf8)
    // Who we are is a courtesy to others; the lock holds without.
    _ = ftruncate(descriptor, 0)
    _ = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  /// Tries for a moment: a program that was just started may still hold the lock of one that ended.
  private static func take(_ descriptor: Int32) -> Bool {
    for attempt in 0..<10 {
      if attempt > 0 { usleep(20_000) }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      guard errno == EWOULDBLOCK else { return false }
    }
    return false
  }

  /// Lets others have it.
  func release() {
    _ = ftruncate(descriptor, 0)
    // A program that is being started has the descriptor, too, until it is itself.
    flock(descriptor, LOCK_UN)
    Glibc.close(descriptor)
  }

  private static func text(of descriptor: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 500)
    let count = buffer.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    let line = buffer[..<max(0, count)].split(separator: UInt8(ascii: "\n")).first
    return line.map { String(decoding: $0, as: UTF8.self) } ?? "it has just begun"
  }
}
