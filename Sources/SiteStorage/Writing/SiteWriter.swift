import Bytes
import Glibc
public import SiteModel
import Synchronization

/// Writes a site whole or not at all, and of its files only those that have changed.
///
/// New files go to a staging folder beside the output. ``commit()`` then moves a few in by way of an
/// ``OutputJournal``; where many have changed it completes the staging folder, and lets the two
/// change places in one step. Until then, and after any failure, the last site stays as it was. What
/// has not changed keeps its time, so that copies of the site need not be made anew.
public final class SiteWriter: Sendable {
  /// What may stand in an output folder that Dossier did not make, and stays there.
  static let note = "README.md"
  /// How many files are moved one by one at most.
  private static let journalLimit = 2_000

  private let output: String
  private let staging: String
  private let lock: OutputLock
  /// The site that is there, where that is not what is known.
  private let old: SiteManifest?
  /// What is known of its files.
  private let known: OutputTable
  /// Whether all of them are still so.
  private let isIntact: Bool

  private struct State {
    var outputs = OutputTable()
    /// The paths of the files that lie in the staging folder.
    var staged: [String] = []
    var folders: Set<String> = []
    /// The paths of the files of the old site that the new one has not, where the rest was taken over
    /// as a whole.
    var removed: Set<String>?
    /// Whether both sites have files at the same paths.
    var isSameList = false
    /// Whether files of the old site have names in the staging folder, too.
    var isLinked = false
    /// Whether the new site is the one that counts, and the staging folder belongs to it.
    var isCommitted = false
  }
  private let state = Mutex(State())

  /// Makes the staging folder, after checking that the output may be replaced.
  ///
  /// Waits for another build that writes to the same output.
  /// - Parameters:
  ///   - known: What the last build left there, where that is known; other files are read to see
  ///     whether they have changed.
  ///   - held: The lock of the output, where it was taken before.
  ///   - isIntact: Whether `known` was found to be all that is there since the lock was taken.
  /// - Throws: ``StorageError`` where the output is a folder that Dossier did not make, where it
  ///   and the sources lie within one another, or where the disk refuses.
  public init(
    _ layout: ProjectLayout, known: OutputTable = OutputTable(), holding held: OutputLock? = nil,
    isIntact: Bool = false
  ) throws(StorageError) {
    try OutputRefusal.ofLeadingOut(layout)
    let output = Self.output(of: layout)
    let parent = Disk.parent(of: output)
    // What is half done would seem to be foreign.
    var lock = held
    if Disk.kind(of: parent) == .folder {
      if lock == nil { lock = try OutputLock(parent) }
      try OutputJournal.finish(for: output)
    }
    let isIntact = isIntact && held != nil && known.count > 0
    try OutputRefusal.ofNesting(layout)
    if !isIntact { try OutputRefusal.ofForeign(layout) }
    try Disk.makeFolder(parent)
    if let lock { self.lock = lock } else { self.lock = try OutputLock(parent) }
    let stem = OutputJournal.stagingStem(of: output)
    try Disk.removeLeftovers(in: parent, stem: stem)
    try Disk.removeReplacements(of: OutputJournal.path(of: output))
    self.output = output
    self.known = known
    self.isIntact = isIntact
    old = try isIntact ? nil : SiteManifest.read(in: output)
    staging = parent + "/" + stem + String(getpid())
    try Disk.remove(staging)
    try Disk.makeFolder(staging)
  }

  /// Ends what a build that was stopped has begun, so that the site is a whole one.
  public static func recover(_ layout: ProjectLayout) throws(StorageError) {
    // Whoever writes there will be told.
    guard !layout.leadsOut(layout.output) else { return }
    let output = output(of: layout)
    let parent = Disk.parent(of: output)
    guard Disk.kind(of: OutputJournal.path(of: output)) != nil else { return }
    let lock = try OutputLock(parent)
    defer { withExtendedLifetime(lock) {} }
    try OutputJournal.finish(for: output)
  }

  /// A link to the output stays a link: what it leads to is replaced.
  static func output(of layout: ProjectLayout) -> String {
    Disk.realPath(layout.output) ?? layout.output
  }

