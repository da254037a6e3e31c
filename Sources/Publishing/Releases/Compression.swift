/// A way to compress a file once, so that the host need not do it for each reader.
enum Compression: String, CaseIterable, Sendable {
  /// RFC 1952, which every browser reads.
  case gzip
  /// RFC 7932, smaller, for browsers that are reached by https.
  case brotli

  /// What stands behind the name of the file.
  var ending: String {
    switch self {
    case .gzip: ".gz"
    case .brotli: ".br"
    }
  }

  /// How its program is told to put a compressed file in the place of each that is named: as small
  /// as it can, without its name or time, so that the same bytes give the same bytes.
  var arguments: [String] {
    switch self {
    case .gzip: ["--no-name", "--best", "--force", "--"]
    case .brotli: ["--no-copy-stat", "--quality=11", "--rm", "--force", "--"]
    }
  }

  /// The endings of files that compression makes smaller.
  private static let texts: Set<String> = [
    "html", "css", "js", "mjs", "json", "csv", "tsv", "txt", "xml", "svg", "ics", "bib", "ris",
    "yaml", "yml", "geojson", "md", "map", "wasm", "ttf", "ico", "webmanifest",
  ]

  /// Whether a file of this name and size in bytes is worth compressing: text, and more than fits
  /// into one packet with its header.
  static func pays(_ path: String, size: Int) -> Bool {
    guard size > 512, let dot = path.lastIndex(of: ".") else { return false }
    return texts.contains(path[path.index(after: dot)...].lowercased())
  }
}
