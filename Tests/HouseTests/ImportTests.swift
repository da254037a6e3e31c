import Foundation
import Testing

/// Holds every import against the table of rooms, since the build lets transitive imports through.
@Suite("The rooms and the arrows between them")
struct ImportTests {
  /// What each target may import besides the system's own modules.
  static let allowed: [String: Set<String>] = [
    "CCMark": [],
    "CLinux": [],
    "Bytes": [],
    "Diagnostics": ["Bytes"],
    "Values": ["Bytes"],
    "Documents": ["Bytes", "Diagnostics", "Yams"],
    "Markup": ["Bytes"],
    "Markdown": ["CCMark", "Bytes", "Diagnostics"],
    "Datasets": ["Bytes", "Diagnostics", "Values", "Documents", "GRDB", "GRDBSQLite"],
    "Tables": ["Datasets", "Values", "Markup", "Documents", "Diagnostics"],
    "Citations": ["Bytes", "Documents", "Diagnostics", "Values"],
    "Charts": ["Bytes", "Datasets", "Values", "Markup", "Documents", "Diagnostics"],
    "SiteModel": [
      "Bytes", "Diagnostics", "Values", "Documents", "Markup", "Markdown", "Datasets", "Tables",
      "Citations", "Charts",
    ],
    "SiteCompiler": [
      "Bytes", "Diagnostics", "Values", "Documents", "Markup", "Markdown", "Datasets", "Tables",
      "Citations", "Charts", "SiteModel", "Mustache",
    ],
    "SiteStorage": ["CLinux", "Bytes", "Diagnostics", "SiteModel"],
    "Programs": ["CLinux", "Diagnostics"],
    "Preview": ["Bytes", "Diagnostics", "SiteModel", "FlyingSocks"],
    "Publishing": ["CLinux", "Bytes", "Programs", "SiteModel", "SiteStorage"],
    "dossier": [
      "Bytes", "Charts", "Datasets", "Diagnostics", "SiteModel", "SiteCompiler", "SiteStorage",
      "Preview", "Programs", "Publishing", "Values", "ArgumentParser",
    ],
    "EmbedFilesTool": [],
    "EmbedFilesPlugin": ["PackagePlugin"],
  ]

  /// Which system modules a target may use; engines do without any.
  static let system: [String: Set<String>] = [
    // For how long a query has kept a processor busy, which SQLite does not tell.
    "Datasets": ["Glibc"],
    "SiteModel": ["Synchronization"],
    "SiteCompiler": ["Synchronization"],
    "SiteStorage": ["Glibc", "Synchronization"],
    "Programs": ["Foundation", "FoundationNetworking", "Synchronization"],
    "Preview": ["Dispatch", "Foundation", "Glibc", "Synchronization"],
    "Publishing": ["Glibc"],
    "dossier": ["Foundation"],
    "EmbedFilesTool": ["Foundation"],
    "EmbedFilesPlugin": ["Foundation"],
  ]

  static let sources = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources")

  @Test("Every target is in the table, and every row of the table is a target")
  func targets() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
    #expect(Set(folders.filter { !$0.hasPrefix(".") }) == Set(Self.allowed.keys))
  }

  @Test("A target imports only what the table allows", arguments: allowed.keys.sorted())
  func imports(target: String) throws {
    let folder = Self.sources.appendingPathComponent(target)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    let permitted = Self.allowed[target, default: []].union(Self.system[target, default: []])
    var seen = 0
    for path in paths.sorted() where path.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      seen += 1
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index <= 1, index + 1 < words.count else {
          continue
        }
        guard index == 0 || ["public", "package", "internal", "@testable"].contains(words[0]) else {
          continue
        }
        let module = words[index + 1].split(separator: ".").first.map(String.init) ?? ""
        #expect(permitted.contains(module), "\(target)/\(path) imports \(module)")
      }
    }
    #expect(seen > 0 || ["CCMark", "CLinux"].contains(target))
  }
}
