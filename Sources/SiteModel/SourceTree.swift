public import Bytes
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
    /// Where faults of the file as a whole are reported.
    public let span: SourceSpan?
    /// What its first bytes say, where it is a picture in pixels by its ending.
    public let image: ImageHeader?

    /// The file at `path`.
    /// - Parameters:
    ///   - place: The number under which a file that is only copied can be pointed at.
    ///   - image: What its first bytes say, where it is a picture in pixels by its ending.
    public init(
      path: String, kind: Kind, place: SourceFileID? = nil, image: ImageHeader? = nil
    ) {
      self.path = path
      self.kind = kind
      self.image = image
      var file = place
      if case .text(let text) = kind { file = text }
      self.span = file.map { SourceSpan($0, 0..<0) }
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
  /// The theme's own tables of words, by path; those of the project, among ``templates``, say only
  /// what differs.
  public let themeWords: [Entry]

  /// The paths within `Content/` of what is there and could not be read, those of folders with a
  /// `/` behind them. Each has its own finding, and a reference to it needs none.
  public let unreadable: Set<String>

  /// A tree whose entries refer to `files`.
  public init(
    files: [SourceFile], content: [Entry], templates: [Entry], themeWords: [Entry] = [],
    unreadable: Set<String> = []
  ) {
    self.themeWords = themeWords
    self.unreadable = unreadable
    self.files = files
    self.content = content
    self.templates = templates
  }

  /// The tree with other texts for some files: those that are written in another encoding, in UTF-8.
  public func replacing(_ texts: [SourceFileID: [UInt8]]) -> SourceTree {
    guard !texts.isEmpty else { return self }
    var files = files
    for (file, bytes) in texts {
      let index = Int(file.index)
      files[index] = SourceFile(path: files[index].path, bytes: bytes)
    }
    return SourceTree(
      files: files, content: content, templates: templates, themeWords: themeWords,
      unreadable: unreadable)
  }

  /// The tree with some of the files under `Content/` alone; the texts keep their numbers.
  public func keeping(_ isKept: (Entry) -> Bool) -> SourceTree {
    SourceTree(
      files: files, content: content.filter(isKept), templates: templates, themeWords: themeWords,
      unreadable: unreadable)
  }

  /// Whether `path` within `Content/` is there, or may be, and could not be read.
  public func isUnreadable(_ path: String) -> Bool {
    guard !unreadable.isEmpty else { return false }
    var path = path
    while !unreadable.contains(path) {
      let folder = SitePath.folder(of: path.hasSuffix("/") ? String(path.dropLast()) : path)
      if folder.isEmpty { return false }
      path = folder
    }
    return true
  }

  /// The text with the number `file`.
  public subscript(file: SourceFileID) -> SourceFile { files[Int(file.index)] }
}
