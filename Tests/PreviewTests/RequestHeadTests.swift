import Testing

@testable import Preview

@Suite("The head of a request")
struct RequestHeadTests {
  private static func head(_ text: String) throws -> RequestHead {
    try RequestHead(Array(text.utf8))
  }

  @Test("Its parts are found")
  func parts() throws {
    let head = try Self.head(
      "\r\nGET /a%20b?x=1?y HTTP/1.1\r\nHost: localhost:80\r\nX-A:  one \r\nx-a: two\r\n\r\n")
    #expect(head.method == "GET")
    #expect(head.path == "/a%20b")
    #expect(head.query == "x=1?y")
    #expect(head.host == "localhost:80")
    #expect(head["x-a"] == "one, two")
    #expect(head.isKeptAlive)
    #expect(!head.hasBody)
  }

  @Test("A whole address stands above the field Host")
  func absolute() throws {
    let head = try Self.head("GET http://one/a HTTP/1.1\r\nHost: two\r\n\r\n")
    #expect(head.host == "one")
    #expect(head.path == "/a")
    #expect(try Self.head("GET HTTP://one?q HTTP/1.1\r\nHost: two\r\n\r\n").path == "/")
  }

  @Test("Whether the connection goes on depends on the version and the wish")
  func keeping() throws {
    #expect(try !Self.head("GET / HTTP/1.1\r\nHost: a\r\nConnection: x, Close\r\n\r\n").isKeptAlive)
    #expect(try !Self.head("GET / HTTP/1.0\r\n\r\n").isKeptAlive)
    #expect(try !Self.head("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").isKeptAlive)
    #expect(try Self.head("GET / HTTP/1.1\r\nHost: a\r\nConnection: x\r\n\r\n").isKeptAlive)
  }

  @Test("A body is seen to follow")
  func body() throws {
    #expect(try Self.head("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n").hasBody)
    #expect(try !Self.head("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n").hasBody)
    #expect(
      try Self.head("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n").hasBody)
  }

  @Test(
    "What is no request is refused",
    arguments: [
      ("", RequestHead.Fault.malformed), ("GET /\r\n\r\n", .malformed),
      ("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", .malformed),
      ("G(T / HTTP/1.1\r\nHost: a\r\n\r\n", .malformed), ("GET / FTP/1.1\r\n\r\n", .malformed),
      ("GET / HTTP/2.0\r\nHost: a\r\n\r\n", .versionUnknown),
      ("GET / HTTP/1.1\r\n\r\n", .malformed), ("GET / HTTP/1.1\r\nHost a\r\n\r\n", .malformed),
      ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", .malformed),
      ("GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n", .malformed),
      ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", .malformed),
      ("GET / HTTP/1.1\r\nHost: a\u{0}b\r\n\r\n", .malformed),
      ("GET /ü HTTP/1.1\r\nHost: a\r\n\r\n", .malformed),
      ("GET http:// HTTP/1.1\r\nHost: a\r\n\r\n", .malformed),
      (
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        .malformed
      ),
      ("GET /\(String(repeating: "a", count: 17_000)) HTTP/1.1\r\nHost: a\r\n\r\n", .tooLong),
    ])
  func faults(text: String, fault: RequestHead.Fault) {
    #expect(throws: fault) { try Self.head(text) }
  }

  @Test(
    "It ends with its empty line",
    arguments: [
      ("GET / HTTP/1.1\r\n\r\nGET", 18), ("a\n\nb", 3), ("\r\n\r\na\r\n\r\n", 9),
      ("a\r\nb\r\n", nil),
      ("\r\n\r\n", nil), ("", nil),
    ] as [(String, Int?)])
  func end(text: String, end: Int?) {
    #expect(RequestHead.end(in: Array(text.utf8)) == end)
  }
}
