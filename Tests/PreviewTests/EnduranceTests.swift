import FlyingSocks
import Foundation
import SiteModel
import Testing

@testable import Preview

@Suite("A server that others are hard on")
struct EnduranceTests {
  /// What a test can wait for.
  private static let short = Connection.Limits(
    idle: .milliseconds(300), head: .milliseconds(300), piece: .milliseconds(300))

  private static func live(_ files: [RenderedFile] = Serving.files()) async -> LiveSite {
    let live = LiveSite()
    await live.take(PreviewBuild(files: files))
    return live
  }

  @Test("A hundred connections at once are all answered, again and again")
  func hundred() async throws {
    try await Serving.serving(await Self.live()) { port in
      try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<100 {
          group.addTask {
            let client = try await RawClient(port: port)
            var count = 0
            for _ in 0..<5 where try await client.get("/digits.txt").text == "0123456789" {
              count += 1
            }
            try await client.close()
            return count
          }
        }
        var count = 0
        for try await answered in group { count += answered }
        #expect(count == 500)
      }
    }
  }

  @Test("Connections beyond the limit wait until others have ended")
  func tooMany() async throws {
    try await Serving.serving(await Self.live(), limits: Self.short) { port in
      var silent: [RawClient] = []
      for _ in 0..<PreviewServer.connectionLimit { silent.append(try await RawClient(port: port)) }
      let last = try await RawClient(port: port)
      #expect(try await last.get("/digits.txt").status == 200)
      try await last.close()
      for client in silent { try await client.close() }
    }
  }

  @Test("Half a request is waited for only so long, and others are answered meanwhile")
  func halfRequest() async throws {
    try await Serving.serving(await Self.live(), limits: Self.short) { port in
      var slow: [RawClient] = []
      for _ in 0..<50 {
        let client = try await RawClient(port: port)
        try await client.say("GET / HTTP/1.1\r\nHost: loc")
        slow.append(client)
      }
      let other = try await RawClient(port: port)
      #expect(try await other.get("/digits.txt").status == 200)
      try await other.close()
      for client in slow {
        #expect(try await client.reply().status == 408)
        #expect(try await client.isClosed())
        try await client.close()
      }
    }
  }

  @Test("Bytes that trickle in do not keep a request alive")
  func trickle() async throws {
    try await Serving.serving(await Self.live(), limits: Self.short) { port in
      let client = try await RawClient(port: port)
      let start = ContinuousClock.now
      try await client.say("GET / HTTP/1.1\r\nX: ")
      var isClosed = false
      while !isClosed, ContinuousClock.now - start < .seconds(5) {
        try await Task.sleep(for: .milliseconds(50))
        do { try await client.say("x") } catch { isClosed = true }
      }
      #expect(isClosed)
      try await client.close()
    }
  }

  @Test("A connection on which nothing is asked ends")
  func idle() async throws {
    try await Serving.serving(await Self.live(), limits: Self.short) { port in
      let client = try await RawClient(port: port)
      _ = try await client.get("/digits.txt")
      #expect(try await client.isClosed())
      try await client.close()
    }
  }

  /// A folder with a file that is larger than what the system keeps for a reader.
  private static func withLargeFile(
    _ body: @escaping @Sendable (_ folder: String, [RenderedFile]) async throws -> Void
  ) async throws {
    try await Serving.scratch { folder in
      let location = folder + "/large.bin"
      try Data().write(to: URL(fileURLWithPath: location))
      #expect(truncate(location, 64 << 20) == 0)
      let large = RenderedFile(path: "large.bin", content: .copy(location: location))
      try await body(folder, Serving.files([large]))
    }
  }

  @Test("A reader that does not read is given up, and others are answered meanwhile")
  func neverReads() async throws {
    try await Self.withLargeFile { folder, files in
      let live = await Self.live(files)
      try await Serving.serving(live, origins: [folder], limits: Self.short) { port in
        var deaf: [RawClient] = []
        for _ in 0..<20 {
          let client = try await RawClient(port: port)
          try await client.say("GET /large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")
          deaf.append(client)
        }
        let other = try await RawClient(port: port)
        #expect(try await other.get("/digits.txt").status == 200)
        try await other.close()
        try await Task.sleep(for: .seconds(2))
        for client in deaf {
          // What is in the system's buffers still comes, and then the end, before all has come.
          let (count, isClosed) = try await client.drain(atMost: 64 << 20)
          #expect(isClosed)
          #expect(count < 64 << 20)
          try await client.close()
        }
      }
    }
  }

  @Test("A reader that leaves in the middle does no harm")
  func leaves() async throws {
    try await Self.withLargeFile { folder, files in
      try await Serving.serving(await Self.live(files), origins: [folder]) { port in
        for _ in 0..<20 {
          let client = try await RawClient(port: port)
          try await client.say("GET /large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")
          _ = try await client.line(ending: "\r\n\r\n")
          try await client.close()
        }
        let other = try await RawClient(port: port)
        #expect(try await other.get("/digits.txt").text == "0123456789")
        try await other.close()
      }
    }
  }

  @Test("Small answers do not wait for the reader to acknowledge their heads")
  func promptness() async throws {
    try await Serving.serving { client in
      var times: [Duration] = []
      for _ in 0..<50 {
        let start = ContinuousClock.now
        _ = try await client.get("/digits.txt")
        times.append(ContinuousClock.now - start)
      }
      // A head and a body that are sent apart cost 40 ms for each answer but the first few; a
      // machine that is busy with other tests is slow for some.
      #expect(times.sorted()[10] < .milliseconds(30))
    }
  }
}
