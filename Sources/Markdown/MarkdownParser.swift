import Bytes
import CCMark
public import Diagnostics

/// Reads Markdown: CommonMark 0.30 as the reference parser has it, and the house's additions.
public enum MarkdownParser {
  /// Reads the text of a page.
  ///
  /// - Parameters:
  ///   - bytes: The whole file, well-formed UTF-8.
  ///   - range: The bytes to read, such as those behind the front matter.
  ///   - file: The file, for spans, which count from its first byte.
  ///   - options: Which of the house's additions are wanted.
  /// - Returns: The document, with `markdown-too-deep`, `markdown-too-many-brackets`,
  ///   `link-reference-undefined` and `id-duplicate` where they apply.
  public static func parse(
    bytes: [UInt8], range: Range<Int>, file: SourceFileID, options: MarkdownOptions = .init()
  ) -> Outcome<MarkdownDocument> {
    let range = range.clamped(to: 0..<bytes.count)
    return bytes.withUnsafeBufferPointer { whole in
      let part = UnsafeBufferPointer(rebasing: whole[range])
      let body = Body(bytes: part, file: file, places: .slice(range.lowerBound))
      return outcome(parse(body, SourceLines(part), options))
    }
  }

  /// Reads text that is no slice of the file, such as a quoted scalar of YAML with escapes in it.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - places: Where in the file each byte of the text stands, and where the text ends: one more
  ///     than there are bytes, never falling.
  ///   - file: The file.
  ///   - options: Which of the house's additions are wanted.
  public static func parse(
    text: String, places: [Int], file: SourceFileID, options: MarkdownOptions = .init()
  ) -> Outcome<MarkdownDocument> {
    // A NUL would change the length, and YAML and JSON let none through unescaped.
    let bytes = text.utf8.map { $0 == 0 ? UInt8(ascii: " ") : $0 }
    guard places.count == bytes.count + 1 else { return Outcome(MarkdownDocument()) }
    return bytes.withUnsafeBufferPointer { buffer in
      let body = Body(bytes: buffer, file: file, places: .each(places))
      return outcome(parse(body, SourceLines(buffer), options))
    }
  }

  private static func outcome(_ reading: Reading) -> Outcome<MarkdownDocument> {
    Outcome(reading.document, reading.diagnostics.sortedForReport)
  }

  /// What was made of a body; nothing in it points into the bytes.
  struct Reading {
    var document = MarkdownDocument()
    var diagnostics: [Diagnostic] = []
    /// Whether something nested too deep.
    var isTooDeep = false
    /// In how many blocks places are those of the whole block; none, as far as is known.
    var lostBlocks = 0
    /// Addresses in running text that hold marks, as ranges of the file.
    var splitAddresses: [Range<Int>] = []
    /// The places of edits that came to stand in code or HTML.
    var unmetRoles: Set<Int> = []
    /// What must be rewritten before the text is read again.
    var found: Rewriting?
  }

  /// Reads a body, unless parts of it must be written over first.
  static func parse(
    _ body: Body, _ lines: SourceLines, _ options: MarkdownOptions
  ) -> Reading {
    for limit in InputLimits.prefixSteps {
      guard
        let covered = InputLimits.coveringPrefixes(of: body.bytes, lines, beyond: limit)
      else { break }
      let reading = covered.withUnsafeBufferPointer { buffer in
        parseShallow(body.replacing(buffer), lines, options)
      }
      // Prefixes may be long in code, where they nest nothing.
      if reading.isTooDeep { return reading }
    }
    return parseShallow(body, lines, options)
  }

