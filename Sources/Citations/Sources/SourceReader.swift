public import Diagnostics
public import Documents

/// Reads CSL-JSON as Zotero and others export it: a list of items.
public enum SourceReader {
  /// Reads a file of sources.
  ///
  /// - Returns: The items that have a key, as good as they are, with `json-invalid`,
  ///   `source-invalid` for what is no item or not what its variable holds,
  ///   `source-type-unknown`, and `key-unknown` for a variable that looks misspelt. Other
  ///   variables that CSL does not know are passed over: exporters have their own.
  public static func read(_ bytes: [UInt8], in file: SourceFileID) -> Outcome<[Source]> {
    var diagnostics: [Diagnostic] = []
    guard let root = JSONReader.read(bytes, in: file).take(into: &diagnostics) else {
      return Outcome([], diagnostics)
    }
    return Outcome(read(root).take(into: &diagnostics), diagnostics)
  }

  /// Reads sources that were read as JSON or YAML already: a list, or a mapping with `references`.
  public static func read(_ root: Node) -> Outcome<[Source]> {
    let list = root["references"] ?? root["items"] ?? root
    guard let elements = list.elements else {
      return Outcome(
        [],
        [
          Diagnostic(
            .sourceInvalid, "the sources are \(list.kindInWords), not a list of items",
            at: list.span, help: "export from Zotero as CSL JSON")
        ])
    }
    var diagnostics: [Diagnostic] = []
    let sources = elements.compactMap { element in
      var reader = SourceItemReader(element)
      let source = reader.source()
      diagnostics.append(contentsOf: reader.diagnostics)
      return source
    }
    return Outcome(sources, diagnostics)
  }
}

/// Reads one item.
struct SourceItemReader {
  let node: Node
  var diagnostics: [Diagnostic] = []
  /// The key as far as it is known, for messages.
  var key = ""

  init(_ node: Node) {
    self.node = node
  }

  mutating func source() -> Source? {
    guard let entries = node.entries else {
      report("a source is \(node.kindInWords), not an item with variables", at: node.span)
      return nil
    }
    guard let id = identifier() else { return nil }
    key = id.key
    var texts: [TextVariable: String] = [:]
    var names: [NameVariable: [SourceName]] = [:]
    var dates: [DateVariable: SourceDate] = [:]
    for entry in entries where !entry.value.isNull {
      if let variable = TextVariable(rawValue: entry.key) {
        if let text = text(entry) { texts[variable] = text }
      } else if let variable = NameVariable(rawValue: entry.key) {
        let list = self.names(entry)
        if !list.isEmpty { names[variable] = list }
      } else if let variable = DateVariable(rawValue: entry.key) {
        if let date = date(entry) { dates[variable] = date }
      } else {
        checkName(of: entry)
      }
    }
    return Source(
      id: id.key, type: type(), texts: texts, names: names, dates: dates, span: node.span,
      idSpan: id.span)
  }

  mutating func report(_ message: String, at span: SourceSpan, help: String? = nil) {
    diagnostics.append(Diagnostic(.sourceInvalid, message, at: span, help: help))
  }

  /// The key: `citation-key` where an exporter gives one beside its own number, or else `id`.
  private mutating func identifier() -> (key: String, span: SourceSpan)? {
    for name in ["citation-key", "id"] {
      guard let value = node[name], let text = value.text, !text.isEmpty else { continue }
      guard !text.unicodeScalars.contains(where: \.properties.isWhitespace) else {
        report(
          "the key '\(text)' has blanks in it, so that no citation can name it", at: value.span)
        return nil
      }
      return (text, value.span)
    }
    let start = SourceSpan(node.span.file, node.span.range.prefix(1))
    report(
      "a source has no 'id'", at: start, help: "add an id, the key by which pages cite it")
    return nil
  }

  private mutating func type() -> SourceType {
    guard let value = node["type"], let text = value.text else {
      diagnostics.append(
        Diagnostic(
          .sourceTypeUnknown, "the source '\(key)' has no type", at: node["type"]?.span ?? idSpan,
          help: "it is set as a document; add one such as \"report\" or \"article-journal\""))
      return .document
    }
    if let type = SourceType(rawValue: text) ?? Self.otherNames[text] { return type }
    diagnostics.append(
      Diagnostic(
        .sourceTypeUnknown, "'\(text)' is no type that CSL knows", at: value.span,
        help: Suggestion.didYouMean(text, among: SourceType.allCases.map(\.rawValue))
          ?? "it is set as a document"))
    return .document
  }

  private var idSpan: SourceSpan { (node["citation-key"] ?? node["id"])?.span ?? node.span }

  /// Types that exporters write and CSL does not name.
  private static let otherNames: [String: SourceType] = [
    "blog-post": .postWeblog, "newspaper-article": .articleNewspaper,
    "magazine-article": .articleMagazine, "journal-article": .articleJournal,
    "book-chapter": .chapter,
  ]

  private mutating func text(_ entry: Node.Entry) -> String? {
    if let text = entry.value.text { return text.isEmpty ? nil : text }
    // Some exporters give a list of one where CSL has a text: an ISSN, a container's title.
    if let first = entry.value.elements?.first?.text { return first }
    report(
      "'\(entry.key)' of the source '\(key)' is \(entry.value.kindInWords), not text",
      at: entry.value.span)
    return nil
  }

  private mutating func checkName(of entry: Node.Entry) {
    guard !Self.otherKeys.contains(entry.key) else { return }
    let known =
      TextVariable.allCases.map(\.rawValue) + NameVariable.allCases.map(\.rawValue)
      + DateVariable.allCases.map(\.rawValue) + ["type", "id"]
    guard let near = Suggestion.didYouMean(entry.key, among: known) else { return }
    diagnostics.append(
      Diagnostic(
        .keyUnknown, "the source '\(key)' has no variable '\(entry.key)'", at: entry.keySpan,
        help: near))
  }

  private static let otherKeys: Set<String> = [
    "id", "type", "citation-key", "citation-label", "citation-number", "categories", "custom",
    "journalAbbreviation", "shortTitle", "locator", "first-reference-note-number", "year-suffix",
    "system_id", "accessDate",
  ]
}
