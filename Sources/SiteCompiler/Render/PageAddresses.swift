import Bytes
import SiteModel

/// How one page writes the addresses of the others.
struct PageAddresses {
  let site: ResolvedSite
  /// The page that links.
  let origin: ResolvedPage

  /// The address of the page `index`.
  func href(to index: Int) -> String { href(to: site.pages[index].output) }

  /// The address of the file at `output`.
  func href(to output: String) -> String {
    if origin.kind == .notFound {
      return site.configuration.basePath + PercentEncoding.encodePath(output)
    }
    return PercentEncoding.encodePath(SitePath.relative(from: origin.output, to: output))
  }

  /// What leads from the page to the site's root, such as `../`; empty at the root.
  var root: String {
    if origin.kind == .notFound { return site.configuration.basePath }
    let depth = origin.output.utf8.count { $0 == UInt8(ascii: "/") }
    return String(repeating: "../", count: depth)
  }
}
