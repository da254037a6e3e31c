import Foundation

/// A conversation in Chrome's DevTools protocol: messages in JSON, each ended by a zero byte.
///
/// A class, since what was read belongs to whoever reads next; it never leaves the thread that made
/// it.
final class DevToolsChannel {
  /// A value in a message to the browser.
  enum Value: Encodable {
    case text(String)
    case truth(Bool)

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .truth(let truth): try container.encode(truth)
      }
    }
  }

  /// The parts of an answer that are of use here.
  struct Answer: Decodable {
    var targetId: String?
    var sessionId: String?
    var errorText: String?
    var data: String?
  }

  private struct Command: Encodable {
    let id: Int
    let method: String
    let params: [String: Value]
    let sessionId: String?
  }

  private struct Message: Decodable {
    struct Complaint: Decodable {
      let message: String
    }

    let id: Int?
    let method: String?
    let sessionId: String?
    let result: Answer?
    let error: Complaint?
  }

  private let descriptor: Int32
  private var count = 0
  private var buffer: [UInt8] = []
  /// What the browser told without being asked: the session and the event.
  private var events: Set<[String]> = []

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  func close() { Glibc.close(descriptor) }

  /// Two ends of a socket, of which the browser gets the second.
  static func pair() throws(PrintingBrowser.Fault) -> (own: Int32, other: Int32) {
    var ends: [Int32] = [0, 0]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else {
      throw PrintingBrowser.Fault(reason: "could not be started: there are no sockets left")
    }
    // The browser must not inherit our end, or it would never hear that we are gone.
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    return (ends[0], ends[1])
  }

  /// Sends a command and waits for its answer.
  func ask(
    _ method: String, _ params: [String: Value] = [:], in session: String? = nil, until end: Date
  ) throws(PrintingBrowser.Fault) -> Answer {
    count += 1
    let id = count
    try send(Command(id: id, method: method, params: params, sessionId: session))
    while true {
      let message = try next(until: end)
      guard message.id == id else { continue }
      if let error = message.error {
        throw PrintingBrowser.Fault(reason: "refused \(method): \(error.message)")
      }
      return message.result ?? Answer()
    }
  }

  /// Waits for an event of a session, which may have come already.
  func wait(
    for event: String, in session: String, until end: Date
  ) throws(PrintingBrowser.Fault) {
    while events.remove([session, event]) == nil { _ = try next(until: end) }
  }

  private func send(_ command: Command) throws(PrintingBrowser.Fault) {
    var bytes: [UInt8]
    do {
      bytes = Array(try JSONEncoder().encode(command)) + [0]
    } catch {
      throw PrintingBrowser.Fault(reason: "could not be told what to do")
    }
    while !bytes.isEmpty {
      let sent = bytes.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if sent < 0, errno == EINTR { continue }
      guard sent > 0 else { throw PrintingBrowser.Fault(reason: "ended before it was done") }
      bytes.removeFirst(sent)
    }
  }

  /// The next message; events are noted.
  private func next(until end: Date) throws(PrintingBrowser.Fault) -> Message {
    var searched = 0
    while true {
      if let stop = buffer[searched...].firstIndex(of: 0) {
        let text = Data(buffer[..<stop])
        buffer.removeSubrange(...stop)
        do {
          let message = try JSONDecoder().decode(Message.self, from: text)
          if let method = message.method { events.insert([message.sessionId ?? "", method]) }
          return message
        } catch {
          throw PrintingBrowser.Fault(reason: "answered with something that is no answer")
        }
      }
      searched = buffer.count
      try read(until: end)
    }
  }

  private func read(until end: Date) throws(PrintingBrowser.Fault) {
    let left = end.timeIntervalSinceNow
    guard left > 0 else { throw PrintingBrowser.Fault(reason: "took too long") }
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let ready = poll(&waiting, 1, Int32(min(left * 1000, 60_000)))
    if ready == 0 || (ready < 0 && errno == EINTR) { return }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let got = recv(descriptor, &chunk, chunk.count, 0)
    if got < 0, errno == EINTR { return }
    guard got > 0 else { throw PrintingBrowser.Fault(reason: "ended before it was done") }
    buffer += chunk[..<got]
  }
}
