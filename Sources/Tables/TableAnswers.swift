public import Markup

/// What a table must ask of whoever knows the rest of the site.
public struct TableAnswers {
  /// Where a cell leads, once its path was checked.
  public struct Link: Hashable, Sendable {
    /// What it leads to.
    public enum Kind: String, Hashable, Sendable {
      /// A page of a collection.
      case entity
      /// Another page, or an asset.
      case page
      /// The web.
      case external
    }

    /// The address, relative to the page that shows the table.
    public let href: String
    /// What it leads to.
    public let kind: Kind

    /// A link to `href`.
    public init(href: String, kind: Kind) {
      self.href = href
      self.kind = kind
    }
  }

  /// Where the cell of a row (of the dataset) and a column (of the table) leads; nil for nowhere.
  public var link: (_ row: Int, _ column: Int) -> Link?
  /// The title and the page of the entity with a stem in a collection; nil where there is none.
  public var entity: (_ collection: String, _ stem: String) -> (title: String, href: String?)?
  /// A source's citation by its key and the locator's cell; nil where it cannot be cited.
  public var citation: (_ key: String, _ locator: String?) -> Fragment?
  /// What stands above a column (of the table), where its label was read as Markdown.
  public var heading: (_ column: Int) -> Fragment?

  /// What stands above several columns, by its place among such, where it was read as Markdown.
  public var spanner: (_ spanner: Int) -> Fragment?
  /// What is said of a column (of the table), where its note was read as Markdown.
  public var note: (_ column: Int) -> Fragment?
  /// What is said of cells, by the note's place in the block, where it was read as Markdown.
  public var cellNote: (_ note: Int) -> Fragment?
  /// What ids in the table begin with: the id of its figure.
  public var idPrefix: String
  /// Where the rows that `limit` cuts off are to be seen; nil for nowhere.
  public var allRows: (href: String, isFile: Bool)?
  /// The id of a row (of the dataset), where something leads to it.
  public var rowID: (_ row: Int) -> String?

  /// Answers; where one is left out, text stands for itself.
  public init(
    link: @escaping (_ row: Int, _ column: Int) -> Link? = { _, _ in nil },
    entity:
      @escaping (
        _ collection: String, _ stem: String
      ) -> (title: String, href: String?)? = { _, _ in nil },
    citation: @escaping (_ key: String, _ locator: String?) -> Fragment? = { _, _ in nil },
    heading: @escaping (_ column: Int) -> Fragment? = { _ in nil },
    spanner: @escaping (_ spanner: Int) -> Fragment? = { _ in nil },
    note: @escaping (_ column: Int) -> Fragment? = { _ in nil },
    cellNote: @escaping (_ note: Int) -> Fragment? = { _ in nil },
    idPrefix: String = "table", allRows: (href: String, isFile: Bool)? = nil,
    rowID: @escaping (_ row: Int) -> String? = { _ in nil }
  ) {
    self.link = link
    self.entity = entity
    self.citation = citation
    self.heading = heading
    self.spanner = spanner
    self.note = note
    self.cellNote = cellNote
    self.idPrefix = idPrefix
    self.allRows = allRows
    self.rowID = rowID
  }
}
