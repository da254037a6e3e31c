import FlyingSocks
import Foundation

/// A client that says exactly what it is told to, on one connection.
actor RawClient {
  struct Reply {
    let status: Int
    let fields: [String: String]
    var body: [UInt8] = []

    var text: String { String(decoding: body, as: UTF8.self) }
  }

  private let socket: AsyncSocket
  private var received: [UInt8] = []

  init(port: UInt16) async throws {
    socket = try await AsyncSocket.connected(to: .inet(ip4: "127.0.0.1", port: port))
  }

  func say(_ text: String) async throws {
    try await socket.write(Data(text.utf8))
  }

  /// Asks for a path and gives the reply.
  func get(
    _ path: String, _ fields: [String: String] = [:], method: String = "GET",
    host: String = "localhost"
  ) async throws -> Reply {
    var text = "\(method) \(path) HTTP/1.1\r\nHost: \(host)\r\n"
    for (name, value) in fields { text += "\(name): \(value)\r\n" }
    try await say(text + "\r\n")
    return try await reply(hasBody: method != "HEAD")
  }

  /// The next reply, with as much of a body as its length says.
  func reply(hasBody: Bool = true) async throws -> Reply {
    let head = try await line(ending: "\r\n\r\n")
    let lines = head.components(separatedBy: "\r\n")
    var fields: [String: String] = [:]
    for line in lines.dropFirst() where !line.isEmpty {
      let parts = line.split(separator: ":", maxSplits: 1)
      fields[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    var reply = Reply(status: Int(lines[0].split(separator: " ")[1]) ?? 0, fields: fields)
    if hasBody, reply.status != 304, let length = fields["content-length"].flatMap({ Int($0) }) {
      while received.count < length { received += try await socket.read(atMost: 4096) }
      reply.body = Array(received[..<length])
      received.removeFirst(length)
    }
    return reply
  }

  /// What comes up to `end`, and with it.
  func line(ending end: String) async throws -> String {
    while true {
      if let found = Data(received).range(of: Data(end.utf8)) {
        let text = String(decoding: received[..<found.upperBound], as: UTF8.self)
        received.removeFirst(found.upperBound)
        return text
      }
      received += try await socket.read(atMost: 4096)
    }
  }

  /// Whether the other side ends the connection, with nothing said before.
  func isClosed() async throws -> Bool {
    do {
      received += try await socket.read(atMost: 4096)
      return false
    } catch SocketError.disconnected {
      return true
    }
  }

  /// Throws away what comes, up to the end or so many bytes.
  func drain(atMost limit: Int) async throws -> (count: Int, isClosed: Bool) {
    var count = 0
    do {
      while count < limit { count += try await socket.read(atMost: 65_536).count }
      return (count, false)
    } catch is SocketError {
      return (count, true)
    }
  }

  func close() throws { try socket.close() }
}
