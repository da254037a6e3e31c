import Bytes
public import Diagnostics
public import SiteModel

/// Reads the publication and the templates from disk, without looking into them.
public struct SourceLoader: Sendable {
  /// A template or theme file that the program carries.
  public struct DefaultFile: Sendable {
    /// Its path within `Templates/`.
    public let path: String
    /// Its bytes.
    public let bytes: [UInt8]

    /// A file at `path`.
    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// The size of the largest file that is looked into, in bytes: places in it are numbers of 32 bits,
  /// and what is made of it takes several times as much.
  private static let largestText = 1 << 30
  /// Where the theme's tables of words are.
  private static let wordFolder = "words/"

  private let layout: ProjectLayout
  private let defaults: [DefaultFile]
  private var files: [SourceFile] = []
  private var diagnostics: [Diagnostic] = []
  private var unreadable: Set<String> = []

  private init(layout: ProjectLayout, defaults: [DefaultFile]) {
    self.layout = layout
    self.defaults = defaults
  }

  /// Reads everything under the layout's folders.
  ///
  /// What cannot be read is a diagnostic and the rest is read all the same; no `Content/` at all,
  /// or one without a page, is one too.
  public static func load(_ layout: ProjectLayout, defaults: [DefaultFile]) -> Outcome<SourceTree> {
    var loader = SourceLoader(layout: layout, defaults: defaults)
    return loader.load()
  }

  private mutating func load() -> Outcome<SourceTree> {
    let shown = layout.displayPath(layout.content)
    guard Disk.kind(of: layout.content) == .folder else {
      let missing = Diagnostic(
        .contentMissing, "there is no folder '\(shown)' to build from", at: nil,
        help: "run Dossier in a project's folder, name it with --project, "
          + "or start one with 'dossier new DIR'")
      return Outcome(SourceTree(files: [], content: [], templates: []), [missing])
    }
    guard !leadsOut(layout.content, "--content") else {
      return Outcome(SourceTree(files: [], content: [], templates: []), diagnostics)
    }
    let content = entries(FolderWalk.files(under: layout.content), isTheme: false)
    if !content.contains(where: { $0.path.hasSuffix(".md") }) {
      diagnostics.append(
        Diagnostic(
          .contentEmpty, "the folder '\(shown)' holds no page", at: nil,
          help: "write \(shown)/index.md, or start a project with 'dossier new DIR'"))
    }
    var theme: [SourceTree.Entry] = []
    if Disk.kind(of: layout.templates) == .folder, !leadsOut(layout.templates, "--templates") {
      theme = entries(FolderWalk.files(under: layout.templates), isTheme: true)
    }
    let own = Set(theme.map(\.path))
    var words: [SourceTree.Entry] = []
    for file in defaults {
      // A table of words of the project's own stands before the default one, not in its place.
      let isTable = file.path.hasPrefix(Self.wordFolder)
      guard isTable || !own.contains(file.path) else { continue }
      files.append(SourceFile(path: "(default) Templates/\(file.path)", bytes: file.bytes))
      let entry = SourceTree.Entry(path: file.path, kind: .text(SourceFileID(files.count - 1)))
      if isTable { words.append(entry) } else { theme.append(entry) }
    }
    theme.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let tree = SourceTree(
      files: files, content: content, templates: theme, themeWords: words, unreadable: unreadable)
    return Outcome(tree, diagnostics)
  }

  /// Whether `folder` is a symbolic link out of the project, which is reported.
  private mutating func leadsOut(_ folder: String, _ option: String) -> Bool {
    guard layout.leadsOut(folder) else { return false }
    diagnostics.append(
      Diagnostic(
        .pathEscapesContent,
        "the folder '\(layout.displayPath(folder))' is a symbolic link out of the project", at: nil,
        help: "name the folder itself with \(option)"))
    return true
  }

  private mutating func entries(
    _ walk: FolderWalk.Result, isTheme: Bool
  ) -> [SourceTree.Entry] {
    for fault in walk.faults {
      report(fault.code, fault.message, at: fault.location, help: fault.help)
      if !isTheme { unreadable.insert(fault.path) }
    }
    var entries: [SourceTree.Entry] = []
    for file in walk.files {
      guard isTheme || Self.isText(file.path) else {
        if let size = FileStamp(of: file.location)?.size, size > Disk.largestFile {
          report(
            .fileUnreadable, "this file cannot be read: \(Disk.tooLarge(Disk.largestFile))",
            at: file.location)
          unreadable.insert(file.path)
          continue
        }
        let place = enter(file.location, bytes: [])
        entries.append(
          SourceTree.Entry(
            path: file.path, kind: .asset(location: file.location), place: place,
            image: Self.image(file)))
        continue
      }
      var bytes: [UInt8] = []
      do {
        bytes = try Disk.read(file.location, largest: Self.largestText)
      } catch {
        report(.fileUnreadable, "this file cannot be read: \(error.reason)", at: file.location)
        if !isTheme { unreadable.insert(file.path) }
        continue
      }
      let number = enter(file.location, bytes: bytes)
      entries.append(SourceTree.Entry(path: file.path, kind: .text(number)))
    }
    return entries
  }

  /// The first bytes of a picture say how large it is; in a JPEG they may stand behind much else.
  private static func image(_ file: FolderWalk.File) -> ImageHeader? {
    let folded = file.path.lowercased()
    guard ImageHeader.endings.contains(where: folded.hasSuffix) else { return nil }
    for count in [4_096, 1_048_576] {
      // What cannot be read is told when it is copied.
      guard let bytes = try? Disk.read(file.location, first: count) else { return nil }
      let header = ImageHeader(bytes)
      if header != .unsized || bytes.count < count { return header }
    }
    return .unsized
  }

  /// Points at a file of which nothing was read, by entering it without bytes.
  private mutating func report(
    _ code: DiagnosticCode, _ message: String, at location: String, help: String? = nil
  ) {
    let span = SourceSpan(enter(location, bytes: []), 0..<0)
    diagnostics.append(Diagnostic(code, message, at: span, help: help))
  }

  /// Gives a file a number.
  private mutating func enter(_ location: String, bytes: [UInt8]) -> SourceFileID {
    files.append(SourceFile(path: layout.displayPath(location), bytes: bytes))
    return SourceFileID(files.count - 1)
  }

  /// Whether a file of the publication is one that the compiler reads rather than copies.
  private static func isText(_ path: String) -> Bool {
    if path.hasSuffix(".md") { return true }
    let folded = path.lowercased()
    // Pictures, style sheets and pages that others made are copied, but looked into before.
    let endings = [
      ".yaml", ".yml", ".json", ".csv", ".tsv", ".bib", ".svg", ".css", ".html", ".htm", ".sql",
      ".sqlite", ".sqlite3",
    ]
    return endings.contains { folded.hasSuffix($0) }
  }
}
