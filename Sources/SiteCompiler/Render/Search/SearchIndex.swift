import Bytes
import SiteModel

/// The index of a site's words, in files of which a search loads only those that it needs.
///
/// The files are scripts that hand their data over, since a page that is opened from a disk may load
/// scripts and nothing else. `search/index.js` says which words and which pages each file has;
/// `search/terms-N.js` has words in order, each with the pages that have it; `search/texts-N.js` the
/// pages' titles, addresses and texts.
struct SearchIndex {
  /// How many bytes a file has, about.
  private static let fileSize = 20_000
  private static let textSize = 12_000
  /// How many pages a word leads to at most: those in which it counts most.
  private static let pageLimit = 10_000

  /// How many pages are looked at as one.
  private static let runLength = 256

  private let runs: [SearchRun]
  private let languages: [String]

  /// The output path of the file that knows the others.
  static let directory = "search/index.js"

  /// Whether a path may be that of one of the files, of which nobody knows the number before.
  static func mayHave(_ path: String) -> Bool {
    path == directory
      || path.hasSuffix(".js")
        && (path.hasPrefix("search/terms-") || path.hasPrefix("search/texts-"))
  }

  init(_ site: ResolvedSite, workers: Int) async {
    let words = InterfaceWords(site.words, of: site.configuration)
    let wanted = site.pages.filter(SearchPage.isWanted)
    let starts = Array(stride(from: 0, to: wanted.count, by: Self.runLength))
    runs = await ParallelMap.map(starts, workers: workers) { start in
      let pages = wanted[start..<min(start + Self.runLength, wanted.count)]
      return SearchRun(pages.lazy.compactMap { SearchPage($0, in: site, words: words) })
    }
    var languages: Set<String> = []
    for page in site.pages {
      let tag = site.configuration.languageTag(of: page.parsed.frontMatter)
      if let rules = Stemmer.rules(of: tag) { languages.insert(rules) }
    }
    self.languages = Stemmer.languages.filter(languages.contains)
  }

  /// The files.
  func files() -> [RenderedFile] {
    let (terms, firstTerms) = termFiles()
    let (texts, firstPages) = textFiles()
    let directory = JSONValue.members([
      "count": .integer(runs.reduce(0) { $0 + $1.shown.count }),
      "languages": .list(languages.map(JSONValue.string)),
      "terms": .list(firstTerms.map(JSONValue.string)),
      "texts": .list(firstPages.map(JSONValue.integer)),
    ])
    return [Self.file("index", 0, directory.bytes, path: Self.directory)] + terms + texts
  }

  /// The words in order of their UTF-16, as scripts compare them, with the first of each file.
  private func termFiles() -> (files: [RenderedFile], first: [String]) {
    let terms = TermList(runs)
    var files: [RenderedFile] = []
    var first: [String] = []
    var bytes: [UInt8] = []
    var groups = WeightGroups()
    func end() {
      guard !bytes.isEmpty else { return }
      bytes.append(UInt8(ascii: "}"))
      files.append(Self.file("terms", files.count, bytes))
      bytes = []
    }
    for term in terms.order {
      let stem = String(decoding: terms.words[term], as: UTF8.self)
      if bytes.isEmpty {
        first.append(stem)
        bytes.append(UInt8(ascii: "{"))
      } else {
        bytes.append(UInt8(ascii: ","))
      }
      bytes.appendJSONString(stem)
      bytes.append(UInt8(ascii: ":"))
      terms.each(of: term) { groups.add($0, $1) }
      Self.append(&groups, to: &bytes)
      if bytes.count >= Self.fileSize { end() }
    }
    end()
    return (files, first)
  }

  /// How many pages have the word, then for each weight, the greatest first, the weight, how many
  /// pages have it, and the pages, each as the distance to the one before; all as `digits`.
  ///
  /// Most words that are sought stand in many pages with one of few weights, so a page takes little
  /// more than one byte.
  private static func append(_ groups: inout WeightGroups, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    append(groups.count, to: &bytes)
    var left = pageLimit
    groups.empty { weight, pages in
      guard left > 0 else { return }
      let kept = pages.prefix(left)
      append(weight, to: &bytes)
      append(kept.count, to: &bytes)
      var last = 0
      for page in kept {
        append(page - last, to: &bytes)
        last = page
      }
      left -= kept.count
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The digits of numbers: the first 32 end one, the others have five bits and are followed by the
  /// next higher ones.
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 32 {
      bytes.append(digits[32 + rest % 32])
      rest /= 32
    }
    bytes.append(digits[rest])
  }

  private func textFiles() -> (files: [RenderedFile], first: [Int]) {
    var files: [RenderedFile] = []
    var first: [Int] = []
    var bytes: [UInt8] = []
    func end() {
      guard !bytes.isEmpty else { return }
      bytes.append(UInt8(ascii: "]"))
      files.append(Self.file("texts", files.count, bytes))
      bytes = []
    }
    for (number, shown) in runs.lazy.flatMap(\.shown).enumerated() {
      if bytes.isEmpty { first.append(number) }
      bytes.append(UInt8(ascii: bytes.isEmpty ? "[" : ","))
      bytes += shown
      if bytes.count >= Self.textSize { end() }
    }
    end()
    return (files, first)
  }

  private static func file(
    _ kind: String, _ number: Int, _ json: [UInt8], path: String? = nil
  ) -> RenderedFile {
    let head = "dossierSearch(\"\(kind)\",\(number),"
    return RenderedFile(
      path: path ?? "search/\(kind)-\(number).js",
      content: .bytes(Array(head.utf8) + json + Array(");\n".utf8)))
  }
}
