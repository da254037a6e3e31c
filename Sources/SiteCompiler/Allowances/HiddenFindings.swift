import Diagnostics
import Markdown
import SiteModel

/// What may not have been found because something could not be read, so that nobody can say whether
/// an allowance of it is of any use.
struct HiddenFindings {
  /// What depends on a thing that was not read.
  private enum Reach: Hashable {
    case everything
    /// What stands on one page.
    case page(SourceFileID)
    /// What refers to pages and files.
    case links
    case citations
    /// What blocks, queries and values ask of data.
    case data
  }

  private var reaches: Set<Reach> = []

  /// What `diagnostics` and the files that were not read may hide.
  init(_ diagnostics: [Diagnostic], tree: SourceTree, configuration: SiteConfiguration) {
    let sources = Set(configuration.sourceFiles.compactMap { SitePath.resolve($0.path, in: "") })
    func reaches(ofPath path: String) -> Set<Reach> {
      if path.hasSuffix("/") || path == "site.yaml" { return [.everything] }
      if path.hasSuffix(".md") { return [.links] }
      if sources.contains(path) || path == "sources.json" { return [.citations] }
      return path.hasPrefix("data/") ? [.data] : [.links]
    }
    for path in tree.unreadable { self.reaches.formUnion(reaches(ofPath: path)) }
    let faults = diagnostics.filter { Self.hidingOthers.contains($0.code) }
    guard !faults.isEmpty else { return }
    var paths: [SourceFileID: String] = [:]
    for entry in tree.content {
      if let file = entry.text { paths[file] = entry.path }
    }
    for fault in faults {
      guard let file = fault.span?.file else {
        self.reaches.insert(.everything)
        continue
      }
      // A template's text says nothing of what pages refer to.
      guard let path = paths[file] else { continue }
      self.reaches.formUnion(reaches(ofPath: path))
      if path.hasSuffix(".md") { self.reaches.insert(.page(file)) }
    }
  }

  /// Whether a finding `code` on `page`, whose file is `file`, may have been missed.
  func mayHide(_ code: DiagnosticCode, on page: ParsedPage, _ file: SourceFileID) -> Bool {
    guard !reaches.isEmpty else { return false }
    if reaches.contains(.everything) || reaches.contains(.page(file)) { return true }
    if reaches.contains(.links), Self.ofLinks.contains(code) { return true }
    if reaches.contains(.citations), code == .citationMissing || code == .linkAnchorMissing {
      return true
    }
    guard reaches.contains(.data) else { return false }
    // Links of rows are made of data.
    let hasRows = page.figures.contains { $0.kind != .figure }
    if hasRows, Self.ofLinks.contains(code) || code == .linkSchemeRefused { return true }
    return Self.ofData.contains(code) && page.drawsOnData
  }

  /// The codes of faults for which something was not read, so that it was not checked either.
  private static let hidingOthers: Set<DiagnosticCode> = [
    .yamlInvalid, .yamlTooLarge, .jsonInvalid, .frontMatterUnclosed, .siteConfigurationMissing,
    .fileUnreadable, .textEncodingInvalid, .sourceInvalid, .packageInvalid, .csvInvalid,
    .dataInvalid, .markdownTooDeep, .markdownTooManyBrackets,
  ]

  /// The codes of what refers to a page, to something on it or to a file.
  private static let ofLinks: Set<DiagnosticCode> = [
    .linkTargetMissing, .linkAnchorMissing, .assetMissing, .pathEscapesContent,
    .crossReferenceMissing, .crossReferenceAmbiguous, .entityMissing, .nameNearMiss,
    .translationLanguageWrong, .translationOneSided, .redirectShadowed,
  ]

  /// The codes of what blocks, queries and values ask of data.
  private static let ofData: Set<DiagnosticCode> = [
    .datasetMissing, .columnMissing, .valueMissing, .valueInvalid, .valueTypeWrong,
    .conditionInvalid, .sqlInvalid, .sqlRefused, .blockInvalid, .chartUnsupported,
    .chartDescriptionMissing, .citationMissing, .keyMissing, .blockKeyUnknown,
  ]
}

extension ParsedPage {
  /// Whether something on the page is made of data.
  fileprivate var drawsOnData: Bool {
    !figures.isEmpty || !queries.isEmpty
      || body.codeSpans.contains { $0.text.bytes.starts(with: "{".utf8) }
  }
}
