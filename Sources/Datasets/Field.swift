public import Diagnostics

/// A column's name, type and meaning, as Table Schema's field descriptor gives them.
public struct Field: Sendable {
  /// What kind of value its cells hold.
  public enum Kind: String, Sendable, CaseIterable {
    /// Any text.
    case string
    /// A decimal number.
    case number
    /// A whole number.
    case integer
    /// True or false.
    case boolean
    /// A calendar year.
    case year
    /// A date of any precision: Table Schema's `date`, `datetime` and `yearmonth`, and text whose
    /// `rdfType` is EDTF.
    case date
    /// A hedged figure, `rdfType: dossier:estimate`.
    case estimate
    /// A time of day, held as text: `hh:mm:ss`, perhaps with a fraction and a zone.
    case time
    /// A length of time, held as text: ISO 8601's `P1Y2M10DT2H30M`.
    case duration
    /// A point on the earth, held as text: longitude, comma, latitude.
    case geopoint
    /// A shape on the earth, held as text: GeoJSON or TopoJSON without blanks.
    case geojson
    /// A JSON object, held as text without blanks.
    case object
    /// A JSON array, held as text without blanks.
    case array
    /// Anything, held as its text.
    case any
  }

  /// What its text refers to, as `rdfType` says.
  public enum Reference: Hashable, Sendable {
    /// The key of a source, `dossier:citation`.
    case citation
    /// Where in the source, `dossier:locator`; belongs to the citation column before it.
    case locator
    /// The stem of a page of a collection, `dossier:entity/COLLECTION`.
    case entity(collection: String)
  }

  /// The column's name.
  public let name: String
  /// The name for readers, or nil where the descriptor gives none.
  public let title: String?
  /// What the column means.
  public let description: String?
  /// The kind of value.
  public let kind: Kind
  /// What Table Schema calls the kind of value.
  public let schemaType: SchemaType
  /// What the cells refer to.
  public let reference: Reference?
  /// What parts several values in one cell, such as `;`; nil where a cell is one value.
  public let separator: String?
  /// What readers see for a value, where that is not the value itself: an entity's title for its
  /// stem.
  public var valueLabels: [String: String] = [:]
  /// What every cell must keep to, as the schema says it.
  public internal(set) var rules: [FieldRule] = []
  /// The place of the descriptor, or of the header's cell where there is none.
  public let span: SourceSpan

  /// What readers see for `text`, a cell or an item of one.
  public func label(of text: String) -> String { valueLabels[text] ?? text }

  /// What readers see above the column: the title, or else the name.
  public var label: String { title ?? name }
}
