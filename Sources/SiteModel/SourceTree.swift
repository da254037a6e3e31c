public import Diagnostics

/// What was found on disk: the publication's files and the templates, read but not parsed.
public struct SourceTree: Sendable {
  /// A file of the publication or of its templates.
  public struct Entry: Sendable {
    /// What was read of it.
    public enum Kind: Sendable {
      /// Its text, as the file of that number.
      case text(SourceFileID)
      /// Nothing: it is copied as it is from this place on disk.
      case asset(location: String)
    }

    /// Its path within `Content/` or `Templates/`, with `/` between the parts.
    public let path: String
    /// What was read of it.
    public let kind: Kind

    /// The file at `path`.
    public init(path: String, kind: Kind) {
      self.path = path
      self.kind = kind
    }

    /// The number of its text, or nil where it was not read.
    public var text: SourceFileID? {
      guard case .text(let file) = kind else { return nil }
      return file
    }
  }

  /// All texts, in the order of their numbers.
  public let files: [SourceFile]
  /// The files under `Content/`, by path.
  public let content: [Entry]
  /// The files of the theme, by path: the defaults, replaced where the project has its own.
  public let templates: [Entry]

  /// A tree whose entries refer to `files`.
  public init(files: [SourceFile], content: [Entry], templates: [Entry]) {
    self.files = files
    self.content = content
    self.templates = templates
  }

  /// The text with the number `file`.
  public subscript(file: SourceFileID) -> SourceFile { files[Int(file.index)] }
}
