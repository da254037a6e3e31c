import Foundation
import SiteStorage
import TestSupport

/// The default theme as it stands in the repository.
enum Theme {
  static func files() throws -> [SourceLoader.DefaultFile] {
    let folder = Repository.root.appendingPathComponent("Templates")
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
