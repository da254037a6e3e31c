import Citations
import Datasets
import SiteModel
import Values

/// Gathers where the publication cites each of its sources.
enum SourceUses {
  /// The uses by the source's key; pages in the order of the site.
  /// - Parameter pages: What each page cites, what the data say on it among that.
  static func gather(
    _ index: SiteIndex, _ drafts: [PageResolver.Draft], _ pages: [PageUses]
  ) -> [String: ResolvedSources.Use] {
    var uses: [String: ResolvedSources.Use] = [:]
    for draft in drafts where ![.notFound, .sources, .dataset, .timeline].contains(draft.kind) {
      for key in pages[draft.page].sources where index.site.sources[key] != nil {
        uses[key, default: ResolvedSources.Use()].pages.append(draft.page)
      }
    }
    for name in index.site.datasets.names {
      // What a query took from other datasets was looked at there.
      guard let dataset = index.site.datasets[name], dataset.origins.isEmpty else { continue }
      var rows: [String: Int] = [:]
      for row in 0..<dataset.rowCount {
        for key in Set(dataset.citations(inRow: row).map(\.key)) { rows[key, default: 0] += 1 }
      }
      for (key, count) in rows where index.site.sources[key] != nil {
        uses[key, default: ResolvedSources.Use()].datasets.append((name, count))
      }
    }
    return uses
  }
}

extension SiteIndex {
  /// What sets the citations of a page in `language`, in the style of the site.
  func citations(in language: Language) -> CitationProcessor {
    CitationProcessor(
      library: site.sources, formatter: site.configuration.citationStyle.formatter(for: language))
  }
}
