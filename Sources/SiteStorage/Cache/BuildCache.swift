public import Bytes

/// The folder beside the output in which builds keep what makes the next one quicker.
///
/// Nothing in it is needed: it may be removed at any time, and what cannot be read is passed over.
public struct BuildCache: Sendable {
  /// Why something that is there was passed over.
  public enum Refusal: Error, Sendable, CustomStringConvertible {
    /// It is damaged, or was written by another program.
    case broken
    /// Another version of Dossier wrote it.
    case otherVersion

    /// The reason, as the end of a sentence.
    public var description: String {
      switch self {
      case .broken: "is damaged"
      case .otherVersion: "comes from another version of Dossier"
      }
    }
  }

  private static let heading = Array("Dossier build cache\n".utf8)

  private let layout: ProjectLayout
  /// By which the program that reads is known.
  private let program: ContentDigest
  private let stem: String

  /// The cache of the builds of `layout` by `program`.
  public init(_ layout: ProjectLayout, program: ContentDigest) {
    self.layout = layout
    self.program = program
    // One project may be built into several folders.
    var place = ContentDigest()
    for path in [layout.content, layout.templates, layout.output] { place.add(path) }
    stem = "build-" + String(place.low, radix: 16)
  }

  /// A reader of the bytes that were kept under `name`; nil where none were.
  public func read(_ name: String) throws(Refusal) -> BinaryReader? {
    let path = path(name)
    guard !Disk.isLink(layout.cache), !Disk.isLink(path), Disk.kind(of: path) == .file else {
      return nil
    }
    guard let bytes = try? Disk.read(path), bytes.starts(with: Self.heading) else { throw .broken }
    var reader = BinaryReader(bytes, at: Self.heading.count)
    guard let writer = try? reader.readDigest(), let digest = try? reader.readDigest() else {
      throw .broken
    }
    guard writer == program else { throw .otherVersion }
    var content = ContentDigest()
    bytes.withUnsafeBytes {
      content.add(UnsafeRawBufferPointer(rebasing: $0[reader.offset...]))
    }
    guard content == digest else { throw .broken }
    return reader
  }

  /// Keeps bytes under a name, in one step.
  public func write(_ bytes: [UInt8], as name: String) throws(StorageError) {
    _ = try layout.makeCache()
    var writer = BinaryWriter()
    writer.write(program)
    writer.write(ContentDigest(of: bytes))
    try Disk.removeReplacements(of: path(name))
    try Disk.replace(path(name), with: Self.heading + writer.bytes + bytes)
  }

  /// Forgets what was kept under a name.
  public func remove(_ name: String) throws(StorageError) {
    guard !Disk.isLink(layout.cache) else { return }
    try Disk.remove(path(name))
  }

  private func path(_ name: String) -> String { "\(layout.cache)/\(stem)-\(name)" }
}
