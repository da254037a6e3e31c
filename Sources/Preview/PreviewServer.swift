import Bytes
import FlyingFox
import FlyingSocks
import Foundation
import SiteModel

/// Serves a rendered site from memory, to this machine alone.
public struct PreviewServer: Sendable {
  private let site: PreviewSite
  private let port: UInt16

  /// A server for `site` on the loopback address.
  /// - Parameter port: The port, or 0 for one that is free.
  public init(site: PreviewSite, port: UInt16) {
    self.site = site
    self.port = port
  }

  /// Listens until the task is cancelled.
  ///
  /// - Parameter ready: Told the port once the server listens.
  /// - Throws: The system's error where the port cannot be had.
  public func run(ready: @escaping @Sendable (UInt16) -> Void) async throws {
    let address = try sockaddr_in.inet(ip4: "127.0.0.1", port: port)
    let configuration = HTTPServer.Configuration(address: address, logger: .disabled)
    let site = site
    let server = HTTPServer(config: configuration, handler: Responder(site: site))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      group.addTask {
        try await server.waitUntilListening()
        if case .ip4(_, let port) = await server.listeningAddress { ready(port) }
      }
      try await group.waitForAll()
    }
  }
}

/// Turns the table's answers into HTTP.
private struct Responder: HTTPHandler {
  let site: PreviewSite

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard request.method == .GET || request.method == .HEAD else {
      let headers: HTTPHeaders = [HTTPHeader("Allow"): "GET, HEAD"]
      return HTTPResponse(statusCode: .methodNotAllowed, headers: headers)
    }
    // The library's own path has lost its final slash, by which a folder is told from a file.
    switch site.answer(to: PercentEncoding.decode(request.target.path()) ?? "") {
    case .file(let file, let mediaType):
      return response(.ok, file, mediaType, to: request)
    case .redirect(let path):
      let headers: HTTPHeaders = [.location: PercentEncoding.encodePath(path)]
      return HTTPResponse(statusCode: .movedPermanently, headers: headers)
    case .notFound(let page?):
      return response(.notFound, page, MediaType.of(path: page.path), to: request)
    case .notFound(nil):
      return HTTPResponse(statusCode: .notFound, headers: HTTPHeaders())
    }
  }

  private func response(
    _ status: HTTPStatusCode, _ file: RenderedFile, _ mediaType: String, to request: HTTPRequest
  ) -> HTTPResponse {
    let body: Data
    switch file.content {
    case .bytes(let bytes): body = Data(bytes)
    case .copy(let location):
      do {
        body = try Data(contentsOf: URL(fileURLWithPath: location))
      } catch {
        return HTTPResponse(statusCode: .notFound, headers: HTTPHeaders())
      }
    }
    var headers: HTTPHeaders = [.contentType: mediaType]
    headers[HTTPHeader("Cache-Control")] = "no-cache"
    // A reply to HEAD tells the length of the body that it leaves out (RFC 9110 section 9.3.2).
    headers[.contentLength] = String(body.count)
    return HTTPResponse(
      statusCode: status, headers: headers, body: request.method == .HEAD ? Data() : body)
  }
}
