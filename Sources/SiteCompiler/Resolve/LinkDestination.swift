import Bytes

/// What kind of thing a link's destination names, RFC 3986.
enum LinkDestination: Hashable {
  /// Something outside the site.
  case web(String)
  /// A scheme that no page may use, such as `javascript`.
  case refused(scheme: String)
  /// Nothing that can be read.
  case malformed(String)
  /// A path within the site, percent-decoded, with its query (`?` included) and anchor; an empty
  /// path is the page itself.
  case local(path: String, query: String, anchor: String?)

  private static let allowed: Set<String> = ["http", "https", "ftp", "mailto", "tel", "xmpp"]

  init(_ destination: String) {
    let bytes = Array(destination.utf8)
    if let scheme = Self.scheme(bytes) {
      self =
        Self.allowed.contains(scheme)
        ? .web(PercentEncoding.encodeAddress(destination)) : .refused(scheme: scheme)
      return
    }
    if destination.hasPrefix("//") {
      self = .web(destination)
      return
    }
    if bytes.isEmpty {
      self = .malformed("this link leads nowhere: its destination is empty")
      return
    }
    let hash = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
    let mark = bytes[..<hash].firstIndex(of: UInt8(ascii: "?")) ?? hash
    let anchor = hash < bytes.count ? bytes[(hash + 1)...].text : nil
    guard let path = PercentEncoding.decode(bytes[..<mark].text),
      let decodedAnchor = PercentEncoding.decode(anchor ?? "")
    else {
      self = .malformed("'\(destination)' has a malformed percent escape")
      return
    }
    if path.utf8.contains(where: { $0 < 0x20 || $0 == .backslash }) {
      self = .malformed("'\(destination)' has a character that no path may have")
      return
    }
    self = .local(
      path: path, query: PercentEncoding.encodeQuery(bytes[mark..<hash].text),
      anchor: anchor == nil ? nil : decodedAnchor)
  }

  /// The scheme before the colon, in lower case. Browsers drop tabs, line ends and leading control
  /// characters from addresses, so they are dropped here too before looking.
  private static func scheme(_ bytes: [UInt8]) -> String? {
    let visible = bytes.drop { $0 <= .space }.filter { $0 > 0x1F }
    guard let first = visible.first, first.isASCIILetter,
      let colon = visible.firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    let name = visible[..<colon]
    guard name.allSatisfy({ $0.isASCIIAlphanumeric || "+-.".utf8.contains($0) }) else { return nil }
    return name.map(\.asciiLowercased).text
  }
}
