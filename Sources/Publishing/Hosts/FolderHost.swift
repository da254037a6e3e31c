import Bytes
import Glibc
import SiteStorage

/// Releases in a folder of this machine, or of a share that is mounted on it.
actor FolderHost: ReleaseHost {
  private let root: String
  private var held: FolderLock?

  /// The folder `root`, an absolute path; it need not be there, but what holds it must.
  init(_ root: String) {
    self.root = root
  }

  private var releasesFolder: String { root + "/releases" }
  private var link: String { root + "/current" }

  private func folder(of name: ReleaseName) -> String { "\(releasesFolder)/\(name)" }
  private func incoming(_ name: ReleaseName) -> String { "\(releasesFolder)/.incoming-\(name)" }
  private func target(_ name: ReleaseName) -> String {
    "releases/\(name)/\(ReleaseManifest.folder)"
  }

  func releases() throws -> HostedReleases {
    var current: ReleaseName?
    if let target = Disk.linkTarget(link) {
      current = ReleaseName(
        target.split(separator: "/").dropFirst().first.map { String($0) } ?? "")
      guard current.map({ self.target($0) == target }) ?? false else {
        throw PublishError.unsuitable(
          place: root, reason: "'current' there leads to '\(target)', which Dossier did not make")
      }
    } else if Disk.isTaken(link) {
      throw PublishError.unsuitable(
        place: root, reason: "'current' there is not a link; move it away first")
    }
    guard Disk.kind(of: releasesFolder) == .folder else {
      return HostedReleases(names: [], current: current)
    }
    let names = try Disk.names(in: releasesFolder).compactMap { ReleaseName($0) }
    return HostedReleases(names: names, current: current)
  }

  func manifest(of name: ReleaseName) throws -> ReleaseManifest? {
    let path = folder(of: name) + "/" + ReleaseManifest.name
    guard Disk.kind(of: path) == .file else { return nil }
    return ReleaseManifest(try Disk.read(path))
  }

  func damage(in name: ReleaseName) throws -> [String] {
    try damage(below: folder(of: name))
  }

  func damage(inReceived name: ReleaseName) throws -> [String] {
    try damage(below: incoming(name))
  }

  func lock(as holder: PublishHolder) throws {
    let above = Disk.parent(of: root)
    guard Disk.kind(of: above) == .folder else {
      // A share that is not mounted is not to be filled by accident.
      throw PublishError.unsuitable(
        place: root, reason: "there is no folder '\(above)'; make it, or mount it, first")
    }
    try Disk.makeFolder(root)
    held = try FolderLock(root + "/.dossier-lock", holder: holder)
  }

  func unlock() {
    held?.release()
    held = nil
  }

  func clearLeftovers() throws {
    for name in try Disk.names(in: root) where name.hasPrefix(".current-") {
      try Disk.remove(root + "/" + name)
    }
    guard Disk.kind(of: releasesFolder) == .folder else { return }
    for name in try Disk.names(in: releasesFolder) where name.hasPrefix(".incoming-") {
      try Disk.remove(releasesFolder + "/" + name)
    }
  }

  func receive(
    _ release: StagedRelease, as name: ReleaseName, beside previous: ReleaseName?
  ) throws {
    let folder = incoming(name)
    let old = try previous.flatMap { try manifest(of: $0) }
    var made: Set<String> = []
    for path in release.manifest.paths {
      guard let file = release.manifest.files[path], let source = release.locations[path] else {
        continue
      }
      let place = "\(folder)/\(ReleaseManifest.folder)/\(path)"
      let parent = Disk.parent(of: place)
      if made.insert(parent).inserted { try Disk.makeFolder(parent) }
      if let previous, old?.files[path] == file {
        let kept = "\(self.folder(of: previous))/\(ReleaseManifest.folder)/\(path)"
        // One that was changed where it lay would be passed on for ever.
        if try Self.holds(kept, file), Disk.share(kept, as: place) { continue }
      }
      let bytes = try Disk.read(source)
      guard Digest.sha256.text(of: bytes) == file.digest else {
        throw PublishError.siteChanged(path: path)
      }
      try Disk.write(bytes, to: place)
    }
    try Disk.write(release.manifest.bytes, to: folder + "/" + ReleaseManifest.name)
    try Disk.write(release.manifest.sums, to: folder + "/" + ReleaseManifest.sumsName)
  }

  func accept(_ name: ReleaseName) throws {
    // A name must not outlive a power cut that its bytes do not.
    try Disk.settle(root)
    try Disk.rename(incoming(name), to: folder(of: name))
  }

  func serve(_ name: ReleaseName) throws {
    let new = "\(root)/.current-\(getpid())"
    try Disk.remove(new)
    try Disk.makeLink(new, to: target(name))
    try Disk.rename(new, to: link)
    try Disk.settle(root)
  }

  func remove(_ name: ReleaseName) throws {
    // Half a release must not pass for one.
    try Disk.rename(folder(of: name), to: incoming(name))
    try Disk.remove(incoming(name))
  }

  /// The paths that are not as the manifest in `folder` says: other bytes, missing, or strange.
  private func damage(below folder: String) throws -> [String] {
    let path = folder + "/" + ReleaseManifest.name
    guard Disk.kind(of: path) == .file, let manifest = ReleaseManifest(try Disk.read(path)) else {
      return [ReleaseManifest.name]
    }
    let site = folder + "/" + ReleaseManifest.folder
    var damaged = try manifest.paths.filter { path in
      guard let file = manifest.files[path] else { return false }
      return try !Self.holds(site + "/" + path, file)
    }
    if Disk.kind(of: site) == .folder {
      damaged += try Self.files(below: site, prefix: "").filter { manifest.files[$0] == nil }
    }
    return damaged
  }

  /// Whether the file at `path` has the bytes that `file` says.
  private static func holds(_ path: String, _ file: ReleaseManifest.File) throws -> Bool {
    guard Disk.linkTarget(path) == nil, Disk.kind(of: path) == .file else { return false }
    let bytes = try Disk.read(path)
    return bytes.count == file.size && Digest.sha256.text(of: bytes) == file.digest
  }

  private static func files(below folder: String, prefix: String) throws -> [String] {
    try Disk.names(in: folder).flatMap { name in
      let location = folder + "/" + name
      guard Disk.linkTarget(location) == nil, Disk.kind(of: location) == .folder else {
        return [prefix + name]
      }
      return try files(below: location, prefix: prefix + name + "/")
    }
  }
}
