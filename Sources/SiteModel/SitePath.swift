/// Paths within `Content/` and within the site: parts joined by `/`, no leading slash, no dots.
public enum SitePath {
  /// The folder that holds `path`, with its final slash; empty for the root.
  public static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
  }

  /// The last part of `path`.
  public static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
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
    let slash = UInt8(ascii: "/")
    var path: [UInt8] = []
    if reference.utf8.first != slash {
      for part in folder.utf8.split(separator: slash) {
        path.append(contentsOf: part)
        path.append(slash)
      }
    }
    var isFolder = true
    for part in reference.utf8.split(separator: slash, omittingEmptySubsequences: false) {
      isFolder = true
      if part.isEmpty || part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        guard path.popLast() != nil else { return nil }
        while let last = path.last, last != slash { path.removeLast() }
        continue
      }
      isFolder = false
      path.append(contentsOf: part)
      path.append(slash)
    }
    if !isFolder { path.removeLast() }
    return String(decoding: path, as: UTF8.self)
  }

  /// Whether `path` names a file below the root, written in the one way that a path has: no part of
  /// it is empty, `.` or `..`.
  public static func isOfFile(_ path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return !path.utf8.contains(0)
      && parts.allSatisfy {
        !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
      }
  }

  /// How a page at `origin` refers to `target`, both output paths, before percent-encoding.
  public static func relative(from origin: String, to target: String) -> String {
    let slash = UInt8(ascii: "/")
    var from = origin.utf8[...]
    var to = target.utf8[...]
    // The folders that both lie in; what differs begins behind the last of their slashes.
    for (left, right) in zip(origin.utf8.indices, target.utf8.indices) {
      guard origin.utf8[left] == target.utf8[right] else { break }
      if origin.utf8[left] == slash {
        from = origin.utf8[left...].dropFirst()
        to = target.utf8[right...].dropFirst()
      }
    }
    let above = from.lazy.filter { $0 == slash }.count
    return String(repeating: "../", count: above) + String(Substring(to))
  }

  /// The output path of a file that belongs to the figure `id` of the page whose source is `path`.
  /// - Parameter ending: `svg` for the picture by itself, `csv` or `json` for its own data.
  public static func figureFile(_ id: String, _ ending: String, ofPage path: String) -> String {
    "\(withoutEnding(path))/\(id).\(ending)"
  }

  /// The output path of a file that holds the rows of the query `name` of the page whose source is
  /// `path`.
  /// - Parameter ending: `csv` or `json`.
  public static func queryFile(_ name: String, _ ending: String, ofPage path: String) -> String {
    "\(withoutEnding(path))/\(name).\(ending)"
  }

  /// The folder, in the root alone, in which hosts are asked for what concerns a whole site
  /// (RFC 8615).
  public static let wellKnown = ".well-known"

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
    number == 1 ? path : "\(withoutEnding(path))/\(number).md"
  }

  /// The output path of the descriptor of the published data package.
  public static let package = "data/datapackage.json"

  /// The output path of a page's source: `.md` becomes `.html`.
  public static func output(ofPage path: String) -> String {
    String(withoutEnding(path)) + ".html"
  }

  /// The path of a page's source less its `.md`.
  private static func withoutEnding(_ path: String) -> Substring {
    Substring(path.utf8.dropLast(3))
  }
}
