import Bytes
public import SiteModel

/// What of an earlier rendering may be used again, and what is to be kept of this one.
public struct RenderReuse: Sendable {
  /// Where the pages come from.
  let tree: SourceTree
  let inputs: RenderInputs
  /// What the earlier rendering left.
  let last: RenderMemory
  /// Takes over a file of the earlier site, by path; false where it is not as it was left.
  let keep: @Sendable (String) async -> Bool

  /// A rendering of what was read as `tree` and is known by `inputs`.
  public init(
    of tree: SourceTree, inputs: RenderInputs, last: RenderMemory,
    keep: @escaping @Sendable (String) async -> Bool
  ) {
    self.tree = tree
    self.inputs = inputs
    self.last = last
    self.keep = keep
  }

  /// What is known of a page, if all its files could be taken over.
  func page(
    _ page: ResolvedPage, _ index: Int, key: ContentDigest, _ net: RenderedNet
  ) async -> RenderMemory.Page? {
    guard let known = last.pages[page.parsed.path], known.key == key,
      net.hasTargets(of: known.reading)
    else { return nil }
    for file in known.files {
      guard await keep(file) else { return nil }
    }
    return RenderMemory.Page(key: key, files: known.files, reading: known.reading.moved(to: index))
  }
}

/// What came of rendering a site.
public struct RenderOutcome: Sendable {
  /// What the next rendering may use.
  public let memory: RenderMemory
  /// How many pages were rendered, those that were taken over not counted.
  public let renderedCount: Int
}
