import Bytes

/// Every word of a site with its ``Postings``, in the order of UTF-16, as scripts compare them.
struct TermPostings: Sendable {
  private(set) var words: BytePieces
  private(set) var postings: BytePieces

  /// How many words there are.
  var count: Int { words.count }

  /// Words with as many postings; none where nothing is said.
  init(words: BytePieces = BytePieces(), postings: BytePieces = BytePieces()) {
    self.words = words
    self.postings = postings
  }

  /// The words of `runs` of pages, which are numbered from 0 in their order.
  init(_ runs: [SearchRun], workers: Int) async {
    self.init()
    let terms = TermList(runs)
    // A part takes its groups along from word to word.
    let size = max(1, terms.order.count / max(1, workers * 4))
    let parts = await ParallelMap.map(
      Array(stride(from: 0, to: terms.order.count, by: size)), workers: workers
    ) { start in
      var part = TermPostings()
      var groups = WeightGroups()
      for term in terms.order[start..<min(start + size, terms.order.count)] {
        terms.each(of: term) { groups.add($0, $1) }
        part.add(terms.words[term], &groups)
      }
      return part
    }
    for part in parts {
      words.append(part.words)
      postings.append(part.postings)
    }
  }

  private mutating func add(_ word: ArraySlice<UInt8>, _ groups: inout WeightGroups) {
    words.append(word)
    postings.append { Postings.append(&groups, to: &$0) }
  }

  /// The same where some pages say other words than before, and no page has come or gone.
  ///
  /// What it gives is what ``init(_:workers:)`` would for all pages.
  /// - Parameters:
  ///   - pages: The numbers of those pages, in order.
  ///   - runs: What they say now.
  ///   - total: How many pages there are in all.
  /// - Returns: Nil where what is kept of the words cannot be read.
  func changing(_ pages: [Int], to runs: [SearchRun], of total: Int) -> TermPostings? {
    var isChanged = [Bool](repeating: false, count: total)
    for page in pages { isChanged[page] = true }
    let terms = TermList(runs)
    var added = terms.order[...]
    var changed = TermPostings()
    var groups = WeightGroups()
    func add(_ term: Int) { terms.each(of: term) { groups.add(pages[$0], $1) } }
    for number in 0..<count {
      let word = words[number]
      while let term = added.first, TermList.precedes(terms.words[term], word) {
        add(term)
        changed.add(terms.words[term], &groups)
        added.removeFirst()
      }
      let isSaid = added.first.map { terms.words[$0] == word } ?? false
      var wasSaid = false
      let isRead = Postings.each(in: postings[number]) { page, _ in
        if page >= total || isChanged[page] { wasSaid = true }
      }
      guard isRead else { return nil }
      guard wasSaid || isSaid else {
        changed.words.append(word)
        changed.postings.append(postings[number])
        continue
      }
      _ = Postings.each(in: postings[number]) { page, weight in
        if page < total, !isChanged[page] { groups.add(page, weight) }
      }
      if isSaid, let term = added.popFirst() { add(term) }
      groups.sort()
      if groups.count > 0 { changed.add(word, &groups) }
    }
    for term in added {
      add(term)
      changed.add(terms.words[term], &groups)
    }
    return changed
  }
}

extension BinaryWriter {
  mutating func write(_ terms: TermPostings) {
    write(terms.words)
    write(terms.postings)
  }
}

extension BinaryReader {
  mutating func readTerms() throws(Malformed) -> TermPostings {
    let (words, postings) = (try readPieces(), try readPieces())
    guard words.count == postings.count else { throw malformed }
    return TermPostings(words: words, postings: postings)
  }
}
