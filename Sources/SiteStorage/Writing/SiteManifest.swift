import Bytes
import Glibc
import SiteModel

/// The list of what Dossier wrote into a folder, by which a later build knows what is its own.
///
/// Plain text: a line that says what it is, then a line for each file with its size in bytes, a
/// space, and its path, percent-encoded, in byte order.
public struct SiteManifest: Sendable {
  /// The manifest's own name within the site.
  public static let name = ".dossier-manifest"
  private static let heading = "Dossier site manifest 1"

  /// The sizes of the files in bytes, by path.
  public internal(set) var sizes: [String: Int] = [:]

  /// The manifest of the folder `site`, or nil where it has none that can be read.
  public static func read(in site: String) throws(StorageError) -> SiteManifest? {
    let path = site + "/" + name
    guard Disk.kind(of: path) == .file else { return nil }
    let lines = try Disk.read(path).split(separator: .newline)
    guard lines.first?.text == heading else { return nil }
    var manifest = SiteManifest()
    for line in lines.dropFirst() {
      guard let blank = line.firstIndex(of: .space), let size = Int(line[..<blank].text),
        // What is no longer of the site is removed by these paths, whoever wrote the list.
        let path = PercentEncoding.decode(line[(blank + 1)...].text), SitePath.isOfFile(path)
      else { return nil }
      manifest.sizes[path] = size
    }
    return manifest
  }

  /// A manifest that was written, with other sizes; nil where it does not have one of the files.
  static func changing(_ written: [UInt8], to sizes: [String: Int]) -> [UInt8]? {
    var rest = Dictionary(
      sizes.map { (ArraySlice(PercentEncoding.encodePath($0.key).utf8), $0.value) }
    ) { first, _ in first }
    var changed: [UInt8] = []
    changed.reserveCapacity(written.count + 64)
    var start = written.startIndex
    while let end = written[start...].firstIndex(of: .newline) {
      if !rest.isEmpty, let blank = written[start..<end].firstIndex(of: .space),
        let size = rest.removeValue(forKey: written[(blank + 1)..<end])
      {
        changed += "\(size)".utf8
        changed += written[blank...end]
      } else {
        changed += written[start...end]
      }
      start = end + 1
    }
    return rest.isEmpty ? changed : nil
  }

  /// The manifest as it is written.
  var bytes: [UInt8] {
    var bytes = Array((Self.heading + "\n").utf8)
    let files = sizes.map { (path: ContiguousArray($0.utf8), size: $1) }
      .sorted { $0.path.precedes($1.path) }
    for file in files {
      let path = PercentEncoding.encodePath(String(decoding: file.path, as: UTF8.self))
      bytes += "\(file.size) \(path)\n".utf8
    }
    return bytes
  }

  /// The first few files of the folder `site` that are not in the manifest, by path. A symbolic link
  /// is one of them in any case: we make none, and what is written through it is written elsewhere.
  func strangers(in site: String, but kept: String) throws(StorageError) -> [String] {
    var found: [String] = []
    try Self.visit(site, prefix: "") { path, isLink in
      if isLink || sizes[path] == nil && path != Self.name && path != kept { found.append(path) }
      return found.count < 3
    }
    return found
  }

  /// Visits every file below `folder` until `visit` says that it has seen enough.
  private static func visit(
    _ folder: String, prefix: String, _ visit: (_ path: String, _ isLink: Bool) -> Bool
  ) throws(StorageError) {
    for (name, kind) in try Disk.entries(in: folder) {
      let location = folder + "/" + name
      let isLink = kind == nil && Disk.isLink(location)
      let isFolder = kind == .folder || kind == nil && !isLink && Disk.kind(of: location) == .folder
      if isFolder {
        try self.visit(location, prefix: prefix + name + "/", visit)
      } else if !visit(prefix + name, isLink) {
        return
      }
    }
  }
}

extension ContiguousArray<UInt8> {
  /// Whether it stands before `other` in the order of bytes.
  fileprivate func precedes(_ other: ContiguousArray<UInt8>) -> Bool {
    withUnsafeBytes { own in
      other.withUnsafeBytes { other in
        let shared = Swift.min(own.count, other.count)
        guard shared > 0, let first = own.baseAddress, let second = other.baseAddress else {
          return own.count < other.count
        }
        let order = memcmp(first, second, shared)
        return order == 0 ? own.count < other.count : order < 0
      }
    }
  }
}
