import Bytes
import Diagnostics
import Documents
import Values

/// What the descriptor says of one resource, Data Resource 1.
struct ResourceDescriptor: Sendable {
  /// Where the rows are.
  enum Content: Sendable {
    /// In files, of which all but the first go on where the one before ends.
    case files([Path])
    /// In the descriptor itself.
    case inline(Node)
  }

  /// A path and where it is written.
  struct Path: Sendable {
    let text: String
    let span: SourceSpan
  }

  let name: String
  let nameSpan: SourceSpan
  let span: SourceSpan
  let content: Content
  var title: String?
  var description: String?
  var sources: [DataSource] = []
  var licenses: [DataLicense] = []
  var marking: TrafficLight?
  /// What kind of file it is, where the descriptor says so.
  var format: ResourceFormat?
  var encoding: DataEncoding?
  var dialect = CSVDialect()
  var integrity = FileIntegrity()
  var schema: SchemaDescriptor?
  var events: EventsDescriptor?

  /// The paths of its files.
  var paths: [Path] {
    if case .files(let paths) = content { paths } else { [] }
  }

  /// Reads a resource; nil where it has no name or no data.
  static func read(
    _ node: Node, in package: PackageDescriptor, _ files: inout DescriptorFiles
  ) -> Outcome<ResourceDescriptor?> {
    let subject = node["name"]?.text.map { "resource '\($0)'" } ?? "a resource"
    var reader = MappingReader(node, of: subject, isOpen: true)
    var found: [Diagnostic] = []
    let name = name(&reader)
    let content = content(&reader)
    let title = reader.text("title")
    let description = reader.text("description")
    let sources = ProvenanceReader.sources(&reader)
    let licenses = ProvenanceReader.licenses(&reader)
    let marking = reader.choice("tlp", of: TrafficLight.self)
    let format = format(&reader)
    let encoding = encoding(&reader)
    let dialect = dialect(&reader, format, content, subject, &files, &found)
    let integrity = FileIntegrity.read(&reader)
    let schema = schema(&reader, subject, &files, &found)
    let events = reader.node("events").flatMap {
      EventsDescriptor.read($0, of: subject).take(into: &found)
    }
    reader.accept(["profile", "id", "homepage", "type", "$schema", "keywords", "version"])
    reader.refuse(["compression", "innerpath", "extrapaths", "control", "layout"])
    let diagnostics = reader.finish() + found
    guard let name, let content, let nameText = name.text else { return Outcome(nil, diagnostics) }
    let resource = ResourceDescriptor(
      name: nameText, nameSpan: name.span, span: node.span, content: content,
      title: title, description: description,
      sources: node["sources"] == nil ? package.sources : sources,
      licenses: node["licenses"] == nil ? package.licenses : licenses, marking: marking,
      format: format, encoding: encoding, dialect: dialect, integrity: integrity, schema: schema,
      events: events)
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

  private static func content(_ reader: inout MappingReader) -> Content? {
    let data = reader.entry("data")
    if let data {
      guard let path = reader.entry("path") else { return .inline(data.value) }
      reader.report(
        Diagnostic(
          .packageInvalid, "\(reader.subject) has both 'path' and 'data'", at: data.keySpan,
          labels: [Diagnostic.Label(path.keySpan, "the path is here")],
          help: "take one of the two out"))
      return nil
    }
    guard let node = reader.required("path") else { return nil }
    var paths: [Path] = []
    for element in node.elements ?? [node] {
      guard let text = element.text else {
        reader.wrongType(element, "path", expected: "the path of a file or a list of them")
        return nil
      }
      paths.append(Path(text: text, span: element.span))
    }
    guard !paths.isEmpty else {
      reader.report(
        Diagnostic(.packageInvalid, "\(reader.subject) names no file", at: node.span))
      return nil
    }
    return .files(paths)
  }

  private static func format(_ reader: inout MappingReader) -> ResourceFormat? {
    var formats: [ResourceFormat] = []
    for (key, read) in [
      ("format", ResourceFormat.named), ("mediatype", ResourceFormat.ofMediaType),
    ] {
      guard let node = reader.node(key), let text = reader.text(key) else { continue }
      if let format = read(text) {
        formats.append(format)
      } else {
        reader.report(
          Diagnostic(
            .packageInvalid, "'\(text)' as '\(key)' of \(reader.subject) is not supported",
            at: node.span,
            help: key == "format" ? "it can be csv, tsv, json, yaml" : "it can be text/csv"))
      }
    }
    return formats.first
  }

  private static func encoding(_ reader: inout MappingReader) -> DataEncoding? {
    guard let node = reader.node("encoding"), let text = reader.text("encoding") else { return nil }
    if let encoding = DataEncoding.named(text) { return encoding }
    reader.report(
      Diagnostic(
        .packageInvalid, "'\(text)' as 'encoding' of \(reader.subject) is not supported",
        at: node.span, help: "it can be \(DataEncoding.names.joined(separator: ", "))"))
    return nil
  }

  private static func dialect(
    _ reader: inout MappingReader, _ format: ResourceFormat?, _ content: Content?,
    _ subject: String, _ files: inout DescriptorFiles, _ found: inout [Diagnostic]
  ) -> CSVDialect {
    var base = format?.dialect ?? CSVDialect()
    if format == nil, case .files(let paths)? = content, let path = paths.first {
      base = ResourceFormat.named(ContentPath.ending(path.text))?.dialect ?? base
    }
    guard let node = reader.node("dialect") else { return base }
    if let path = node.text {
      return files.dialect(path, at: node.span, over: base).take(into: &found) ?? base
    }
    return DialectDescriptor.read(node, of: subject, over: base).take(into: &found)
  }

  private static func schema(
    _ reader: inout MappingReader, _ subject: String, _ files: inout DescriptorFiles,
    _ found: inout [Diagnostic]
  ) -> SchemaDescriptor? {
    guard let node = reader.node("schema") else { return nil }
    if let path = node.text { return files.schema(path, at: node.span).take(into: &found) }
    return SchemaDescriptor.read(node, of: subject).take(into: &found)
  }
}
