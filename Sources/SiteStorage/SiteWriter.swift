import Glibc
public import SiteModel

/// Writes a site whole or not at all.
///
/// Files go to a staging folder beside the output; ``commit()`` lets the two change places in one
/// step. Until then, and after any failure, the last site stays as it was.
public actor SiteWriter {
  /// What may stand in an output folder that Dossier did not make, and stays there.
  private static let note = "README.md"

  private let output: String
  private let staging: String
  private var manifest = SiteManifest()
  private var folders: Set<String> = []

  /// Makes the staging folder, after checking that the output may be replaced.
  ///
  /// - Throws: ``StorageError`` where the output is a folder that Dossier did not make, where it
  ///   and the sources lie within one another, or where the disk refuses.
  public init(_ layout: ProjectLayout) throws(StorageError) {
    try Self.refuseForeign(layout)
    // A link to the output stays a link: what it leads to is replaced.
    let output = Disk.realPath(layout.output) ?? layout.output
    let parent = Disk.parent(of: output)
    try Disk.makeFolder(parent)
    let stem = "." + SitePath.name(of: output) + ".dossier-staging-"
    try Self.clear(parent: parent, stem: stem)
    self.output = output
    self.staging = parent + "/" + stem + String(getpid())
    try Disk.remove(staging)
    try Disk.makeFolder(staging)
  }

  /// Removes what builds that were killed have left behind.
  private static func clear(parent: String, stem: String) throws(StorageError) {
    for name in try Disk.names(in: parent) where name.hasPrefix(stem) {
      guard let process = Int32(name.dropFirst(stem.count)) else { continue }
      if kill(process, 0) != 0, errno == ESRCH { try Disk.remove(parent + "/" + name) }
    }
  }

  private static func refuseForeign(_ layout: ProjectLayout) throws(StorageError) {
    let output = layout.output
    for source in [layout.content, layout.templates] {
      guard !(source + "/").hasPrefix(output + "/"), !output.hasPrefix(source + "/") else {
        throw StorageError(
          "write the site to", output, reason: "it and '\(source)' lie within one another")
      }
    }
    var above = Disk.parent(of: output)
    while above != "/", above != "." {
      guard try SiteManifest.read(in: above) == nil else {
        throw StorageError(
          "write the site to", output, reason: "it lies in a site that Dossier made, '\(above)'")
      }
      above = Disk.parent(of: above)
    }
    guard let kind = Disk.kind(of: output) else { return }
    guard kind == .folder else {
      throw StorageError("write the site to", output, reason: "it is no folder")
    }
    let names = try Disk.names(in: output)
    if names.allSatisfy({ $0 == note }) { return }
    guard let manifest = try SiteManifest.read(in: output) else {
      throw foreign(output, names.filter { $0 != note })
    }
    // What others have put beside the site since would be lost with it.
    let strangers = try manifest.strangers(in: output, but: note)
    if !strangers.isEmpty { throw foreign(output, strangers) }
  }

  private static func foreign(_ output: String, _ names: [String]) -> StorageError {
    let some = names.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    return StorageError(
      "write the site to", output,
      reason: "it holds files that Dossier did not make, such as \(some); move them away, or "
        + "name another folder with --output")
  }

  /// Takes one file of the site into the staging folder.
  public func write(_ file: RenderedFile) throws(StorageError) {
    // Whoever made the path should have seen to it; the disk beyond the site is not ours to find out.
    let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !["", ".", ".."].contains($0) }), !file.path.utf8.contains(0) else {
      throw StorageError("write", file.path, reason: "it leads out of the site")
    }
    let path = staging + "/" + file.path
    let folder = Disk.parent(of: path)
    if folders.insert(folder).inserted { try Disk.makeFolder(folder) }
    let bytes: [UInt8]
    switch file.content {
    case .bytes(let content): bytes = content
    case .copy(let location): bytes = try Disk.read(location)
    }
    try Disk.write(bytes, to: path)
    manifest.sizes[file.path] = bytes.count
  }

  /// Where the file at `path` of the site lies until the site is whole.
  public func staged(_ path: String) -> String { staging + "/" + path }

  /// Puts the staged site where the output is.
  /// - Returns: How many files it has.
  public func commit() throws(StorageError) -> Int {
    let kept = output + "/" + Self.note
    if manifest.sizes[Self.note] == nil, Disk.kind(of: kept) == .file {
      try Disk.write(try Disk.read(kept), to: staging + "/" + Self.note)
    }
    try Disk.write(manifest.bytes, to: staging + "/" + SiteManifest.name)
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
    return manifest.sizes.count
  }

  /// Removes the staging folder; the last site stays.
  public func abandon() throws(StorageError) {
    try Disk.remove(staging)
  }
}
