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

  /// The near misses of all pages.
  func check() async -> [Diagnostic] {
    guard !names.isEmpty else { return [] }
    let words = NameWordIndex(names)
    guard !words.words.isEmpty else { return [] }
    let site = index
    let ownLanguage = index.site.configuration.language
    let found = await ParallelMap.map(Array(index.pages.indices), workers: workers) { page in
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
    guard !findings.isEmpty else { return [] }
    let suspects = Set(findings.map(\.folded)).union(findings.map(\.meant))
    let uses = await WordUses.gather(suspects, in: index, workers: workers)
    var pages: [[UInt8]: Int] = [:]
    for findings in found {
      for word in Set(findings.map(\.folded)) { pages[word, default: 0] += 1 }
    }
    return findings.filter { finding in
      if uses.evidence.contains(finding.folded) { return false }
      if uses.small.contains(finding.folded) || uses.small.contains(finding.meant) { return false }
      // What stands all over the site and is commoner than the name is hardly a slip.
      let count = pages[finding.folded] ?? 0
      return count <= Self.manyPages || count < uses.pages[finding.meant] ?? 0
    }.map(diagnostic)
  }

  private func diagnostic(_ finding: NearMissFinder.Finding) -> Diagnostic {
    Diagnostic(
      .nameNearMiss, "'\(finding.text)' is nearly the name '\(finding.suggestion)'",
      at: finding.span,
      help: "did you mean '\(finding.suggestion)'? if it is right as it is, add it to an entity's "
        + "aliases")
  }
}
