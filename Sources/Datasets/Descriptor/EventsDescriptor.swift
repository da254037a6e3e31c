import Bytes
import Diagnostics
import Documents

/// What `events` says of a resource, each name with its place.
struct EventsDescriptor: Sendable {
  /// A column's name and where it stands.
  struct Name: Sendable {
    let text: String
    let span: SourceSpan
  }

  let date: Name
  let label: Name
  let link: Name?

  static func read(_ node: Node, of subject: String) -> Outcome<EventsDescriptor?> {
    var reader = MappingReader(node, of: "'events' of \(subject)")
    func name(_ key: String, _ node: Node?) -> Name? {
      guard let node else { return nil }
      guard let text = node.text else {
        reader.wrongType(node, key, expected: "the name of a column")
        return nil
      }
      return Name(text: text, span: node.span)
    }
    let date = name("date", reader.required("date"))
    let label = name("label", reader.required("label"))
    let link = name("link", reader.node("link"))
    let diagnostics = reader.finish()
    guard let date, let label else { return Outcome(nil, diagnostics) }
    return Outcome(EventsDescriptor(date: date, label: label, link: link), diagnostics)
  }

  /// The columns' names, where the dataset has them with dates and text in them.
  func bind(to dataset: Dataset) -> Outcome<EventFields?> {
    var diagnostics: [Diagnostic] = []
    check(date, in: dataset, isOf: .date, help: Self.dateHelp, &diagnostics)
    check(label, in: dataset, isOf: .string, help: "name a column of text", &diagnostics)
    for name in linkNames {
      _ = dataset.path(named: name.text, at: name.span).take(into: &diagnostics)
    }
    guard diagnostics.isEmpty else { return Outcome(nil, diagnostics) }
    return Outcome(
      EventFields(
        date: date.text, label: label.text,
        link: link.map { EventFields.LinkText($0.text, at: $0.span) }))
  }

  private static let dateHelp =
    "give the field the type string and the rdfType http://id.loc.gov/datatypes/edtf"

  /// Whether the dataset has the column whole, and of the kind that events need.
  private func check(
    _ name: Name, in dataset: Dataset, isOf kind: Field.Kind, help: String,
    _ diagnostics: inout [Diagnostic]
  ) {
    guard let path = dataset.path(named: name.text, at: name.span).take(into: &diagnostics) else {
      return
    }
    let field = dataset.fields[path.column]
    guard path.part != nil || field.kind != kind else { return }
    diagnostics.append(
      Diagnostic(
        .packageInvalid,
        path.part == nil
          ? "column '\(field.name)' holds \(field.kind.plural), and events need \(kind.plural) here"
          : "events need a whole column here, not a part of one", at: name.span,
        help: path.part == nil ? help : "write '\(field.name)'"))
  }

  /// The columns that the link needs: those in braces, or else the whole as one name.
  private var linkNames: [Name] {
    guard let link else { return [] }
    let bytes = Array(link.text.utf8)
    let isVerbatim = link.span.range.count == bytes.count
    var names: [Name] = []
    var index = 0
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "{")),
      let close = bytes[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let inner = open + 1..<close
      let span = isVerbatim ? link.span.slice(inner.lowerBound, count: inner.count) : link.span
      names.append(Name(text: bytes[inner].text, span: span))
      index = close + 1
    }
    return names.isEmpty ? [link] : names
  }
}
