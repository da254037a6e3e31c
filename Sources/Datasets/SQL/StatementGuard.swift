import Bytes
import GRDB
import GRDBSQLite
import Glibc

/// What an author's SQL was refused for, and which word of it that is about.
struct QueryRefusal: Error {
  /// What stands before the words of a refusal that comes out of SQLite as the message of an error.
  static let prefix = "dossier: "

  /// A sentence that stands alone.
  let message: String
  /// A name in the query, where it is about one.
  var word: String?
  var help: String?
}

/// The limits of one query, as FORMAT has them.
struct QueryLimits: Sendable {
  /// Steps of SQLite's virtual machine.
  var steps = 100_000_000
  /// Seconds that a processor works for it: a step may be a long one, such as writing a value of a
  /// megabyte. The steps run out long before this does, but where someone means harm.
  var seconds = 60
  /// Rows of the result.
  var rows = 1_000_000
  /// Bytes of memory, those of the result among them.
  var bytes = 256 << 20
  /// Bytes of one value.
  var valueBytes = 1 << 20
}

/// Stands between SQLite and an author's statement: lets it read the datasets and nothing else,
/// and stops it where it takes too much.
///
/// SQLite asks while it compiles, before anything runs. GRDB's own read-only mode lets `ATTACH`,
/// `PRAGMA` and functions of chance and the clock through.
final class StatementGuard {
  /// What tables the statement may read.
  private let tables: Set<String>
  private let limits: QueryLimits
  private let memoryBefore: Int64
  /// The tables that it reads, by their names in the database.
  private(set) var read: Set<String> = []
  /// Why it was refused, where it was.
  private(set) var refusal: QueryRefusal?
  private var steps = 0
  private let start = (
    wall: StatementGuard.seconds(CLOCK_MONOTONIC),
    thread: StatementGuard.seconds(CLOCK_THREAD_CPUTIME_ID)
  )

  /// How many steps SQLite takes between two looks at the limits.
  private static let stride: Int32 = 50

  init(tables: Set<String>, limits: QueryLimits) {
    self.tables = tables
    self.limits = limits
    self.memoryBefore = sqlite3_memory_used()
  }

