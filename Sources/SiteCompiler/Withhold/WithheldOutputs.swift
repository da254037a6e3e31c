import Datasets
import SiteModel

/// Knows the pages that nobody wrote, such as that of a topic, and that are not there for an
/// audience.
enum WithheldOutputs {
  /// The output paths of those that `site` has and `shown` lacks.
  static func paths(of site: ParsedSite, beside shown: ParsedSite) -> Set<String> {
    var site = site
    // A draft is not there for anyone.
    let drafts = Set(shown.withheld.filter { $0.reason == .draft }.map(\.path))
    site.pages.removeAll { drafts.contains($0.path) }
    let words = InterfaceWords(site.words, of: site.configuration)
    func outputs(_ site: ParsedSite) -> Set<String> {
      Set(ImpliedPages.complete(site, words: words).filter { $0.generated != nil }.map(\.output))
    }
    let queries = shown.datasets.withheldNames.map {
      DatasetAddress(name: $0, rowCount: 0).output(ofPage: 1)
    }
    return outputs(site).subtracting(outputs(shown)).union(queries)
      .subtracting(shown.pages.map(\.output))
  }
}
