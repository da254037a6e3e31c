public import Bytes
public import Diagnostics
public import SiteModel

/// What a build was made from, as digests: of every file's path and bytes, and of all together.
///
/// Pictures and other files that are only copied are not read for it; the disk's stamp stands in,
/// with the time of the last change of any kind, which cannot be set.
public struct InputDigests: Sendable {
  /// One for each of the tree's files, in their order.
  public let files: [ContentDigest]
  /// All of them, and what was found amiss while they were read.
  public let whole: ContentDigest

  /// The digests of `loaded`.
  public init(_ loaded: Outcome<SourceTree>) {
    let tree = loaded.value
    var files = tree.files.map { ContentDigest(of: $0.bytes) }
    var whole = ContentDigest()
    for (kind, entries) in [tree.content, tree.templates, tree.themeWords].enumerated() {
      whole.add(UInt64(kind))
      for entry in entries {
        whole.add(entry.path)
        switch entry.kind {
        case .text(let file): whole.add(files[Int(file.index)])
        case .asset(let location):
          let stamp = FileStamp(of: location)?.digest ?? ContentDigest()
          whole.add(stamp)
          if let file = entry.span?.file { files[Int(file.index)] = stamp }
        }
      }
    }
    for file in tree.files { whole.add(file.path) }
    for diagnostic in loaded.diagnostics {
      whole.add(diagnostic.code.rawValue)
      whole.add(diagnostic.message)
    }
    self.files = files
    self.whole = whole
  }
}