  /// Guards everything that `connection` compiles and runs while `body` does.
  func whileGuarding<Value>(
    _ connection: SQLiteConnection, _ body: () throws -> Value
  ) rethrows -> Value {
    let pointer = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_set_authorizer(
      connection,
      { pointer, action, first, second, _, _ in
        guard let pointer else { return SQLITE_DENY }
        let guardian = Unmanaged<StatementGuard>.fromOpaque(pointer).takeUnretainedValue()
        return guardian.answer(
          action, first.map { String(cString: $0) } ?? "",
          second.map { String(cString: $0) } ?? "")
      }, pointer)
    sqlite3_progress_handler(
      connection, Self.stride,
      { pointer in
        guard let pointer else { return 1 }
        let guardian = Unmanaged<StatementGuard>.fromOpaque(pointer).takeUnretainedValue()
        return guardian.isWithinLimits() ? 0 : 1
      }, pointer)
    let length = sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, Int32(limits.valueBytes))
    defer {
      sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, length)
      sqlite3_progress_handler(connection, 0, nil, nil)
      sqlite3_set_authorizer(connection, nil, nil)
    }
    return try body()
  }

  /// Functions whose answer is another every time, or tells of the connection and not of the data.
  private static let refusedFunctions: [String: String] = [
    "random": "gives another number every time",
    "randomblob": "gives other bytes every time",
    "current_date": "reads the clock", "current_time": "reads the clock",
    "current_timestamp": "reads the clock",
    "load_extension": "loads a program",
    "changes": "does not tell of the data", "total_changes": "does not tell of the data",
    "last_insert_rowid": "does not tell of the data",
    "sqlite_version": "depends on the machine", "sqlite_source_id": "depends on the machine",
    "sqlite_compileoption_get": "depends on the machine",
    "sqlite_compileoption_used": "depends on the machine",
    "sqlite_log": "writes to a log", "sqlite_offset": "depends on the machine",
  ]

  /// Table-valued functions that only look at what they are given.
  static let harmlessTables: Set<String> = ["json_each", "json_tree"]

  private func answer(_ action: Int32, _ first: String, _ second: String) -> Int32 {
    switch action {
    case SQLITE_SELECT, SQLITE_RECURSIVE: return SQLITE_OK
    case SQLITE_FUNCTION:
      guard let why = Self.refusedFunctions[second.asciiLowercased] else { return SQLITE_OK }
      return refuse(
        QueryRefusal(
          message: "'\(second)' \(why), and the same data must give the same site", word: second))
    case SQLITE_READ:
      if tables.contains(first) {
        read.insert(first)
        return SQLITE_OK
      }
      // SQLite asks for a table of WITH only where no column of it is used, and then for none.
      if Self.harmlessTables.contains(first) || second.isEmpty && !Self.isInternal(first) {
        return SQLITE_OK
      }
      return refuse(
        QueryRefusal(
          message: "'\(first)' is a table of the database's own, no dataset", word: first))
    case SQLITE_ATTACH, SQLITE_DETACH:
      return refuse(
        QueryRefusal(message: "a query reads the datasets, no other file", word: "attach"))
    case SQLITE_PRAGMA:
      return refuse(
        QueryRefusal(message: "a query does not change or ask how SQLite works", word: "pragma"))
    default:
      return refuse(
        QueryRefusal(
          message: "a query only reads: it is one SELECT", word: nil,
          help: "what is to be changed is changed in the data files"))
    }
  }

  /// Whether a table tells of the database and not of the data.
  static func isInternal(_ table: String) -> Bool {
    let name = table.asciiLowercased
    return name.hasPrefix("sqlite_") || name.hasPrefix("pragma_")
      || ["dbstat", "bytecode", "tables_used"].contains(name)
  }

  private func refuse(_ refusal: QueryRefusal) -> Int32 {
    if self.refusal == nil { self.refusal = refusal }
    return SQLITE_DENY
  }

  private func isWithinLimits() -> Bool {
    steps += Int(Self.stride)
    guard steps <= limits.steps else {
      refusal = .tooManySteps(limits)
      return false
    }
    guard !isTooLong else {
      refusal = .tooLong(limits)
      return false
    }
    return checkMemory(result: 0)
  }

  /// Whether a processor has worked for too long. To ask how long this thread has, whatever else the
  /// machine did meanwhile, takes a call of the system, and so is put off while the clock on the wall
  /// has not gone on for as long.
  private var isTooLong: Bool {
    Self.seconds(CLOCK_MONOTONIC) - start.wall > limits.seconds
      && Self.seconds(CLOCK_THREAD_CPUTIME_ID) - start.thread > limits.seconds
  }

  private static func seconds(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return time.tv_sec
  }

  /// Whether the query, with `result` bytes of its rows, stays within its memory; where it does
  /// not, ``refusal`` says so.
  func checkMemory(result: Int) -> Bool {
    guard sqlite3_memory_used() - memoryBefore + Int64(result) <= Int64(limits.bytes) else {
      refusal = .tooMuchMemory(limits)
      return false
    }
    return true
  }
}

extension QueryRefusal {
  static func tooManySteps(_ limits: QueryLimits) -> QueryRefusal {
    QueryRefusal(
      message: "this query takes more than \(limits.steps / 1_000_000) million steps",
      help: "a join without a condition, or a recursion without an end, may be the cause")
  }

  static func tooLong(_ limits: QueryLimits) -> QueryRefusal {
    QueryRefusal(
      message: "this query keeps a processor busy for more than \(limits.seconds) seconds",
      help: "ask for fewer rows, or for shorter values in each")
  }

  static func tooMuchMemory(_ limits: QueryLimits) -> QueryRefusal {
    QueryRefusal(
      message: "this query takes more than \(limits.bytes >> 20) MB of memory",
      help: "ask for fewer rows, or for less in each")
  }

  static func tooManyRows(_ limits: QueryLimits) -> QueryRefusal {
    QueryRefusal(
      message: "this query gives more than \(limits.rows) rows",
      help: "count or sum in the query, or ask for fewer with WHERE or LIMIT")
  }
}
