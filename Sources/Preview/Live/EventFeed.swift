import Bytes
import Diagnostics

/// News for one page, as server-sent events (HTML Living Standard, section 9.2).
struct EventFeed: Sendable {
  /// How many faults are shown; the rest is counted.
  static let faultLimit = 20
  /// How long a reader is left alone until it is asked whether it is still there.
  static let heartbeat = Duration.seconds(15)

  let live: LiveSite
  /// The number of the site that the page knows.
  let version: Int
  /// Of which run of the program that number is.
  let session: String

  /// Sends news until `send` throws or the task is cancelled.
  func run(_ send: @escaping @Sendable ([UInt8]) async throws -> Void) async throws {
    guard let (number, wakes) = await live.join() else { return }
    do {
      // How soon a reader that was cut off asks again, in milliseconds.
      try await send(Array("retry: 500\n\n".utf8))
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          while true {
            try await Task.sleep(for: Self.heartbeat)
            await live.nudge(number)
          }
        }
        group.addTask { try await tell(wakes, send) }
        defer { group.cancelAll() }
        try await group.next()
      }
      await live.leave(number)
    } catch {
      await live.leave(number)
      throw error
    }
  }

  private func tell(
    _ wakes: AsyncStream<Void>, _ send: @Sendable ([UInt8]) async throws -> Void
  ) async throws {
    var (version, session) = (version, session)
    var said: [ShownFinding]?
    for await _ in wakes {
      let news = await live.news(since: version, of: session)
      if news.changed?.isEmpty == true, news.faults == said {
        // Nothing is new, but by being spoken to the reader is found to be there or gone.
        try await send(Array(":\n\n".utf8))
        continue
      }
      try await send(Self.event(news))
      (version, session, said) = (news.version, live.session, news.faults)
    }
  }

  /// One event, which is one line of JSON.
  static func event(_ news: LiveSite.News) -> [UInt8] {
    let value = JSONValue.members([
      "version": .integer(news.version),
      "changed": news.changed.map { .list($0.map { .string("/" + $0) }) } ?? .null,
      "count": .integer(news.faults.count),
      "faults": .list(news.faults.prefix(faultLimit).map(Self.value)),
    ])
    return Array("data: ".utf8) + value.bytes + Array("\n\n".utf8)
  }

  private static func value(_ fault: ShownFinding) -> JSONValue {
    .members([
      "severity": .string(fault.severity.rawValue),
      "code": .string(fault.code),
      "message": .string(fault.message),
      "place": fault.place.map { .string($0) },
      "line": fault.excerpt.map { .integer($0.line) },
      "before": fault.excerpt.map { .string($0.before) },
      "marked": fault.excerpt.map { .string($0.marked) },
      "after": fault.excerpt.map { .string($0.after) },
      "notes": .list(fault.notes.map { .string($0) }),
      "help": fault.help.map { .string($0) },
    ])
  }
}
