import Bytes
import Glibc

/// The files of a site as a build left them.
public struct OutputTable: Sendable {
  /// One file of a site.
  struct Output: Sendable {
    let digest: ContentDigest
    let stamp: FileStamp
  }

  /// By path from the site's root.
  var files: [String: Output] = [:]

  /// A table without files.
  public init() {}

  /// The list of the files, which does not list itself.
  var manifest: SiteManifest {
    var sizes = files.mapValues(\.stamp.size)
    sizes[SiteManifest.name] = nil
    return SiteManifest(sizes: sizes)
  }

  /// Folder by folder, and within one in the order of names, so that a site is quickly compared.
  func write(to writer: inout BinaryWriter) {
    var folders: [String: [String]] = [:]
    for path in files.keys { folders[Self.folder(of: path), default: []].append(path) }
    writer.write(list: folders.keys.sorted()) { writer, folder in
      writer.write(folder)
      writer.write(list: (folders[folder] ?? []).sorted()) { writer, path in
        guard let file = files[path] else { return }
        // A name is handed to the disk as it stands here, so it ends with a zero.
        writer.write(Array(path.utf8.dropFirst(folder.utf8.count)) + [0])
        writer.write(file.stamp.size)
        writer.write(file.stamp.modified)
        writer.write(file.stamp.inode)
        writer.write(file.digest)
      }
    }
  }

  init(_ reader: inout BinaryReader) throws(BinaryReader.Malformed) {
    for _ in 0..<(try reader.readCount()) {
      let folder = try reader.readString()
      for _ in 0..<(try reader.readCount()) {
        let name = String(decoding: try reader.readBytes().dropLast(), as: UTF8.self)
        let stamp = FileStamp(
          size: try reader.readInt(), modified: try reader.readInt(),
          inode: try reader.readUInt64())
        files[folder + name] = Output(digest: try reader.readDigest(), stamp: stamp)
      }
    }
  }

  /// The path up to the last slash and with it.
  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[...slash])
  }

  /// Whether the site at `root` has the files of the table that `reader` is at, as they were left,
  /// and no others; without making much of each.
  /// - Parameter kept: The name of a file in the site's root that may be there as well.
  static func isIntact(
    _ reader: inout BinaryReader, at root: String, besides kept: String
  ) throws(BinaryReader.Malformed) -> Bool {
    var folders: [String: (files: Int, folders: Int)] = ["": (0, 0)]
    for _ in 0..<(try reader.readCount()) {
      let folder = try reader.readString()
      let descriptor = open(root + "/" + folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { return false }
      defer { close(descriptor) }
      let count = try reader.readCount()
      for _ in 0..<count {
        let name = try reader.readBytes()
        let size = try reader.readInt()
        let modified = try reader.readInt()
        let inode = try reader.readUInt64()
        _ = try reader.readDigest()
        var info = stat()
        let found = name.withUnsafeBytes { bytes in
          guard let base = bytes.bindMemory(to: CChar.self).baseAddress else { return Int32(-1) }
          return fstatat(descriptor, base, &info, AT_SYMLINK_NOFOLLOW)
        }
        guard name.last == 0, found == 0, info.st_mode & S_IFMT == S_IFREG,
          FileStamp(info).isSame(as: FileStamp(size: size, modified: modified, inode: inode))
        else { return false }
      }
      enter(folder, in: &folders)
      folders[folder]?.files = count
    }
    if Disk.kind(of: root + "/" + kept) == .file { folders[""]?.files += 1 }
    return folders.allSatisfy { folder, count in
      Disk.count(in: root + "/" + folder) == count.files + count.folders
    }
  }

  /// Notes that there is a folder, and that it stands in the one above.
  private static func enter(
    _ folder: String, in folders: inout [String: (files: Int, folders: Int)]
  ) {
    guard folders[folder] == nil else { return }
    folders[folder] = (0, 0)
    let above = Self.folder(of: String(folder.dropLast()))
    enter(above, in: &folders)
    folders[above]?.folders += 1
  }
}
