import Bytes
import Diagnostics
import SiteModel

/// What the last build left of the pages, of which nothing has changed but the texts of some.
struct LastResolution {
  /// The pages as they were, by path.
  var last: [String: PageRecord] = [:]
  /// The same as they are now, before they are resolved.
  var current: [String: PageRecord] = [:]
  /// The paths of those that have changed.
  var rewritten: Set<String> = []
  /// The words whose uses were looked up.
  var suspects: Set<[UInt8]> = []
  /// How the pages stood among one another; nil where something was wrong with that.
  var standing: SiteStanding?
  /// What could be referred to, before anything was put in the place of values.
  var index: SiteIndex?

  /// What came of those of `pages` that have not changed and need not be resolved again, by their
  /// places among them.
  func resolutions(of pages: [ParsedPage]) -> [Int: PageRecord.Resolution] {
    guard !last.isEmpty else { return [:] }
    var known: [Int: PageRecord.Resolution] = [:]
    known.reserveCapacity(pages.count)
    for (number, page) in pages.enumerated() {
      guard case .file = page.origin, !rewritten.contains(page.path) else { continue }
      // A cache that somebody made up must not lead out of the site.
      guard let resolution = last[page.path]?.resolution,
        resolution.uses.linkedPages.allSatisfy(pages.indices.contains)
      else { continue }
      known[number] = resolution
    }
    return known
  }

  /// Whether those of the pages that have changed show others what they did before.
  /// - Parameter spoken: Whether words stand in the place of values.
  func hasFaces(of index: SiteIndex, spoken: Bool) -> Bool {
    changed(in: index).allSatisfy { number in
      let page = index.pages[number]
      guard let before = last[page.path], let now = current[page.path] else { return false }
      let outline = page.outline.digest
      return before.head == now.head
        && outline == (spoken ? before.spoken : before.outline.digest)
    }
  }

  /// Whether those of the pages that have changed link to the pages that they linked to.
  func hasLinks(of drafts: [PageResolver.Draft], _ index: SiteIndex) -> Bool {
    changed(in: index).allSatisfy { number in
      last[index.pages[number].path]?.resolution.map {
        Set($0.uses.linkedPages) == drafts[number].linkedPages
      } ?? false
    }
  }

  /// Whether those of the pages that have changed stand among the others as they did.
  func hasUses(_ uses: [PageUses], of index: SiteIndex) -> Bool {
    changed(in: index).allSatisfy { number in
      last[index.pages[number].path]?.resolution?.uses.standsAs(uses[number]) ?? false
    }
  }

  /// Those of the pages that someone wrote anew since the last build.
  private func changed(in index: SiteIndex) -> [Int] {
    last.isEmpty ? [] : rewritten.compactMap { index.page(at: $0) }
  }
}

extension SiteResolver.Resolved {
  /// Puts by what the next build may use of the pages.
  ///
  /// A text may be left out of the next one while its kind shows nothing but itself and what is under
  /// its own frame: briefs and pages, which most are.
  /// - Parameters:
  ///   - outcomes: What was found on each page when it was resolved.
  ///   - values: The places of the pages that have values.
  ///   - known: What was taken over from `last`.
  mutating func keep(
    _ outcomes: [[Diagnostic]], _ misses: NearMissCheck.Result, values: Set<Int>,
    known: [Int: PageRecord.Resolution], after last: LastResolution
  ) {
    suspects = misses.suspects
    var files: Set<SourceFileID> = []
    for page in site.pages {
      if case .file(let file) = page.parsed.origin { files.insert(file) }
    }
    for (number, page) in site.pages.enumerated() {
      guard case .file(let own) = page.parsed.origin else { continue }
      let path = page.parsed.path
      if let known = known[number] {
        spoken[path] = last.last[path]?.spoken
        resolutions[path] = known.counting(misses.uses[number])
        continue
      }
      spoken[path] = page.parsed.outline.digest
      guard page.kind == .brief || page.kind == .page else { continue }
      // The places of what stands on another page move with that.
      let spans = outcomes[number].flatMap { found in
        [found.span].compactMap(\.self) + found.labels.map(\.span)
      }
      guard spans.allSatisfy({ $0.file == own || !files.contains($0.file) }) else { continue }
      resolutions[path] = PageRecord.Resolution(
        spoken: values.contains(number) ? page.parsed.outline : nil, template: page.template,
        uses: page.uses, diagnostics: outcomes[number], suspicions: misses.findings[number],
        words: misses.uses[number])
    }
  }
}
