import Foundation
import SiteModel
import Testing

@testable import Preview

@Suite("The talk on a connection")
struct TalkTests {
  @Test("Pages come with their type and script; what is not there is a 404 with the site's page")
  func get() async throws {
    try await Serving.serving { client in
      let page = try await client.get("/")
      #expect(page.status == 200)
      #expect(page.text.hasPrefix("<html><body><p>hello</p><script src=\"/.dossier/live.js\""))
      #expect(page.text.hasSuffix("</script>\n</body></html>"))
      #expect(page.fields["content-type"] == "text/html; charset=utf-8")
      #expect(page.fields["x-content-type-options"] == "nosniff")
      #expect(page.fields["date"]?.hasSuffix(" GMT") == true)
      let none = try await client.get("/nowhere")
      #expect(none.status == 404)
      #expect(none.text.contains("none"))
      #expect(none.text.contains("data-page=\"/404.html\""))
      #expect(try await client.get("/digits.txt").text == "0123456789")
    }
  }

  @Test("A folder is found by its address with the final slash, and led to without it")
  func folder() async throws {
    try await Serving.serving { client in
      for path in ["/a%20b/", "/a%20b/index.html", "/a%20b/?x=1"] {
        let reply = try await client.get(path)
        #expect(reply.status == 200, "\(path)")
        #expect(reply.text.hasPrefix("folder"), "\(path)")
      }
      let led = try await client.get("/a%20b?x=%20y")
      #expect(led.status == 301)
      #expect(led.fields["location"] == "/a%20b/?x=%20y")
    }
  }

  @Test("HEAD tells what GET would and sends no body, and the connection goes on to work")
  func head() async throws {
    try await Serving.serving { client in
      for path in ["/", "/digits.txt", "/nowhere", "/.dossier/live.js"] {
        let told = try await client.get(path, method: "HEAD")
        let sent = try await client.get(path)
        #expect(told.status == sent.status, "\(path)")
        #expect(told.fields["content-length"] == String(sent.body.count), "\(path)")
        #expect(told.fields["etag"] == sent.fields["etag"], "\(path)")
      }
    }
  }

  @Test("Other methods are refused, and what comes with them is not taken for a request")
  func otherMethods() async throws {
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"] {
      try await Serving.serving { client in
        let reply = try await client.get("/", method: method)
        #expect(reply.status == 405)
        #expect(reply.fields["allow"] == "GET, HEAD")
      }
    }
    try await Serving.serving { client in
      try await client.say(
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 40\r\n\r\n"
          + "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
      let reply = try await client.reply()
      #expect(reply.status == 405)
      #expect(reply.fields["connection"] == "close")
      #expect(try await client.isClosed())
    }
  }

  @Test("A version that the reader has is not sent again")
  func notModified() async throws {
    try await Serving.serving { client in
      let tag = try #require(try await client.get("/digits.txt").fields["etag"])
      #expect(tag.hasPrefix("\""))
      let again = try await client.get("/digits.txt", ["If-None-Match": tag])
      #expect(again.status == 304)
      #expect(again.fields["etag"] == tag)
      #expect(try await client.get("/digits.txt", ["If-None-Match": "\"x\""]).status == 200)
    }
  }

  @Test("A part is sent with its place, and none that is not there")
  func parts() async throws {
    try await Serving.serving { client in
      let part = try await client.get("/digits.txt", ["Range": "bytes=2-4"])
      #expect(part.status == 206)
      #expect(part.text == "234")
      #expect(part.fields["content-range"] == "bytes 2-4/10")
      let none = try await client.get("/digits.txt", ["Range": "bytes=10-"])
      #expect(none.status == 416)
      #expect(none.fields["content-range"] == "bytes */10")
      let tag = try #require(part.fields["etag"])
      let same = try await client.get("/digits.txt", ["Range": "bytes=2-4", "If-Range": tag])
      #expect(same.status == 206)
      let other = try await client.get("/digits.txt", ["Range": "bytes=2-4", "If-Range": "\"x\""])
      #expect(other.status == 200)
      #expect(other.text == "0123456789")
      let head = try await client.get("/digits.txt", ["Range": "bytes=2-4"], method: "HEAD")
      #expect(head.status == 200)
      #expect(head.fields["content-length"] == "10")
    }
  }

  @Test("Requests that come together are answered in turn")
  func pipeline() async throws {
    try await Serving.serving { client in
      let one = "GET /digits.txt HTTP/1.1\r\nHost: localhost\r\n\r\n"
      try await client.say(one + "\r\n" + one + one.prefix(20))
      #expect(try await client.reply().text == "0123456789")
      #expect(try await client.reply().text == "0123456789")
      try await client.say(String(one.dropFirst(20)))
      #expect(try await client.reply().text == "0123456789")
    }
  }

