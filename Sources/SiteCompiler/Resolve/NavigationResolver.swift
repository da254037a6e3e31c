import Diagnostics
import SiteModel

/// Finds the pages that the navigation names.
enum NavigationResolver {
  /// The navigation's entries, less those that lead nowhere.
  static func resolve(_ index: SiteIndex) -> Outcome<[ResolvedSite.NavigationItem]> {
    // The front page is in site.yaml's own folder, and is always there.
    guard let front = index.page(at: "index.md") else { return Outcome([]) }
    let links = LinkResolver(index: index)
    var items: [ResolvedSite.NavigationItem] = []
    var diagnostics: [Diagnostic] = []
    for item in index.site.configuration.navigation {
      let answer = links.resolve(item.path, at: item.span, from: front)
      if let page = answer.value.page {
        items.append(ResolvedSite.NavigationItem(title: item.title, page: page))
      } else if answer.diagnostics.isEmpty, !answer.value.isWithheld,
        !index.site.tree.isUnreadable(item.path)
      {
        diagnostics.append(
          Diagnostic(
            .linkTargetMissing, "the navigation leads to pages, and '\(item.path)' is none",
            at: item.span, help: "write the path of a page's file, such as briefs/index.md"))
      }
      diagnostics += answer.diagnostics
    }
    return Outcome(items, diagnostics)
  }
}
