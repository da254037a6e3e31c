import Diagnostics
import Foundation
import SiteModel
import Testing

@testable import Preview

@Suite("What open pages are told")
struct LiveTests {
  private static func file(_ path: String, _ text: String) -> RenderedFile {
    RenderedFile(path: path, content: .bytes(Array(text.utf8)))
  }

  private struct News: Decodable {
    struct Fault: Decodable {
      let message: String
    }
    let version: Int
    let changed: [String]?
    let count: Int
    let faults: [Fault]
  }

  private static func next(_ client: RawClient) async throws -> News {
    while true {
      let event = try await client.line(ending: "\n\n")
      guard let start = event.range(of: "data: ") else { continue }
      return try JSONDecoder().decode(News.self, from: Data(event[start.upperBound...].utf8))
    }
  }

  private static func listen(_ port: UInt16, since version: Int, of session: String) async throws
    -> RawClient
  {
    let client = try await RawClient(port: port)
    try await client.say(
      "GET /.dossier/events?since=\(version)&session=\(session) HTTP/1.1\r\nHost: localhost\r\n\r\n"
    )
    let head = try await client.line(ending: "\r\n\r\n")
    #expect(head.contains("Content-Type: text/event-stream"))
    return client
  }

  @Test("What has changed is told, by file, and only that")
  func changes() async throws {
    let live = LiveSite()
    await live.take(PreviewBuild(files: [Self.file("a.html", "1"), Self.file("b.html", "1")]))
    try await Serving.serving(live) { port in
      let client = try await Self.listen(port, since: 1, of: live.session)
      #expect(try await Self.next(client).changed == [])
      await live.take(PreviewBuild(files: [Self.file("a.html", "2"), Self.file("b.html", "1")]))
      let first = try await Self.next(client)
      #expect(first.changed == ["/a.html"])
      #expect(first.version == 2)
      await live.take(PreviewBuild(files: [Self.file("b.html", "1"), Self.file("c d.html", "1")]))
      #expect(try await Self.next(client).changed == ["/a.html", "/c d.html"])
      try await client.close()
    }
  }

  @Test("A page that was away hears of everything since, and of another run of the program")
  func catchingUp() async throws {
    let live = LiveSite()
    for number in 1...3 {
      await live.take(
        PreviewBuild(files: [Self.file("a.html", "\(number)"), Self.file("b\(number).html", "")]))
    }
    let news = await live.news(since: 1, of: live.session)
    #expect(news.changed == ["a.html", "b1.html", "b2.html", "b3.html"])
    #expect(
      await live.news(since: 2, of: live.session).changed == ["a.html", "b2.html", "b3.html"])
    #expect(await live.news(since: 3, of: live.session).changed == [])
    #expect(await live.news(since: 3, of: "another").changed == nil)
    #expect(await live.news(since: 4, of: live.session).changed == nil)
  }

  @Test("A build that changes nothing makes no new version")
  func sameAgain() async throws {
    let live = LiveSite()
    let build = PreviewBuild(files: [Self.file("a.html", "1")])
    #expect(await live.take(build) == 1)
    #expect(await live.take(build) == 0)
    #expect(await live.news(since: 1, of: live.session).version == 1)
  }

  @Test("A picture on disk that was written anew has changed")
  func copies() async throws {
    try await Serving.scratch { folder in
      let location = folder + "/a.png"
      let build = PreviewBuild(files: [
        RenderedFile(path: "a.png", content: .copy(location: location))
      ])
      let live = LiveSite()
      try Data([1, 2]).write(to: URL(fileURLWithPath: location))
      await live.take(build)
      #expect(await live.take(build) == 0)
      try Data([1, 2, 3]).write(to: URL(fileURLWithPath: location))
      #expect(await live.take(build) == 1)
    }
  }

  @Test("Faults are told and go when they are mended; the last good site stays meanwhile")
  func faults() async throws {
    let live = LiveSite()
    await live.take(PreviewBuild(files: Serving.files()))
    try await Serving.serving(live) { port in
      let client = try await Self.listen(port, since: 1, of: live.session)
      #expect(try await Self.next(client).count == 0)
      let faults = (1...30).map { ShownFinding(error: "</script> \($0)\u{1B}") }
      await live.take(PreviewBuild(faults: faults))
      let news = try await Self.next(client)
      #expect(news.count == 30)
      #expect(news.faults.count == EventFeed.faultLimit)
      #expect(news.faults.first?.message == "</script> 1\u{FFFD}")
      #expect(news.changed == [])
      let page = try await RawClient(port: port)
      #expect(try await page.get("/").text.contains("hello"))
      try await page.close()
      await live.take(PreviewBuild(files: Serving.files()))
      #expect(try await Self.next(client).count == 0)
      try await client.close()
    }
  }

  @Test("Until a first build has gone well, a page stands for all, and its script shows why not")
  func notBuilt() async throws {
    let live = LiveSite()
    await live.take(PreviewBuild(faults: [ShownFinding(error: "broken")]))
    try await Serving.serving(live) { port in
      let client = try await RawClient(port: port)
      let page = try await client.get("/briefs/x.html")
      #expect(page.status == 503)
      #expect(page.text.contains("could not be built yet"))
      #expect(page.text.contains("data-version=\"0\""))
      let reader = try await Self.listen(port, since: 0, of: live.session)
      #expect(try await Self.next(reader).faults.map(\.message) == ["broken"])
      await live.take(PreviewBuild(files: [Self.file("briefs/x.html", "there")]))
      #expect(try await Self.next(reader).changed == ["/briefs/x.html"])
      #expect(try await client.get("/briefs/x.html").text.hasPrefix("there"))
      for one in [client, reader] { try await one.close() }
    }
  }

  @Test("A request that comes before the first build waits for it")
  func waiting() async throws {
    let live = LiveSite()
    try await Serving.serving(live) { port in
      let client = try await RawClient(port: port)
      try await client.say("GET /digits.txt HTTP/1.1\r\nHost: localhost\r\n\r\n")
      try await Task.sleep(for: .milliseconds(50))
      await live.take(PreviewBuild(files: Serving.files()))
      #expect(try await client.reply().text == "0123456789")
      try await client.close()
    }
  }

  @Test("A reader that has gone is forgotten, and no more than a hundred listen")
  func leaving() async throws {
    let live = LiveSite()
    var last = 0
    for _ in 0..<100 { last = try #require(await live.join()).number }
    #expect(await live.join() == nil)
    await live.leave(last)
    #expect(await live.join() != nil)
  }

  @Test("A reader that closes its connection leaves its place")
  func closing() async throws {
    let live = LiveSite()
    await live.take(PreviewBuild(files: Serving.files()))
    try await Serving.serving(live) { port in
      for _ in 0..<150 {
        let client = try await Self.listen(port, since: 1, of: live.session)
        #expect(try await Self.next(client).count == 0)
        try await client.close()
      }
    }
  }
}
