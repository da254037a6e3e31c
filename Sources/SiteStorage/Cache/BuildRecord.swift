public import Bytes
public import Diagnostics

/// What is kept of a build that ended well, by which the next one knows what it need not do again.
public struct BuildRecord: Sendable {
  /// Everything that the build depended on.
  public var key: ContentDigest
  /// How many pages the site has.
  public var pageCount: Int
  /// What was found.
  public var diagnostics: [Diagnostic]
  /// The files that it left.
  public var outputs: OutputTable

  /// What is kept of one build.
  public init(
    key: ContentDigest, pageCount: Int, diagnostics: [Diagnostic], outputs: OutputTable
  ) {
    self.key = key
    self.pageCount = pageCount
    self.diagnostics = diagnostics
    self.outputs = outputs
  }

  /// The record as it is kept.
  public var bytes: [UInt8] {
    var writer = BinaryWriter()
    writer.write(key)
    writer.write(pageCount)
    writer.write(list: diagnostics) { $0.write($1) }
    writer.write(outputs.count)
    outputs.write(to: &writer)
    return writer.bytes
  }
}

/// A record as it was found, of which only what is asked for is read.
public struct StoredBuildRecord: Sendable {
  /// Everything that the build depended on.
  public let key: ContentDigest
  /// How many pages the site has.
  public let pageCount: Int
  /// What was found.
  public let diagnostics: [Diagnostic]
  /// How many files the site has, its list of files not counted.
  public let fileCount: Int
  private let outputs: BinaryReader

  /// What the record says that `reader` is at.
  public init(_ reader: BinaryReader) throws(BinaryReader.Malformed) {
    var reader = reader
    key = try reader.readDigest()
    pageCount = try reader.readInt()
    diagnostics = try reader.readList { (reader) throws(BinaryReader.Malformed) in
      try reader.readDiagnostic()
    }
    fileCount = try reader.readInt() - 1
    outputs = reader
  }

  /// Whether the site of the build stands where `layout` has it, as it was left.
  public func isSiteIntact(_ layout: ProjectLayout) -> Bool {
    var reader = outputs
    let root = Disk.realPath(layout.output) ?? layout.output
    let intact = try? OutputTable.isIntact(&reader, at: root, besides: SiteWriter.note)
    return intact ?? false
  }

  /// The files that the build left; none where the record is broken.
  public func outputTable() -> OutputTable {
    var reader = outputs
    return (try? OutputTable(&reader)) ?? OutputTable()
  }
}
