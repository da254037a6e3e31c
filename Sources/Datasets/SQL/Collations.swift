import Bytes
import GRDB
import GRDBSQLite
import Values

/// The orders in which SQL compares and sorts estimates and dates: their own, not that of the
/// letters they are written in.
///
/// A number that is compared with such a column becomes text by SQLite's rules of affinity, and is
/// read here as the estimate or year that it is.
enum Collations {
  /// The name of the order of estimates.
  static let estimate = "dossier_estimate"
  /// The name of the order of dates.
  static let date = "dossier_date"

  /// Makes both known to the connection of `database`.
  static func install(in database: Database) {
    sqlite3_create_collation_v2(
      database.sqliteConnection, estimate, SQLITE_UTF8, nil,
      { _, leftCount, left, rightCount, right in
        Collations.compare(Collations.text(left, leftCount), Collations.text(right, rightCount)) {
          if case .success(let estimate) = Estimate.parse($0) { estimate } else { nil }
        } precedes: {
          $0.precedes($1)
        }
      }, nil)
    sqlite3_create_collation_v2(
      database.sqliteConnection, date, SQLITE_UTF8, nil,
      { _, leftCount, left, rightCount, right in
        Collations.compare(Collations.text(left, leftCount), Collations.text(right, rightCount)) {
          if case .success(let date) = EDTFDate.parse($0) { date } else { nil }
        } precedes: {
          $0.precedes($1)
        }
      }, nil)
  }

  private static func text(_ bytes: UnsafeRawPointer?, _ count: Int32) -> String {
    UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : Int(count)).text
  }

  /// Whether `left` comes before (-1), with (0) or after (1) `right`; what cannot be read comes
  /// behind what can, in the order of its bytes, so that the order is total.
  private static func compare<Value>(
    _ left: String, _ right: String, read: (String) -> Value?,
    precedes: (Value, Value) -> Bool
  ) -> Int32 {
    if left.utf8.elementsEqual(right.utf8) { return 0 }
    switch (read(left), read(right)) {
    case (let first?, let second?):
      if precedes(first, second) { return -1 }
      return precedes(second, first) ? 1 : 0
    case (_?, nil): return -1
    case (nil, _?): return 1
    case (nil, nil): return left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
    }
  }
}
