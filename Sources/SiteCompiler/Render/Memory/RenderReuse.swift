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
  /// Takes over all files of the earlier site, but for those that are written anew and those with
  /// these paths; nil where it is not known that all are as they were left.
  let keepRest: (@Sendable (_ dropped: Set<String>) async -> Void)?

  /// A rendering of what was read as `tree` and is known by `inputs`.
  public init(
    of tree: SourceTree, inputs: RenderInputs, last: RenderMemory,
    keep: @escaping @Sendable (String) async -> Bool,
    keepRest: (@Sendable (_ dropped: Set<String>) async -> Void)? = nil
  ) {
    self.tree = tree
    self.inputs = inputs
    self.last = last
    self.keep = keep
    self.keepRest = keepRest
  }

  /// What became of a page, if all its files could be taken over.
  /// - Parameters:
  ///   - page: What is known of it.
  ///   - index: Its place among the pages of the site.
  func take(
    _ page: RenderMemory.Page, _ index: Int, _ net: RenderedNet
  ) async -> RenderMemory.Page.Content? {
    guard let content = page.opened(at: index), net.hasTargets(of: content.reading) else {
      return nil
    }
    for file in content.files {
      guard await keep(file) else { return nil }
    }
    return content
  }
}

/// What came of rendering a site.
public struct RenderOutcome: Sendable {
  /// What the next rendering may use.
  public let memory: RenderMemory
  /// How many pages were rendered, those that were taken over not counted.
  public let renderedCount: Int
}
