import Bytes
import GRDB
import GRDBSQLite

/// SQLite's functions of dates and times, less what depends on the clock and the time zone.
///
/// They take the places of SQLite's own, look at what they are asked, and let a second connection
/// work it out. A look at the words of a query would not do: `'now'` may come from a cell.
enum CalendarFunctions {
  /// The functions, with the index of the argument that is the first time value.
  private static let names: KeyValuePairs<String, Int> = [
    "date": 0, "time": 0, "datetime": 0, "julianday": 0, "unixepoch": 0, "strftime": 1,
  ]

  /// Makes them known to the connection of `database`.
  static func install(in database: Database) throws {
    let calendar = try DatabaseQueue()
    for (name, first) in names {
      let function = DatabaseFunction(name, pure: true) { arguments in
        try refuse(arguments, of: name, from: first)
        let marks = Array(repeating: "?", count: arguments.count).joined(separator: ",")
        let answer = try calendar.inDatabase { database in
          let statement = try database.cachedStatement(sql: "SELECT \(name)(\(marks))")
          return try DatabaseValue.fetchOne(statement, arguments: StatementArguments(arguments))
        }
        try refuseSilence(answer, to: arguments, of: name, from: first)
        return answer
      }
      database.add(function: function)
    }
  }

  /// SQLite says nothing at all of a date that is no day, such as `2021-08` or `2014-41`, and rows
  /// would be lost from a count without a word.
  private static func refuseSilence(
    _ answer: DatabaseValue?, to arguments: [DatabaseValue], of name: String, from first: Int
  ) throws {
    guard answer?.isNull ?? true, !arguments.contains(where: \.isNull),
      case .string(let text) = arguments[first].storage
    else { return }
    throw DatabaseError(
      resultCode: .SQLITE_ERROR,
      message: QueryRefusal.prefix + "\(name)() is asked of '\(text.shortened)', which is no day: "
        + "the columns …_earliest and …_latest hold days")
  }

  private static func refuse(
    _ arguments: [DatabaseValue], of name: String, from first: Int
  ) throws {
    guard arguments.count > first else {
      throw DatabaseError(
        resultCode: .SQLITE_ERROR,
        message: QueryRefusal.prefix + "\(name)() without a date reads the clock")
    }
    for argument in arguments[first...] {
      guard case .string(let text) = argument.storage else { continue }
      switch text.asciiLowercased {
      case "now":
        throw DatabaseError(
          resultCode: .SQLITE_ERROR,
          message: QueryRefusal.prefix + "\(name)('now') reads the clock")
      case "localtime", "utc":
        throw DatabaseError(
          resultCode: .SQLITE_ERROR,
          message: QueryRefusal.prefix + "\(name)(…, '\(text)') depends on the time zone")
      default: break
      }
    }
  }
}
