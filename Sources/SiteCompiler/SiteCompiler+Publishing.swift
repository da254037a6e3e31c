public import Diagnostics
public import SiteModel

extension SiteCompiler {
  /// What `site.yaml` says, for those who need none of the rest: whoever goes back to an earlier
  /// release may have a publication that does not build.
  public static func configuration(of tree: SourceTree) -> Outcome<SiteConfiguration> {
    SiteParser(tree: tree, workers: 1).configuration()
  }
}