  @Test("What is no request is told so, and the connection ends")
  func malformed() async throws {
    let long = "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + String(repeating: "x", count: 40_000)
    for (text, status) in [
      ("nonsense\r\n\r\n", 400), ("GET / HTTP/1.1\r\n\r\n", 400), (long, 431),
      ("GET / HTTP/3.0\r\nHost: localhost\r\n\r\n", 505),
    ] {
      try await Serving.serving { client in
        try await client.say(text)
        #expect(try await client.reply().status == status)
        #expect(try await client.isClosed())
      }
    }
  }

  @Test("Nobody is answered who asks by the name of another site")
  func otherNames() async throws {
    try await Serving.serving { client in
      for host in ["evil.example:8000", "localhost.evil.example", ""] {
        for path in ["/", "/.dossier/events?since=0&session=x", "/.dossier/live.js"] {
          let reply = try await client.get(path, host: host)
          #expect(reply.status == 421, "\(host) \(path)")
          #expect(!reply.text.contains("hello"))
        }
      }
      try await client.say("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n")
      #expect(try await client.reply().status == 421)
    }
  }

  @Test("No path leads out of the site, however it is written")
  func traversal() async throws {
    try await Serving.serving { client in
      for path in [
        "/../etc/passwd", "/%2e%2e/etc/passwd", "/..%2fetc/passwd", "/a%20b/../../etc/passwd",
        "/etc/passwd", "//etc/passwd", "/%2Fetc/passwd", "/..%5cetc", "/%00", "/index.html%00.txt",
        "/./index.html", "/.dossier/../index.html", "/.dossier/%2e%2e/x",
        "/%c0%ae%c0%ae/etc/passwd",
      ] {
        let reply = try await client.get(path)
        #expect([400, 404].contains(reply.status), "\(path)")
        #expect(!reply.text.contains("root:"), "\(path)")
      }
    }
  }

  @Test(
    "A file on disk is sent in parts as well as whole, and is known by its version",
    arguments: [0, 1, 70_000, 1_500_000])
  func copies(size: Int) async throws {
    try await Serving.scratch { folder in
      let location = folder + "/long.bin"
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
      try Data(bytes).write(to: URL(fileURLWithPath: location))
      let files = [RenderedFile(path: "long.bin", content: .copy(location: location))]
      try await Serving.serving(Serving.files(files), origins: [folder]) { client in
        let whole = try await client.get("/long.bin")
        #expect(whole.body == bytes)
        let tag = try #require(whole.fields["etag"])
        #expect(try await client.get("/long.bin", ["If-None-Match": tag]).status == 304)
        guard size > 1 else { return }
        let part = try await client.get("/long.bin", ["Range": "bytes=65530-\(size - 2)"])
        #expect(part.body == Array(bytes[65530...size - 2]))
        // Longer than a tick of the file system's clock.
        try await Task.sleep(for: .milliseconds(30))
        try Data(bytes.reversed()).write(to: URL(fileURLWithPath: location))
        #expect(try await client.get("/long.bin", ["If-None-Match": tag]).status == 200)
      }
    }
  }

  @Test("A link that has taken the place of a file or folder leads nowhere")
  func links() async throws {
    try await Serving.scratch { folder in
      let manager = FileManager.default
      let (inside, outside) = (folder + "/in", folder + "/out")
      for path in [inside + "/sub", outside] {
        try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
      }
      for path in [inside + "/a.txt", inside + "/sub/b.txt"] {
        try Data("fine".utf8).write(to: URL(fileURLWithPath: path))
      }
      for path in [outside + "/a.txt", outside + "/b.txt"] {
        try Data("secret".utf8).write(to: URL(fileURLWithPath: path))
      }
      let files = ["a.txt", "sub/b.txt"].map {
        RenderedFile(path: $0, content: .copy(location: inside + "/" + $0))
      }
      try await Serving.serving(Serving.files(files), origins: [inside]) { client in
        #expect(try await client.get("/a.txt").text == "fine")
        try manager.removeItem(atPath: inside + "/a.txt")
        try manager.createSymbolicLink(
          atPath: inside + "/a.txt", withDestinationPath: outside + "/a.txt")
        try manager.removeItem(atPath: inside + "/sub")
        try manager.createSymbolicLink(atPath: inside + "/sub", withDestinationPath: outside)
        for path in ["/a.txt", "/sub/b.txt"] {
          let reply = try await client.get(path)
          #expect(reply.status == 404, "\(path)")
          #expect(!reply.text.contains("secret"), "\(path)")
        }
      }
    }
  }
}
