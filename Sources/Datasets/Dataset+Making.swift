public import Diagnostics
public import Values

extension SourceSpan {
  /// The place of what has no file: nothing of the first file.
  static let nowhere = SourceSpan(SourceFileID(0), 0..<0)
}

extension Dataset {
  /// A dataset of columns that are at hand, for data that was worked out and for tests.
  ///
  /// - Parameters:
  ///   - fields: The descriptors, one for each column.
  ///   - columns: The columns; where they differ in length, the shortest says how many rows
  ///     there are.
  ///   - cellSpans: The cells' places, row after row, or empty.
  ///   - span: The place to point at for what has no place of its own.
  public init(
    name: String, title: String? = nil, description: String? = nil, path: String? = nil,
    fields: [Field], columns: [Column], primaryKey: [String] = [], sources: [DataSource] = [],
    licenses: [DataLicense] = [], events: EventFields? = nil, marking: TrafficLight? = nil,
    cellSpans: [SourceSpan] = [], span: SourceSpan? = nil
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.path = path
    self.fields = Array(fields.prefix(columns.count))
    self.columns = Array(columns.prefix(fields.count))
    self.rowCount = columns.map(\.count).min() ?? 0
    self.primaryKey = primaryKey
    self.sources = sources
    self.licenses = licenses
    self.events = events
    self.marking = marking
    self.cellSpans = cellSpans
    self.span = span ?? .nowhere
  }
}

extension Dataset {
  /// The dataset with some of its rows, in the order given; rows that do not exist are left out.
  public func selecting(rows: [Int]) -> Dataset {
    let kept = rows.filter { $0 >= 0 && $0 < rowCount }
    let width = fields.count
    let spans = cellSpans.count == rowCount * width ? cellSpans : []
    var selected = self
    selected.columns = columns.map { $0.selecting(rows: kept) }
    selected.rowCount = kept.count
    selected.cellSpans =
      spans.isEmpty ? [] : kept.flatMap { spans[$0 * width..<($0 + 1) * width] }
    return selected
  }
}

extension Column {
  /// The values of some rows, all of which exist.
  fileprivate func selecting(rows: [Int]) -> Column {
    switch self {
    case .texts(let values): .texts(rows.map { values[$0] })
    case .numbers(let values): .numbers(rows.map { values[$0] })
    case .booleans(let values): .booleans(rows.map { values[$0] })
    case .dates(let values): .dates(rows.map { values[$0] })
    case .estimates(let values): .estimates(rows.map { values[$0] })
    }
  }
}

extension Field {
  /// A field called `name` whose cells hold values of `kind`.
  /// - Parameter schemaType: What Table Schema calls it; nil for what it calls the kind at large.
  public init(
    name: String, kind: Kind, title: String? = nil, description: String? = nil,
    schemaType: SchemaType? = nil, reference: Reference? = nil, separator: String? = nil,
    span: SourceSpan? = nil
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.kind = kind
    self.schemaType = schemaType ?? kind.schemaType
    self.reference = reference
    self.separator = separator
    self.span = span ?? .nowhere
  }
}
