/// Every kind of fault in words: what it is, why it matters, how to mend it.
///
/// The entries stand in files by what they are about, in the order of ``DiagnosticCode``.
public enum Catalogue {
  /// All entries, group by group.
  public static let entries: [CatalogueEntry] =
    publication + documents + pages + blocks + links + names + audiences + produced + sources + data
    + templates

  static let entriesByCode: [DiagnosticCode: CatalogueEntry] = Dictionary(
    entries.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
}
