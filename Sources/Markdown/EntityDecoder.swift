import Bytes
import CCMark

/// Says what an entity stands for, by asking the parser that made the tree, once for each.
struct EntityDecoder {
  private var known: [String: [UInt8]] = [:]

  /// The entity or numeric character reference that begins with the `&` at `offset`.
  /// - Returns: How many bytes it takes and the bytes that it stands for, or nil where there is
  ///   none.
  mutating func entity(
    in bytes: UnsafeBufferPointer<UInt8>, at offset: Int, before end: Int
  ) -> (length: Int, bytes: [UInt8])? {
    // The longest name has 31 letters.
    let limit = min(end, offset + 40)
    var place = offset + 1
    if place < limit, bytes[place] == UInt8(ascii: "#") { place += 1 }
    let first = place
    while place < limit, bytes[place].isASCIIAlphanumeric { place += 1 }
    guard place > first, place < limit, bytes[place] == UInt8(ascii: ";") else { return nil }
    let name = UnsafeBufferPointer(rebasing: bytes[offset...place]).text
    let decoded: [UInt8]
    if let held = known[name] {
      decoded = held
    } else {
      decoded = Self.decode(name)
      known[name] = decoded
    }
    return decoded.isEmpty ? nil : (place + 1 - offset, decoded)
  }

  /// What `name` (with `&` and `;`) stands for; nothing where it is no entity.
  private static func decode(_ name: String) -> [UInt8] {
    // The letter before keeps the meaning of white space that an entity may stand for.
    let source = "x" + name
    guard
      let root = cmark_parse_document(source, source.utf8.count, CMARK_OPT_DEFAULT)
    else { return [] }
    defer { cmark_node_free(root) }
    guard let paragraph = cmark_node_first_child(root),
      let text = cmark_node_first_child(paragraph),
      let literal = cmark_node_get_literal(text)
    else { return [] }
    let decoded = String(cString: literal)
    return decoded == source ? [] : Array(decoded.utf8.dropFirst())
  }
}
