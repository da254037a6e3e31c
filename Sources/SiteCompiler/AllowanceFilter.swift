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

  private struct Entry {
    let allowance: FrontMatter.Allowance
    /// Whether what the page refers to was not looked up, since this build leaves the page out.
    let isWithheld: Bool
  }

  private let tree: SourceTree
  private var entries: [SourceFileID: [Entry]] = [:]

  /// The allowances of all pages of `site`, which `shown` may lack some of.
  init(_ site: ParsedSite, shown: ParsedSite) {
    self.tree = site.tree
    let paths = Set(shown.withheld.map(\.path))
    for page in site.pages {
      guard case .file(let file) = page.origin, !page.frontMatter.allowances.isEmpty else {
        continue
      }
      entries[file] = page.frontMatter.allowances.map {
        Entry(allowance: $0, isWithheld: paths.contains(page.path))
      }
    }
  }

  /// The allowances of the pages of a compiled site, for what is found once it is compiled.
  init(_ site: ResolvedSite, tree: SourceTree) {
    self.tree = tree
    for page in site.pages {
      guard case .file(let file) = page.parsed.origin,
        !page.parsed.frontMatter.allowances.isEmpty
      else { continue }
      entries[file] = page.parsed.frontMatter.allowances.map {
        Entry(allowance: $0, isWithheld: false)
      }
    }
  }

  /// What remains of findings that were made later than the others.
  func applyLate(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !entries.isEmpty else { return diagnostics }
    var allowed: Set<Key> = []
    for (file, entries) in entries {
      for entry in entries { allowed.insert(key(of: entry.allowance, in: file)) }
    }
    return diagnostics.filter { finding in key(of: finding).map { !allowed.contains($0) } ?? true }
  }

  /// What remains of `diagnostics`, with an `allow-unused` for each allowance that matched nothing.
  ///
  /// Where something could not be read at all, findings may be missing for that, so nothing is said
  /// of allowances then.
  func apply(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !entries.isEmpty else { return diagnostics }
    var allowed: [Key: Bool] = [:]
    for (file, entries) in entries {
      for entry in entries { allowed[key(of: entry.allowance, in: file)] = false }
    }
    var rest: [Diagnostic] = []
    for diagnostic in diagnostics {
      if let key = key(of: diagnostic), allowed[key] != nil {
        allowed[key] = true
      } else {
        rest.append(diagnostic)
      }
    }
    let isPartial =
      !tree.unreadable.isEmpty || rest.contains { Self.hidingOthers.contains($0.code) }
    if isPartial { return rest }
    return rest + unused(allowed, rest)
  }

  private func unused(_ allowed: [Key: Bool], _ rest: [Diagnostic]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (file, entries) in entries {
      var seen: Set<Key> = []
      for entry in entries where !entry.isWithheld {
        let key = key(of: entry.allowance, in: file)
        // A second entry for the same words adds nothing.
        if seen.insert(key).inserted, allowed[key] == true { continue }
        let code = entry.allowance.code
        // Nothing is known yet of what is found later.
        if Self.foundLate.contains(code) { continue }
        let near = rest.compactMap { finding -> String? in
          guard finding.code == code, finding.span?.file == file else { return nil }
          return self.key(of: finding)?.words.text
        }
        diagnostics.append(
          Diagnostic(
            .allowUnused, "this page has no finding '\(code.rawValue)' of these words",
            at: entry.allowance.span,
            help: Suggestion.didYouMean(entry.allowance.key, among: near)
              ?? near.first.map { "its findings of that code are of other words, such as '\($0)'" }
              ?? "take the allowance out"))
      }
    }
    return diagnostics
  }

  private func key(of allowance: FrontMatter.Allowance, in file: SourceFileID) -> Key {
    Key(file: file, code: allowance.code, words: Self.unwrapped(Array(allowance.key.utf8)[...]))
  }

  /// The key by which `diagnostic` could be allowed: its words as they stand in the source.
  private func key(of diagnostic: Diagnostic) -> Key? {
    guard let span = diagnostic.span, entries[span.file] != nil else { return nil }
    let bytes = tree[span.file].bytes
    let words = bytes[span.range.clamped(to: bytes.indices)]
    return Key(file: span.file, code: diagnostic.code, words: Self.unwrapped(words))
  }

  /// The words with a single space where they are parted, since those of a finding may wrap.
  private static func unwrapped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    Array(bytes.split(whereSeparator: \.isASCIIWhitespace).joined(separator: [.space]))
  }

  /// The codes of what is found in the produced pages, or by asking other hosts.
  private static let foundLate: Set<DiagnosticCode> = [
    .renderedLinkBroken, .externalBroken, .externalMoved, .sourceUnstated,
  ]

  /// The codes of faults for which something was not read, so that it was not checked either.
  private static let hidingOthers: Set<DiagnosticCode> = [
    .yamlInvalid, .yamlTooLarge, .jsonInvalid, .frontMatterUnclosed, .siteConfigurationMissing,
    .fileUnreadable, .textEncodingInvalid, .sourceInvalid, .packageInvalid, .csvInvalid,
    .dataInvalid,
    .markdownTooDeep, .markdownTooManyBrackets,
  ]
}
