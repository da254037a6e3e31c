public import Datasets
public import Values

/// What the data and the other pages say of an entity.
public struct ResolvedEntity: Sendable {
  /// One fact: a cell of the entity's row.
  public struct Fact: Sendable {
    /// The column's label.
    public let label: String
    /// The values; several where the cell is a list.
    public let values: [FactValue]

    /// The fact `label`.
    public init(label: String, values: [FactValue]) {
      self.label = label
      self.values = values
    }
  }

  /// A value of a fact, perhaps with a page of its own.
  public struct FactValue: Sendable {
    /// The value; an entity's is its page's title.
    public let value: Value
    /// Its page, an index into the site's pages.
    public let page: Int?

    /// The value `value`.
    public init(value: Value, page: Int?) {
      self.value = value
      self.page = page
    }
  }

  /// A row that names the entity together with others.
  public struct Relation: Sendable {
    /// The dataset that has the row.
    public let dataset: String
    /// The row, from 0.
    public let row: Int
    /// What the row says: its title, or else its cells.
    public let text: String
    /// Since when and until when, where the row says so.
    public let date: EDTFDate?
    /// How sure it is, such as "assumed"; nil where it is stated outright.
    public let certainty: String?
    /// The others that it names, indexes into the site's pages.
    public let others: [Int]
    /// Where it is stated: an index into ``ResolvedPage/citations``.
    public let citation: Int?

    /// The relation `text`.
    public init(
      dataset: String, row: Int, text: String, date: EDTFDate?, certainty: String?, others: [Int],
      citation: Int?
    ) {
      self.dataset = dataset
      self.row = row
      self.text = text
      self.date = date
      self.certainty = certainty
      self.others = others
      self.citation = citation
    }
  }

  /// The collection that it belongs to.
  public let collection: SiteConfiguration.Collection
  /// The collection's listing, an index into the site's pages.
  public let listing: Int?
  /// Other names.
  public let aliases: [String]
  /// The facts, in the order of the columns.
  public let facts: [Fact]
  /// The row of the dataset of its collection that has the facts; nil where none does.
  public let factRow: Int?
  /// Where the facts are stated: an index into ``ResolvedPage/citations``.
  public let factCitation: Int?
  /// The relations, in the order of the data.
  public let relations: [Relation]
  /// The events that name it, in order.
  public let events: [ResolvedEvent]
  /// The pages that link to it, by title.
  public let mentions: [Int]

  /// An entity of `collection`.
  public init(
    collection: SiteConfiguration.Collection, listing: Int?, aliases: [String], facts: [Fact],
    factRow: Int?, factCitation: Int?, relations: [Relation], events: [ResolvedEvent],
    mentions: [Int]
  ) {
    self.collection = collection
    self.listing = listing
    self.aliases = aliases
    self.facts = facts
    self.factRow = factRow
    self.factCitation = factCitation
    self.relations = relations
    self.events = events
    self.mentions = mentions
  }
}
