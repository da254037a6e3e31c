import Glibc
import SiteModel

/// What stands under some folders at one moment, by which changes are found whatever made them.
///
/// It depends on nothing but being able to list folders, so it serves where the system tells of
/// changes, where it does not, and where it has told of more than could be kept.
struct FolderSnapshot: Sendable {
  /// Every file, folder and link by its path, with the stamp of what is there; nil for a link that
  /// leads to nothing.
  private(set) var stamps: [String: FileStamp?] = [:]
  /// The paths of the folders.
  private(set) var folders: [String] = []
  /// The paths of links, whose files can change without anything happening beside the link.
  private(set) var links: [String] = []
  private let moment: Int64

  /// Looks at everything under `roots`, save what is in `ignored` and, as the build does, what has
  /// a name that begins with a dot or ends with `~`.
  init(of roots: [String], ignoring ignored: Set<String> = []) {
    moment = FileStamp.now()
    for root in roots { visit(root, ignored, above: []) }
  }

  private mutating func visit(_ path: String, _ ignored: Set<String>, above: [FileStamp]) {
    guard !ignored.contains(path) else { return }
    var stamp = FileStamp(itself: path)
    let isLink = stamp?.kind == .link
    guard stamp != nil else { return }
    if isLink { stamp = FileStamp(path) }
    if isLink { links.append(path) }
    guard let stamp, stamp.kind == .folder else {
      stamps[path] = .some(stamp)
      return
    }
    // A link to a folder that holds it would never end.
    guard !above.contains(where: { $0.device == stamp.device && $0.number == stamp.number }) else {
      return
    }
    stamps[path] = .some(stamp)
    folders.append(path)
    for name in Self.names(in: path) where !name.hasSuffix("~") {
      guard !name.hasPrefix(".") || name == SitePath.wellKnown else { continue }
      visit(path + "/" + name, ignored, above: above + [stamp])
    }
  }

  /// The paths of what has come, gone or changed since `earlier`.
  ///
  /// A folder counts where it came or went or may no longer be read, not where something in it did:
  /// that is named itself.
  ///
  /// - Parameter touched: The names of what something was done to since, which tells a file that was
  ///   written again within a tick of the clock from one that was not; nil where that is not known.
  func changes(since earlier: FolderSnapshot, touched: Set<String>? = nil) -> Set<String> {
    var changed: Set<String> = []
    for (path, stamp) in stamps {
      guard let before = earlier.stamps[path] else {
        changed.insert(path)
        continue
      }
      if stamp?.kind == .folder, before?.kind == .folder {
        if stamp?.mode != before?.mode { changed.insert(path) }
      } else if stamp != before {
        changed.insert(path)
      } else if before?.isFresh(at: earlier.moment) == true,
        touched?.contains(String(path.split(separator: "/").last ?? "")) != false
      {
        changed.insert(path)
      }
    }
    for path in earlier.stamps.keys where stamps[path] == nil { changed.insert(path) }
    return changed
  }

  /// The names in a folder without `.` and `..`; none where it cannot be read, which the build says.
  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
