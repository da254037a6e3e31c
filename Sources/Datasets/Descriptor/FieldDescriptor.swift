import Diagnostics
import Documents

/// What the descriptor says of one column.
struct FieldDescriptor: Sendable {
  let name: String
  let nameSpan: SourceSpan
  var title: String?
  var description: String?
  /// How its cells are written; nil where its type is not supported, which was reported.
  var syntax: CellSyntax?
  var reference: Field.Reference?
  var separator: String?
  /// The texts that mean that a cell has no value, where the field has its own.
  var missingValues: Set<String>?
  var constraints = FieldConstraints()

  /// Reads a field; nil where it has no name.
  static func read(_ node: Node, of resource: String) -> Outcome<FieldDescriptor?> {
    let subject = (node["name"]?.text.map { "field '\($0)'" } ?? "a field") + " of \(resource)"
    var reader = MappingReader(node, of: subject, isOpen: true)
    guard let nameNode = reader.required("name") else { return Outcome(nil, reader.finish()) }
    guard let name = nameNode.text, !name.isEmpty else {
      reader.report(
        Diagnostic(.packageInvalid, "the name of \(subject) is no text", at: nameNode.span))
      return Outcome(nil, reader.finish())
    }
    var field = FieldDescriptor(name: name, nameSpan: nameNode.span)
    field.title = reader.text("title")
    field.description = reader.text("description")
    field.readType(&reader)
    field.readMeaning(&reader)
    field.readSeparator(&reader)
    field.missingValues = MissingValues.read(&reader)
    if let constraints = reader.node("constraints") {
      var found: [Diagnostic] = []
      field.constraints = FieldConstraints.read(constraints, of: subject, syntax: field.syntax)
        .take(into: &found)
      found.forEach { reader.report($0) }
    }
    reader.accept(["example", "$schema", "profile"])
    reader.refuse(["categories", "categoriesOrdered"])
    return Outcome(field, reader.finish())
  }

  /// Table Schema's types, and `list` of version 2, which is text with a separator.
  private enum TypeName: String, CaseIterable {
    case string
    case number
    case integer
    case boolean
    case date
    case year
    case yearmonth
    case time
    case datetime
    case duration
    case geopoint
    case geojson
    case object
    case array
    case list
    case any

    var type: SchemaType { SchemaType(rawValue: rawValue) ?? .string }
  }

  private mutating func readType(_ reader: inout MappingReader) {
    let typeNode = reader.node("type")
    let name = reader.choice("type", of: TypeName.self)
    if typeNode != nil, name == nil {
      reader.accept(["format"])
      return
    }
    if name == .list { readList(&reader) }
    let type = name?.type ?? .string
    var syntax = CellSyntax(type: type)
    if let format = FormatReader(type: type).read(&reader) { syntax.format = format }
    if type == .number || type == .integer { readNumberSyntax(&reader, &syntax) }
    if type == .boolean {
      let yes = reader.texts("trueValues").map(\.text)
      let no = reader.texts("falseValues").map(\.text)
      if !yes.isEmpty { syntax.trueValues = yes }
      if !no.isEmpty { syntax.falseValues = no }
    }
    self.syntax = syntax
  }

  private mutating func readList(_ reader: inout MappingReader) {
    separator = ","
    if let node = reader.node("delimiter") {
      if case .scalar(let text, _) = node.content, !text.isEmpty {
        separator = text
      } else {
        reader.wrongType(node, "delimiter", expected: "the character between values")
      }
    }
    reader.expect("itemType", oneOf: ["string"])
  }

  private func readNumberSyntax(_ reader: inout MappingReader, _ syntax: inout CellSyntax) {
    func character(_ key: String) -> String? {
      guard let node = reader.node(key) else { return nil }
      if case .scalar(let text, _) = node.content, !text.isEmpty { return text }
      reader.wrongType(node, key, expected: "a character")
      return nil
    }
    if let decimal = character("decimalChar") { syntax.number.decimal = decimal }
    syntax.number.group = character("groupChar")
    if let isBare = reader.boolean("bareNumber") { syntax.number.isBare = isBare }
    if syntax.number.group == syntax.number.decimal {
      reader.report(
        Diagnostic(
          .packageInvalid, "\(reader.subject) has one character for groups and for decimals",
          at: nameSpan))
      syntax.number.group = nil
    }
  }

  private static let edtf = "http://id.loc.gov/datatypes/edtf"
  private static let ours = [
    "dossier:estimate", "dossier:citation", "dossier:locator", "dossier:entity/",
  ]

  /// What `rdfType` makes of the column; types of other vocabularies say nothing to Dossier.
  private mutating func readMeaning(_ reader: inout MappingReader) {
    guard let node = reader.node("rdfType"), let meaning = reader.text("rdfType") else { return }
    var kind: Field.Kind?
    switch meaning {
    case Self.edtf: kind = .date
    case _ where meaning.hasPrefix(Self.edtf + "/"): kind = .date
    case "dossier:estimate": kind = .estimate
    case "dossier:citation": reference = .citation
    case "dossier:locator": reference = .locator
    case _ where meaning.hasPrefix("dossier:entity/") && meaning != "dossier:entity/":
      reference = .entity(collection: String(meaning.dropFirst("dossier:entity/".count)))
    case _ where meaning.hasPrefix("dossier:"):
      reader.report(
        Diagnostic(
          .packageInvalid, "'\(meaning)' of \(reader.subject) means nothing to Dossier",
          at: node.span,
          help: Suggestion.didYouMean(meaning, among: Self.ours)
            ?? "it can be \(Self.ours.joined(separator: ", ")) with a collection's name behind it"))
    default:
      if let near = Suggestion.nearest(to: meaning, among: [Self.edtf]) {
        reader.report(
          Diagnostic(
            .packageInvalid, "'\(meaning)' of \(reader.subject) is nearly the address of EDTF",
            at: node.span, help: "did you mean '\(near)'?"))
      }
    }
    guard kind != nil || reference != nil, let base = syntax else { return }
    guard base.kind == .string, case .standard = base.format else {
      reader.report(
        Diagnostic(
          .packageInvalid,
          "'\(meaning)' of \(reader.subject) needs the type string and no 'format'",
          at: node.span))
      return
    }
    if let kind { syntax = CellSyntax(kind: kind) }
  }

  private mutating func readSeparator(_ reader: inout MappingReader) {
    guard let node = reader.node("separator") else { return }
    guard case .scalar(let text, _) = node.content, !text.isEmpty else {
      return reader.wrongType(node, "separator", expected: "the character between values")
    }
    guard syntax == nil || syntax?.kind == .string else {
      reader.report(
        Diagnostic(
          .packageInvalid, "'separator' of \(reader.subject) needs text without EDTF or estimates",
          at: node.span, help: "lists of dates and of estimates are not supported"))
      return
    }
    separator = text
  }
}
