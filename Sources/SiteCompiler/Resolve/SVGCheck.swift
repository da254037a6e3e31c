import Bytes
import Diagnostics
import SiteModel

/// Refuses pictures that run something or fetch something, and finds what they refer to in vain.
///
/// A picture opened by itself has all the powers of a page, so it is held to what a page may do.
struct SVGCheck {
  let file: SourceFileID
  /// Its path in the site.
  let path: String
  let base: String
  let outputs: Set<String>

  /// What is wrong with the picture `bytes`.
  func check(_ bytes: [UInt8]) -> [Diagnostic] {
    bytes.withUnsafeBufferPointer { bytes in
      let ids = Self.ids(bytes)
      var scanner = MarkupScanner(bytes, .xml)
      var reader = SiteAddress(of: path, base: base)
      var diagnostics: [Diagnostic] = []
      while let item = scanner.next() {
        switch item {
        case .declaration(let range):
          if range.upperBound < bytes.count, bytes[range.upperBound] == UInt8(ascii: "[") {
            diagnostics.append(
              unsafe("entities hide what this picture holds", range, "save it as plain SVG"))
          }
        case .instruction(let range):
          if let fault = instruction(bytes[range].text, range) { diagnostics.append(fault) }
        case .start:
          diagnostics += tag(scanner, ids, &reader)
          if Self.localName(scanner.name, in: scanner) == "style", !scanner.isSelfClosing {
            diagnostics += style(&scanner, ids, &reader)
          }
        }
      }
      return diagnostics
    }
  }

  private func instruction(_ text: String, _ range: Range<Int>) -> Diagnostic? {
    if text.hasPrefix("?xml-stylesheet") {
      return unsafe("a picture fetches no style sheet", range, "put the styles into it")
    }
    if text.hasPrefix("?xml"), TextEncoding.isForeign(declaredIn: text, behind: "encoding") {
      return unsafe(
        "a browser would read this picture in another encoding than UTF-8", range,
        "save it as UTF-8")
    }
    return nil
  }

  /// Looks at the text of a style element, whose start tag was just read.
  private func style(
    _ scanner: inout MarkupScanner, _ ids: Set<[UInt8]>, _ reader: inout SiteAddress
  ) -> [Diagnostic] {
    let (text, places) = scanner.passText()
    guard scanner.isAtEndTag else {
      return [unsafe("a style may hold nothing but text", scanner.name, nil)]
    }
    return StyleScanner.addresses(in: text[...]).flatMap { range in
      // An address of no letters has no place, and leads nowhere.
      guard let first = range.first, let last = range.last else { return [Diagnostic]() }
      return address(
        StyleScanner.value(of: text[range]), "style", places[first]..<places[last] + 1, ids, &reader
      )
    }
  }

  private func tag(
    _ scanner: MarkupScanner, _ ids: Set<[UInt8]>, _ reader: inout SiteAddress
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let element = Self.localName(scanner.name, in: scanner)
    if Self.running.contains(element) {
      return [
        unsafe("a picture may hold no '\(element)'", scanner.name, "take it out of the picture")
      ]
    }
    if Self.animating.contains(element) {
      for attribute in scanner.attributes
      where Self.localName(attribute.name, in: scanner) == "attributename" {
        var value: [UInt8] = []
        let isKnown = CharacterReferences.decode(scanner.bytes[attribute.value], into: &value)
        let name = value.split(separator: UInt8(ascii: ":")).last.map {
          Array($0).map(\.asciiLowercased).text.trimmingPrefix { $0.isWhitespace }
        }
        if !isKnown || name.map({ $0.hasPrefix("href") || $0.hasPrefix("on") }) == true {
          diagnostics.append(
            unsafe(
              "a picture may not change where something leads, or what it does", attribute.value,
              "take the '\(element)' out"))
        }
      }
    }
    for attribute in scanner.attributes {
      let name = Self.localName(attribute.name, in: scanner)
      if name.hasPrefix("on"), name.count > 2 {
        diagnostics.append(
          unsafe("a picture may not react with '\(name)'", attribute.name, "take it out"))
        continue
      }
      var value: [UInt8] = []
      guard CharacterReferences.decode(scanner.bytes[attribute.value], into: &value) else {
        diagnostics.append(unsafe("nobody can say what this entity holds", attribute.value, nil))
        continue
      }
      if name == "srcset" {
        diagnostics.append(unsafe("a picture may not choose what it fetches", attribute.name, nil))
      } else if Self.runs(value) {
        diagnostics.append(unsafe("a picture may run no script", attribute.value, "take it out"))
      } else if Self.addresses.contains(name) {
        diagnostics += address(value, element, attribute.value, ids, &reader)
      } else if value.contains(UInt8(ascii: "(")) {
        for range in StyleScanner.addresses(in: value[...]) {
          let address = StyleScanner.value(of: value[range])
          diagnostics += self.address(address, "style", attribute.value, ids, &reader)
        }
      }
    }
    return diagnostics
  }

