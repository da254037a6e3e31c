public import Foundation

/// Where the tests find what lies beside them.
public enum Repository {
  /// The project's root.
  public static let root: URL = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A folder of inputs and what is expected of them, under `Tests/Golden`.
  public static func goldens(_ name: String) -> URL {
    root.appending(path: "Tests/Golden/\(name)")
  }

  /// A file of the suites of others, or nil where they are not at hand: `../shared/conformance`
  /// from the project's root, or the folder that `DOSSIER_CONFORMANCE` names.
  public static func conformance(_ path: String) -> URL? {
    let named = ProcessInfo.processInfo.environment["DOSSIER_CONFORMANCE"].map { URL(filePath: $0) }
    let beside = root.deletingLastPathComponent().appending(path: "shared/conformance")
    return [named, beside].compactMap { $0?.appending(path: path) }.first {
      FileManager.default.fileExists(atPath: $0.path())
    }
  }
}
