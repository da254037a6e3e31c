import SiteModel

/// Takes out what this build may not show, before anything can refer to it.
struct Withholding {
  /// Whether drafts are asked for.
  let includesDrafts: Bool

  /// The site without what is withheld; of that only the paths are kept.
  func apply(to site: ParsedSite) -> ParsedSite {
    var site = site
    let pages = site.pages
    site.pages = []
    for page in pages {
      if page.frontMatter.isDraft, !includesDrafts {
        site.withheld.append(ParsedSite.WithheldPage(path: page.path, reason: .draft))
      } else {
        site.pages.append(page)
      }
    }
    return site
  }
}
