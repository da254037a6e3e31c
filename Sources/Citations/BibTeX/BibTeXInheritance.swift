import Bytes
import Diagnostics

/// Gives entries the fields of those that they name in `crossref` and `xdata`, with biblatex's
/// renaming of titles: the title of a book is the `booktitle` of its chapters.
struct BibTeXInheritance {
  private let file: SourceFileID
  private let entries: [BibTeXEntry]
  private let indexes: [String: Int]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ entries: [BibTeXEntry], in file: SourceFileID) {
    self.file = file
    self.entries = entries
    self.indexes = Dictionary(
      entries.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The entry with the fields that it inherits behind its own.
  mutating func complete(_ entry: BibTeXEntry) -> BibTeXEntry {
    var result = entry
    var names = Set(entry.fields.map(\.name))
    for (parent, relation) in ancestors(of: entry) {
      for field in entries[parent].fields {
        guard let name = relation.name(of: field.name), names.insert(name).inserted else {
          continue
        }
        result.fields.append(
          BibTeXEntry.Field(
            name: name, nameRange: field.nameRange, value: field.value,
            valueRange: field.valueRange))
      }
    }
    return result
  }

  /// Those from whom `entry` inherits, nearest first: few, since a chapter's book's set of volumes
  /// is the longest chain that there is.
  private mutating func ancestors(of entry: BibTeXEntry) -> [(index: Int, relation: Relation)] {
    var result: [(index: Int, relation: Relation)] = []
    var heirs = [entry]
    while let heir = heirs.popLast(), result.count < 8 {
      for (field, key) in Self.parents(of: heir) {
        guard let index = indexes[key] else {
          if heir.key == entry.key { report(key, field) }
          continue
        }
        guard entries[index].key != entry.key, !result.contains(where: { $0.index == index })
        else { continue }
        let isWhole = field.name == "xdata"
        result.append(
          (index, Relation(child: entry.type, parent: isWhole ? nil : entries[index].type)))
        heirs.append(entries[index])
      }
    }
    return result
  }

  private static func parents(of entry: BibTeXEntry) -> [(BibTeXEntry.Field, String)] {
    ["crossref", "xdata"].compactMap { entry[$0] }.flatMap { field in
      field.value.split(separator: UInt8(ascii: ",")).prefix(8).map { part in
        (field, part.trimmingASCIIWhitespace().text)
      }
    }
  }

  private mutating func report(_ key: String, _ field: BibTeXEntry.Field) {
    // Many wrong keys among many right ones would take long to compare.
    let near =
      diagnostics.count < 20 && entries.count < 5_000
      ? Suggestion.didYouMean(key, among: entries.map(\.key)) : nil
    diagnostics.append(
      Diagnostic(
        .sourceInvalid, "'\(field.name)' names '\(key)', which is no entry of this file",
        at: SourceSpan(file, field.valueRange), help: near))
  }

  /// How an entry of one type inherits from one of another.
  private struct Relation {
    let child: String
    /// The type of the parent; nil where fields are taken as they are.
    let parent: String?

    /// The name under which a field is inherited; nil where it is not.
    func name(of field: String) -> String? {
      guard !Self.own.contains(field) else { return nil }
      guard let parent else { return field }
      let isPart = BibTeXType.parts.contains(child)
      if ["periodical", "suppperiodical"].contains(parent), child == "article" {
        return Self.renamed(field, "journal")
      }
      if parent.hasPrefix("mv") { return Self.renamed(field, "main") }
      if isPart, BibTeXType.inSeries.contains(parent) {
        if parent == "book", field == "author" { return "bookauthor" }
        return Self.renamed(field, "book")
      }
      return field
    }

    private static func renamed(_ field: String, _ prefix: String) -> String? {
      switch field {
      case "title", "subtitle", "titleaddon": prefix + field
      case "shorttitle": nil
      default: field
      }
    }

    /// Fields that speak of the entry itself.
    private static let own: Set<String> = [
      "crossref", "xdata", "xref", "ids", "entrysubtype", "entryset", "options", "label",
      "sortkey", "presort", "execute", "related", "relatedtype", "relatedstring", "keywords",
      "abstract", "annotation", "annote", "note", "file",
    ]
  }
}
