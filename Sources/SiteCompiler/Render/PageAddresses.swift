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
    if origin.kind == .notFound { return base + PercentEncoding.encodePath(output) }
    return PercentEncoding.encodePath(SitePath.relative(from: origin.output, to: output))
  }

  /// What leads from the page to the site's root, such as `../`; empty at the root.
  var root: String {
    if origin.kind == .notFound { return base }
    let depth = origin.output.utf8.count { $0 == UInt8(ascii: "/") }
    return String(repeating: "../", count: depth)
  }

  /// The path of the site on its host. A web host shows `404.html` at any address, so that its
  /// links can not be relative.
  private var base: String {
    guard let url = site.configuration.baseURL, let scheme = url.firstRange(of: "://") else {
      return "/"
    }
    let rest = url[scheme.upperBound...]
    guard let slash = rest.firstIndex(of: "/") else { return "/" }
    let path = String(rest[slash...])
    return path.hasSuffix("/") ? path : path + "/"
  }
}
