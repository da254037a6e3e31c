import FlyingSocks
import Foundation

/// One connection: requests in, answers out, one after the other (RFC 9112, section 9).
struct Connection: Sendable {
  /// How long a reader may take.
  struct Limits: Sendable {
    /// Between two requests.
    var idle = Duration.seconds(30)
    /// From the first byte of a request to the end of its head.
    var head = Duration.seconds(10)
    /// To take ``Connection/pieceSize`` bytes of an answer.
    var piece = Duration.seconds(10)
  }

  /// How many bytes of an answer are handed over at once.
  static let pieceSize = 65_536

  let socket: AsyncSocket
  let responder: Responder
  let limits: Limits

  /// Answers until the reader leaves, takes too long or says what cannot be understood.
  func run() async {
    var received: [UInt8] = []
    do {
      while let head = try await nextHead(&received) {
        let request = try RequestHead(head)
        let response = await responder.respond(to: request)
        // A body is not read, so nothing that comes behind it could be told from it.
        let closes = !request.isKeptAlive || request.hasBody
        try await send(response, closes: closes)
        if closes { break }
      }
    } catch let fault as RequestHead.Fault {
      await refuse(Self.refusal(of: fault))
    } catch is TimeLimitExceeded where !received.isEmpty {
      await refuse(.text(.requestTimeout, "The request took too long."))
    } catch {
      // The reader has gone, or takes nothing: there is nobody left to tell.
      return
    }
  }

  /// The bytes of the next head, with what came behind it left in `received`; nil where the reader
  /// has left.
  private func nextHead(_ received: inout [UInt8]) async throws -> [UInt8]? {
    if received.isEmpty {
      do {
        received = try await within(limits.idle) { try await socket.read(atMost: 4096) }
      } catch SocketError.disconnected {
        return nil
      }
    }
    let deadline = ContinuousClock.now + limits.head
    while true {
      if let end = RequestHead.end(in: received) {
        let head = Array(received[..<end])
        received.removeFirst(end)
        return head
      }
      guard received.count <= RequestHead.limit else { throw RequestHead.Fault.tooLong }
      received += try await within(deadline - .now) { try await socket.read(atMost: 4096) }
    }
  }

  private func send(_ response: Response, closes: Bool) async throws {
    let head = response.head(date: HTTPDate.now(), closes: closes)
    switch response.body {
    case .none:
      try await write(head)
    case .bytes(let bytes):
      // The head goes with the first piece: apart, the second of two small packets would wait for
      // the reader to acknowledge the first, which it does late.
      var rest = bytes
      try await write(head + rest.prefix(Self.pieceSize))
      rest = rest.dropFirst(Self.pieceSize)
      while !rest.isEmpty {
        try await write(Array(rest.prefix(Self.pieceSize)))
        rest = rest.dropFirst(Self.pieceSize)
      }
    case .file(let path, let range):
      try await send(head, file: path, range)
    case .events(let feed):
      try await follow(feed, head)
    }
  }

  private func send(_ head: [UInt8], file path: String, _ range: Range<Int>) async throws {
    guard let slice = FileSlice(path: path, range: range) else { throw SocketError.disconnected }
    var piece = head
    repeat {
      // The length has been said; a file that fell short of it ends the connection.
      guard let next = slice.next(atMost: Self.pieceSize) else { throw SocketError.disconnected }
      try await write(piece + next)
      piece = []
    } while !slice.range.isEmpty
  }

  /// Sends news until the reader closes the connection or stops taking them.
  private func follow(_ feed: EventFeed, _ head: [UInt8]) async throws {
    try await write(head)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await feed.run { try await write($0) } }
      group.addTask {
        // Nothing is expected but the end, which a write would be slow to notice.
        while true { _ = try await socket.read(atMost: 4096) }
      }
      defer { group.cancelAll() }
      try await group.next()
    }
    throw SocketError.disconnected
  }

  private func write(_ bytes: [UInt8]) async throws {
    let data = Data(bytes)
    try await within(limits.piece) { try await socket.write(data) }
  }

  /// Answers what was not understood, and lets the answer arrive.
  private func refuse(_ response: Response) async {
    do {
      try await send(response, closes: true)
      // Closed at once, what has not been read would make the system throw the answer away.
      try await within(.seconds(1)) {
        var count = 0
        while count < 1 << 20 { count += try await socket.read(atMost: 4096).count }
      }
    } catch {
      return
    }
  }

  private static func refusal(of fault: RequestHead.Fault) -> Response {
    switch fault {
    case .malformed: .text(.badRequest, "This is not a request of HTTP/1.1.")
    case .tooLong:
      .text(.headTooLarge, "A request may take \(RequestHead.limit) bytes.")
    case .versionUnknown: .text(.versionNotSupported, "The preview speaks HTTP/1.1.")
    }
  }
}
