import Bytes
import SiteModel

/// The index of a site's words, in files of which a search loads only those that it needs.
///
/// The files are scripts that hand their data over, since a page that is opened from a disk may load
/// scripts and nothing else. `search/index.js` says which words and which pages each file has;
/// `search/terms-N.js` has words in order, each with the pages that have it; `search/texts-N.js` the
/// pages' titles, addresses and texts.
///
/// Where few pages have changed since the last build, only their words are gathered anew.
struct SearchIndex {
  /// How many bytes a file with words has, about.
  private static let fileSize = 20_000

  private let pages: SearchPages
  /// By what each of them is known; nil where nothing is kept.
  private let keys: [ContentDigest]?
  private let content: Content
  /// The number of pages in a file with texts.
  private let groupSize: Int

  /// What it says.
  private struct Content {
    var terms: TermPostings
    /// What is shown of pages, by their numbers: of all, or of those that have changed.
    var shown: [Int: [UInt8]]
    /// How many bytes that takes, of each page.
    var sizes: [Int]
    /// How many pages the files with texts have that the last build left; nil where they cannot be
    /// taken over.
    var lastGroupSize: Int?
  }

  /// The output path of the file that knows the others.
  static let directory = "search/index.js"

  /// Whether a path may be that of one of the files, of which nobody knows the number before.
  static func mayHave(_ path: String) -> Bool {
    path == directory
      || path.hasSuffix(".js")
        && (path.hasPrefix("search/terms-") || path.hasPrefix("search/texts-"))
  }

  /// - Parameters:
  ///   - keys: See ``PageKeys``; none where nothing is kept.
  ///   - last: What the last build left.
  init(
    _ site: ResolvedSite, workers: Int, keys: [ContentDigest]? = nil,
    after last: SearchMemory = SearchMemory()
  ) async {
    let pages = SearchPages(site)
    self.pages = pages
    self.keys = keys.map { keys in pages.indexes.map { keys[$0] } }
    if let known = self.keys, last.order == pages.order,
      let content = await Self.content(of: pages, known, after: last, workers: workers)
    {
      self.content = content
    } else {
      let runs = await pages.runs(Array(0..<pages.count), workers: workers)
      let shown = runs.flatMap(\.shown)
      content = Content(
        terms: await TermPostings(runs, workers: workers),
        shown: Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($0, $1) }),
        sizes: shown.map(\.count))
    }
    groupSize = TextGroups.size(for: content.sizes)
  }

  /// What the index says where some pages have changed; nil where it has to be made anew.
  private static func content(
    of pages: SearchPages, _ keys: [ContentDigest], after last: SearchMemory, workers: Int
  ) async -> Content? {
    guard let changed = last.changes(to: keys) else { return nil }
    let runs = await pages.runs(changed, workers: workers)
    guard let terms = last.terms.changing(changed, to: runs, of: keys.count) else { return nil }
    var content = Content(terms: terms, shown: [:], sizes: last.pages.map(\.size))
    content.lastGroupSize = TextGroups.size(for: content.sizes)
    for (number, shown) in zip(changed, runs.lazy.flatMap(\.shown)) {
      content.shown[number] = shown
      content.sizes[number] = shown.count
    }
    return content
  }

  /// What the next index may go by; nothing where the pages are known by no keys.
  /// - Parameter files: The paths of its files.
  func memory(of files: [String]) -> SearchMemory {
    guard let keys else { return SearchMemory() }
    return SearchMemory(
      order: pages.order,
      pages: zip(keys, content.sizes).map { SearchMemory.Page(key: $0, size: $1) },
      terms: content.terms, files: files)
  }

  /// Hands over the files.
  /// - Parameter keep: Takes over a file of the last build; false where it is not as it was left.
  /// - Returns: The paths of the files.
  func write(
    keeping keep: @Sendable (String) async -> Bool,
    _ emit: @Sendable (RenderedFile) async throws -> Void
  ) async throws -> [String] {
    let firstTerms = try await writeTerms(emit)
    let starts = Array(stride(from: 0, to: pages.count, by: groupSize))
    for (number, start) in starts.enumerated() {
      let group = start..<min(start + groupSize, pages.count)
      let path = Self.path("texts", number)
      if groupSize == content.lastGroupSize, group.allSatisfy({ content.shown[$0] == nil }),
        await keep(path)
      {
        continue
      }
      try await emit(Self.file("texts", number, texts(of: group), path: path))
    }
    let directory = JSONValue.members([
      "count": .integer(pages.count),
      "languages": .list(pages.languages.map(JSONValue.string)),
      "terms": .list(firstTerms.map(JSONValue.string)),
      "texts": .list(starts.map(JSONValue.integer)),
    ])
    try await emit(Self.file("index", 0, directory.bytes, path: Self.directory))
    return firstTerms.indices.map { Self.path("terms", $0) }
      + starts.indices.map { Self.path("texts", $0) } + [Self.directory]
  }

  /// Hands over the files with words.
  /// - Returns: The first word of each.
  private func writeTerms(
    _ emit: @Sendable (RenderedFile) async throws -> Void
  ) async throws -> [String] {
    let terms = content.terms
    var first: [String] = []
    var bytes: [UInt8] = []
    func end() async throws {
      guard !bytes.isEmpty else { return }
      bytes.append(UInt8(ascii: "}"))
      let number = first.count - 1
      try await emit(Self.file("terms", number, bytes, path: Self.path("terms", number)))
      bytes.removeAll(keepingCapacity: true)
    }
    for number in 0..<terms.count {
      let stem = String(decoding: terms.words[number], as: UTF8.self)
      if bytes.isEmpty {
        first.append(stem)
        bytes.append(UInt8(ascii: "{"))
      } else {
        bytes.append(UInt8(ascii: ","))
      }
      bytes.appendJSONString(stem)
      bytes.append(contentsOf: [UInt8(ascii: ":"), UInt8(ascii: "\"")])
      Postings.publish(terms.postings[number], to: &bytes)
      bytes.append(UInt8(ascii: "\""))
      if bytes.count >= Self.fileSize { try await end() }
    }
    try await end()
    return first
  }

  /// What is shown of pages, as JSON.
  private func texts(of group: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    for page in group {
      bytes.append(UInt8(ascii: bytes.isEmpty ? "[" : ","))
      bytes += content.shown[page] ?? pages[page]?.shown ?? []
    }
    bytes.append(UInt8(ascii: "]"))
    return bytes
  }

  private static func path(_ kind: String, _ number: Int) -> String {
    "search/\(kind)-\(number).js"
  }

  private static func file(
    _ kind: String, _ number: Int, _ json: [UInt8], path: String
  ) -> RenderedFile {
    let head = "dossierSearch(\"\(kind)\",\(number),"
    return RenderedFile(
      path: path, content: .bytes(Array(head.utf8) + json + Array(");\n".utf8)))
  }
}
