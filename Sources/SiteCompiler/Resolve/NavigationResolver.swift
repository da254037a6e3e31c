import Diagnostics
import SiteModel

/// Finds the pages that the navigation names.
enum NavigationResolver {
  /// The navigation's entries, less those that lead nowhere.
  static func resolve(_ index: SiteIndex) -> Outcome<[ResolvedSite.NavigationItem]> {
    var items: [ResolvedSite.NavigationItem] = []
    var diagnostics: [Diagnostic] = []
    for item in index.site.configuration.navigation {
      let path = SitePath.resolve(item.path, in: "") ?? ""
      let file = path.isEmpty || path.hasSuffix("/") ? path + "index.md" : path
      if let page = index.page(at: file) {
        items.append(ResolvedSite.NavigationItem(title: item.title, page: page))
      } else {
        diagnostics.append(
          Diagnostic(
            .linkTargetMissing, "no page at '\(item.path)'", at: item.span,
            help: Suggestion.didYouMean(item.path, among: index.pagePaths)))
      }
    }
    return Outcome(items, diagnostics)
  }
}
