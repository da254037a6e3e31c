/// The words that the theme says itself, by language, as the tables of the theme and of the project
/// have them.
public struct WordTables: Sendable {
  /// The words of each table by name, those of the tables behind it among them, by the table's
  /// language: a tag of BCP 47 in small letters.
  private let tables: [String: [String: String]]

  /// The names that words may have, in byte order.
  public let names: [String]

  /// No words at all.
  public static let empty = WordTables([:], names: [])

  /// Tables by language, which lack words.
  ///
  /// A table takes what it lacks from that of the tag without its last subtag, and in the end from
  /// that for English.
  /// - Parameters:
  ///   - tables: The tables by language, a tag in small letters.
  ///   - names: The names that words may have.
  public init(_ tables: [String: [String: String]], names: [String]) {
    self.names = names.sorted()
    let languages = Set(tables.keys)
    self.tables = Dictionary(
      uniqueKeysWithValues: languages.map { language in
        let chain = Self.chain(language) + ["en"]
        let words = chain.compactMap { tables[$0] }.reduce([:]) { nearer, further in
          nearer.merging(further) { near, _ in near }
        }
        return (language, words)
      })
  }

  /// The language of the table that speaks for the language `tag`, of BCP 47; nil where English
  /// stands in.
  ///
  /// A tag that has no table of its own takes that of the tag without its last subtag (RFC 4647
  /// section 3.4): `de-AT` is said as `de`.
  public func language(of tag: String) -> String? {
    Self.chain(tag.lowercased()).first { tables[$0] != nil }
  }

  /// The words of the language `tag`, by name.
  public func words(of tag: String) -> [String: String] {
    tables[language(of: tag) ?? "en"] ?? [:]
  }

  /// The languages that have a table, in byte order.
  public var languages: [String] { tables.keys.sorted() }

  /// The tag and what is left of it as its subtags go, one by one.
  private static func chain(_ tag: String) -> [String] {
    var chain = [tag]
    while let last = chain.last, let cut = last.lastIndex(of: "-") {
      chain.append(String(last[..<cut]))
    }
    return chain
  }
}
