import Foundation
import SiteStorage

/// The default theme as it stands in the repository.
enum Theme {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func files() throws -> [SourceLoader.DefaultFile] {
    let folder = root.appendingPathComponent("Templates")
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      .compactMap { path in
        let url = folder.appendingPathComponent(path)
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder),
          !isFolder.boolValue
        else { return nil }
        return SourceLoader.DefaultFile(path: path, bytes: [UInt8](try Data(contentsOf: url)))
      }
  }
}
