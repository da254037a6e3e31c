import Diagnostics
import FlyingSocks
import Foundation
import SiteModel
import Testing

@testable import Preview

@Suite("A preview as a whole")
struct PreviewRunTests {
  /// Runs a preview of `folder`, whose site is a page that says what is in `text.md`.
  private static func running(
    _ folder: String, _ change: (inout Preview.Options) -> Void = { _ in },
    build: @escaping Preview.Build,
    _ body: @escaping @Sendable (AsyncStream<Preview.Event>) async throws -> Void
  ) async throws {
    var options = Preview.Options(sources: [folder], origins: [folder])
    options.port = 0
    change(&options)
    let preview = Preview(options, build: build)
    let (events, event) = AsyncStream.makeStream(of: Preview.Event.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await preview.run { event.yield($0) } }
      group.addTask { try await body(events) }
      try await group.next()
      group.cancelAll()
    }
  }

  private static func port(_ url: String) throws -> UInt16 {
    try #require(URL(string: url)?.port.flatMap { UInt16(exactly: $0) })
  }

  @Test("The site follows its sources, through a fault and on")
  func follows() async throws {
    try await Serving.scratch { folder in
      let path = folder + "/text.md"
      try Data("one".utf8).write(to: URL(fileURLWithPath: path))
      let build: Preview.Build = { changes in
        if case .paths(let paths) = changes { #expect(paths == [path]) }
        let text = try String(contentsOfFile: path, encoding: .utf8)
        guard text != "bad" else { return PreviewBuild(faults: [ShownFinding(error: "bad text")]) }
        return PreviewBuild(files: [
          RenderedFile(path: "index.txt", content: .bytes(Array(text.utf8)))
        ])
      }
      try await Self.running(folder, build: build) { events in
        var iterator = events.makeAsyncIterator()
        guard case .serving(let address) = await iterator.next() else {
          Issue.record("nothing is served")
          return
        }
        #expect(address.urlForOthers == nil)
        let client = try await RawClient(port: Self.port(address.url))
        #expect(try await client.get("/index.txt").text == "one")
        for (text, shown, count) in [("two", "two", 1), ("bad", "two", 0), ("three", "three", 1)] {
          let other = folder + "/.other"
          try Data(text.utf8).write(to: URL(fileURLWithPath: other))
          #expect(rename(other, path) == 0)
          guard case .followed(let faults, let changed, _) = await iterator.next() else {
            Issue.record("\(text) is not followed")
            return
          }
          #expect(changed == count, "\(text)")
          #expect(faults == (text == "bad" ? 1 : 0))
          #expect(try await client.get("/index.txt").text == shown, "\(text)")
        }
        // What cannot be read is a fault as well, and the site stays.
        try FileManager.default.removeItem(atPath: path)
        guard case .followed(faults: 1, changedFiles: 0, _) = await iterator.next() else {
          Issue.record("the fault is not followed")
          return
        }
        #expect(try await client.get("/index.txt").text == "three")
        try await client.close()
      }
    }
  }

  @Test("A port that is in use gives way to the next, and that is said")
  func portInUse() async throws {
    let taken = try Listener(host: "127.0.0.1", port: 0)
    defer { do { try taken.socket.close() } catch { Issue.record(error) } }
    guard taken.port < .max - 20 else { return }
    try await Serving.scratch { folder in
      try await Self.running(folder, { $0.port = taken.port }) { _ in
        PreviewBuild(files: Serving.files())
      } _: { events in
        var iterator = events.makeAsyncIterator()
        guard case .portInUse(taken.port, let port) = await iterator.next() else {
          Issue.record("nothing is said of the port")
          return
        }
        #expect(port > taken.port)
        guard case .serving(let address) = await iterator.next() else {
          Issue.record("nothing is served")
          return
        }
        #expect(address.url == "http://127.0.0.1:\(port)/")
        let client = try await RawClient(port: port)
        #expect(try await client.get("/digits.txt").status == 200)
        try await client.close()
      }
    }
  }

  @Test("An address that cannot be had is an error that says so")
  func noAddress() async throws {
    try await Serving.scratch { folder in
      for host in ["no.such.host.invalid", "192.0.2.1"] {
        let error = await #expect(throws: Preview.Failure.self) {
          try await Self.running(folder, { $0.host = host }) { _ in
            PreviewBuild(files: [])
          } _: { _ in
            try await Task.sleep(for: .seconds(20))
          }
        }
        #expect(error?.description.contains("'\(host)'") == true)
      }
    }
  }

  @Test("Served to everyone, it says where, and answers by the machine's name")
  func everyone() async throws {
    try await Serving.scratch { folder in
      try await Self.running(folder, { $0.host = "0.0.0.0" }) { _ in
        PreviewBuild(files: Serving.files())
      } _: { events in
        var iterator = events.makeAsyncIterator()
        guard case .serving(let address) = await iterator.next() else {
          Issue.record("nothing is served")
          return
        }
        #expect(address.url.hasPrefix("http://localhost:"))
        let others = try #require(address.urlForOthers)
        let client = try await RawClient(port: Self.port(address.url))
        let name = try #require(URL(string: others)?.host())
        #expect(try await client.get("/digits.txt", host: name).status == 200)
        #expect(try await client.get("/digits.txt", host: "192.0.2.9:1").status == 200)
        #expect(try await client.get("/digits.txt", host: "evil.example").status == 421)
        try await client.close()
      }
    }
  }
}
