import Bytes
import Citations
import Datasets
import Diagnostics
import Documents
import SiteModel

/// Reads every file of the tree, each by itself.
struct SiteParser {
  let tree: SourceTree
  let workers: Int

  /// The site as it was read, with the templates beside it.
  func parse() async -> Outcome<(site: ParsedSite, templates: [ParsedTemplate])> {
    var diagnostics: [Diagnostic] = []
    let configuration = configuration().take(into: &diagnostics)
    let parser = PageParser(taxonomies: configuration.taxonomies)
    let tree = tree
    let entries = tree.content.filter { $0.path.hasSuffix(".md") }
    let parsed = await ParallelMap.map(entries, workers: workers) { entry in
      entry.text.map { parser.parse(tree[$0], id: $0, path: entry.path) }
    }
    let pages = parsed.compactMap { $0?.take(into: &diagnostics) }
    let data = DataParser.parse(tree).take(into: &diagnostics)
    let sources = sources(configuration).take(into: &diagnostics)
    let templates = TemplateParser.parse(tree).take(into: &diagnostics)
    let site = ParsedSite(
      tree: tree, configuration: configuration, pages: pages,
      datasets: DatasetCatalog(data), sources: sources)
    return Outcome((site, templates), diagnostics)
  }

  private func configuration() -> Outcome<SiteConfiguration> {
    guard let entry = tree.content.first(where: { $0.path == "site.yaml" }), let file = entry.text
    else {
      let help = "write Content/site.yaml with a line 'title: …'"
      let missing = Diagnostic(
        .siteConfigurationMissing, "there is no site.yaml", at: nil, help: help)
      return Outcome(SiteConfiguration(), [missing])
    }
    if let index = UTF8Check.firstIllFormedByte(in: tree[file].bytes) {
      return Outcome(SiteConfiguration(), [TextEncoding.diagnostic(at: index, in: file)])
    }
    let read = YAMLReader.read(tree[file].bytes, in: file)
    var diagnostics: [Diagnostic] = []
    guard let node = read.take(into: &diagnostics) else {
      // What could not be read is not missing too; an empty file is.
      if diagnostics.isEmpty {
        return SiteConfigurationParser.parse(
          Node(.mapping([]), at: SourceSpan(file, 0..<0)))
      }
      return Outcome(SiteConfiguration(), diagnostics)
    }
    let configuration = SiteConfigurationParser.parse(node).take(into: &diagnostics)
    return Outcome(configuration, diagnostics)
  }

  /// The sources of all files that site.yaml names; without it, of `sources.json` where it is.
  private func sources(_ configuration: SiteConfiguration) -> Outcome<SourceLibrary> {
    var diagnostics: [Diagnostic] = []
    var files: [SourceFileID] = []
    for (path, span) in configuration.sourceFiles {
      let resolved = SitePath.resolve(path, in: "")
      guard let entry = tree.content.first(where: { $0.path == resolved }), let file = entry.text
      else {
        let paths = tree.content.filter { $0.path.hasSuffix(".json") }.map(\.path)
        diagnostics.append(
          Diagnostic(
            .linkTargetMissing, "there is no file of sources at '\(path)'", at: span,
            help: Suggestion.didYouMean(path, among: paths)))
        continue
      }
      files.append(file)
    }
    if configuration.sourceFiles.isEmpty,
      let file = tree.content.first(where: { $0.path == "sources.json" })?.text
    {
      files.append(file)
    }
    let read = files.flatMap { file in
      SourceReader.read(tree[file].bytes, in: file).take(into: &diagnostics)
    }
    let library = SourceLibrary.gather(read).take(into: &diagnostics)
    return Outcome(library, diagnostics)
  }
}
