import Foundation

/// A file that is gone as soon as nobody holds it.
struct NamelessFile {
  private let handle: FileHandle
  /// Its number, to be given to a process.
  var descriptor: Int32 { handle.fileDescriptor }

  init() throws {
    let folder = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    var template = Array("\(folder)/dossier-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
    unlink(template)
    // Only those get it to whom it is given.
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  func write(_ bytes: [UInt8]) throws {
    try handle.write(contentsOf: Data(bytes))
    try handle.seek(toOffset: 0)
  }

  func size() throws -> Int { Int(try handle.seekToEnd()) }

  func bytes() throws -> [UInt8] {
    try handle.seek(toOffset: 0)
    return Array(try handle.readToEnd() ?? Data())
  }

  func lastLines() throws -> [String] {
    String(decoding: try bytes().suffix(2000), as: UTF8.self).split(separator: "\n")
      .map { String($0.prefix(300)) }
  }
}
