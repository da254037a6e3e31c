/// What a release would change for readers, by path, in byte order.
public struct SiteDifference: Sendable, Hashable {
  /// A file that differs.
  public struct Change: Sendable, Hashable {
    /// Its path in the site.
    public let path: String
    /// Its bytes before; nil where it was not there.
    public let oldSize: Int?
    /// Its bytes after; nil where it is gone.
    public let newSize: Int?
  }

  /// What is there and was not.
  public private(set) var added: [Change] = []
  /// What has other bytes.
  public private(set) var changed: [Change] = []
  /// What is gone.
  public private(set) var removed: [Change] = []
  /// How many files stay as they are.
  public private(set) var unchangedCount = 0

  /// Whether nothing differs.
  public var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }

  /// The bytes that have to travel.
  public var size: Int { (added + changed).reduce(0) { $0 + ($1.newSize ?? 0) } }

  /// What leads from `old` to `new`, compressed copies left out: they follow their files.
  public init(from old: ReleaseManifest?, to new: ReleaseManifest) {
    let before = Self.originals(old?.files ?? [:])
    let after = Self.originals(new.files)
    for path in Set(before.keys).union(after.keys).sorted(by: Self.precedes) {
      let change = Change(
        path: path, oldSize: before[path]?.size, newSize: after[path]?.size)
      switch (before[path], after[path]) {
      case (nil, _?): added.append(change)
      case (_?, nil): removed.append(change)
      case (let first, let second) where first == second: unchangedCount += 1
      default: changed.append(change)
      }
    }
  }

  private static func precedes(_ first: String, _ second: String) -> Bool {
    first.utf8.lexicographicallyPrecedes(second.utf8)
  }

  /// The files that are not the compressed copy of another.
  private static func originals(
    _ files: [String: ReleaseManifest.File]
  ) -> [String: ReleaseManifest.File] {
    files.filter { path, _ in
      !Compression.allCases.contains { compression in
        path.hasSuffix(compression.ending)
          && files[String(path.dropLast(compression.ending.count))] != nil
      }
    }
  }
}
