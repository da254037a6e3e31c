import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation
import Synchronization
import Testing

@testable import Programs

/// Outside links tried against a server of the tests' own; nothing leaves this machine.
@Suite("Trying outside links", .serialized)
struct LinkCheckerTests {
  /// A server with one page for each way to answer, and what it was asked.
  final class Server: HTTPHandler {
    let asked = Mutex<[String]>([])
    let running = Mutex<(now: Int, most: Int)>((0, 0))

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
      let line = "\(request.method.rawValue) \(request.path)"
      let count = asked.withLock { asked in
        asked.append(line)
        return asked.count { $0 == line }
      }
      running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      defer { running.withLock { $0.now -= 1 } }
      func reply(_ status: Int, _ headers: HTTPHeaders = HTTPHeaders()) -> HTTPResponse {
        HTTPResponse(statusCode: HTTPStatusCode(status, phrase: "x"), headers: headers)
      }
      switch request.path {
      case "/fine": return reply(200)
      case "/moved": return reply(301, [.location: "/fine"])
      case "/for-now": return reply(302, [.location: "/fine"])
      case "/moved-then-for-now": return reply(301, [.location: "/for-now"])
      case "/moved-to-nothing": return reply(301, [.location: "/missing"])
      case "/loop": return reply(302, [.location: "/loop"])
      case "/nowhere": return reply(302)
      case "/missing": return reply(404)
      case "/gone": return reply(410)
      case "/get-only": return reply(request.method == .HEAD ? 405 : 200)
      case "/not-for-head": return reply(request.method == .HEAD ? 403 : 200)
      case "/busy-once":
        return count == 1 ? reply(429, [HTTPHeader("Retry-After"): "0"]) : reply(200)
      case "/busy-until":
        let date = "Sun, 06 Nov 1994 08:49:37 GMT"
        return count == 1 ? reply(503, [HTTPHeader("Retry-After"): date]) : reply(200)
      case "/busy": return reply(429, [HTTPHeader("Retry-After"): "100000"])
      case "/broken": return reply(500)
      case "/broken-once": return reply(count == 1 ? 503 : 200)
      case "/never":
        try await Task.sleep(for: .seconds(20))
        return reply(200)
      case let path where path.hasPrefix("/slow"):
        try await Task.sleep(for: .milliseconds(50))
        return reply(200)
      default: return reply(404)
      }
    }
  }

  /// Runs `body` with a server and its address.
  private static func serve(
    _ body: @Sendable (Server, String) async throws -> Void
  ) async throws {
    let handler = Server()
    let address = try sockaddr_in.inet(ip4: "127.0.0.1", port: 0)
    let server = HTTPServer(
      config: HTTPServer.Configuration(address: address, timeout: 120, logger: .disabled),
      handler: handler)
    let running = Task { try await server.run() }
    defer { running.cancel() }
    // Other tests may keep both cores for a while.
    try await server.waitUntilListening(timeout: 120)
    guard case .ip4(_, let port) = await server.listeningAddress else { return }
    try await body(handler, "http://127.0.0.1:\(port)")
  }

  /// A checker that is hurried in all but what other tests on the same cores could delay.
  private static func checker(timeout: Duration = .seconds(120)) -> LinkChecker {
    var patience = LinkProbe.Patience()
    patience.backOff = .milliseconds(5)
    patience.longestWait = .milliseconds(20)
    return LinkChecker(exchange: WebClient(timeout: timeout), patience: patience)
  }

  private static func answers(_ paths: [String], at root: String) async -> [String: ExternalAnswer]
  {
    var cache = LinkCache()
    let span = SourceSpan(SourceFileID(0), 0..<0)
    let answers = await checker().check(
      paths.map { (root + $0, span) }, cache: &cache, now: 1, age: 0)
    return Dictionary(
      uniqueKeysWithValues: answers.map { (String($0.key.dropFirst(root.count)), $0.value) })
  }

  @Test("Each answer is told for what it is")
  func answers() async throws {
    try await Self.serve { _, root in
      let expected: [String: ExternalAnswer] = [
        "/fine": .found,
        "/moved": .moved(to: root + "/fine"),
        "/for-now": .found,
        "/moved-then-for-now": .moved(to: root + "/for-now"),
        "/moved-to-nothing": .broken("redirects to '\(root)/missing', which is not there (404)"),
        "/loop": .broken("redirects more than 10 times"),
        "/nowhere": .broken("redirects to nowhere"),
        "/missing": .broken("is not there (404)"),
        "/gone": .broken("is gone for good (410)"),
        "/get-only": .found,
        "/not-for-head": .found,
        "/busy-once": .found,
        "/busy-until": .found,
        "/busy": .broken("is on a host that wants fewer requests (429)"),
        "/broken": .broken("is on a host in trouble (500)"),
        "/broken-once": .found,
      ]
      let answers = await Self.answers(Array(expected.keys), at: root)
      for (path, answer) in expected { #expect(answers[path] == answer, "\(path)") }
    }
  }

  @Test("An address is asked for once, whatever stands behind '#', and each link has its finding")
  func once() async throws {
    try await Self.serve { server, root in
      let file = SourceFileID(0)
      let links: [ExternalFindings.Link] = [
        (root + "/missing#a", SourceSpan(file, 1..<2)),
        (root + "/missing", SourceSpan(file, 3..<4)),
        (root + "/moved#part", SourceSpan(file, 5..<6)), (root + "/fine", SourceSpan(file, 7..<8)),
      ]
      var cache = LinkCache()
      let answers = await Self.checker().check(links, cache: &cache, now: 100, age: 50)
      let found = ExternalFindings.diagnostics(links, answers: answers)
      #expect(found.map(\.code) == [.externalBroken, .externalBroken, .externalMoved])
      #expect(found.compactMap(\.span?.start) == [1, 3, 5])
      #expect(found.last?.help == "write '\(root)/fine#part'")
      // Of the missing one the head and then the whole, of the others the head alone.
      let asked = server.asked.withLock { $0 }
      #expect(asked.count { $0.hasSuffix("/missing") } == 2)
      // What was found is known; what was broken is tried again.
      _ = await Self.checker().check(links, cache: &cache, now: 120, age: 50)
      let again = server.asked.withLock { $0 }.dropFirst(asked.count)
      #expect(Set(again) == ["HEAD /missing", "GET /missing"])
    }
  }

  @Test("No host gets more than two requests at once")
  func limits() async throws {
    try await Self.serve { server, root in
      let answers = await Self.answers((0..<12).map { "/slow\($0)" }, at: root)
      #expect(answers.values.allSatisfy { $0 == .found })
      #expect(server.running.withLock { $0.most } <= 2)
    }
  }

  @Test("A host that never answers is given up")
  func silence() async throws {
    try await Self.serve { _, root in
      var cache = LinkCache()
      let link: ExternalFindings.Link = (root + "/never", SourceSpan(SourceFileID(0), 0..<0))
      let answers = await Self.checker(timeout: .milliseconds(300)).check(
        [link], cache: &cache, now: 1, age: 0)
      #expect(answers[root + "/never"] == .broken("did not answer in time"))
    }
  }

  @Test("A host that takes no connection, and what is no address, are told apart")
  func unreachable() async throws {
    // Port 9 of this machine serves nothing.
    let answers = await Self.answers(["http://127.0.0.1:9/", "http://"], at: "")
    #expect(answers["http://127.0.0.1:9/"] == .broken(HTTPFailure.refused.words))
    #expect(answers["http://"] == .broken(HTTPFailure.malformed.words))
  }
}
