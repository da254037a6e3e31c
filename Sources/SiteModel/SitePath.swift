/// Paths within `Content/` and within the site: parts joined by `/`, no leading slash, no dots.
public enum SitePath {
  /// The folder that holds `path`, with its final slash; empty for the root.
  public static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
  }

  /// The last part of `path`.
  public static func name(of path: String) -> String {
    String(path.dropFirst(folder(of: path).count))
  }

  /// The last part of `path` without its extension.
  public static func stem(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
      return name
    }
    return String(name[..<dot])
  }

  /// The path that `reference` means in a file of `folder`, or nil where it leads out of the root.
  ///
  /// A reference that begins with `/` starts at the root. `.` and `..` are worked out, empty parts
  /// dropped; a final slash stays.
  public static func resolve(_ reference: String, in folder: String) -> String? {
    var parts: [Substring] = []
    if !reference.utf8.starts(with: "/".utf8) {
      parts = folder.split(separator: "/")
    }
    for part in reference.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      default: parts.append(part)
      }
    }
    let path = parts.joined(separator: "/")
    let last = reference.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let isFolder = last.isEmpty || last == "." || last == ".."
    return isFolder && !path.isEmpty ? path + "/" : path
  }

  /// How a page at `origin` refers to `target`, both output paths, before percent-encoding.
  public static func relative(from origin: String, to target: String) -> String {
    let from = folder(of: origin).split(separator: "/")
    let to = folder(of: target).split(separator: "/")
    var shared = 0
    while shared < min(from.count, to.count), from[shared] == to[shared] { shared += 1 }
    var parts = [Substring](repeating: "..", count: from.count - shared)
    parts += to[shared...]
    parts.append(Substring(name(of: target)))
    return parts.joined(separator: "/")
  }

  /// The output path of a file that belongs to the figure `id` of the page whose source is `path`.
  /// - Parameter ending: `svg` for the picture by itself, `csv` or `json` for its own data.
  public static func figureFile(_ id: String, _ ending: String, ofPage path: String) -> String {
    "\(path.dropLast(3))/\(id).\(ending)"
  }

  /// The output path of a file that holds the rows of the query `name` of the page whose source is
  /// `path`.
  /// - Parameter ending: `csv` or `json`.
  public static func queryFile(_ name: String, _ ending: String, ofPage path: String) -> String {
    "\(path.dropLast(3))/\(name).\(ending)"
  }

  /// The source path of the page of all sources, whoever wrote it.
  public static let sources = "sources.md"

  /// The source path of the list of all datasets, whoever wrote it.
  public static let datasets = "data/index.md"

  /// The source path of the page that lists all pages, whoever wrote it.
  public static let siteMap = "sitemap.md"

  /// The source path of the search, whoever wrote it.
  public static let search = "search.md"

  /// The source path of page `number`, from 1, of the figures of the whole site.
  public static func figures(page number: Int) -> String {
    number == 1 ? "figures.md" : "figures/\(number).md"
  }

  /// The source path of page `number`, from 1, of the listing at `path`.
  public static func listing(_ path: String, page number: Int) -> String {
    number == 1 ? path : "\(path.dropLast(3))/\(number).md"
  }

  /// The output path of the descriptor of the published data package.
  public static let package = "data/datapackage.json"

  /// The output path of a page's source: `.md` becomes `.html`.
  public static func output(ofPage path: String) -> String {
    String(path.dropLast(3)) + ".html"
  }
}
