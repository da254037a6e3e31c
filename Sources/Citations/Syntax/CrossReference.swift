/// A reference to a figure, table, timeline, section, dataset or footnote: `fig-strength`,
/// `strength:fig-strength`, `dat-strength`.
public struct CrossReference: Hashable, Sendable {
  /// What it refers to, as the key's prefix says.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A chart or another picture.
    case figure = "fig-"
    /// A table.
    case table = "tbl-"
    /// A timeline.
    case timeline = "tml-"
    /// A heading.
    case section = "sec-"
    /// A dataset of the site, by its name.
    case dataset = "dat-"
    /// A footnote, by its label.
    case footnote = "fn-"
  }

  /// What it refers to.
  public let kind: Kind
  /// The page: its file's stem (`strength`) or its path without the ending (`briefs/strength`);
  /// nil for the page on which it stands.
  public let page: String?
  /// The element's id, with the prefix.
  public let id: String
  /// The id without its prefix: the name of a dataset.
  public var name: String { String(id.dropFirst(kind.rawValue.utf8.count)) }

  /// The reference that `key` is, or nil where it is the key of a source.
  public init?(key: String) {
    let colon = key.lastIndex(of: ":")
    let id = colon.map { key[key.index(after: $0)...] } ?? key[...]
    guard let kind = Kind.allCases.first(where: { id.hasPrefix($0.rawValue) }),
      id.utf8.count > kind.rawValue.utf8.count
    else { return nil }
    let page = colon.map { String(key[..<$0]) }
    guard page?.isEmpty != true else { return nil }
    self.kind = kind
    self.page = page
    self.id = String(id)
  }
}