  /// What is wrong with the address `value` of an `element`.
  private func address(
    _ value: [UInt8], _ element: String, _ range: Range<Int>, _ ids: Set<[UInt8]>,
    _ reader: inout SiteAddress
  ) -> [Diagnostic] {
    let isLink = element == "a" || element == "area"
    let span = SourceSpan(file, range)
    switch reader.read(value[...]) {
    case .remote:
      // A link is followed by the reader; anything else by the browser.
      if isLink { return [] }
      return [unsafe("a picture may fetch nothing from another host", range, "put it into it")]
    case .other:
      let text = value.text.lowercased()
      // A picture in an address becomes part of this one by 'use', with whatever it holds.
      let isHarmless =
        isLink
        ? !text.hasPrefix("data:")
        : element != "use" && Self.harmless.contains { text.hasPrefix($0) }
      return isHarmless ? [] : [unsafe("a picture may not refer to this", range, nil)]
    case .empty: return []
    case .outside:
      return [Diagnostic(.assetMissing, "'\(value.text)' leads out of the site", at: span)]
    case .local:
      let target = reader.path.text
      if target.utf8.elementsEqual(path.utf8) {
        let id = reader.fragment
        if id.isEmpty || ids.contains(id) || id.starts(with: "svgView(".utf8) { return [] }
        return [
          Diagnostic(
            .linkAnchorMissing, "this picture has nothing with the id '\(id.text)'", at: span)
        ]
      }
      if outputs.contains(target) { return [] }
      return [Diagnostic(.assetMissing, "no file at '\(value.text)'", at: span)]
    }
  }

  private static func ids(_ bytes: UnsafeBufferPointer<UInt8>) -> Set<[UInt8]> {
    var scanner = MarkupScanner(bytes, .xml)
    var ids: Set<[UInt8]> = []
    while let item = scanner.next() {
      guard case .start = item else { continue }
      for attribute in scanner.attributes
      where scanner.has(attribute.name, "id") || scanner.has(attribute.name, "xml:id") {
        var id: [UInt8] = []
        if CharacterReferences.decode(bytes[attribute.value], into: &id) { ids.insert(id) }
      }
    }
    return ids
  }

  /// The name without its namespace's prefix, which a file chooses, in lower case.
  private static func localName(_ range: Range<Int>, in scanner: MarkupScanner) -> String {
    let name = scanner.bytes[range]
    let start = name.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? name.startIndex
    return name[start...].map(\.asciiLowercased).text
  }

  /// Whether a value is an address that runs; browsers drop blanks and control characters from it.
  private static func runs(_ value: [UInt8]) -> Bool {
    var visible = value.lazy.filter { $0 > 0x20 }.map(\.asciiLowercased).makeIterator()
    for byte in "javascript:".utf8 where visible.next() != byte { return false }
    return true
  }

  /// Elements that run something, or bring a whole page along.
  private static let running: Set<String> = [
    "script", "handler", "listener", "iframe", "frame", "frameset", "object", "applet", "embed",
    "base", "form", "meta", "link", "portal",
  ]

  /// Elements that change attributes of others.
  private static let animating: Set<String> = [
    "animate", "set", "animatetransform", "animatemotion", "animatecolor",
  ]

  /// Attributes that hold an address, of SVG's elements and of HTML's within `foreignObject`.
  private static let addresses: Set<String> = ["href", "src", "poster", "background", "data"]

  /// What stands in the address itself and can only be looked at.
  private static let harmless = ["data:image/", "data:font/", "data:application/font", "about:"]

  private func unsafe(_ message: String, _ range: Range<Int>, _ help: String?) -> Diagnostic {
    Diagnostic(.svgUnsafe, message, at: SourceSpan(file, range), help: help)
  }
}
