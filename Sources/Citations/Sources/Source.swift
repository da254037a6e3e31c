public import Diagnostics

/// A source that pages cite: one item of CSL-JSON, or an entry of BibTeX in CSL's variables.
public struct Source: Sendable {
  /// The key by which it is cited.
  public let id: String
  /// What kind of thing it is.
  public let type: SourceType
  /// Its texts and numbers.
  public let texts: [TextVariable: String]
  /// Those who had a part in it.
  public let names: [NameVariable: [SourceName]]
  /// Its dates.
  public let dates: [DateVariable: SourceDate]
  /// The place of the whole item.
  public let span: SourceSpan
  /// The place of its key.
  public let idSpan: SourceSpan

  /// A source with its variables.
  public init(
    id: String, type: SourceType, texts: [TextVariable: String],
    names: [NameVariable: [SourceName]], dates: [DateVariable: SourceDate], span: SourceSpan,
    idSpan: SourceSpan
  ) {
    self.id = id
    self.type = type
    self.texts = texts
    self.names = names
    self.dates = dates
    self.span = span
    self.idSpan = idSpan
  }

  /// A text, or nil where the source has none.
  public subscript(variable: TextVariable) -> String? { texts[variable] }
  /// Names in their order; empty where the source has none.
  public subscript(variable: NameVariable) -> [SourceName] { names[variable] ?? [] }
  /// A date, or nil where the source has none.
  public subscript(variable: DateVariable) -> SourceDate? { dates[variable] }
}

extension Source {
  /// The title as plain text, its markup taken away; the key where there is no title.
  public var plainTitle: String {
    self[.title].map { TitleMarkup.parse($0).plain } ?? id
  }

  /// Where it can be read: the DOI as an address, or else the URL if it leads to the web.
  public var address: String? {
    if let doi = self[.doi] {
      for prefix in ["https://doi.org/", "http://doi.org/", "http://dx.doi.org/", "doi:"]
      where doi.lowercased().hasPrefix(prefix) {
        return "https://doi.org/" + doi.dropFirst(prefix.count)
      }
      return "https://doi.org/" + doi
    }
    guard let url = self[.url] else { return nil }
    let lower = url.lowercased()
    return lower.hasPrefix("https://") || lower.hasPrefix("http://") ? url : nil
  }
}
