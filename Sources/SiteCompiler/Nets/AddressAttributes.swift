import Bytes

/// Which attributes hold addresses or ids.
enum AddressAttributes {
  /// What the value of an attribute means.
  enum Meaning: Sendable {
    /// An address that a reader may follow.
    case link
    /// An address that the browser fetches by itself.
    case resource
    /// Addresses with their widths, each fetched by itself.
    case resourceSet
    /// The id of the element.
    case id
    /// The name of an anchor, as links were given targets before ids.
    case anchor
    /// Ids of other elements of the page, parted by blanks.
    case references
    /// Style, in which `url(…)` may stand.
    case style
    /// `content` of a `meta` element that sends the reader elsewhere.
    case refresh
  }

  /// The meaning of the attribute `name` of the scanner's last start tag, or nil where it is none
  /// of these.
  static func meaning(
    of attribute: MarkupScanner.Attribute, in scanner: MarkupScanner
  ) -> Meaning? {
    let name = attribute.name
    // Nearly all attributes are told apart by their length and first byte.
    switch name.count {
    case 2 where scanner.has(name, "id"): return .id
    case 3:
      if scanner.has(name, "src") { return .resource }
      return scanner.has(name, "for") ? .references : nil
    case 4:
      if scanner.has(name, "href") { return href(in: scanner) }
      if scanner.has(name, "data") { return scanner.has(scanner.name, "object") ? .resource : nil }
      if scanner.has(name, "name") { return scanner.has(scanner.name, "a") ? .anchor : nil }
      return scanner.has(name, "list") ? .references : nil
    case 5: return scanner.has(name, "style") ? .style : nil
    case 6:
      if scanner.has(name, "srcset") { return .resourceSet }
      return scanner.has(name, "poster") ? .resource : nil
    case 7: return scanner.has(name, "content") && isRefresh(scanner) ? .refresh : nil
    case 10: return scanner.has(name, "xlink:href") ? href(in: scanner) : nil
    case 11: return scanner.has(name, "imagesrcset") ? .resourceSet : nil
    case 13: return scanner.has(name, "aria-controls") ? .references : nil
    case 15: return scanner.has(name, "aria-labelledby") ? .references : nil
    case 16: return scanner.has(name, "aria-describedby") ? .references : nil
    default: return nil
    }
  }

  /// Whether a value is an SVG paint, mask, clip or the like that names an element: `url(#…)`.
  static func isReference(_ value: Range<Int>, in scanner: MarkupScanner) -> Bool {
    value.count > 4 && scanner.bytes[value.lowerBound].asciiLowercased == UInt8(ascii: "u")
      && scanner.has(value.lowerBound..<value.lowerBound + 4, "url(")
  }

  private static func href(in scanner: MarkupScanner) -> Meaning {
    let name = scanner.name
    if scanner.has(name, "a") || scanner.has(name, "area") { return .link }
    guard scanner.has(name, "link") else { return .resource }
    for attribute in scanner.attributes where scanner.has(attribute.name, "rel") {
      let words = scanner.bytes[attribute.value].map(\.asciiLowercased).text.split(separator: " ")
      if words.contains(where: { fetched.contains($0) }) { return .resource }
    }
    return .link
  }

  /// The relations of `link` whose targets browsers fetch.
  private static let fetched: Set<Substring> = [
    "stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch",
    "manifest", "mask-icon", "apple-touch-icon",
  ]

  private static func isRefresh(_ scanner: MarkupScanner) -> Bool {
    scanner.has(scanner.name, "meta")
      && scanner.attributes.contains {
        scanner.has($0.name, "http-equiv") && scanner.has($0.value, "refresh")
      }
  }
}
