public import Diagnostics
public import Values

/// A table of typed columns with where it came from.
public struct Dataset: Sendable {
  /// The resource's name, by which blocks and values refer to it.
  public let name: String
  /// The name for readers.
  public let title: String?
  /// What it holds.
  public let description: String?
  /// The path of its file within `Content/`; nil for data given inline.
  public let path: String?
  /// The columns' descriptors, in the order of the columns.
  public internal(set) var fields: [Field]
  /// The columns, as many as there are fields, all of one length.
  public internal(set) var columns: [Column]
  /// How many rows there are.
  public internal(set) var rowCount: Int
  /// The names of the fields that identify a row; empty where the schema names none.
  public internal(set) var primaryKey: [String]
  /// Columns that name rows elsewhere, as the schema says.
  public internal(set) var foreignKeys: [ForeignKey] = []
  /// Where the data as a whole came from.
  public let sources: [DataSource]
  /// The terms under which it may be used.
  public let licenses: [DataLicense]
  /// Which columns make its rows events, where the descriptor says that they are.
  public internal(set) var events: EventFields?
  /// The TLP mark of the dataset as a whole, as the descriptor's `tlp` has it; nil where it has none
  /// of its own.
  public var marking: TrafficLight?
  /// The datasets that it was worked out from, by name; empty where it was read.
  public internal(set) var origins: [String] = []
  /// The SELECT that gave it, where one did.
  public internal(set) var query: String?
  /// The cells' places, row after row; empty where there is no file.
  public internal(set) var cellSpans: [SourceSpan]
  /// The place of its descriptor, or of its file where there is none.
  public let span: SourceSpan
}

/// A source of a dataset as a whole: Data Package's `sources`.
public struct DataSource: Hashable, Sendable {
  /// What it is called.
  public let title: String
  /// A URL or path, where there is one.
  public let path: String?

  /// A source called `title` at `path`.
  public init(title: String, path: String?) {
    self.title = title
    self.path = path
  }
}

/// Which columns hold an event's date, words and link.
public struct EventFields: Hashable, Sendable {
  /// The column of dates.
  public let date: String
  /// The column of the words that name the event.
  public let label: String
  /// Where the events lead: a column that holds a path, or a pattern such as
  /// `../actors/{actor}.md`, relative to the data's own folder.
  public let link: LinkText?

  /// A link as the descriptor has it.
  public struct LinkText: Hashable, Sendable {
    /// A column's name, or text with columns' names in braces.
    public let text: String
    /// Its place.
    public let span: SourceSpan

    /// The link `text`.
    public init(_ text: String, at span: SourceSpan) {
      self.text = text
      self.span = span
    }
  }

  /// Events with the date in `date` and the words in `label`.
  public init(date: String, label: String, link: LinkText?) {
    self.date = date
    self.label = label
    self.link = link
  }
}

extension Dataset {
  /// The index of the column called `name`.
  public func columnIndex(named name: String) -> Int? {
    fields.firstIndex { $0.name == name }
  }

  /// The column called `name`.
  public func column(named name: String) -> Column? {
    columnIndex(named: name).map { columns[$0] }
  }

  /// The place of a cell, or the dataset's own where it has no file.
  public func span(row: Int, column: Int) -> SourceSpan {
    let index = row * fields.count + column
    return cellSpans.indices.contains(index) ? cellSpans[index] : span
  }
}
