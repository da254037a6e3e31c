import Bytes

/// What produced pages hold of scripts and styles, by the digests that a content security policy
/// names them by (CSP 3, section 2.3.1).
///
/// Dossier writes none; raw HTML under `html: all` and templates of a project's own may.
public struct InlineCode: Sendable, Hashable {
  /// Of the texts of `script` elements that a browser runs.
  public private(set) var scripts: Set<String> = []
  /// Of the texts of `style` elements.
  public private(set) var styles: Set<String> = []
  /// Of the values of `style` attributes.
  public private(set) var styleAttributes: Set<String> = []
  /// How many attributes such as `onclick` there are, which no strict policy lets run.
  public private(set) var handlerCount = 0

  /// Nothing yet.
  public init() {}

  /// Reads a page.
  public mutating func read(page bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      var scanner = MarkupScanner(bytes)
      while let item = scanner.next() {
        guard case .start = item else { continue }
        readAttributes(of: scanner)
        if scanner.has(scanner.name, "style"), !scanner.content.isEmpty {
          styles.insert(Self.digest(bytes[scanner.content]))
        } else if scanner.has(scanner.name, "script"), !scanner.content.isEmpty,
          Self.runs(scanner)
        {
          scripts.insert(Self.digest(bytes[scanner.content]))
        }
      }
    }
  }

  /// Adds what was found elsewhere.
  public mutating func formUnion(_ other: InlineCode) {
    scripts.formUnion(other.scripts)
    styles.formUnion(other.styles)
    styleAttributes.formUnion(other.styleAttributes)
    handlerCount += other.handlerCount
  }

  private mutating func readAttributes(of scanner: MarkupScanner) {
    for attribute in scanner.attributes {
      if scanner.has(attribute.name, "style") {
        var value: [UInt8] = []
        // A name that few write would make another digest, and the style would not be shown.
        _ = CharacterReferences.decode(scanner.bytes[attribute.value], into: &value)
        styleAttributes.insert(Self.digest(value[...]))
      } else if attribute.name.count > 2,
        scanner.has(attribute.name.lowerBound..<attribute.name.lowerBound + 2, "on")
      {
        handlerCount += 1
      }
    }
  }

  /// Whether a browser runs the text of a `script`: not one that has a file, nor data.
  private static func runs(_ scanner: MarkupScanner) -> Bool {
    var type = ""
    for attribute in scanner.attributes {
      if scanner.has(attribute.name, "src") { return false }
      if scanner.has(attribute.name, "type") {
        let value = scanner.bytes[attribute.value]
        type = Array(value).trimmingASCIIWhitespace().text.lowercased()
      }
    }
    return type.isEmpty || type.hasSuffix("javascript") || type.hasSuffix("ecmascript")
      || ["module", "importmap", "speculationrules"].contains(type)
  }

  /// A browser makes line feeds of all line ends before it looks at a text.
  private static func digest(_ bytes: some Collection<UInt8>) -> String {
    var text: [UInt8] = []
    var last: UInt8 = 0
    for byte in bytes {
      if byte == .carriageReturn {
        text.append(.newline)
      } else if byte != .newline || last != .carriageReturn {
        text.append(byte)
      }
      last = byte
    }
    return Base64.encode(Digest.sha256.bytes(of: text))
  }
}
