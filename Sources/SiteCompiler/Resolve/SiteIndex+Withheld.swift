import Datasets
import SiteModel
import Values

/// Why something is not there that somebody refers to.
extension SiteIndex {
  /// Why the page at `path` is not there for this audience; nil where that is not why.
  func reasonToWithhold(_ path: String) -> String? {
    guard case .mark(let mark)? = withheld[path] else { return nil }
    return site.audience?.reasonToWithhold(mark)
  }

  /// Why what a link to `target` means is not there for this audience: a page, the pages of a
  /// folder, a page that nobody wrote, a file of data; nil where that is not why.
  func reasonToWithhold(linkTo target: String) -> String? {
    guard let audience = site.audience else { return nil }
    if let reason = reasonToWithhold(target) { return reason }
    if let name = site.datasets.withheldName(ofFile: target) {
      return site.datasets.reasonToWithhold(name)
    }
    if target.isEmpty || target.hasSuffix("/") {
      if let reason = reasonToWithhold(target + "index.md") { return reason }
      let below = withheld.keys.filter { $0.hasPrefix(target) }.sorted()
      if let reason = below.lazy.compactMap({ reasonToWithhold($0) }).first { return reason }
    }
    guard site.withheldOutputs.contains(target) else { return nil }
    return "shows nothing that is for \(audience.label)"
  }

  /// Why a page that is called `stem`, or has that path without `.md`, is not there for this
  /// audience.
  func reasonToWithhold(called stem: String) -> String? {
    withheld.keys.filter { $0 == stem + ".md" || SitePath.stem(of: $0) == stem }.sorted().lazy
      .compactMap { reasonToWithhold($0) }.first
  }

  /// Whether the page at `path` is left out since its head could not be read, which was reported.
  func isWithheldUnread(_ path: String) -> Bool { withheld[path] == .unreadable }

  /// Whether the page at `path` is a draft that this build leaves out.
  func isDraft(_ path: String) -> Bool { withheld[path] == .draft }

  /// Whether a page that this build leaves out is called `stem`, or has that path without `.md`.
  func isDraft(called stem: String) -> Bool {
    withheld.contains { path, reason in
      reason == .draft && (path == stem + ".md" || SitePath.stem(of: path) == stem)
    }
  }

  /// Whether a page that could not be read is called `stem`, or may be.
  func isUnreadable(called stem: String) -> Bool {
    site.tree.unreadable.contains { path in
      path.hasSuffix("/") || path == stem + ".md" || SitePath.stem(of: path) == stem
    }
      || withheld.contains { path, reason in
        reason == .unreadable && (path == stem + ".md" || SitePath.stem(of: path) == stem)
      }
  }
}
