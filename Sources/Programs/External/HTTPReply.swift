/// The head of a reply to a request.
struct HTTPReply: Sendable {
  /// The status code, RFC 9110 section 15.
  let status: Int
  /// Where a redirect leads, as it was sent.
  var location: String?
  /// How long to wait, as it was sent.
  var retryAfter: String?
}

/// Why there was no reply.
enum HTTPFailure: Error, Hashable, Sendable {
  /// Nothing came in time.
  case timedOut
  /// The host has no address.
  case hostUnknown
  /// The host refuses connections.
  case refused
  /// The connection cannot be trusted.
  case insecure
  /// The address cannot be asked for.
  case malformed
  /// Anything else, in the system's words.
  case other(String)

  /// The end of a sentence that begins with the address.
  var words: String {
    switch self {
    case .timedOut: "did not answer in time"
    case .hostUnknown: "is on a host that is not known"
    case .refused: "is on a host that takes no connection"
    case .insecure: "is on a host whose certificate cannot be trusted"
    case .malformed: "is no address that can be asked for"
    case .other(let words): "could not be reached: \(words)"
    }
  }
}

/// What a request asks for.
enum HTTPMethod: String, Sendable {
  /// The head of the reply alone.
  case head = "HEAD"
  /// The whole.
  case get = "GET"
}

/// Sends one request and gives back the head of the reply; redirects are not followed.
protocol HTTPExchange: Sendable {
  /// Asks `address` for what stands there.
  func ask(_ method: HTTPMethod, _ address: String) async -> Result<HTTPReply, HTTPFailure>
}
