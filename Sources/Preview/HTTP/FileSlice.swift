import Glibc

/// A part of an open file, read piece by piece.
final class FileSlice {
  /// The bytes that are still to be read.
  private(set) var range: Range<Int>
  private let descriptor: Int32

  /// Opens the file at `path`, which must be one and no link; nil where that fails.
  init?(path: String, range: Range<Int>) {
    // A pipe would let one wait for ever, so it is not waited for.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    self.range = range
    guard descriptor >= 0, FileStamp(descriptor: descriptor)?.kind == .file else { return nil }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// The next bytes, at most so many; nil where the file has become shorter or cannot be read.
  func next(atMost count: Int) -> [UInt8]? {
    let wanted = min(count, range.count)
    guard wanted > 0 else { return [] }
    var failed = false
    let start = range.lowerBound
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, got in
      while got < wanted, let base = buffer.baseAddress {
        let more = pread(descriptor, base + got, wanted - got, off_t(start + got))
        if more < 0, errno == EINTR { continue }
        failed = more <= 0
        if more <= 0 { break }
        got += more
      }
    }
    if failed { return nil }
    range = start + wanted..<range.upperBound
    return bytes
  }

  /// All that is left; nil where the file has become shorter or cannot be read.
  func whole() -> [UInt8]? { next(atMost: range.count) }
}
