/// What kind of place in a source a locator names: those of CSL 1.0.2 that pandoc reads.
public enum LocatorLabel: String, CaseIterable, Sendable {
  case book
  case chapter
  case column
  case figure
  case folio
  case issue
  case line
  case note
  case opus
  case page
  case paragraph
  case part
  case section
  case subVerbo = "sub verbo"
  case verse
  case volume
}

/// Where in a source: pages 3 to 7, section 2.1, the section called "Threat to Europe".
public struct Locator: Hashable, Sendable {
  /// What kind of place it is.
  public let label: LocatorLabel
  /// The numbers as they were written, or the name.
  public let value: String
  /// Whether the value is a name, which is set in quotation marks, and not a number.
  public let isName: Bool

  /// The place `value` of the kind `label`.
  public init(_ label: LocatorLabel, _ value: String, isName: Bool = false) {
    self.label = label
    self.value = value
    self.isName = isName
  }
}

extension Locator {
  /// The locator that a data cell holds, where `rdfType` is `dossier:locator`: what would be one
  /// behind a key (`p. 3`, `12`, `sec. 2`), or else the name of a section.
  public init?(cell text: String) {
    let scalars = Array(text.unicodeScalars)
    var parser = LocatorParser(scalars)
    if let locator = parser.locator(), parser.isAtEnd {
      self = locator
      return
    }
    let name = Self.trimmed(text)
    guard !name.isEmpty else { return nil }
    self.init(.section, name, isName: true)
  }

  static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }
}
