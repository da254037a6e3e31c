import Bytes

/// What is to be known beforehand of a page that others made and that is copied as it is.
struct CopiedPage {
  /// Where its first `base` element has its address, which all others are relative to.
  let base: (value: [UInt8], range: Range<Int>)?
  /// The ids that links may lead to; nil where scripts may add others, so that nobody can say.
  let ids: Set<[UInt8]>?

  /// Reads `bytes`.
  init(_ bytes: [UInt8]) {
    var base: (value: [UInt8], range: Range<Int>)?
    var ids: Set<[UInt8]> = []
    var hasScript = false
    bytes.withUnsafeBufferPointer { bytes in
      var scanner = MarkupScanner(bytes)
      while let item = scanner.next() {
        guard case .start = item else { continue }
        if scanner.has(scanner.name, "script") { hasScript = true }
        for attribute in scanner.attributes {
          let isBase =
            base == nil && scanner.has(attribute.name, "href") && scanner.has(scanner.name, "base")
          let isID =
            scanner.has(attribute.name, "id")
            || scanner.has(attribute.name, "name") && scanner.has(scanner.name, "a")
          guard isBase || isID else { continue }
          var value: [UInt8] = []
          guard CharacterReferences.decode(bytes[attribute.value], into: &value) else { continue }
          if isBase { base = (value, attribute.value) } else { ids.insert(value) }
        }
      }
    }
    self.base = base
    self.ids = hasScript ? nil : ids
  }

  /// Whether the file at `path` is a page rather than a picture or another file.
  static func isOne(_ path: String) -> Bool {
    let folded = path.lowercased()
    return folded.hasSuffix(".html") || folded.hasSuffix(".htm")
  }
}
