public import Diagnostics
public import SiteModel

/// What a build gave, as the preview needs it.
///
/// This is all that the preview knows of building: how much of the site a build makes anew is its
/// own affair. It hands over the whole site each time; what is the same is found here.
public struct PreviewBuild: Sendable {
  /// Every file of the site; nil where the publication has a fault that forbids to show it, and the
  /// last good site stays.
  public var files: [RenderedFile]?
  /// Why it may not be shown; what need not keep anyone from showing it is not among them.
  public var faults: [ShownFinding]

  /// A build that gave `files`.
  public init(files: [RenderedFile]) {
    self.files = files
    self.faults = []
  }

  /// A build that gave nothing to show.
  public init(faults: [ShownFinding]) {
    self.files = nil
    self.faults = faults
  }
}

/// What has changed among the sources of a site.
public enum SourceChanges: Hashable, Sendable {
  /// Nothing is known: everything is to be looked at.
  case everything
  /// These files and folders, by absolute path, and nothing else; some may have gone.
  case paths(Set<String>)
}
