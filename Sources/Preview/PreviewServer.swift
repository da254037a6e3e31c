import FlyingSocks

/// Serves a site from memory over HTTP.
///
/// The sockets are FlyingSocks'; the talk on them is our own, since FlyingFox's server waits for ever
/// for a request that does not end and for a reader that does not read, keeps what is sent to it
/// without a limit, stops when the system runs out of descriptors, and sends head and body of an
/// answer apart, which costs 40 ms a file.
struct PreviewServer: Sendable {
  /// How many connections there are at once; others wait until one ends.
  static let connectionLimit = 400

  let listener: Listener
  let responder: Responder
  var limits = Connection.Limits()

  /// Listens until the task is cancelled.
  /// - Throws: The system's error where it listens no more.
  func run() async throws {
    let pool = SocketPool.make()
    try await pool.prepare()
    let socket = try AsyncSocket(socket: listener.socket, pool: pool)
    let (places, place) = AsyncStream.makeStream(of: Void.self)
    for _ in 0..<Self.connectionLimit { place.yield() }
    defer { Self.close(socket) }
    try await withThrowingDiscardingTaskGroup { group in
      group.addTask { try await pool.run() }
      for await _ in places {
        let connection = try await listener.accept(from: socket)
        // A page that is looked at goes before one that is built.
        group.addTask(priority: .high) {
          await Connection(socket: connection, responder: responder, limits: limits).run()
          Self.close(connection)
          place.yield()
        }
      }
      throw CancellationError()
    }
  }

  private static func close(_ socket: AsyncSocket) {
    // What cannot be closed is closed already.
    do { try socket.close() } catch { return }
  }
}
