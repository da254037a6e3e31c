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
  static let journalLimit = 2_000

  let output: String
  let staging: String
  let lock: OutputLock
  /// The site that is there, where that is not what is known.
  let old: SiteManifest?
  /// What is known of its files.
  let known: OutputTable
  /// Whether all of them are still so.
  let isIntact: Bool

  struct State {
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
  let state = Mutex(State())

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

  func stage(
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

  /// Removes the staging folder; the last site stays.
  ///
  /// Where ``commit()`` was stopped on its way the new site counts, and the next command ends what was
  /// begun: it needs the folder.
  public func abandon() throws(StorageError) {
    if !state.withLock({ $0.isCommitted }) { try Disk.remove(staging) }
    lock.release()
  }
}