  private static func parseShallow(
    _ body: Body, _ lines: SourceLines, _ options: MarkdownOptions
  ) -> Reading {
    let excessive = InputLimits.blocksWithTooManyBrackets(in: body.bytes, lines)
    guard !excessive.isEmpty else { return build(body, lines, options) }
    var covered = Array(body.bytes)
    for block in excessive {
      for place in block where covered[place] == UInt8(ascii: "[") {
        covered[place] = UInt8(ascii: "(")
      }
    }
    var reading = covered.withUnsafeBufferPointer { buffer in
      build(body.replacing(buffer), lines, options)
    }
    for block in excessive {
      reading.diagnostics.append(
        Diagnostic(
          .markdownTooManyBrackets,
          "this block has more than \(InputLimits.brackets) opening brackets",
          at: body.span(block.lowerBound, block.upperBound),
          help: "divide it by blank lines, or put it in a code block"))
    }
    return reading
  }

  /// Reads a body, as often as it takes to find what must be rewritten.
  private static func build(
    _ body: Body, _ lines: SourceLines, _ options: MarkdownOptions
  ) -> Reading {
    guard case .slice(let base) = body.places else {
      return read(body, lines, options, RewrittenText.unchanged(body.bytes), isLooking: false)
    }
    var rewriting = Rewriting()
    if lines.hasNUL { rewriting.replaceNULs(in: body.bytes) }
    var readings = 1
    var takings = 0
    if lines.mayHaveExtensions(options) {
      readings = InputLimits.readings
      var finder = LineFinder(body, lines, options, rewriting)
      rewriting = finder.find()
    }
    while true {
      readings -= 1
      let text = RewrittenText(of: body.bytes, base: base, rewriting)
      let reading = text.bytes.withUnsafeBufferPointer { buffer in
        guard !rewriting.isEmpty else {
          return read(body, lines, options, text, isLooking: readings > 0)
        }
        let rewritten = Body(bytes: buffer, file: body.file, places: .runs(text.runs))
        let lines = SourceLines(buffer)
        return read(
          rewritten, lines, options, text,
          isLooking: readings > 0 && lines.mayHaveExtensions(options))
      }
      if let found = reading.found {
        rewriting = found
      } else if !reading.unmetRoles.isEmpty {
        takings += 1
        // What goes on changing is left as it was written.
        let isLast = takings == InputLimits.readings
        rewriting.takeBack(isLast ? Set(rewriting.roles.keys) : reading.unmetRoles)
        readings = 1
      } else if rewriting.addresses.isEmpty, !reading.splitAddresses.isEmpty {
        for range in reading.splitAddresses {
          rewriting.addAddress(
            range.lowerBound - base..<range.upperBound - base, in: body.bytes)
        }
        guard !rewriting.addresses.isEmpty else { return reading }
        readings = 1
      } else {
        return reading
      }
    }
  }

  /// Reads a text once.
  /// - Parameter isLooking: Whether to look for what must be rewritten; where there is something,
  ///   that is all that the reading says.
  private static func read(
    _ body: Body, _ lines: SourceLines, _ options: MarkdownOptions, _ text: RewrittenText,
    isLooking: Bool
  ) -> Reading {
    guard let root = tree(of: body.bytes) else { return Reading() }
    defer { cmark_node_free(root) }
    if isLooking {
      var finder = ExtensionFinder(body, lines, options, text)
      if let found = finder.find(in: root) {
        var reading = Reading()
        reading.found = found
        return reading
      }
    }
    var builder = TreeBuilder(
      body: body, lines: lines, options: options, rewritten: text)
    builder.build(root)
    return Reading(
      document: builder.document, diagnostics: builder.diagnostics,
      isTooDeep: builder.isTooDeep, lostBlocks: builder.lostBlocks,
      splitAddresses: builder.splitAddresses,
      // What nests too deep was not looked at.
      unmetRoles: builder.isTooDeep ? [] : builder.unmetRoles)
  }

  /// cmark's tree, which the caller frees.
  static func tree(of bytes: UnsafeBufferPointer<UInt8>) -> OpaquePointer? {
    // An empty buffer may have no address, and cmark asks for one.
    guard !bytes.isEmpty else {
      return cmark_parse_document("", 0, CMARK_OPT_DEFAULT)
    }
    return bytes.withMemoryRebound(to: CChar.self) { text in
      cmark_parse_document(text.baseAddress, text.count, CMARK_OPT_DEFAULT)
    }
  }
}
