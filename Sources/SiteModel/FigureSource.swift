/// Where a figure, or a row of data, came from.
public enum FigureSource: Sendable {
  /// Nobody says.
  case none
  /// What the author wrote.
  case text(ResolvedText)
  /// Citations: indexes into ``ResolvedPage/citations``.
  case citations([Int])
  /// The dataset's own sources, by title and address.
  case titles([(title: String, href: String?)])
}

/// What a row of data cites: a source, and where in it.
public struct RowCitation: Hashable, Sendable {
  /// The source's key.
  public let key: String
  /// The locator, a part of the source called by its name; nil for the whole.
  public let section: String?

  /// The citation of `section` in the source `key`.
  public init(key: String, section: String?) {
    self.key = key
    self.section = section
  }
}
