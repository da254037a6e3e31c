import Bytes
import Diagnostics
import Documents

/// What the descriptor says of one resource, Data Resource 1.
struct ResourceDescriptor: Sendable {
  let name: String
  let nameSpan: SourceSpan
  let span: SourceSpan
  var path: String
  var pathSpan: SourceSpan
  var title: String?
  var description: String?
  var sources: [DataSource] = []
  var licenses: [DataLicense] = []
  var marking: String?
  var delimiter = UInt8(ascii: ",")
  var schema: SchemaDescriptor?
  var events: EventsDescriptor?

  /// Reads a resource; nil where it has no name or no path.
  static func read(
    _ node: Node, in package: PackageDescriptor
  ) -> Outcome<ResourceDescriptor?> {
    let subject = node["name"]?.text.map { "resource '\($0)'" } ?? "a resource"
    var reader = MappingReader(node, of: subject)
    var found: [Diagnostic] = []
    let name = name(&reader)
    let path = path(&reader)
    let title = reader.text("title")
    let description = reader.text("description")
    let sources = ProvenanceReader.sources(&reader)
    let licenses = ProvenanceReader.licenses(&reader)
    let marking = reader.text("tlp")
    let delimiter = delimiter(&reader)
    let schema = reader.node("schema").flatMap {
      SchemaDescriptor.read($0, of: subject).take(into: &found)
    }
    let events = reader.node("events").flatMap {
      EventsDescriptor.read($0, of: subject).take(into: &found)
    }
    reader.expect("format", oneOf: ["csv"])
    reader.expect("mediatype", oneOf: ["text/csv"])
    reader.expect("encoding", oneOf: ["utf-8", "utf8"])
    reader.accept(["profile", "id", "hash", "bytes", "homepage", "type", "$schema"])
    reader.refuse(["data", "compression", "innerpath", "extrapaths", "control", "layout"])
    let diagnostics = reader.finish() + found
    guard let name, let path, let written = path.text, let nameText = name.text else {
      return Outcome(nil, diagnostics)
    }
    let resource = ResourceDescriptor(
      name: nameText, nameSpan: name.span, span: node.span, path: written, pathSpan: path.span,
      title: title, description: description,
      sources: node["sources"] == nil ? package.sources : sources,
      licenses: node["licenses"] == nil ? package.licenses : licenses, marking: marking,
      delimiter: delimiter, schema: schema, events: events)
    return Outcome(resource, diagnostics)
  }

  private static func name(_ reader: inout MappingReader) -> Node? {
    guard let node = reader.required("name") else { return nil }
    guard let text = node.text else {
      reader.wrongType(node, "name", expected: "text")
      return nil
    }
    if !PackageDescriptor.isWellFormed(name: text) {
      reader.report(
        Diagnostic(
          .packageInvalid,
          "'\(text)' is no name for a resource: it is made of lower-case letters, digits, "
            + "'.', '_' and '-'", at: node.span,
          help: PackageDescriptor.wellFormed(text).map { "write '\($0)'" }))
      return nil
    }
    return node
  }

  private static func path(_ reader: inout MappingReader) -> Node? {
    if let data = reader.entry("data"), reader.node("path") == nil {
      // The refusal of 'data' says enough; a missing path would be a second fault of one cause.
      _ = data
      return nil
    }
    guard let node = reader.required("path") else { return nil }
    if let elements = node.elements {
      guard elements.count == 1, elements[0].text != nil else {
        reader.report(
          Diagnostic(
            .packageInvalid, "a resource of several files is not supported", at: node.span,
            help: "put the rows into one file"))
        return nil
      }
      return elements[0]
    }
    guard node.text != nil else {
      reader.wrongType(node, "path", expected: "the path of a file")
      return nil
    }
    return node
  }

  /// The character between cells: CSV Dialect's `delimiter`; the rest of a dialect must be RFC 4180.
  private static func delimiter(_ reader: inout MappingReader) -> UInt8 {
    let comma = UInt8(ascii: ",")
    guard let node = reader.node("dialect") else { return comma }
    var dialect = MappingReader(node, of: "the dialect of \(reader.subject)")
    dialect.expect("quoteChar", oneOf: ["\""])
    dialect.expect("doubleQuote", oneOf: ["true"])
    dialect.expect("header", oneOf: ["true"])
    dialect.expect("skipInitialSpace", oneOf: ["false"])
    dialect.accept(["lineTerminator", "csvddfVersion", "caseSensitiveHeader"])
    dialect.refuse([
      "escapeChar", "nullSequence", "commentChar", "headerRows", "headerJoin", "commentRows",
      "property", "itemType", "itemKeys", "sheetNumber", "sheetName", "table",
    ])
    var delimiter = comma
    if let chosen = dialect.node("delimiter") {
      if case .scalar(let text, _) = chosen.content, let byte = text.utf8.first,
        text.utf8.count == 1, byte < 0x80, byte != .quote, byte != .newline,
        byte != .carriageReturn, byte != 0
      {
        delimiter = byte
      } else {
        dialect.report(
          Diagnostic(
            .packageInvalid, "a delimiter is one character of ASCII", at: chosen.span))
      }
    }
    dialect.finish().forEach { reader.report($0) }
    return delimiter
  }
}
