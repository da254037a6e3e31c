import Bytes

/// Sets a mark behind the beginning of each section of a template and one before its end, so that
/// what the engine made of an element can be told from what stands around it.
///
/// A section whose tags stand on lines of their own gets marks on lines of their own, which are
/// taken away again with their line ends; so no other tag comes to stand otherwise than it did.
enum FormMarks {
  /// Names of marks begin with it, which those of values never do.
  static let sign = UInt8(ascii: "-")

  /// A mark as the engine asks for it.
  struct Name {
    let isBegin: Bool
    /// Whether it has a line of its own.
    let isLine: Bool
    /// The section, by a number that no other of the templates has.
    let section: Int

    /// The mark called `name`; nil where it is none.
    init?(_ name: String) {
      guard name.utf8.first == FormMarks.sign, let kind = name.utf8.dropFirst().first,
        let section = Int(name.dropFirst(2))
      else { return nil }
      self.section = section
      isBegin = kind | 0x20 == UInt8(ascii: "b")
      isLine = kind & 0x20 == 0
    }
  }

  /// The text of a template with marks.
  /// - Parameter section: The number of the first section, then that of the next template's.
  static func marked(_ text: String, from section: inout Int) -> String {
    let bytes = Array(text.utf8)
    var marked: [UInt8] = []
    var copied = 0
    /// The open sections, with their numbers where they are marked.
    var open: [Int?] = []
    func mark(_ kind: String, _ section: Int, at place: Int, isLine: Bool) {
      marked.append(contentsOf: bytes[copied..<place])
      copied = place
      let kind = isLine ? kind.uppercased() : kind
      marked.append(contentsOf: "{{\(Character(Unicode.Scalar(sign)))\(kind)\(section)}}".utf8)
      if isLine { marked.append(.newline) }
    }
    for tag in tags(of: bytes) {
      switch tag.sign {
      case UInt8(ascii: "#"):
        open.append(section)
        let line = line(of: tag, in: bytes)
        mark("b", section, at: line?.upperBound ?? tag.range.upperBound, isLine: line != nil)
        section += 1
      case UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "<"): open.append(nil)
      case UInt8(ascii: "/"):
        guard let section = open.popLast() ?? nil else { continue }
        let line = line(of: tag, in: bytes)
        mark("e", section, at: line?.lowerBound ?? tag.range.lowerBound, isLine: line != nil)
      default: continue
      }
    }
    marked.append(contentsOf: bytes[copied...])
    return marked.text
  }

  /// Whether a partial or block of the template is indented.
  ///
  /// The engine indents what it makes of it wherever a value ends in a line end, and so not by the
  /// shape of a page alone.
  static func isIndented(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return tags(of: bytes).contains { tag in
      guard let sign = tag.sign, ">$<".utf8.contains(sign), tag.range.lowerBound > 0 else {
        return false
      }
      return [.space, .tab].contains(bytes[tag.range.lowerBound - 1])
    }
  }

  private struct Tag {
    /// Its braces and all between them.
    let range: Range<Int>
    /// What it does; nil for a value in three braces.
    let sign: UInt8?
  }

  private static func tags(of bytes: [UInt8]) -> [Tag] {
    var tags: [Tag] = []
    var start = 0
    func next(_ brace: UInt8, _ count: Int, from start: Int) -> Int? {
      guard start + count <= bytes.count else { return nil }
      return (start...bytes.count - count).first { place in
        bytes[place..<place + count].allSatisfy { $0 == brace }
      }
    }
    while let open = next(UInt8(ascii: "{"), 2, from: start) {
      let isTriple = open + 2 < bytes.count && bytes[open + 2] == UInt8(ascii: "{")
      let width = isTriple ? 3 : 2
      guard let end = next(UInt8(ascii: "}"), width, from: open + width) else { break }
      start = end + width
      tags.append(Tag(range: open..<start, sign: isTriple ? nil : bytes[open + 2]))
    }
    return tags
  }

  /// The line that a tag has to itself, with its end; nil where something else stands on it.
  private static func line(of tag: Tag, in bytes: [UInt8]) -> Range<Int>? {
    func isBlank(_ byte: UInt8) -> Bool { byte == .space || byte == .tab }
    var start = tag.range.lowerBound
    while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
    guard start == 0 || bytes[start - 1] == .newline else { return nil }
    var end = tag.range.upperBound
    while end < bytes.count, isBlank(bytes[end]) { end += 1 }
    if end + 1 < bytes.count, bytes[end] == .carriageReturn { end += 1 }
    guard end < bytes.count else { return start..<end }
    return bytes[end] == .newline ? start..<end + 1 : nil
  }
}
