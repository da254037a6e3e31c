import SiteModel

extension ResolvedPage {
  /// The terms under which the page may be used: its own, or else the site's.
  ///
  /// The rows of a dataset are under the terms that its package names, which the site's do not
  /// change.
  func license(in configuration: SiteConfiguration) -> License? {
    parsed.frontMatter.license ?? (dataset == nil ? configuration.license : nil)
  }
}
