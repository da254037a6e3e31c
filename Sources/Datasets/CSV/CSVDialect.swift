import Bytes

/// How a file of delimiter-separated values departs from RFC 4180: CSV Dialect 1.2.
struct CSVDialect: Sendable {
  /// What stands between cells.
  var delimiter: [UInt8] = [UInt8(ascii: ",")]
  /// What stands about cells that hold a delimiter; nil where nothing does.
  var quote: UInt8? = .quote
  /// Whether a mark within a quoted cell is written twice.
  var doublesQuotes = true
  /// What takes the meaning from the character behind it.
  var escape: UInt8?
  /// What ends rows; nil means LF and CRLF.
  var terminator: [UInt8]?
  /// A cell that means that there is no value.
  var nullSequence: String?
  /// Whether blanks behind a delimiter are no part of the cell.
  var skipsInitialSpace = false
  /// Whether the first row names the columns.
  var hasHeader = true
  /// Whether the names of columns are matched with case, as all names are unless the author says
  /// otherwise.
  var isCaseSensitive = true
  /// What a line begins with that is no row.
  var comment: [UInt8]?
  /// Where the rows stand in a JSON or YAML file that holds more: Table Dialect's `property`.
  var property: String?
  /// The table or view of a database that is meant, Table Dialect's `table`.
  var table: String?

  /// Whether RFC 4180's reader will do, which knows only another delimiter.
  var isPlain: Bool {
    delimiter.count == 1 && quote == .quote && doublesQuotes && escape == nil && terminator == nil
      && !skipsInitialSpace && comment == nil
  }

  /// The name of a column that no header names: that of the schema's field, or its number.
  func name(of column: Int, _ names: [String]) -> String {
    column < names.count ? names[column] : "field\(column + 1)"
  }
}
