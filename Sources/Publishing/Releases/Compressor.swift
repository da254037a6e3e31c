import Glibc
import Programs
import SiteStorage

/// Compresses files by `gzip` and `brotli` where those are installed, and keeps the results by the
/// digest of the file, so that each content is compressed once.
struct Compressor {
  /// The folder of what is kept.
  let folder: String
  /// How many programs run at once.
  let workers: Int

  /// A file to compress.
  struct Original: Sendable {
    let digest: String
    let location: String
  }

  /// How many files one run of a program gets.
  private static let batchSize = 40
  private static let limits = OutsideProgram.Limits(time: .seconds(600), output: 1 << 40)

  /// Where the compressed form of each of `originals` lies, by its digest.
  /// - Returns: Nothing where the program is not installed; complaints where it failed.
  func compress(
    _ originals: [Original], by compression: Compression
  ) async throws -> (locations: [String: String], complaints: [String]) {
    guard let program = OutsideProgram(compression.rawValue) else { return ([:], []) }
    let work = "\(folder)/.work-\(getpid())"
    try Disk.remove(work)
    try Disk.makeFolder(work)
    defer { discard(work) }
    var wanted: [String: Original] = [:]
    for original in originals { wanted[original.digest] = original }
    let missing = wanted.values.sorted { $0.digest < $1.digest }.filter {
      Disk.kind(of: kept($0.digest, compression)) != .file
    }
    let batches = stride(from: 0, to: missing.count, by: Self.batchSize).map {
      Array(missing[$0..<min($0 + Self.batchSize, missing.count)])
    }
    var complaints: [String] = []
    try await withThrowingTaskGroup(of: String?.self) { group in
      for (number, batch) in batches.enumerated() {
        if number >= workers, let next = try await group.next() {
          complaints += [next].compactMap(\.self)
        }
        group.addTask { try await run(program, on: batch, by: compression, in: work) }
      }
      for try await next in group { complaints += [next].compactMap(\.self) }
    }
    var locations: [String: String] = [:]
    for digest in wanted.keys {
      let location = kept(digest, compression)
      if Disk.kind(of: location) == .file { locations[digest] = location }
    }
    return (locations, complaints)
  }

  /// Removes what is kept and is not at one of `locations`.
  func forgetOthers(than locations: Set<String>) throws {
    guard Disk.kind(of: folder) == .folder else { return }
    for name in try Disk.names(in: folder) where !name.hasPrefix(".work-") {
      let location = folder + "/" + name
      if !locations.contains(location) { try Disk.remove(location) }
    }
  }

  /// Compresses a batch; says what went wrong, if anything did.
  private func run(
    _ program: OutsideProgram, on batch: [Original], by compression: Compression, in work: String
  ) async throws -> String? {
    var paths: [String] = []
    for original in batch {
      let path = work + "/" + original.digest
      try Disk.write(try Disk.read(original.location), to: path)
      paths.append(path)
    }
    let result = await program.run(compression.arguments + paths, limits: Self.limits)
    if case .failure(let failure) = result {
      return "some files go without a compressed copy: '\(program.name)' \(failure.reason)"
    }
    for original in batch {
      // What is kept is there whole or not at all, whenever we are stopped.
      try Disk.rename(
        work + "/" + original.digest + compression.ending, to: kept(original.digest, compression))
    }
    return nil
  }

  private func kept(_ digest: String, _ compression: Compression) -> String {
    folder + "/" + digest + compression.ending
  }

  /// Removes a folder of work; what cannot be removed is in nobody's way.
  private func discard(_ work: String) {
    do { try Disk.remove(work) } catch { return }
  }
}
