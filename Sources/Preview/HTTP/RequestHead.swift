import Bytes

/// The head of a request, RFC 9112 sections 2 to 5: everything that stands before its body.
struct RequestHead: Sendable {
  /// Why bytes are no head that is answered.
  enum Fault: Error, Equatable {
    /// They are not in the form that section 2.1 asks for.
    case malformed
    /// They are more than ``RequestHead/limit``.
    case tooLong
    /// They are of a version other than 1.0 and 1.1.
    case versionUnknown
  }

  /// How long a head may be, in bytes.
  static let limit = 16_384

  /// The method, as it was sent.
  let method: String
  /// The path, still percent-encoded.
  let path: String
  /// What stands behind the `?`, as it was sent; nil where there is none.
  let query: String?
  /// Whom the request was meant for: a name or an address, often with a port.
  let host: String
  /// Whether the sender wants to go on with this connection.
  let isKeptAlive: Bool
  /// Whether a body follows, which nothing here has a use for.
  let hasBody: Bool

  private let fields: [String: String]

  /// The value of a field by its name in lower case; values of a field that is sent repeatedly are
  /// joined by commas (RFC 9110, section 5.3).
  subscript(field: String) -> String? { fields[field] }

  /// Where the first head in `bytes` ends, behind its empty line; nil while that has not come.
  static func end(in bytes: [UInt8]) -> Int? {
    // Empty lines before a request are passed over (section 2.2).
    var index = bytes.firstIndex { $0 != .carriageReturn && $0 != .newline } ?? bytes.endIndex
    while let lineEnd = bytes[index...].firstIndex(of: .newline) {
      index = lineEnd + 1
      let rest = bytes[index...]
      if rest.first == .newline { return index + 1 }
      if rest.starts(with: [.carriageReturn, .newline]) { return index + 2 }
    }
    return nil
  }

  /// Reads a head up to its empty line.
  init(_ bytes: [UInt8]) throws(Fault) {
    guard bytes.count <= Self.limit else { throw .tooLong }
    let lines = bytes.drop { $0 == .carriageReturn || $0 == .newline }
      .split(separator: .newline, omittingEmptySubsequences: false)
      .map { $0.last == .carriageReturn ? $0.dropLast() : $0 }
    let words = (lines.first ?? bytes[bytes.endIndex...])
      .split(separator: .space, omittingEmptySubsequences: false)
    guard words.count == 3, Self.isToken(words[0]), !words[1].isEmpty,
      words[1].allSatisfy({ $0 > .space && $0 < 0x7F })
    else { throw .malformed }
    let version = words[2].text
    guard version.hasPrefix("HTTP/") else { throw .malformed }
    guard version == "HTTP/1.1" || version == "HTTP/1.0" else { throw .versionUnknown }
    let fields = try Self.fields(in: lines.dropFirst())
    let target = try Self.target(words[1].text)
    method = words[0].text
    path = target.path
    query = target.query
    // Exactly one host is asked for, and only the older version may leave it out (section 3.2).
    let host = target.host ?? fields["host"] ?? ""
    guard version == "HTTP/1.0" || fields["host"] != nil, !host.contains(",") else {
      throw .malformed
    }
    self.host = host
    let wishes = (fields["connection"] ?? "").split(separator: ",").map {
      $0.utf8.trimmingASCIIWhitespace().text.lowercased()
    }
    // The older version would have to be answered in its own way for the connection to go on.
    isKeptAlive = version == "HTTP/1.1" && !wishes.contains("close")
    let length = fields["content-length"]
    guard length == nil || fields["transfer-encoding"] == nil else { throw .malformed }
    hasBody = (length ?? "0") != "0" || fields["transfer-encoding"] != nil
    self.fields = fields
  }

  private static func fields(
    in lines: some Sequence<some Collection<UInt8>>
  ) throws(Fault) -> [String: String] {
    var fields: [String: String] = [:]
    for line in lines {
      if line.isEmpty { break }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), isToken(line[..<colon]) else {
        throw .malformed
      }
      let name = line[..<colon].text.lowercased()
      let value = Array(line[line.index(after: colon)...]).trimmingASCIIWhitespace()
      guard value.allSatisfy({ $0 == .tab || ($0 >= .space && $0 != 0x7F) }) else {
        throw .malformed
      }
      fields[name] = fields[name].map { $0 + ", " + value.text } ?? value.text
    }
    return fields
  }

  /// The parts of a request's target: its usual form is a path, but a whole address is one too
  /// (section 3.2.2), and then stands above the field `Host`.
  private static func target(
    _ target: String
  ) throws(Fault) -> (path: String, query: String?, host: String?) {
    var rest = Substring(target)
    var host: String?
    if target.lowercased().hasPrefix("http://") {
      rest = rest.dropFirst("http://".count)
      let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
      host = String(rest[..<end])
      rest = rest[end...]
      if host?.isEmpty != false { throw .malformed }
    }
    let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts.first.map(String.init) ?? ""
    let query = parts.count > 1 ? String(parts[1]) : nil
    return (path.isEmpty && host != nil ? "/" : path, query, host)
  }

  /// Whether `bytes` are a token, RFC 9110 section 5.6.2.
  private static func isToken(_ bytes: some Collection<UInt8>) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy { $0.isASCIIAlphanumeric || "!#$%&'*+-.^_`|~".utf8.contains($0) }
  }
}
