/// An answer to a request.
struct Response: Sendable {
  /// What follows the head.
  enum Body: Sendable {
    /// Nothing.
    case none
    /// These bytes.
    case bytes(ArraySlice<UInt8>)
    /// A part of a file on disk.
    case file(path: String, Range<Int>)
    /// News of the site for as long as the reader stays; see ``EventFeed``.
    case events(EventFeed)
  }

  /// The status and what it is called.
  var status: HTTPStatus
  /// The fields of the head, in order.
  var fields: [(name: String, value: String)] = []
  /// What follows.
  var body = Body.none

  /// An answer that consists of a sentence.
  static func text(_ status: HTTPStatus, _ sentence: String) -> Response {
    let bytes = Array((sentence + "\n").utf8)
    return Response(
      status: status,
      fields: [
        ("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", String(bytes.count)),
      ], body: .bytes(bytes[...]))
  }

  /// The head as it is sent.
  /// - Parameters:
  ///   - date: What the field `Date` says, which every answer has (RFC 9110, section 6.6.1).
  ///   - closes: Whether the connection ends with this answer.
  func head(date: String, closes: Bool) -> [UInt8] {
    var text = "HTTP/1.1 \(status.code) \(status.phrase)\r\nDate: \(date)\r\n"
    for (name, value) in fields { text += "\(name): \(value)\r\n" }
    text += closes ? "Connection: close\r\n\r\n" : "\r\n"
    return Array(text.utf8)
  }
}

/// A status that the preview answers with, RFC 9110 section 15.
struct HTTPStatus: Hashable, Sendable {
  let code: Int
  let phrase: String

  static let ok = HTTPStatus(code: 200, phrase: "OK")
  static let partialContent = HTTPStatus(code: 206, phrase: "Partial Content")
  static let movedPermanently = HTTPStatus(code: 301, phrase: "Moved Permanently")
  static let notModified = HTTPStatus(code: 304, phrase: "Not Modified")
  static let badRequest = HTTPStatus(code: 400, phrase: "Bad Request")
  static let notFound = HTTPStatus(code: 404, phrase: "Not Found")
  static let methodNotAllowed = HTTPStatus(code: 405, phrase: "Method Not Allowed")
  static let requestTimeout = HTTPStatus(code: 408, phrase: "Request Timeout")
  static let rangeNotSatisfiable = HTTPStatus(code: 416, phrase: "Range Not Satisfiable")
  static let misdirectedRequest = HTTPStatus(code: 421, phrase: "Misdirected Request")
  static let headTooLarge = HTTPStatus(code: 431, phrase: "Request Header Fields Too Large")
  static let serviceUnavailable = HTTPStatus(code: 503, phrase: "Service Unavailable")
  static let versionNotSupported = HTTPStatus(code: 505, phrase: "HTTP Version Not Supported")
}
