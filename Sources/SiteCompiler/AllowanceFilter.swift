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
  /// - Parameter settled: The codes of which there will be no more findings, so that an allowance of
  ///   one that matched nothing is told.
  func applyLate(
    to diagnostics: [Diagnostic], settling settled: Set<DiagnosticCode>
  ) -> [Diagnostic] {
    guard !entries.isEmpty else { return diagnostics }
    var allowed: [Key: Bool] = [:]
    for (file, entries) in entries {
      for entry in entries { allowed[key(of: entry.allowance, in: file)] = false }
    }
    let rest = diagnostics.filter { finding in
      guard let key = keys(of: finding).first(where: { allowed[$0] != nil }) else { return true }
      allowed[key] = true
      return false
    }
    return rest + unused(allowed, rest) { settled.contains($0) }
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
      if let key = keys(of: diagnostic).first(where: { allowed[$0] != nil }) {
        allowed[key] = true
      } else {
        rest.append(diagnostic)
      }
    }
    let isPartial =
      !tree.unreadable.isEmpty || rest.contains { Self.hidingOthers.contains($0.code) }
    if isPartial { return rest }
    // Nothing is known yet of what is found later.
    return rest + unused(allowed, rest) { !Self.foundLate.contains($0) }
  }

  /// The allowances that matched nothing, of those codes of which all findings are known.
  private func unused(
    _ allowed: [Key: Bool], _ rest: [Diagnostic], isSettled: (DiagnosticCode) -> Bool
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (file, entries) in entries {
      var seen: Set<Key> = []
      for entry in entries where !entry.isWithheld {
        let key = key(of: entry.allowance, in: file)
        // A second entry for the same words adds nothing.
        if seen.insert(key).inserted, allowed[key] == true { continue }
        let code = entry.allowance.code
        guard isSettled(code) else { continue }
        let near = rest.compactMap { finding -> String? in
          guard finding.code == code else { return nil }
          return keys(of: finding).first { $0.file == file }?.words.text
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

  /// The keys by which `diagnostic` could be allowed: its words as they stand in the source, in the
  /// page that they stand in, or in the page whose block makes a link of a cell of the data.
  private func keys(of diagnostic: Diagnostic) -> [Key] {
    guard let span = diagnostic.span else { return [] }
    let files = ([span] + diagnostic.labels.map(\.span)).map(\.file)
    guard files.contains(where: { entries[$0] != nil }) else { return [] }
    let bytes = tree[span.file].bytes
    let words = Self.unwrapped(bytes[span.range.clamped(to: bytes.indices)])
    return files.filter { entries[$0] != nil }.map { file in
      Key(file: file, code: diagnostic.code, words: words)
    }
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
