import Bytes
public import Diagnostics
import Yams

/// Reads YAML into nodes with places.
public enum YAMLReader {
  /// Reads one YAML document.
  ///
  /// - Parameters:
  ///   - bytes: The document, well-formed UTF-8.
  ///   - file: The file that holds it.
  ///   - sourceOffset: Where in the file a byte of the document stands. It need not be a slice of
  ///     the file: a block in a list is indented.
  /// - Returns: The document's value, or nil where it is empty or malformed; in the second case
  ///   with the diagnostic `yaml-invalid` or `yaml-too-large`.
  public static func read(
    _ bytes: some Sequence<UInt8>, in file: SourceFileID,
    sourceOffset: (Int) -> Int = { $0 }
  ) -> Outcome<Node?> {
    read(bytes, in: file, isWhole: false, sourceOffset: sourceOffset)
  }

  /// As above; `isWhole` has libyaml read what could be read without it.
  static func read(
    _ bytes: some Sequence<UInt8>, in file: SourceFileID, isWhole: Bool,
    sourceOffset: (Int) -> Int = { $0 }
  ) -> Outcome<Node?> {
    var bytes = Array(bytes)
    // libyaml counts a byte order mark as a column, by which the first key stands apart.
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    bytes.removeFirst(mark)
    return withoutActuallyEscaping(sourceOffset) { sourceOffset in
      let places = YAMLPlaces(bytes: bytes, file: file) { sourceOffset($0 + mark) }
      return read(bytes, places, isWhole: isWhole)
    }
  }

  private static func read(
    _ bytes: [UInt8], _ places: YAMLPlaces, isWhole: Bool
  ) -> Outcome<Node?> {
    if let deep = NestingGuard.firstTooDeep(in: bytes) {
      let span = places.span(deep..<deep + 1)
      let message = "this YAML nests deeper than \(DocumentLimits.depth)"
      return Outcome(nil, [Diagnostic(.yamlTooLarge, message, at: span)])
    }
    if let key = AliasGuard.firstUnboundedKey(in: bytes) {
      let span = places.span(key..<key + 1)
      let message = "among so many aliases no key may be an alias, a list or a mapping"
      return Outcome(
        nil, [Diagnostic(.yamlTooLarge, message, at: span, help: "write keys as text")])
    }
    if !isWhole, let node = PlainYAMLReader.read(bytes, places) { return Outcome(node) }
    do {
      // The default encoding is asked of the environment, each time, and may be another there.
      let parser = try Yams.Parser(yaml: bytes.text, encoding: .utf8)
      guard let root = try parser.singleRoot() else { return Outcome(nil) }
      var converter = YAMLConverter(places: places)
      let node = converter.convert(root, depth: 0)
      guard let fault = converter.fault else { return Outcome(node) }
      let start = places.span(0..<min(1, bytes.count))
      return Outcome(
        nil,
        [
          Diagnostic(
            .yamlTooLarge, fault, at: start, help: "aliases count each time they are used")
        ])
    } catch let error as YamlError {
      return Outcome(nil, [places.diagnostic(for: error)])
    } catch {
      let start = places.span(0..<min(1, bytes.count))
      return Outcome(
        nil, [Diagnostic(.yamlInvalid, "this YAML cannot be read: \(error)", at: start)])
    }
  }
}

/// Turns Yams's nodes into ours, counting them.
private struct YAMLConverter {
  let places: YAMLPlaces
  var count = 0
  var fault: String?

  mutating func convert(_ node: Yams.Node, depth: Int) -> Node {
    count += 1
    let start = places.offset(of: node.mark)
    let here = places.span(start..<start)
    if count > DocumentLimits.nodes {
      fault = "this YAML grows past \(DocumentLimits.nodes) nodes"
    } else if depth > DocumentLimits.depth {
      fault = "this YAML nests deeper than \(DocumentLimits.depth)"
    }
    guard fault == nil else { return Node(.scalar("", isQuoted: false), at: here) }
    switch node {
    case .scalar(let scalar):
      let range = places.scalarRange(start: start, text: scalar.string, style: scalar.style)
      let quoted = scalar.style != .plain && scalar.style != .any
      return Node(.scalar(scalar.string, isQuoted: quoted), at: places.span(range))
    case .sequence(let sequence):
      var elements: [Node] = []
      for element in sequence { elements.append(convert(element, depth: depth + 1)) }
      return Node(.sequence(elements), at: covering(here, elements.last?.span))
    case .mapping(let mapping):
      var entries: [Node.Entry] = []
      for (key, value) in mapping {
        let name = convert(key, depth: depth + 1)
        let converted = convert(value, depth: depth + 1)
        let text: String
        if case .scalar(let scalar, _) = name.content { text = scalar } else { text = "" }
        entries.append(Node.Entry(key: text, keySpan: name.span, value: converted))
      }
      return Node(.mapping(entries), at: covering(here, entries.last?.value.span))
    case .alias:
      return Node(.scalar("", isQuoted: false), at: here)
    }
  }

  private func covering(_ start: SourceSpan, _ last: SourceSpan?) -> SourceSpan {
    // An alias points back to where its anchor stands, so the end is not always behind the start.
    SourceSpan(
      start.file, start.range.lowerBound..<max(start.range.lowerBound, last?.range.upperBound ?? 0))
  }
}
