import Diagnostics

/// The names of a table's columns, checked.
struct TableHeader: Sendable {
  /// A column that can be used.
  struct Column: Sendable {
    let name: String
    let span: SourceSpan
    /// Its place in the rows.
    let index: Int
  }

  /// The columns that have a name of their own, in order.
  let columns: [Column]
  /// How many cells a row has.
  let width: Int
  /// The header's place.
  let span: SourceSpan
  /// What says how wide a row is, for messages.
  var origin = "the header"
}
