import FlyingFox
import Foundation
import FoundationNetworking
import Preview
import SiteModel
import Testing

@Suite("Answers to requests")
struct PreviewSiteTests {
  let site = PreviewSite(files: [
    RenderedFile(path: "index.html", content: .bytes([1])),
    RenderedFile(path: "briefs/index.html", content: .bytes([2])),
    RenderedFile(path: "a b.css", content: .bytes([3])),
    RenderedFile(path: "404.html", content: .bytes([4])),
  ])

  private func path(_ request: String) -> String {
    switch site.answer(to: request) {
    case .file(let file, _): file.path
    case .redirect(let path): "-> " + path
    case .notFound(let page): "404 " + (page?.path ?? "")
    }
  }

  @Test(
    "Paths are looked up in the site's table and nowhere else",
    arguments: [
      ("/", "index.html"), ("/briefs/", "briefs/index.html"), ("/briefs", "-> /briefs/"),
      ("/a b.css", "a b.css"), ("/../index.html", "404 404.html"), ("/etc/passwd", "404 404.html"),
      ("", "404 404.html"), ("//index.html", "404 404.html"), ("/index.html/", "404 404.html"),
    ])
  func lookUp(request: String, answer: String) {
    #expect(path(request) == answer)
  }
}

@Suite("The server on a socket")
struct PreviewServerTests {
  /// Runs a server for `body`, which is given its address.
  private func serving(_ body: @escaping @Sendable (URL) async throws -> Void) async throws {
    let site = PreviewSite(files: [
      RenderedFile(path: "index.html", content: .bytes(Array("<p>hello</p>".utf8))),
      RenderedFile(path: "404.html", content: .bytes(Array("none".utf8))),
      RenderedFile(path: "a b/index.html", content: .bytes(Array("folder".utf8))),
    ])
    let (ports, port) = AsyncStream.makeStream(of: UInt16.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await PreviewServer(site: site, port: 0).run { port.yield($0) } }
      group.addTask {
        var iterator = ports.makeAsyncIterator()
        let number = try #require(await iterator.next())
        let address = try #require(URL(string: "http://127.0.0.1:\(number)/"))
        try await body(address)
      }
      try await group.next()
      group.cancelAll()
    }
  }

  private func status(_ response: URLResponse) -> Int {
    (response as? HTTPURLResponse)?.statusCode ?? 0
  }

  @Test("Pages come with their type, and what is not there is a 404 with the site's own page")
  func get() async throws {
    try await serving { address in
      let (body, response) = try await URLSession.shared.data(from: address)
      #expect(String(decoding: body, as: UTF8.self) == "<p>hello</p>")
      #expect(status(response) == 200)
      #expect(response.mimeType == "text/html")
      let (none, missing) = try await URLSession.shared.data(
        from: address.appendingPathComponent("nowhere"))
      #expect(status(missing) == 404)
      #expect(String(decoding: none, as: UTF8.self) == "none")
    }
  }

  @Test("A folder is found by its address with the final slash")
  func folder() async throws {
    try await serving { address in
      for path in ["a%20b/", "a%20b/index.html", "a%20b/?x=1"] {
        let url = try #require(URL(string: path, relativeTo: address))
        let (body, response) = try await URLSession.shared.data(from: url)
        #expect(status(response) == 200, "\(path)")
        #expect(String(decoding: body, as: UTF8.self) == "folder", "\(path)")
      }
    }
  }

  @Test("HEAD tells the length and sends no body, and the connection goes on to work")
  func head() async throws {
    try await serving { address in
      var request = URLRequest(url: address)
      request.httpMethod = "HEAD"
      let (body, response) = try await URLSession.shared.data(for: request)
      #expect(body.isEmpty)
      #expect((response as? HTTPURLResponse)?.value(forHTTPHeaderField: "Content-Length") == "12")
      let (again, _) = try await URLSession.shared.data(from: address)
      #expect(again.count == 12)
    }
  }

  @Test("Other methods are refused")
  func post() async throws {
    try await serving { address in
      var request = URLRequest(url: address)
      request.httpMethod = "POST"
      let (_, response) = try await URLSession.shared.data(for: request)
      #expect(status(response) == 405)
    }
  }
}
