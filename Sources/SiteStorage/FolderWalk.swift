import Diagnostics
import SiteModel

/// Finds the files under a folder, in byte order of their paths.
enum FolderWalk {
  struct File {
    /// The path relative to the folder.
    let path: String
    /// Where it stands on disk.
    let location: String
  }

  struct Fault {
    let code: DiagnosticCode
    let message: String
    let location: String
    /// The path relative to the folder, of a folder with a `/` behind it.
    let path: String
    var help: String?
  }

  struct Result {
    var files: [File] = []
    var faults: [Fault] = []
    /// How often each folder was come upon by way of a link, by its path without links.
    fileprivate var visits: [String: Int] = [:]
  }

  /// In how many ways a folder may be reached. Folders that link to one another have more ways than
  /// can be gone.
  private static let mostWays = 50

  /// Every file under `root`, less those whose name begins with a dot or ends with `~`; but
  /// `.well-known/` in `root` itself is a folder like others.
  ///
  /// A symbolic link is followed while it leads to something within `root`; a link out of it, or to
  /// nothing, is a fault.
  static func files(under root: String) -> Result {
    var result = Result()
    guard let real = Disk.realPath(root) else { return result }
    walk(root, prefix: "", realRoot: real, above: [real], into: &result)
    return result
  }

  private static func walk(
    _ folder: String, prefix: String, realRoot: String, above: [String], into result: inout Result
  ) {
    let entries: [(name: String, kind: Disk.Kind?)]
    do {
      entries = try Disk.entries(in: folder)
    } catch {
      let message = "this folder cannot be read: \(error.reason)"
      result.faults.append(
        Fault(code: .fileUnreadable, message: message, location: folder, path: prefix))
      return
    }
    for (name, kind) in entries where !name.hasSuffix("~") {
      guard !name.hasPrefix(".") || prefix.isEmpty && name == SitePath.wellKnown else { continue }
      let location = folder + "/" + name
      var chain = above
      if kind == nil, Disk.isLink(location) {
        guard let target = Disk.realPath(location) else {
          let message = "this symbolic link leads to nothing"
          result.faults.append(
            Fault(
              code: .fileUnreadable, message: message, location: location, path: prefix + name))
          continue
        }
        guard target == realRoot || target.hasPrefix(realRoot + "/") else {
          result.faults.append(
            Fault(
              code: .pathEscapesContent, message: "this symbolic link leads out of its folder",
              location: location, path: prefix + name, help: "copy the file into the folder instead"
            ))
          continue
        }
        // A link to a folder that holds it would never end.
        if above.contains(target) { continue }
        let ways = result.visits[target, default: 0] + 1
        result.visits[target] = ways
        guard ways <= mostWays else {
          if ways == mostWays + 1 {
            result.faults.append(
              Fault(
                code: .fileUnreadable,
                message: "symbolic links lead here in more than \(mostWays) ways",
                location: location, path: prefix + name, help: "link to it from fewer folders"))
          }
          continue
        }
        chain.append(target)
      }
      switch kind ?? Disk.kind(of: location) {
      case .folder:
        walk(location, prefix: prefix + name + "/", realRoot: realRoot, above: chain, into: &result)
      case .file: result.files.append(File(path: prefix + name, location: location))
      case .other:
        let message = "this is neither a file nor a folder"
        result.faults.append(
          Fault(
            code: .fileUnreadable, message: message, location: location, path: prefix + name))
      case nil:
        let message = "this cannot be looked at"
        result.faults.append(
          Fault(
            code: .fileUnreadable, message: message, location: location, path: prefix + name))
      }
    }
  }
}
