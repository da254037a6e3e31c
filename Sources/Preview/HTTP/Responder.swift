import Bytes
import Foundation
import SiteModel

/// Answers requests from the site as it is now.
struct Responder: Sendable {
  /// Where the files of the preview itself are: no file of a site has a name that begins so.
  static let folder = "/.dossier/"

  let live: LiveSite
  let hosts: HostCheck
  /// The folders, links worked out, from which a site's files may be copied.
  let origins: [String]

  /// What is sent with every file: it is asked for anew each time, taken for nothing else than it is
  /// said to be, and shown to no other site.
  private static let caution: [(name: String, value: String)] = [
    ("Cache-Control", "no-cache"), ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
  ]

  /// The answer to a request.
  func respond(to request: RequestHead) async -> Response {
    guard request.method == "GET" || request.method == "HEAD" else {
      var refusal = Response.text(.methodNotAllowed, "The preview answers to GET and HEAD only.")
      refusal.fields.append(("Allow", "GET, HEAD"))
      return refusal
    }
    guard hosts.accepts(request.host) else {
      return .text(
        .misdirectedRequest,
        "This preview does not answer to the name that it was asked by; serve --host NAME allows one."
      )
    }
    var response = await answer(to: request)
    if request.method == "HEAD" { response.body = .none }
    return response
  }

  private func answer(to request: RequestHead) async -> Response {
    if request.path.hasPrefix(Self.folder) { return ownFile(request) }
    let state = await live.current()
    guard let site = state.site else { return notBuilt() }
    guard let path = PercentEncoding.decode(request.path) else {
      return .text(.badRequest, "The path is not percent-encoded UTF-8.")
    }
    switch site.answer(to: path) {
    case .file(let file, let mediaType):
      let visit = PageVisit(path: file.path, version: state.version, session: live.session)
      return content(of: file, mediaType, visit, to: request)
    case .redirect(let path):
      let query = request.query.map { "?" + PercentEncoding.encodeQuery($0) } ?? ""
      return Response(
        status: .movedPermanently,
        fields: Self.caution + [
          ("Location", PercentEncoding.encodePath(path) + query), ("Content-Length", "0"),
        ])
    case .notFound(let page?):
      let visit = PageVisit(path: page.path, version: state.version, session: live.session)
      return whole(page, visit)
    case .notFound(nil):
      return .text(.notFound, "Nothing is here.")
    }
  }

  /// A file with its validator, or the part of it that is asked for.
  private func content(
    of file: RenderedFile, _ mediaType: String, _ visit: PageVisit, to request: RequestHead
  ) -> Response {
    guard let source = Source(file, origins: origins, visit) else { return gone }
    let tag = source.tag
    var fields = Self.caution + [("ETag", tag.text)]
    if tag.isNamed(in: request["if-none-match"]) {
      return Response(status: .notModified, fields: fields)
    }
    fields += [("Content-Type", mediaType), ("Accept-Ranges", "bytes")]
    // Parts are defined for GET only (RFC 9110, section 14.2).
    let mayPart = request.method == "GET" && tag.allowsPart(request["if-range"])
    switch mayPart ? ByteRange(request["range"], size: source.size) : .whole {
    case .whole:
      fields.append(("Content-Length", String(source.size)))
      return Response(status: .ok, fields: fields, body: source.body(0..<source.size))
    case .part(let range):
      fields += [
        ("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(source.size)"),
        ("Content-Length", String(range.count)),
      ]
      return Response(status: .partialContent, fields: fields, body: source.body(range))
    case .unsatisfiable:
      var refusal = Response.text(.rangeNotSatisfiable, "The file has \(source.size) bytes.")
      refusal.fields.append(("Content-Range", "bytes */\(source.size)"))
      return refusal
    }
  }

  /// The page that stands for what is not there.
  private func whole(_ page: RenderedFile, _ visit: PageVisit) -> Response {
    guard let source = Source(page, origins: origins, visit) else { return gone }
    return Response(
      status: .notFound,
      fields: Self.caution + [
        ("Content-Type", MediaType.of(path: page.path)), ("Content-Length", String(source.size)),
      ], body: source.body(0..<source.size))
  }

  private var gone: Response { .text(.notFound, "The file was there when the site was built.") }

  /// A page that stands where no site is yet; its script shows why.
  private func notBuilt() -> Response {
    let visit = PageVisit(path: "", version: 0, session: live.session)
    let bytes = visit.inserted(into: ClientFiles.notBuilt)
    return Response(
      status: .serviceUnavailable,
      fields: Self.caution + [
        ("Content-Type", "text/html; charset=utf-8"), ("Content-Length", String(bytes.count)),
      ], body: .bytes(bytes[...]))
  }

  /// The script of the preview, and the news that it asks for.
  private func ownFile(_ request: RequestHead) -> Response {
    switch request.path.dropFirst(Self.folder.count) {
    case "live.js":
      let script = ClientFiles.script
      let tag = EntityTag(of: script)
      let fields = Self.caution + [("ETag", tag.text)]
      if tag.isNamed(in: request["if-none-match"]) {
        return Response(status: .notModified, fields: fields)
      }
      return Response(
        status: .ok,
        fields: fields + [
          ("Content-Type", "text/javascript; charset=utf-8"),
          ("Content-Length", String(script.count)),
        ], body: .bytes(script[...]))
    case "events":
      let query = URLComponents(string: "?" + (request.query ?? ""))?.queryItems ?? []
      func value(_ name: String) -> String { query.first { $0.name == name }?.value ?? "" }
      let feed = EventFeed(
        live: live, version: Int(value("since")) ?? -1, session: value("session"))
      return Response(
        status: .ok, fields: Self.caution + [("Content-Type", "text/event-stream")],
        body: .events(feed))
    default:
      return .text(.notFound, "Nothing is here.")
    }
  }
}
