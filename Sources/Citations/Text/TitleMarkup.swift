import Bytes

/// The markup that CSL-JSON allows in titles: `<i>`, `<b>`, `<sup>`, `<sub>`, small capitals and
/// `<span class="nocase">`, as Zotero documents them.
enum TitleMarkup {
  /// The text with its styles; tags that are not known are kept as text.
  static func parse(_ text: String) -> RichText {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return RichText(text) }
    var result = RichText()
    var open: [(name: String, style: Run.Style)] = []
    var rest = text[...]
    while let less = rest.firstIndex(of: "<") {
      let style = open.reduce(into: Run.Style()) { $0.formUnion($1.style) }
      result.append(String(rest[..<less]), style: style)
      rest = rest[less...]
      guard let greater = rest.firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: less)..<greater]
      if let known = Self.style(of: tag) {
        open.append((String(tag.prefix { $0 != " " }), known))
      } else if tag.first == "/", let last = open.last, last.name == tag.dropFirst() {
        open.removeLast()
      } else {
        result.append("<", style: style)
        rest = rest.dropFirst()
        continue
      }
      rest = rest[rest.index(after: greater)...]
    }
    let style = open.reduce(into: Run.Style()) { $0.formUnion($1.style) }
    result.append(String(rest), style: style)
    return result
  }

  private static func style(of tag: Substring) -> Run.Style? {
    switch tag {
    case "i": .emphasis
    case "b": .strong
    case "sup": .superscript
    case "sub": .subscript
    case "sc", "span style=\"font-variant: small-caps;\"",
      "span style=\"font-variant:small-caps;\"":
      .smallCapitals
    case "span class=\"nocase\"", "span class='nocase'": .fixedCase
    default: nil
    }
  }
}
