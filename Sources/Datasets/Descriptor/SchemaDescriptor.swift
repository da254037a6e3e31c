import Diagnostics
import Documents

/// What the descriptor says of a resource's columns, Table Schema 1.
struct SchemaDescriptor: Sendable {
  var fields: [FieldDescriptor] = []
  /// The fields' names.
  private var names: Set<String> = []
  /// The texts that mean that a cell has no value.
  var missingValues: Set<String> = [""]
  var primaryKey: [KeyField] = []
  var foreignKeys: [ForeignKeyDescriptor] = []
  let span: SourceSpan

  private init(at span: SourceSpan) {
    self.span = span
  }

  static func read(_ node: Node, of subject: String) -> Outcome<SchemaDescriptor?> {
    guard node.entries != nil else {
      return Outcome(
        nil,
        [
          Diagnostic(
            .valueTypeWrong, "the schema of \(subject) is \(node.kindInWords), not a mapping",
            at: node.span, help: "write the schema's fields here, or the path of its file")
        ])
    }
    var reader = MappingReader(node, of: "the schema of \(subject)", isOpen: true)
    var found: [Diagnostic] = []
    var schema = SchemaDescriptor(at: node.span)
    let fields = reader.required("fields")
    if let fields, fields.elements == nil {
      reader.wrongType(fields, "fields", expected: "a list of fields")
    }
    schema.readFields(fields?.elements ?? [], of: subject, &found)
    schema.names = Set(schema.fields.map(\.name))
    if let missing = MissingValues.read(&reader) { schema.missingValues = missing }
    let key = reader.node("primaryKey")
    let keyFields = schema.keyFields(key, "primaryKey", &reader)
    // What is left of a faulty key need not identify rows.
    if keyFields.count == key?.elements?.count ?? 1 { schema.primaryKey = keyFields }
    for element in reader.list("foreignKeys") {
      let key = ForeignKeyDescriptor.read(element, of: subject, in: schema)
      if let key = key.take(into: &found) { schema.foreignKeys.append(key) }
    }
    reader.accept(["title", "name", "description", "profile", "$schema"])
    reader.refuse(["uniqueKeys", "fieldsMatch"])
    return Outcome(schema, reader.finish() + found)
  }

  private mutating func readFields(
    _ nodes: [Node], of subject: String, _ found: inout [Diagnostic]
  ) {
    var first: [String: SourceSpan] = [:]
    var hasCitation = false
    for node in nodes {
      guard let field = FieldDescriptor.read(node, of: subject).take(into: &found) else {
        continue
      }
      if let other = first[field.name] {
        found.append(
          Diagnostic(
            .packageInvalid, "two fields of \(subject) are called '\(field.name)'",
            at: field.nameSpan, labels: [Diagnostic.Label(other, "the first is here")]))
        continue
      }
      first[field.name] = field.nameSpan
      hasCitation = hasCitation || field.reference == .citation
      if field.reference == .locator, !hasCitation {
        found.append(
          Diagnostic(
            .packageInvalid, "the locator '\(field.name)' has no citation before it",
            at: field.nameSpan,
            help: "put it behind the field whose rdfType is dossier:citation"))
      }
      fields.append(field)
    }
  }

  /// The fields that a key names; those that the schema does not have are reported.
  func keyFields(_ node: Node?, _ key: String, _ reader: inout MappingReader) -> [KeyField] {
    guard let node else { return [] }
    var missingCount = 0
    var result: [KeyField] = []
    for element in node.elements ?? [node] {
      guard let name = element.text else {
        reader.wrongType(element, key, expected: "a field's name or a list of them")
        continue
      }
      guard names.contains(name) else {
        missingCount += 1
        // A schema of ten thousand fields and a key of as many is no place to search in.
        let isFew = missingCount <= CSVReader.faultLimit
        reader.report(
          Diagnostic(
            .columnMissing, "'\(key)' names the field '\(name)', which the schema does not have",
            at: element.span,
            help: isFew ? Suggestion.didYouMean(name, among: fields.map(\.name)) : nil))
        continue
      }
      result.append(KeyField(name: name, span: element.span))
    }
    return result
  }
}

/// A field of a key, and where it is named.
struct KeyField: Sendable {
  let name: String
  let span: SourceSpan
}

/// What `foreignKeys` says: these fields' values are values of those fields of that resource.
struct ForeignKeyDescriptor: Sendable {
  let fields: [KeyField]
  /// The resource referred to; empty where it is the same one.
  let resource: String
  let resourceSpan: SourceSpan
  /// The fields referred to; not yet checked, for their resource may come later.
  let referenced: [KeyField]

  static func read(
    _ node: Node, of subject: String, in schema: SchemaDescriptor
  ) -> Outcome<ForeignKeyDescriptor?> {
    var reader = MappingReader(node, of: "a foreign key of \(subject)")
    let named = reader.required("fields")
    let fields = schema.keyFields(named, "fields", &reader)
    let reference = reader.required("reference")
    var diagnostics = reader.finish()
    guard let named, let reference else { return Outcome(nil, diagnostics) }
    var inner = MappingReader(reference, of: "the reference of a foreign key of \(subject)")
    let resource = inner.node("resource")
    let target = inner.required("fields")
    var referenced: [KeyField] = []
    for element in target.map({ $0.elements ?? [$0] }) ?? [] {
      if let name = element.text {
        referenced.append(KeyField(name: name, span: element.span))
      } else {
        inner.wrongType(element, "fields", expected: "a field's name or a list of them")
      }
    }
    let wanted = named.elements?.count ?? 1
    if let target, !referenced.isEmpty, wanted != referenced.count {
      inner.report(
        Diagnostic(
          .packageInvalid,
          "this foreign key refers from \(wanted) fields to \(referenced.count)", at: target.span,
          help: "name as many fields on both sides"))
    }
    diagnostics += inner.finish()
    guard !fields.isEmpty, fields.count == wanted, referenced.count == wanted else {
      return Outcome(nil, diagnostics)
    }
    return Outcome(
      ForeignKeyDescriptor(
        fields: fields, resource: resource?.text ?? "",
        resourceSpan: resource?.span ?? reference.span, referenced: referenced), diagnostics)
  }
}