  /// Takes one file of the site: into the staging folder where it is new or has changed. Many tasks
  /// may do so at once.
  public func write(_ file: RenderedFile) throws(StorageError) {
    // Whoever made the path should have seen to it; the disk beyond the site is not ours to find out.
    guard SitePath.isOfFile(file.path) else {
      throw StorageError("write", file.path, reason: "it leads out of the site")
    }
    let bytes = try Disk.bytes(of: file)
    let digest = ContentDigest(of: bytes)
    if let stamp = unchanged(file.path, bytes, digest) {
      state.withLock { $0.outputs[file.path] = .init(digest: digest, stamp: stamp) }
    } else {
      try stage(bytes, digest, at: file.path)
    }
  }

  /// Takes over a file of the old site, which the new one has as well.
  /// - Returns: False where it is not as the last build left it, and has to be written.
  public func keep(_ path: String) -> Bool {
    guard let last = known[path], oldSize(of: path) != nil else { return false }
    if !isIntact {
      let place = output + "/" + path
      guard !Disk.isLink(place), let stamp = FileStamp(of: place), last.stamp.isSame(as: stamp)
      else { return false }
    }
    state.withLock { $0.outputs[path] = last }
    return true
  }

  /// Whether the whole old site is as the last build left it.
  public var hasIntactSite: Bool { isIntact }

  /// Takes over all files of an intact old site that are not written anew, but for those at the paths
  /// `dropped`.
  public func keepRest(but dropped: Set<String>) {
    state.withLock { state in
      let new = state.outputs
      state.outputs = known
      for path in dropped { state.outputs[path] = nil }
      for (path, output) in new.files { state.outputs[path] = output }
      state.removed = dropped.filter { new[$0] == nil && known[$0] != nil }
      state.isSameList =
        state.removed?.isEmpty == true && new.files.allSatisfy { known[$0.path] != nil }
      state.outputs[SiteManifest.name] = nil
    }
  }

  /// The size of a file of the old site in bytes; nil where it has none at `path`.
  private func oldSize(of path: String) -> Int? {
    if !isIntact { return old?.sizes[path] }
    return path == SiteManifest.name ? nil : known[path]?.stamp.size
  }

  /// By what the file that is there is known, if it has these bytes.
  private func unchanged(_ path: String, _ bytes: [UInt8], _ digest: ContentDigest) -> FileStamp? {
    guard let size = oldSize(of: path), size == bytes.count else { return nil }
    let place = output + "/" + path
    guard !Disk.isLink(place), let stamp = FileStamp(of: place), stamp.size == size else {
      return nil
    }
    if let last = known[path], last.stamp.isSame(as: stamp) {
      return last.digest == digest ? stamp : nil
    }
    // What cannot be read is written anew.
    guard let present = try? Disk.read(place), present == bytes else { return nil }
    return stamp
  }

  private func stage(
    _ bytes: [UInt8], _ digest: ContentDigest, at path: String
  ) throws(StorageError) {
    let place = staging + "/" + path
    let folder = Disk.parent(of: place)
    if state.withLock({ $0.folders.insert(folder).inserted }) || Disk.kind(of: folder) == nil {
      try Disk.makeFolder(folder)
    }
    // A name that the old site's file has would lead the bytes there.
    if state.withLock({ $0.isLinked }) { try Disk.remove(place) }
    let stamp = try Disk.write(bytes, to: place)
    state.withLock { state in
      state.outputs[path] = .init(digest: digest, stamp: stamp)
      state.staged.append(path)
    }
  }

  /// Where the file at `path` of the site lies until the site is whole, whether or not it has
  /// changed.
  public func staged(_ path: String) -> String { staging + "/" + path }

  /// Puts the whole site into the staging folder, so that others may look at it before it is
  /// published.
  public func complete() throws(StorageError) {
    let (outputs, staged) = state.withLock { state in
      state.isLinked = true
      return (state.outputs, Set(state.staged))
    }
    var folders: Set<String> = []
    for (path, file) in outputs.files where !staged.contains(path) {
      let place = staging + "/" + path
      let folder = Disk.parent(of: place)
      if folders.insert(folder).inserted { try Disk.makeFolder(folder) }
      if Disk.kind(of: place) != nil || Disk.link(output + "/" + path, to: place) { continue }
      let stamp = try Disk.write(try Disk.read(output + "/" + path), to: place)
      state.withLock { $0.outputs[path] = .init(digest: file.digest, stamp: stamp) }
    }
  }

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

  /// Removes the staging folder; the last site stays.
  ///
  /// Where ``commit()`` was stopped on its way the new site counts, and the next command ends what was
  /// begun: it needs the folder.
  public func abandon() throws(StorageError) {
    if !state.withLock({ $0.isCommitted }) { try Disk.remove(staging) }
    lock.release()
  }
}
