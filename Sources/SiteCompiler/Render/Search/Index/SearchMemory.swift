import Bytes

/// What a search index leaves for the next build: every word with its pages, and of each page by what
/// it is known.
struct SearchMemory: Sendable {
  /// A page of the index.
  struct Page: Sendable {
    /// See ``PageKeys``.
    let key: ContentDigest
    /// How many bytes what is shown of it takes.
    let size: Int
  }

  /// By which the pages are known that the index has, in their order.
  var order = ContentDigest()
  /// The pages.
  var pages: [Page] = []
  /// Their words.
  var terms = TermPostings()
  /// The paths of its files.
  var files: [String] = []

  /// Of how many pages a change may be taken up: more are quicker looked at as a whole.
  private static let share = 8

  /// The pages that are known by another key now; nil where there are too many, or others.
  func changes(to keys: [ContentDigest]) -> [Int]? {
    guard keys.count == pages.count else { return nil }
    let changed = keys.indices.filter { keys[$0] != pages[$0].key }
    return changed.count <= max(1, keys.count / Self.share) ? changed : nil
  }
}

extension BinaryWriter {
  mutating func write(_ memory: SearchMemory) {
    write(memory.order)
    write(list: memory.pages) { writer, page in
      writer.write(page.key)
      writer.write(page.size)
    }
    write(memory.terms)
    write(list: memory.files) { $0.write($1) }
  }
}

extension BinaryReader {
  mutating func readSearchMemory() throws(Malformed) -> SearchMemory {
    let order = try readDigest()
    let pages = try readList { (reader) throws(Malformed) in
      SearchMemory.Page(key: try reader.readDigest(), size: try reader.readInt())
    }
    return SearchMemory(
      order: order, pages: pages, terms: try readTerms(),
      files: try readList { (reader) throws(Malformed) in try reader.readString() })
  }
}
