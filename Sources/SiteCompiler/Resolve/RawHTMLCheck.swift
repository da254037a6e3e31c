import Bytes
import Diagnostics
import SiteModel

/// Checks the addresses in raw HTML, which stays on the page as it is written: so they are read as
/// the browser will read them, relative to the page's place in the site.
struct RawHTMLCheck {
  let index: SiteIndex
  /// The paths of all files of the site.
  let outputs: Set<String>
  private let pagesByOutput: [String: Int]

  init(index: SiteIndex, outputs: Set<String>) {
    self.index = index
    self.outputs = outputs
    self.pagesByOutput = Dictionary(
      index.pages.enumerated().map { ($1.output, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What is wrong on the page `page`, and what the second net need not say again.
  func check(_ page: Int) -> (diagnostics: [Diagnostic], known: Set<ResolvedSite.KnownFault>) {
    let parsed = index.pages[page]
    let references = RawHTMLScan.references(in: parsed)
    guard !references.isEmpty else { return ([], []) }
    var reader = SiteAddress(of: parsed.output, base: index.site.configuration.basePath)
    var diagnostics: [Diagnostic] = []
    var known: Set<ResolvedSite.KnownFault> = []
    for reference in references {
      guard let fault = fault(reference, on: page, &reader) else { continue }
      diagnostics.append(fault)
      known.insert(.address(reference.written.text))
    }
    return (diagnostics, known)
  }

  private func fault(
    _ reference: RawHTMLScan.Reference, on page: Int, _ reader: inout SiteAddress
  ) -> Diagnostic? {
    var value: [UInt8] = []
    guard CharacterReferences.decode(reference.written, into: &value) else { return nil }
    func fault(_ code: DiagnosticCode, _ message: String, _ help: String?) -> Diagnostic {
      Diagnostic(code, message, at: reference.span, help: help)
    }
    if case .references = reference.meaning { return nil }
    if reference.element == "base" {
      return fault(.htmlNotAllowed, "a 'base' element would move every link of the page", nil)
    }
    if case .style = reference.meaning { value = StyleScanner.value(of: value[...]) }
    let written = value.text
    switch reader.read(value[...]) {
    case .other: return nil
    case .empty:
      return fault(.linkTargetMissing, "this address leads nowhere: it is empty", nil)
    case .remote:
      if case .link = reference.meaning { return nil }
      if case .refresh = reference.meaning { return nil }
      return fault(
        .assetRemote, "this would be fetched from another host",
        "save it in Content/assets/ and link to that")
    case .outside:
      return fault(
        .pathEscapesContent, "'\(written)' leads out of the site",
        "in HTML, addresses are relative to the page's place in the site")
    case .local: break
    }
    let path = reader.path.text
    guard outputs.contains(path) else { return missing(written, path, reference, page) }
    let anchor = reader.fragment.text
    if let ids = index.copiedIDs[path], !anchor.isEmpty, !ids.contains(anchor), anchor != "top",
      !anchor.hasPrefix(":~:")
    {
      return fault(
        .linkAnchorMissing, "'\(path)' has nothing with the id '\(anchor)'",
        Suggestion.nearest(to: anchor, among: ids.sorted()).map { "did you mean '#\($0)'?" })
    }
    // Ids with a dot are the theme's own; the second net sees whether they are there.
    guard !anchor.isEmpty, let target = pagesByOutput[path], !anchor.contains("."),
      !index.hasAnchor(anchor, on: target), !anchor.hasPrefix("fnref-"),
      !(anchor == "top" && target == page), !anchor.hasPrefix(":~:")
    else { return nil }
    return fault(
      .linkAnchorMissing, "'\(index.pages[target].path)' has no heading or figure '#\(anchor)'",
      Suggestion.nearest(to: anchor, among: index.anchors(on: target)).map {
        "did you mean '#\($0)'?"
      })
  }

  private func missing(
    _ written: String, _ path: String, _ reference: RawHTMLScan.Reference, _ page: Int
  ) -> Diagnostic {
    var help: String?
    if path.hasSuffix(".md"), outputs.contains(SitePath.output(ofPage: path)) {
      help = "HTML is copied as it is: write '.html' for '.md', or a link in Markdown"
    } else {
      let own = index.pages[page].output
      let candidates = outputs.lazy.filter {
        Suggestion.nearest(to: SitePath.name(of: path), among: [SitePath.name(of: $0)]) != nil
          || SitePath.name(of: $0) == SitePath.name(of: path)
      }.map { SitePath.relative(from: own, to: $0) }
      help = Suggestion.didYouMean(written, among: candidates.sorted())
    }
    let isPage = path.hasSuffix(".html") || path.hasSuffix(".md")
    return Diagnostic(
      isPage ? .linkTargetMissing : .assetMissing, "no \(isPage ? "page" : "file") at '\(written)'",
      at: reference.span, help: help)
  }
}
