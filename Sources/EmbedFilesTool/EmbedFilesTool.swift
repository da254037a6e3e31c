import Foundation

/// Writes folders of files into one Swift source, as base64 in string literals.
///
/// Arguments: the source to write, then pairs of a name and a folder. Each pair becomes a static
/// list of paths and contents in `EmbeddedFiles`, in byte order of the paths.
@main
struct EmbedFilesTool {
  static func main() throws {
    var arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.popFirst() else {
      throw CocoaError(.fileNoSuchFile)
    }
    var source =
      "/// The files that the program carries; written by the build.\nenum EmbeddedFiles {\n"
    while let name = arguments.popFirst(), let folder = arguments.popFirst() {
      let root = URL(fileURLWithPath: folder, isDirectory: true).standardizedFileURL
      source += "  static let \(name): [(path: String, base64: String)] = [\n"
      for path in try paths(under: root) {
        let content = try Data(contentsOf: root.appendingPathComponent(path))
        source += "    (\"\(path)\", \"\(content.base64EncodedString())\"),\n"
      }
      source += "  ]\n"
    }
    source += "}\n"
    try Data(source.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
  }

  private static func paths(under root: URL) throws -> [String] {
    let found = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return found.filter { path in
      let hidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
      var isFolder: ObjCBool = false
      let full = root.appendingPathComponent(path).path
      return !hidden && FileManager.default.fileExists(atPath: full, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
