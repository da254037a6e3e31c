import Bytes
import SiteModel

/// By what the pages of a site are known, and which of them are as the last rendering left them.
struct RenderPlan: Sendable {
  /// One page.
  struct Page: Sendable {
    let key: ContentDigest
    let own: ContentDigest
    /// What is known of it, where nothing has changed that it shows.
    let known: RenderMemory.Page?
  }

  /// The pages, in the order of the site.
  let pages: [Page]
  /// By what everything is known besides the pages' own texts; nil where nothing is.
  let standingKey: ContentDigest?
  /// Whether the last rendering knew it by the same.
  let isStanding: Bool
  /// What became of the pages that are rendered anew, by their places, where everything else is as it
  /// was, file by file; nil where it is not.
  let replaced: [Int: RenderMemory.Page.Content]?

  init(_ site: ResolvedSite, _ reuse: RenderReuse, workers: Int) async {
    let last = reuse.last
    let indices = Array(site.pages.indices)
    var standingKey = site.standingKey
    for picture in site.madePictures { standingKey?.add(picture.path) }
    self.standingKey = standingKey
    let isStanding = standingKey != nil && standingKey == last.standingKey
    self.isStanding = isStanding
    let keys = PageKeys(site, of: reuse.tree, reuse.inputs, standingKey ?? ContentDigest())
    let owns = await ParallelMap.map(indices, workers: workers) { keys.own(of: $0) }
    func isSame(_ index: Int) -> RenderMemory.Page? {
      guard isStanding, let known = last.page(at: site.pages[index].parsed.path, near: index),
        known.own == owns[index]
      else { return nil }
      return known
    }
    let same = indices.map(isSame)
    let changed = indices.filter { same[$0] == nil }
    let shown = changed.count > PageKeys.fewPages ? keys.lookingAtAll() : keys
    let found = await ParallelMap.map(changed, workers: workers) { shown.key(of: $0) }
    var pages = zip(owns, same).map { own, known in
      Page(key: known?.key ?? ContentDigest(), own: own, known: known)
    }
    for (index, key) in zip(changed, found) {
      let known = last.page(at: site.pages[index].parsed.path, near: index)
      pages[index] = Page(
        key: key, own: owns[index],
        known: known?.key == key ? known?.known(by: key, own: owns[index]) : nil)
    }
    self.pages = pages
    guard isStanding, reuse.keepRest != nil, last.isClean, last.pages.count == pages.count else {
      replaced = nil
      return
    }
    var replaced: [Int: RenderMemory.Page.Content] = [:]
    for index in changed where pages[index].known == nil {
      guard let content = last.pages[index].opened(at: index) else {
        self.replaced = nil
        return
      }
      replaced[index] = content
    }
    self.replaced = replaced
  }
}
