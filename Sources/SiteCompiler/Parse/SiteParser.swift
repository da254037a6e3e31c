import Bytes
import Charts
import Citations
import Datasets
import Diagnostics
import Documents
import SiteModel

/// Reads every file of the tree, each by itself.
struct SiteParser {
  let tree: SourceTree
  let workers: Int
  /// By what the files are known, and what the last build has left; nil where nothing is kept.
  var known: (files: [ContentDigest], memory: CompileMemory)?

  /// What reading gives.
  struct Parsed {
    let site: ParsedSite
    /// What was read besides the pages.
    let frame: Frame
    /// What is known of each page, by path; nothing where nothing is kept.
    let records: [String: PageRecord]
    /// The paths of the pages that have changed since the last build.
    let rewritten: Set<String>
  }

  /// What is read besides the pages, and need not be read again while none of its files changes.
  struct Frame: Sendable {
    let configuration: SiteConfiguration
    let datasets: DatasetCatalog
    let queries: [Query]
    let sources: SourceLibrary
    let words: WordTables
    let templates: [ParsedTemplate]
    /// The colours of the theme's style sheet; nil where there is none.
    let colors: LightColors?
    let decodedTexts: [SourceFileID: [UInt8]]
    let diagnostics: [Diagnostic]
  }

  /// The site as it was read, with the templates beside it.
  /// - Parameter known: What is read besides the pages, where that is known.
  func parse(within known: Frame? = nil) async -> Outcome<Parsed> {
    let configuration = known.map { Outcome($0.configuration) } ?? configuration()
    async let besides = known ?? frame(configuration)
    let read = await pages(PageParser(configuration: configuration.value))
    let frame = await besides
    var diagnostics = frame.diagnostics
    let pages = read.map { $0.outcome.take(into: &diagnostics) }
    let site = ParsedSite(
      tree: tree.replacing(frame.decodedTexts), configuration: frame.configuration, pages: pages,
      datasets: frame.datasets, queries: frame.queries, sources: frame.sources,
      words: frame.words)
    return Outcome(
      Parsed(
        site: site, frame: frame,
        records: Dictionary(
          read.compactMap { page in page.record.map { (page.outcome.value.path, $0) } }
        ) { $1 },
        rewritten: Set(read.lazy.filter { !$0.isUnchanged }.map(\.outcome.value.path))),
      diagnostics)
  }

  private func frame(_ settings: Outcome<SiteConfiguration>) -> Frame {
    var diagnostics: [Diagnostic] = []
    let configuration = settings.take(into: &diagnostics)
    let data = DataParser.parse(tree).take(into: &diagnostics)
    let datasets = DatasetCatalog(data)
    let queries = QueryParser.parse(tree, beside: datasets).take(into: &diagnostics)
    let sources = sources(configuration).take(into: &diagnostics)
    let words = WordTableParser.parse(tree).take(into: &diagnostics)
    let templates = TemplateParser.parse(tree).take(into: &diagnostics)
    let sheet = tree.templates.first { $0.path == "assets/dossier.css" }?.text
    return Frame(
      configuration: configuration, datasets: datasets, queries: queries, sources: sources,
      words: words, templates: templates,
      colors: sheet.map { LightColors(sheet: tree[$0].bytes) },
      decodedTexts: data.decodedTexts, diagnostics: diagnostics)
  }

  /// A page as it was read, or is known from the last build.
  private struct Read: Sendable {
    let outcome: Outcome<ParsedPage>
    var record: PageRecord?
    var isUnchanged = false
  }

  /// By what `site.yaml` is known, which says how pages are read.
  static func configuration(of tree: SourceTree, _ files: [ContentDigest]) -> ContentDigest {
    let file = tree.content.first { $0.path == "site.yaml" }?.text
    return file.map { files[Int($0.index)] } ?? ContentDigest()
  }

  /// The pages in the order of their paths.
  private func pages(_ parser: PageParser) async -> [Read] {
    let tree = tree
    var known = known
    if let own = known, Self.configuration(of: tree, own.files) != own.memory.configuration {
      known?.memory = CompileMemory()
    }
    let entries = tree.content.compactMap { entry in
      entry.path.hasSuffix(".md") ? entry.text.map { (path: entry.path, file: $0) } : nil
    }
    return await ParallelMap.map(entries, workers: workers) { [known] path, file in
      guard let known else {
        return Read(outcome: parser.parse(tree[file], id: file, path: path))
      }
      let digest = known.files[Int(file.index)]
      if let record = known.memory.record(path, file, digest) {
        let page =
          known.memory.pages[path]
          ?? parser.recall(tree[file], id: file, path: path, outline: record.outline)
        return Read(outcome: Outcome(page, record.diagnostics), record: record, isUnchanged: true)
      }
      let outcome = parser.parse(tree[file], id: file, path: path)
      let page = outcome.value
      let record = PageRecord(
        digest: digest, file: file, head: Self.head(of: tree[file], file),
        diagnostics: outcome.diagnostics, outline: page.outline)
      return Read(outcome: outcome, record: record)
    }
  }

