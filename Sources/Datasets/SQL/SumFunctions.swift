import GRDB
import GRDBSQLite

/// `sum`, `total` and `avg`, as aggregates and over windows, that refuse what is no number.
///
/// SQLite's own take the digits that a text begins with and 0 where there are none, so that the sum
/// of `~4000` and `1000..2000` would be 1000: a wrong figure without a word. Adding is done here
/// with a correction of rounding (Neumaier's), so that it is also the same with every SQLite.
enum SumFunctions {
  /// Makes them known to the connection of `database`.
  static func install(in database: Database) {
    add("sum", to: database) { context in
      let state = SumFunctions.sum(context)
      if state.count == 0 {
        sqlite3_result_null(context)
      } else if state.hasOverflown {
        sqlite3_result_error(context, "integer overflow", -1)
      } else if state.isReal {
        sqlite3_result_double(context, state.real)
      } else {
        sqlite3_result_int64(context, state.integer)
      }
    }
    add("total", to: database) { context in
      sqlite3_result_double(context, SumFunctions.sum(context).real)
    }
    add("avg", to: database) { context in
      let state = SumFunctions.sum(context)
      if state.count == 0 {
        sqlite3_result_null(context)
      } else {
        sqlite3_result_double(context, state.real / Double(state.count))
      }
    }
  }

  /// What was added so far; all zeros is a sum of nothing, as SQLite hands out its memory.
  private struct State {
    var count: Int64 = 0
    var integer: Int64 = 0
    var sum: Double = 0
    var correction: Double = 0
    var realCount: Int64 = 0
    var hasOverflown = false

    var isReal: Bool { realCount > 0 }
    var real: Double { sum + correction }

    mutating func add(_ value: Double) {
      let next = sum + value
      correction += sum.magnitude >= value.magnitude ? sum - next + value : value - next + sum
      sum = next
    }
  }

  private typealias Step =
    @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void
  private typealias Finish = @convention(c) (OpaquePointer?) -> Void

  private static func add(_ name: String, to database: Database, finish: @escaping Finish) {
    let step: Step = { context, _, values in SumFunctions.step(context, values, sign: 1) }
    let inverse: Step = { context, _, values in SumFunctions.step(context, values, sign: -1) }
    sqlite3_create_window_function(
      database.sqliteConnection, name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil, step, finish,
      finish, inverse, nil)
  }

  private static func state(_ context: OpaquePointer?, _ size: Int) -> UnsafeMutablePointer<State>?
  {
    sqlite3_aggregate_context(context, Int32(size))?.assumingMemoryBound(to: State.self)
  }

  private static func step(
    _ context: OpaquePointer?, _ values: UnsafeMutablePointer<OpaquePointer?>?, sign: Int64
  ) {
    guard let value = values?.pointee, let state = state(context, MemoryLayout<State>.size) else {
      return
    }
    switch sqlite3_value_type(value) {
    case SQLITE_NULL: return
    case SQLITE_INTEGER:
      let integer = sqlite3_value_int64(value)
      let (sum, overflow) =
        sign > 0
        ? state.pointee.integer.addingReportingOverflow(integer)
        : state.pointee.integer.subtractingReportingOverflow(integer)
      state.pointee.integer = sum
      if overflow { state.pointee.hasOverflown = true }
      state.pointee.add(Double(sign) * Double(integer))
    case SQLITE_FLOAT:
      state.pointee.realCount += sign
      state.pointee.add(Double(sign) * sqlite3_value_double(value))
    default:
      let text = sqlite3_value_text(value).map { String(cString: $0) } ?? ""
      sqlite3_result_error(context, QueryRefusal.prefix + sentence(text), -1)
      return
    }
    state.pointee.count += sign
  }

  private static func sentence(_ text: String) -> String {
    "'\(text.shortened)' is added up, which is no number"
  }

  /// What was added up, a sum of nothing where there was nothing to add.
  private static func sum(_ context: OpaquePointer?) -> State {
    state(context, 0)?.pointee ?? State()
  }
}
