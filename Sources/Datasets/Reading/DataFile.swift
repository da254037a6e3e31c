public import Diagnostics

/// A file of data as it was read.
public struct DataFile: Sendable {
  /// Its path within `Content/`, such as `data/strength.csv`.
  public let path: String
  /// Its number in the build's list of files.
  public let file: SourceFileID
  /// Its content.
  public let bytes: [UInt8]

  /// The file at `path`, which holds `bytes`.
  public init(path: String, file: SourceFileID, bytes: [UInt8]) {
    self.path = path
    self.file = file
    self.bytes = bytes
  }

  /// The place of its beginning.
  var start: SourceSpan { SourceSpan(file, 0..<0) }
}