  /// By what the front matter of a page is known.
  private static func head(of source: SourceFile, _ file: SourceFileID) -> ContentDigest {
    var digest = ContentDigest()
    if let head = FrontMatterSplitter(source.bytes, file: file).head {
      source.bytes.withUnsafeBytes { digest.add(UnsafeRawBufferPointer(rebasing: $0[head])) }
    }
    return digest
  }

  /// What `site.yaml` says.
  func configuration() -> Outcome<SiteConfiguration> {
    guard let entry = tree.content.first(where: { $0.path == "site.yaml" }), let file = entry.text
    else {
      if tree.isUnreadable("site.yaml") { return Outcome(.unread) }
      let help = "write Content/site.yaml with a line 'title: …'"
      let missing = Diagnostic(
        .siteConfigurationMissing, "there is no site.yaml", at: nil, help: help)
      return Outcome(.unread, [missing])
    }
    if let index = UTF8Check.firstIllFormedByte(in: tree[file].bytes) {
      return Outcome(.unread, [TextEncoding.diagnostic(at: index, in: file)])
    }
    let read = YAMLReader.read(tree[file].bytes, in: file)
    var diagnostics: [Diagnostic] = []
    guard let node = read.take(into: &diagnostics) else {
      // What could not be read is not missing too; an empty file is.
      if diagnostics.isEmpty {
        return SiteConfigurationParser.parse(
          Node(.mapping([]), at: SourceSpan(file, 0..<0)))
      }
      return Outcome(.unread, diagnostics)
    }
    let configuration = SiteConfigurationParser.parse(node).take(into: &diagnostics)
    return Outcome(configuration, diagnostics)
  }

  /// The sources of all files that site.yaml names; without it, of `sources.json` where it is.
  private func sources(_ configuration: SiteConfiguration) -> Outcome<SourceLibrary> {
    var diagnostics: [Diagnostic] = []
    var files = configuration.sourceFiles.compactMap { path, span in
      sourceFile(path, at: span).take(into: &diagnostics)
    }
    if configuration.sourceFiles.isEmpty, let file = file(at: "sources.json") { files = [file] }
    let named = configuration.sourceFiles.compactMap { SitePath.resolve($0.path, in: "") }
    let paths = named.isEmpty ? ["sources.json"] : named
    var read: [Source] = []
    for file in files {
      if let index = UTF8Check.firstIllFormedByte(in: tree[file].bytes) {
        diagnostics.append(TextEncoding.diagnostic(at: index, in: file))
      } else {
        read += SourceFileReader.read(tree[file], id: file).take(into: &diagnostics)
      }
    }
    let isComplete =
      configuration.isComplete && diagnostics.errorCount == 0
      && !paths.contains(where: tree.isUnreadable)
    var library = SourceLibrary.gather(read).take(into: &diagnostics)
    library.isComplete = isComplete
    library.fileNames = paths
    return Outcome(library, diagnostics)
  }

  /// The file of sources that site.yaml means by `path`.
  private func sourceFile(_ path: String, at span: SourceSpan) -> Outcome<SourceFileID?> {
    guard let resolved = SitePath.resolve(path, in: "") else {
      return Outcome(
        nil,
        [
          Diagnostic(
            .pathEscapesContent, "'\(path)' leads out of Content/", at: span,
            help: "what a site is made of must lie in Content/")
        ])
    }
    if let file = file(at: resolved) { return Outcome(file) }
    if tree.isUnreadable(resolved) { return Outcome(nil) }
    let paths = tree.content.filter { SourceFileReader.isReadable($0.path) }.map(\.path)
    return Outcome(
      nil,
      [
        Diagnostic(
          .linkTargetMissing, "there is no file of sources at '\(path)'", at: span,
          help: Suggestion.didYouMean(path, among: paths))
      ])
  }

  private func file(at path: String) -> SourceFileID? {
    tree.content.first { $0.path == path }?.text
  }
}
