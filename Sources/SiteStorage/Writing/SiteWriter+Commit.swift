import Bytes
import Synchronization

/// How the old site becomes the new one.
extension SiteWriter {
  /// Turns the old site into the new one.
  /// - Returns: How many files it has, and what is known of them.
  public func commit() throws(StorageError) -> (count: Int, outputs: OutputTable) {
    let (outputs, written, known, isSameList) = state.withLock {
      ($0.outputs, $0.staged, $0.removed, $0.isSameList)
    }
    let removed = known.map(Array.init) ?? self.removed(from: outputs)
    let list = try isSameList ? changedList(to: outputs, written) : outputs.manifest.bytes
    let listDigest = ContentDigest(of: list)
    if let stamp = unchangedList(list, listDigest) {
      state.withLock {
        $0.outputs[SiteManifest.name] = .init(digest: listDigest, stamp: stamp)
      }
    } else {
      try stage(list, listDigest, at: SiteManifest.name)
    }
    let isSmall = written.count + removed.count <= Self.journalLimit
    if old != nil || isIntact, isSmall, try makeFolders(written, removing: removed) {
      try move(removing: removed)
    } else {
      try exchange()
    }
    lock.release()
    return (outputs.count, state.withLock { $0.outputs })
  }

  /// The paths of the files of the old site that are not among `outputs`.
  private func removed(from outputs: OutputTable) -> [String] {
    let paths = isIntact ? known.files.map(\.path) : Array((old?.sizes ?? [:]).keys)
    return paths.filter { $0 != SiteManifest.name && outputs[$0] == nil }
  }

  /// The list of the old site with the sizes that the files at `paths` have now.
  private func changedList(
    to outputs: OutputTable, _ paths: [String]
  ) throws(StorageError) -> [UInt8] {
    var sizes: [String: Int] = [:]
    for path in paths { sizes[path] = outputs[path]?.stamp.size }
    let list = try Disk.read(output + "/" + SiteManifest.name)
    return SiteManifest.changing(list, to: sizes) ?? outputs.manifest.bytes
  }

  private func unchangedList(_ list: [UInt8], _ digest: ContentDigest) -> FileStamp? {
    let place = output + "/" + SiteManifest.name
    guard let stamp = FileStamp(of: place), stamp.size == list.count,
      let present = try? Disk.read(place), present == list
    else { return nil }
    return stamp
  }

  /// Makes the folders that are to be moved to; false where something else stands there, and the
  /// files cannot be moved one by one.
  private func makeFolders(
    _ paths: [String], removing removed: [String]
  ) throws(StorageError) -> Bool {
    for path in paths where Disk.kind(of: output + "/" + path) == .folder { return false }
    for folder in Set(paths.map { Disk.parent(of: output + "/" + $0) }) {
      do {
        try Disk.makeFolder(folder)
      } catch {
        // Where a file stands in the way, the whole site changes places.
        guard removed.contains(where: { (folder + "/").hasPrefix(output + "/" + $0 + "/") }) else {
          throw error
        }
        return false
      }
    }
    return true
  }

  private func move(removing removed: [String]) throws(StorageError) {
    let staged = state.withLock { $0.staged }
    guard !staged.isEmpty || !removed.isEmpty else { return try Disk.remove(staging) }
    // The list comes last: until then the old one says what is to be there.
    let journal = OutputJournal(staging: staging, moved: staged, removed: removed)
    try journal.write(for: output)
    state.withLock { $0.isCommitted = true }
    try journal.apply(to: output)
    try Disk.remove(OutputJournal.path(of: output))
  }

  private func exchange() throws(StorageError) {
    try complete()
    let kept = output + "/" + Self.note
    let isOwn = state.withLock { $0.outputs[Self.note] != nil }
    if !isOwn, Disk.kind(of: kept) == .file,
      !Disk.link(kept, to: staging + "/" + Self.note)
    {
      try Disk.write(try Disk.read(kept), to: staging + "/" + Self.note)
    }
    if Disk.kind(of: output) == nil {
      try Disk.rename(staging, to: output)
    } else if try Disk.exchange(staging, output) {
      try Disk.remove(staging)
    } else {
      let old = staging + "-old"
      try Disk.rename(output, to: old)
      try Disk.rename(staging, to: output)
      try Disk.remove(old)
    }
  }
}
