import Bytes
import Foundation
import SiteStorage

@testable import Publishing

/// A folder for one test: a site that was built, and a host beside it.
struct Workshop {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("dossier-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: url) }

  var host: FolderHost { FolderHost(root) }
  var root: String { url.appendingPathComponent("www").path }

  /// A publisher in its own second of the clock.
  func publisher(_ second: Int, to host: (any ReleaseHost)? = nil) -> Publisher {
    Publisher(host ?? self.host, as: holder(second))
  }

  func holder(_ second: Int) -> PublishHolder {
    let digits = second < 10 ? "0\(second)" : "\(second)"
    return PublishHolder(who: "ada@desk", process: 42, time: "2026-11-27T10:15:\(digits)Z")
  }

  /// A release with these texts as its files, which lie in a folder of their own.
  func release(_ texts: [String: String]) throws -> StagedRelease {
    var files: [String: ReleaseManifest.File] = [:]
    var locations: [String: String] = [:]
    let folder = url.appendingPathComponent("built-\(UUID().uuidString)").path
    for (path, text) in texts {
      let location = folder + "/" + path
      try Disk.makeFolder(Disk.parent(of: location))
      try Disk.write(Array(text.utf8), to: location)
      files[path] = ReleaseManifest.File(
        digest: Digest.sha256.text(of: Array(text.utf8)), size: text.utf8.count)
      locations[path] = location
    }
    return StagedRelease(
      manifest: ReleaseManifest(publisher: "ada@desk", files: files), locations: locations)
  }

  /// What readers see: every file below `current` with its text.
  func served() throws -> [String: String] {
    let folder = URL(fileURLWithPath: root + "/current").resolvingSymlinksInPath()
    var texts: [String: String] = [:]
    guard let paths = FileManager.default.subpaths(atPath: folder.path) else { return texts }
    for path in paths {
      let file = folder.path + "/" + path
      if Disk.kind(of: file) == .file {
        texts[path] = String(decoding: try Disk.read(file), as: UTF8.self)
      }
    }
    return texts
  }

  func names(_ path: String = "www") throws -> [String] {
    try Disk.names(in: url.appendingPathComponent(path).path)
  }

  /// The number by which the disk knows a file below `current`.
  func inode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(root)/current/\(path)")
    return (attributes[.systemFileNumber] as? Int) ?? 0
  }
}
