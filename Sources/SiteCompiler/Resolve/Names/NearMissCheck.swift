import Bytes
import Datasets
import Diagnostics
import SiteModel
import Values

/// Warns of words in prose that are nearly the name of an entity: Haggani for Haqqani.
///
/// A word that the site uses elsewhere is none: in its data, its titles, its sources, or with a
/// small letter. So is one that stands on many pages, and on more than the name itself.
struct NearMissCheck {
  /// On how many pages a slip is still believed to be one.
  private static let manyPages = 20

  let index: SiteIndex
  let names: EntityNames
  let workers: Int
  /// What is known from the last build of the pages that have not changed, by their indexes, and the
  /// words whose uses were looked up then.
  var known: (pages: [Int: PageRecord.Resolution], suspects: Set<[UInt8]>) = ([:], [])

  /// What was found.
  struct Result {
    var diagnostics: [Diagnostic] = []
    /// The words of each page that are nearly names, in the order of pages.
    var findings: [[NearMissFinder.Finding]] = []
    /// The words whose uses were looked up, and where each page uses them.
    var suspects: Set<[UInt8]> = []
    var uses: [WordUses] = []
  }

  /// The near misses of all pages.
  func check() async -> Result {
    let none = Result(
      findings: index.pages.map { _ in [] }, uses: index.pages.map { _ in WordUses() })
    guard !names.isEmpty else { return none }
    let words = NameWordIndex(names)
    guard !words.words.isEmpty else { return none }
    let site = index
    let ownLanguage = index.site.configuration.language
    let pages = known.pages
    let found = await ParallelMap.map(Array(index.pages.indices), workers: workers) { page in
      if let known = pages[page] { return known.suspicions }
      let language = site.pages[page].frontMatter.language ?? ownLanguage
      let primary = language.prefix { $0 != "-" }.lowercased()
      let finder = NearMissFinder(
        index: words, capitalizesNouns: primary == "de",
        isTranslated: primary != ownLanguage.prefix { $0 != "-" }.lowercased(),
        tree: site.site.tree)
      return site.pages[page].prose.flatMap(finder.findings)
    }
    let findings = found.flatMap(\.self)
    // Nearly every site ends here; only a suspicion is worth reading all of its words for.
    guard !findings.isEmpty else { return none }
    let suspects = Set(findings.map(\.folded)).union(findings.map(\.meant))
    let ownUses = await WordUses.gather(
      suspects, in: index, except: suspects == known.suspects ? known.pages : [:],
      workers: workers)
    let uses = WordUses.joined(ownUses, suspects, in: index)
    var counts: [[UInt8]: Int] = [:]
    for findings in found {
      for word in Set(findings.map(\.folded)) { counts[word, default: 0] += 1 }
    }
    let misses = findings.filter { finding in
      if uses.evidence.contains(finding.folded) { return false }
      if uses.small.contains(finding.folded) || uses.small.contains(finding.meant) { return false }
      // What stands all over the site and is commoner than the name is hardly a slip.
      let count = counts[finding.folded] ?? 0
      return count <= Self.manyPages || count < uses.pages[finding.meant] ?? 0
    }
    return Result(
      diagnostics: misses.map(diagnostic), findings: found, suspects: suspects, uses: ownUses)
  }

  private func diagnostic(_ finding: NearMissFinder.Finding) -> Diagnostic {
    Diagnostic(
      .nameNearMiss, "'\(finding.text)' is nearly the name '\(finding.suggestion)'",
      at: finding.span,
      help: "did you mean '\(finding.suggestion)'? if it is right as it is, add it to an entity's "
        + "aliases")
  }
}
