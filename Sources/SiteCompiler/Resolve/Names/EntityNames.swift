import Bytes
import Datasets
import Diagnostics
import SiteModel

/// What the entities of the site are called: their pages' titles, and their other names.
struct EntityNames: Sendable {
  /// A name in its words.
  struct Name: Sendable {
    /// The words as they are to be found in a text.
    let words: [NameWord]
    /// The entities that bear it, indexes into the site's pages; more than one where they share it.
    var pages: [Int]
  }

  /// A word of a name.
  struct NameWord: Sendable, Hashable {
    /// Its letters, small and without marks.
    let folded: [UInt8]
    /// Its own letters.
    let text: String
    /// Whether it begins with a large letter.
    let isCapitalized: Bool
    /// Whether only these very letters are the word: IS is not Is.
    let isExact: Bool

    /// Whether the word in a text is this one.
    func matches(_ word: Word, in line: [UInt8]) -> Bool {
      guard word.folded(in: line) == folded else { return false }
      if isExact { return line[word.range].elementsEqual(text.utf8) }
      return !isCapitalized || word.letters != .small
    }
  }

  /// The names that begin with a word, the longest first, by that word's folded letters.
  let byFirstWord: [[UInt8]: [Name]]

  init(_ index: SiteIndex, _ catalog: DatasetCatalog) {
    var names: [[NameWord]: Set<Int>] = [:]
    let declared = Self.declaredAliases(index, catalog)
    for page in index.pages.indices where index.collection(of: page) != nil {
      let own = [index.titles[page]] + index.pages[page].frontMatter.aliases.map(\.text)
      for name in own + (declared[page] ?? []) {
        let words = Self.words(of: name)
        if !words.isEmpty { names[words, default: []].insert(page) }
      }
    }
    var byFirstWord: [[UInt8]: [Name]] = [:]
    for (words, pages) in names {
      byFirstWord[words[0].folded, default: []].append(Name(words: words, pages: pages.sorted()))
    }
    self.byFirstWord = byFirstWord.mapValues { Self.ordered($0) }
  }

  /// Whether nothing has a name.
  var isEmpty: Bool { byFirstWord.isEmpty }

  private static func words(of name: String) -> [NameWord] {
    let bytes = Array(name.utf8)
    return Word.all(in: bytes).map { word in
      NameWord(
        folded: word.folded(in: bytes), text: bytes[word.range].text,
        isCapitalized: word.letters != .small,
        isExact: word.letters == .mixed)
    }
  }

  /// The longest first; of two as long the one whose letters come first.
  private static func ordered(_ names: [Name]) -> [Name] {
    names.sorted { left, right in
      if left.words.count != right.words.count { return left.words.count > right.words.count }
      let (one, other) = (left.words.map(\.text), right.words.map(\.text))
      return one.lexicographicallyPrecedes(other)
    }
  }

  /// The other names that the rows of the collections' datasets give, by page.
  private static func declaredAliases(
    _ index: SiteIndex, _ catalog: DatasetCatalog
  ) -> [Int: [String]] {
    var aliases: [Int: [String]] = [:]
    for collection in index.site.configuration.collections {
      guard let dataset = catalog[collection.name], dataset.primaryKey.count == 1,
        let key = dataset.column(named: dataset.primaryKey[0]), case .texts(let stems) = key,
        let column = dataset.columnIndex(named: "aliases"),
        case .texts(let values) = dataset.columns[column]
      else { continue }
      for (stem, value) in zip(stems, values) {
        guard let stem, let value, let page = index.entity(stem, in: collection.name) else {
          continue
        }
        aliases[page, default: []] += dataset.fields[column].items(of: value)
      }
    }
    return aliases
  }
}
