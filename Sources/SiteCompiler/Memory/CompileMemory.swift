import Bytes
import Diagnostics
import SiteModel
import Values

/// What compiling a site leaves for the next time: of each page what others refer to on it, what it
/// uses of the site, and what was found on it.
///
/// A page whose file has not changed is not read again until somebody asks for its text. Where besides
/// nothing has changed that pages refer to, in the data, the settings, or on the pages that were
/// written anew, it is not resolved again either.
public struct CompileMemory: Sendable {
  /// Everything besides the pages' texts on which resolving a page depends.
  var frame = ContentDigest()
  /// The digest of `site.yaml`, which says how pages are read.
  var configuration = ContentDigest()
  /// The words whose uses on the site were looked up.
  var suspects: Set<[UInt8]> = []
  /// By path within `Content/`.
  var records: [String: PageRecord] = [:]
  /// How the pages stand among one another; nil where something is wrong with that.
  var standing: SiteStanding?
  /// Everything that a page may show besides its own text and its data, as a digest.
  var surroundings = ContentDigest()
  /// The same, with what the pages use of one another and of the data.
  var standingKey = ContentDigest()
  /// The pages as they were read, which are kept within a process only.
  var pages: [String: ParsedPage] = [:]
  /// What was read besides them, and what could be referred to: likewise.
  var read: SiteParser.Frame?
  var index: SiteIndex?

  /// A memory of nothing.
  public init() {}

  /// What a build leaves that has read and resolved the site.
  /// - Parameter last: What the build before has left.
  init(
    frame: ContentDigest, _ tree: SourceTree, _ inputs: RenderInputs, _ parsed: SiteParser.Parsed,
    _ resolved: SiteResolver.Resolved, after last: CompileMemory
  ) {
    self.frame = frame
    configuration = SiteParser.configuration(of: tree, inputs.files)
    suspects = resolved.suspects
    // Of what an audience may not see, nothing is kept either.
    let shown = resolved.site.pages.lazy.map(\.parsed).filter { $0.generated == nil }
    records.reserveCapacity(parsed.records.count)
    for path in shown.map(\.path) {
      guard let record = parsed.records[path] else { continue }
      records[path] = record.resolved(
        resolved.resolutions[path], spoken: resolved.spoken[path] ?? ContentDigest())
    }
    for page in parsed.site.pages where records[page.path] != nil { pages[page.path] = page }
    read = parsed.frame
    index = resolved.index
    standing = resolved.standing
    if resolved.isStandingKnown {
      (surroundings, standingKey) = (last.surroundings, last.standingKey)
    } else {
      surroundings = Self.surroundings(frame, records)
      standingKey = SiteStanding.key(surroundings, resolved.site)
    }
  }

  /// What is known of the page at `path`, if its file is known by this number, which spans bear, and
  /// this digest.
  func record(_ path: String, _ file: SourceFileID, _ digest: ContentDigest) -> PageRecord? {
    guard let known = records[path], known.file == file, known.digest == digest else { return nil }
    return known
  }

  private static func surroundings(
    _ frame: ContentDigest, _ records: [String: PageRecord]
  ) -> ContentDigest {
    var surroundings = frame
    for path in records.keys.sorted() {
      guard let record = records[path] else { continue }
      surroundings.add(record.head)
      surroundings.add(record.spoken)
    }
    return surroundings
  }

  /// Everything besides the pages' texts on which resolving a page depends: which files there are,
  /// and what is in those that are not pages.
  static func frame(
    of tree: SourceTree, _ inputs: RenderInputs, _ options: SiteCompiler.Options
  ) -> ContentDigest {
    var frame = inputs.settings
    frame.add(options.includesDrafts ? 1 : 0)
    frame.add(options.audience?.rawValue ?? "")
    frame.add(options.makesPDFs ? 1 : 0)
    for (kind, entries) in [tree.content, tree.templates, tree.themeWords].enumerated() {
      frame.add(UInt64(kind))
      for entry in entries {
        frame.add(entry.path)
        if kind == 0, entry.path.hasSuffix(".md") { continue }
        // What was read keeps the numbers of its files.
        if let file = entry.text ?? entry.span?.file {
          frame.add(UInt64(file.index))
          frame.add(inputs.files[Int(file.index)])
        }
        frame.add(entry.image.map { String(describing: $0) } ?? "")
      }
    }
    for path in tree.unreadable.sorted() { frame.add(path) }
    return frame
  }
}
