import Bytes
import Citations
import Diagnostics
import Documents

/// Reads a file of sources by what its name ends in: `.bib` is BibTeX, `.yaml` and `.yml` are CSL's
/// items in YAML, anything else is CSL-JSON.
enum SourceFileReader {
  /// The sources of `file`, with what its reader found.
  static func read(_ file: SourceFile, id: SourceFileID) -> Outcome<[Source]> {
    switch ending(of: file.path) {
    case "bib": return BibTeXReader.read(file.bytes, in: id)
    case "yaml", "yml":
      let read = YAMLReader.read(file.bytes, in: id)
      guard let root = read.value else { return Outcome([], read.diagnostics) }
      let sources = SourceReader.read(root)
      return Outcome(sources.value, read.diagnostics + sources.diagnostics)
    default: return SourceReader.read(file.bytes, in: id)
    }
  }

  /// Whether a file's name is that of a file of sources.
  static func isReadable(_ path: String) -> Bool {
    ["json", "bib", "yaml", "yml"].contains(ending(of: path))
  }

  private static func ending(of path: String) -> String {
    path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() } ?? ""
  }
}
