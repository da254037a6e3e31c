import Bytes
import SiteModel

/// Reads the addresses of a produced page as a browser would: relative to the page's own place in
/// the site (RFC 3986, section 5).
///
/// One reader serves many addresses, so that no memory is asked for at each.
struct SiteAddress {
  /// What an address leads to.
  enum Kind {
    /// Something in the site: ``path`` and ``fragment`` say what.
    case local
    /// Another host, over the web.
    case remote
    /// What is no place: `mailto:`, `data:` and the like.
    case other
    /// Nothing: it is empty.
    case empty
    /// It leads above the site's root, or its escapes are malformed.
    case outside
  }

  /// The folder of the page in the site, with its final slash; empty for the root.
  private let folder: [UInt8]
  /// The page itself.
  private let own: [UInt8]
  /// The path of the site on its host.
  private let base: [UInt8]
  /// The file that the last address leads to: a path from the site's root, percent-decoded.
  private(set) var path: [UInt8] = []
  /// The part behind `#`, percent-decoded; empty where there is none.
  private(set) var fragment: [UInt8] = []

  /// A reader for the addresses of the file at `output`.
  /// - Parameter base: The path of the site on its host, from `/` to `/`.
  init(of output: String, base: String) {
    self.own = Array(output.utf8)
    self.folder = Array(SitePath.folder(of: output).utf8)
    self.base = Array(base.utf8)
  }

  /// A reader for addresses that are relative to what this one has read last.
  func rebased() -> SiteAddress { SiteAddress(of: path.text, base: base.text) }

  /// Reads `value`, whose character references are worked out.
  mutating func read(_ value: ArraySlice<UInt8>) -> Kind {
    let value = value.trimmingASCIIWhitespace()
    path.removeAll(keepingCapacity: true)
    fragment.removeAll(keepingCapacity: true)
    guard let first = value.first else { return .empty }
    if let kind = Self.scheme(value) { return kind }
    let hash = value.firstIndex(of: UInt8(ascii: "#")) ?? value.endIndex
    let query = value[..<hash].firstIndex(of: UInt8(ascii: "?")) ?? hash
    if hash < value.endIndex, !Self.decode(value[(hash + 1)...], into: &fragment) {
      return .outside
    }
    if query == value.startIndex {
      path.append(contentsOf: own)
      return .local
    }
    var rest = value[..<query]
    if first == UInt8(ascii: "/") {
      if rest.starts(with: "//".utf8) { return .remote }
      guard rest.starts(with: base) else {
        // The site's root itself may be named without its slash.
        guard rest.elementsEqual(base.dropLast()) else { return .outside }
        path.append(contentsOf: "index.html".utf8)
        return .local
      }
      rest = rest.dropFirst(base.count)
    } else {
      path.append(contentsOf: folder)
    }
    return resolve(rest) ? .local : .outside
  }

  /// Reads what stands behind the site's own address, which begins at the site's root.
  mutating func readFromRoot(_ rest: ArraySlice<UInt8>) -> Kind {
    path.removeAll(keepingCapacity: true)
    fragment.removeAll(keepingCapacity: true)
    let hash = rest.firstIndex(of: UInt8(ascii: "#")) ?? rest.endIndex
    let query = rest[..<hash].firstIndex(of: UInt8(ascii: "?")) ?? hash
    if hash < rest.endIndex, !Self.decode(rest[(hash + 1)...], into: &fragment) { return .outside }
    return resolve(rest[..<query]) ? .local : .outside
  }

  /// Follows the parts of a relative path from where ``path`` is.
  private mutating func resolve(_ parts: ArraySlice<UInt8>) -> Bool {
    var start = parts.startIndex
    while start < parts.endIndex {
      let slash = parts[start...].firstIndex(of: UInt8(ascii: "/")) ?? parts.endIndex
      let part = parts[start..<slash]
      start = min(slash + 1, parts.endIndex)
      if part.elementsEqual(".".utf8) || part.isEmpty { continue }
      if part.elementsEqual("..".utf8) {
        guard path.popLast() != nil else { return false }
        while let last = path.last, last != UInt8(ascii: "/") { path.removeLast() }
        continue
      }
      guard Self.decode(part, into: &path) else { return false }
      if slash < parts.endIndex { path.append(UInt8(ascii: "/")) }
    }
    if path.isEmpty || path.last == UInt8(ascii: "/") {
      path.append(contentsOf: "index.html".utf8)
    }
    return true
  }

  private static func decode(_ bytes: ArraySlice<UInt8>, into output: inout [UInt8]) -> Bool {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "%") else {
        output.append(bytes[index])
        index += 1
        continue
      }
      guard index + 2 < bytes.endIndex, let high = bytes[index + 1].hexDigitValue,
        let low = bytes[index + 2].hexDigitValue
      else { return false }
      output.append(UInt8(high * 16 + low))
      index += 3
    }
    return true
  }

  /// What the scheme says, or nil where there is none.
  private static func scheme(_ value: ArraySlice<UInt8>) -> Kind? {
    guard let first = value.first, first.isASCIILetter else { return nil }
    for (offset, byte) in value.enumerated() {
      if byte == UInt8(ascii: ":") {
        let name = value.prefix(offset).map(\.asciiLowercased).text
        return name == "http" || name == "https" ? .remote : .other
      }
      let belongs =
        byte.isASCIIAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".")
      if !belongs { return nil }
    }
    return nil
  }
}
