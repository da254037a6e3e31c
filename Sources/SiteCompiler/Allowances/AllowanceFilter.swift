import Bytes
import Diagnostics
import SiteModel

/// Takes out the findings that pages allow, and finds allowances that allow nothing.
struct AllowanceFilter {
  private struct Key: Hashable {
    let file: SourceFileID
    let code: DiagnosticCode
    let words: [UInt8]
  }

  /// A page that allows something.
  private struct Entry {
    let page: ParsedPage
    /// Whether what the page refers to was not looked up, since this build leaves the page out.
    var isWithheld = false
    /// The ids of the page that were found to stand twice.
    var repeatedIDs: Set<String> = []
  }

  private let tree: SourceTree
  private let configuration: SiteConfiguration
  private var entries: [SourceFileID: Entry] = [:]

  /// The allowances of all pages of `site`, which `shown` may lack some of.
  init(_ site: ParsedSite, shown: ParsedSite, tree: SourceTree) {
    self.tree = tree
    self.configuration = site.configuration
    let paths = Set(shown.withheld.map(\.path))
    for page in site.pages {
      add(Entry(page: page, isWithheld: paths.contains(page.path)))
    }
  }

  /// The allowances of the pages of a compiled site, for what is found once it is compiled.
  init(_ site: ResolvedSite, tree: SourceTree) {
    self.tree = tree
    self.configuration = site.configuration
    for (index, page) in site.pages.enumerated() {
      let ids = (site.knownFaults[index] ?? []).compactMap { fault -> String? in
        if case .id(let id) = fault { id } else { nil }
      }
      add(Entry(page: page.parsed, repeatedIDs: Set(ids)))
    }
  }

  private mutating func add(_ entry: Entry) {
    guard case .file(let file) = entry.page.origin, !entry.page.frontMatter.allowances.isEmpty
    else { return }
    entries[file] = entry
  }

  /// What remains of findings that were made later than the others.
  /// - Parameters:
  ///   - settled: The codes of which there will be no more findings: an allowance of one that
  ///     matched nothing is unused.
  ///   - earlier: What was found before.
  func applyLate(
    to diagnostics: [Diagnostic], settling settled: Set<DiagnosticCode>, earlier: [Diagnostic]
  ) -> [Diagnostic] {
    guard !entries.isEmpty else { return diagnostics }
    let (rest, used) = filter(diagnostics)
    let codes = settled.intersection(codesFoundLate)
    return rest + unused(used, among: rest, besides: earlier) { codes.contains($0) }
  }

  /// What remains of `diagnostics`, with an `allow-unused` for each allowance that matched nothing.
  ///
  /// Where something could not be read at all, findings may be missing for that, so nothing is said
  /// of allowances that may be of those.
  func apply(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !entries.isEmpty else { return diagnostics }
    let (rest, used) = filter(diagnostics)
    // Nothing is known yet of what is found later.
    let late = codesFoundLate
    return rest + unused(used, among: rest, besides: []) { !late.contains($0) }
  }

  private func filter(_ diagnostics: [Diagnostic]) -> (rest: [Diagnostic], used: Set<Key>) {
    var allowed: Set<Key> = []
    for (file, entry) in entries {
      for allowance in entry.page.frontMatter.allowances {
        allowed.insert(key(of: allowance, in: file))
      }
    }
    var rest: [Diagnostic] = []
    var used: Set<Key> = []
    for diagnostic in diagnostics {
      if let key = key(of: diagnostic), allowed.contains(key) {
        used.insert(key)
      } else {
        rest.append(diagnostic)
      }
    }
    return (rest, used)
  }

  private func unused(
    _ used: Set<Key>, among rest: [Diagnostic], besides earlier: [Diagnostic],
    where isLookedFor: (DiagnosticCode) -> Bool
  ) -> [Diagnostic] {
    let hidden = HiddenFindings(rest + earlier, tree: tree, configuration: configuration)
    var diagnostics: [Diagnostic] = []
    for (file, entry) in entries where !entry.isWithheld {
      var seen: Set<Key> = []
      for allowance in entry.page.frontMatter.allowances where isLookedFor(allowance.code) {
        let key = key(of: allowance, in: file)
        // A second entry for the same words adds nothing.
        if seen.insert(key).inserted, used.contains(key) { continue }
        if allowance.code == .idDuplicate, entry.repeatedIDs.contains(allowance.key) { continue }
        if hidden.mayHide(allowance.code, on: entry.page, file) { continue }
        diagnostics.append(unused(allowance, in: file, among: rest))
      }
    }
    return diagnostics
  }

  private func unused(
    _ allowance: FrontMatter.Allowance, in file: SourceFileID, among rest: [Diagnostic]
  ) -> Diagnostic {
    let near = rest.compactMap { finding -> String? in
      guard finding.code == allowance.code, let key = key(of: finding), key.file == file else {
        return nil
      }
      return key.words.text
    }
    return Diagnostic(
      .allowUnused, "this page has no finding '\(allowance.code.rawValue)' of these words",
      at: allowance.span,
      help: Suggestion.didYouMean(allowance.key, among: near)
        ?? near.first.map { "its findings of that code are of other words, such as '\($0)'" }
        ?? "take the allowance out")
  }

  private func key(of allowance: FrontMatter.Allowance, in file: SourceFileID) -> Key {
    Key(file: file, code: allowance.code, words: Self.unwrapped(Array(allowance.key.utf8)[...]))
  }

  /// The key by which `diagnostic` could be allowed: its words as they stand in the source.
  private func key(of diagnostic: Diagnostic) -> Key? {
    guard let span = diagnostic.span, let page = page(of: diagnostic, span) else { return nil }
    let bytes = tree[span.file].bytes
    let words = bytes[span.range.clamped(to: bytes.indices)]
    return Key(file: page, code: diagnostic.code, words: Self.unwrapped(words))
  }

  /// The page that could allow a finding: the one that has it, or that shows the data that have it.
  private func page(of diagnostic: Diagnostic, _ span: SourceSpan) -> SourceFileID? {
    if entries[span.file] != nil { return span.file }
    guard !tree[span.file].path.hasSuffix(".md") else { return nil }
    return diagnostic.labels.first { entries[$0.span.file] != nil }?.span.file
  }

  /// The words with a single space where they are parted, since those of a finding may wrap.
  private static func unwrapped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    Array(bytes.split(whereSeparator: \.isASCIIWhitespace).joined(separator: [.space]))
  }

  /// The codes of what is found, or may yet be found, in the produced pages or by asking other hosts.
  private var codesFoundLate: Set<DiagnosticCode> {
    let late: Set<DiagnosticCode> = [
      .renderedLinkBroken, .externalBroken, .externalMoved, .sourceUnstated,
    ]
    // Raw HTML may have an id that the theme has, too.
    return configuration.html == .all ? late.union([.idDuplicate]) : late
  }
}
