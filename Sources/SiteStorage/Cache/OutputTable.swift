import Bytes
import Glibc
import SiteModel

/// The files of a site as a build left them.
public struct OutputTable: Sendable {
  /// One file of a site.
  struct Output: Sendable {
    let digest: ContentDigest
    let stamp: FileStamp
  }

  /// The files of one folder.
  private struct Folder: Sendable {
    enum Content: Sendable {
      /// As they are kept on disk; most are never asked for.
      case stored(ArraySlice<UInt8>, Deferred<[String: Output]>)
      /// By their names.
      case open([String: Output])
    }

    var count = 0
    var content = Content.open([:])

    var files: [String: Output] {
      switch content {
      case .stored(_, let files): files.value
      case .open(let files): files
      }
    }

    mutating func set(_ name: String, to output: Output?) {
      var files = files
      // Nobody else holds them then, and they are changed where they are.
      content = .open([:])
      files[name] = output
      count = files.count
      content = .open(files)
    }
  }

  /// By path from the site's root, with its final slash.
  private var folders: [String: Folder] = [:]
  /// The folders in order, where that is known.
  private var order: [String]?
  /// How many files there are.
  private(set) var count = 0

  /// A table without files.
  public init() {}

  /// The file at `path` from the site's root.
  subscript(path: String) -> Output? {
    get {
      let folder = Self.folder(of: path)
      return folders[folder]?.files[String(path.utf8.dropFirst(folder.utf8.count)) ?? path]
    }
    set {
      let folder = Self.folder(of: path)
      let before = folders[folder]?.count
      guard before != nil || newValue != nil else { return }
      let name = String(path.utf8.dropFirst(folder.utf8.count)) ?? path
      folders[folder, default: Folder()].set(name, to: newValue)
      let now = folders[folder]?.count ?? 0
      if now == 0 { folders[folder] = nil }
      if before == nil || now == 0 { order = nil }
      count += now - (before ?? 0)
    }
  }

  /// All files with their paths, in no order.
  var files: [(path: String, output: Output)] {
    folders.flatMap { folder, content in
      content.files.map { (path: folder + $0.key, output: $0.value) }
    }
  }

  /// The list of the files, which does not list itself.
  var manifest: SiteManifest {
    var manifest = SiteManifest()
    manifest.sizes.reserveCapacity(count)
    for (path, output) in files { manifest.sizes[path] = output.stamp.size }
    manifest.sizes[SiteManifest.name] = nil
    return manifest
  }

  /// Folder by folder, and within one in the order of names, so that a site is quickly compared.
  func write(to writer: inout BinaryWriter) {
    writer.write(list: order ?? folders.keys.sorted()) { writer, folder in
      writer.write(folder)
      guard let content = folders[folder] else { return }
      writer.write(UInt64(content.count))
      if case .stored(let bytes, _) = content.content { return writer.write(part: bytes) }
      var part = BinaryWriter()
      for (name, file) in content.files.sorted(by: { $0.key < $1.key }) {
        // A name is handed to the disk as it stands here, so it ends with a zero.
        part.write(Array(name.utf8) + [0])
        part.write(file.stamp.size)
        part.write(file.stamp.modified)
        part.write(file.stamp.inode)
        part.write(file.digest)
      }
      writer.write(part.bytes)
    }
  }

  init(_ reader: inout BinaryReader) throws(BinaryReader.Malformed) {
    let number = try reader.readCount()
    var order: [String] = []
    order.reserveCapacity(number)
    folders.reserveCapacity(number)
    for _ in 0..<number {
      let folder = try reader.readString()
      let own = try reader.readCount()
      let bytes = try reader.readPart()
      let files = Deferred(later: {
        // Whoever found the site intact has read all of it before.
        (try? Self.files(BinaryReader(Array(bytes)), own)) ?? [:]
      })
      folders[folder] = Folder(count: own, content: .stored(bytes, files))
      order.append(folder)
      count += own
    }
    self.order = order
  }

  private static func files(
    _ reader: BinaryReader, _ count: Int
  ) throws(BinaryReader.Malformed) -> [String: Output] {
    var reader = reader
    var files: [String: Output] = [:]
    for _ in 0..<count {
      let name = String(decoding: try reader.readBytes().dropLast(), as: UTF8.self)
      let stamp = FileStamp(
        size: try reader.readInt(), modified: try reader.readInt(),
        inode: try reader.readUInt64())
      files[name] = Output(digest: try reader.readDigest(), stamp: stamp)
    }
    return files
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
      // How many bytes follow.
      _ = try reader.readCount()
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
