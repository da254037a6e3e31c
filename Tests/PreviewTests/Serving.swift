import Foundation
import SiteModel
import Testing

@testable import Preview

/// A site to serve, and a server for as long as a test lasts.
enum Serving {
  static let page = "<html><body><p>hello</p></body></html>"

  static func files(_ more: [RenderedFile] = []) -> [RenderedFile] {
    [
      RenderedFile(path: "index.html", content: .bytes(Array(page.utf8))),
      RenderedFile(path: "404.html", content: .bytes(Array("<body>none</body>".utf8))),
      RenderedFile(path: "a b/index.html", content: .bytes(Array("folder".utf8))),
      RenderedFile(path: "digits.txt", content: .bytes(Array("0123456789".utf8))),
    ] + more
  }

  /// Serves `live` for as long as `body` takes.
  static func serving(
    _ live: LiveSite, host: String = "127.0.0.1", origins: [String] = [],
    limits: Connection.Limits = Connection.Limits(),
    _ body: @escaping @Sendable (UInt16) async throws -> Void
  ) async throws {
    let listener = try Listener(host: host, port: 0)
    let responder = Responder(live: live, hosts: HostCheck(host: host), origins: origins)
    let server = PreviewServer(listener: listener, responder: responder, limits: limits)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      group.addTask { try await body(listener.port) }
      try await group.next()
      group.cancelAll()
    }
  }

  /// Serves a site of some files.
  static func serving(
    _ files: [RenderedFile] = files(), origins: [String] = [],
    limits: Connection.Limits = Connection.Limits(),
    _ body: @escaping @Sendable (RawClient) async throws -> Void
  ) async throws {
    let live = LiveSite()
    await live.take(PreviewBuild(files: files))
    try await serving(live, origins: origins, limits: limits) { port in
      let client = try await RawClient(port: port)
      try await body(client)
      try await client.close()
    }
  }

  /// A folder that is gone afterwards; its path has no links in it.
  static func scratch(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("preview-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
      do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
    }
    try await body(folder.path)
  }
}
