import Bytes

/// A path within `Content/`, worked out from one that an author wrote.
enum ContentPath {
  /// Why a path leads to no file of the publication.
  enum Fault: Error {
    case leaves
    case isRemote
  }

  /// The path from the root of `Content/` that `path`, written in the file `base`, means.
  ///
  /// A path that begins with `/` starts at the root, any other at the folder of `base`.
  static func resolve(_ path: String, from base: String) -> Result<String, Fault> {
    if path.contains("://") { return .failure(.isRemote) }
    var parts = path.hasPrefix("/") ? [] : folder(of: base)
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        guard parts.popLast() != nil else { return .failure(.leaves) }
      default: parts.append(part)
      }
    }
    return .success(parts.joined(separator: "/"))
  }

  /// The way to `path` from the folder of `base`, for messages.
  static func relative(_ path: String, from base: String) -> String {
    let folder = folder(of: base).map { $0 + "/" }.joined()
    return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : "/" + path
  }

  /// The file's name without its folder and its last extension.
  static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
    return String(name[..<dot])
  }

  /// What stands behind the last dot of the file's name, in lower case; empty where there is none.
  static func ending(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return String(name[name.index(after: dot)...]).asciiLowercased
  }

  private static func folder(of path: String) -> [Substring] {
    path.split(separator: "/").dropLast()
  }
}
