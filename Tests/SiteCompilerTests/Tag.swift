/// A start tag in produced HTML or SVG, read as a browser reads it.
struct Tag {
  let name: String
  /// The attributes with their values, character references worked out.
  let attributes: [String: String]

  /// The start tags of `html` in order; comments are passed over.
  static func all(in html: String) -> [Tag] {
    var scalars = Array(html.unicodeScalars)[...]
    var tags: [Tag] = []
    while let open = scalars.firstIndex(of: "<") {
      scalars = scalars[(open + 1)...]
      if scalars.starts(with: "!--".unicodeScalars) {
        while !scalars.isEmpty, !scalars.starts(with: "-->".unicodeScalars) {
          scalars.removeFirst()
        }
        continue
      }
      guard let first = scalars.first, first.properties.isAlphabetic, first.isASCII else {
        continue
      }
      tags.append(read(&scalars))
    }
    return tags
  }

  private static func read(_ scalars: inout ArraySlice<Unicode.Scalar>) -> Tag {
    func take(while belongs: (Unicode.Scalar) -> Bool) -> String {
      var view = String.UnicodeScalarView()
      while let next = scalars.first, belongs(next) { view.append(scalars.removeFirst()) }
      return String(view)
    }
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      " \t\n\r\u{0C}".unicodeScalars.contains(scalar)
    }
    let name = take { !isBlank($0) && $0 != "/" && $0 != ">" }.lowercased()
    var attributes: [String: String] = [:]
    while let next = scalars.first, next != ">" {
      if isBlank(next) || next == "/" {
        scalars.removeFirst()
        continue
      }
      let key = take { !isBlank($0) && !"/>=".unicodeScalars.contains($0) }.lowercased()
      _ = take(while: isBlank)
      var value = ""
      if scalars.first == "=" {
        scalars.removeFirst()
        _ = take(while: isBlank)
        if let quote = scalars.first, quote == "\"" || quote == "'" {
          scalars.removeFirst()
          value = take { $0 != quote }
          scalars = scalars.dropFirst()
        } else {
          value = take { !isBlank($0) && $0 != ">" }
        }
      } else if key.isEmpty {
        scalars = scalars.dropFirst()
      }
      attributes[key] = decode(value)
    }
    return Tag(name: name, attributes: attributes)
  }

  /// The references that Dossier writes; of others none may be there.
  private static func decode(_ value: String) -> String {
    value.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
