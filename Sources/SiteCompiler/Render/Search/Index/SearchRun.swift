import Bytes

/// What a search knows of a run of pages: their words, and what is shown of each.
///
/// Pages of a site share most of their words, so those of a run are cut to their stems once.
struct SearchRun: Sendable {
  /// A page that has a stem.
  struct Place: Sendable {
    /// The page, by its place among the run's.
    let page: UInt32
    /// How much the stem counts there.
    let weight: UInt8
  }

  /// What is shown of each page, as JSON.
  let shown: [[UInt8]]
  /// The stems.
  let stems: WordTable
  private let places: [Place]
  /// Where the places of each stem begin, and where those of the last end.
  private let starts: [Int]

  /// The run of `pages`.
  init(_ pages: some Sequence<SearchPage>) {
    var shown: [[UInt8]] = []
    var stems = WordTable()
    var words: [String?: StemmedWords] = [:]
    var counts: [Count] = []
    var found: [(stem: UInt32, place: Place)] = []
    for (number, page) in pages.enumerated() {
      shown.append(page.shown)
      var stemmed = words.removeValue(forKey: page.rules) ?? StemmedWords()
      var touched: [Int] = []
      for part in page.parts {
        SearchWords.each(of: part.text) { word in
          let stem = stemmed.stem(of: word, page.rules, &stems)
          if stem == counts.count { counts.append(Count()) }
          if counts[stem].isEmpty { touched.append(stem) }
          counts[stem].add(part.weight)
        }
      }
      words[page.rules] = stemmed
      for stem in touched {
        found.append((UInt32(stem), Place(page: UInt32(number), weight: counts[stem].total)))
        counts[stem] = Count()
      }
    }
    self.shown = shown
    self.stems = stems
    (places, starts) = Self.sorted(found, stems.count)
  }

  /// The pages that have the stem `number`, in their order.
  subscript(number: Int) -> ArraySlice<Place> { places[starts[number]..<starts[number + 1]] }

  /// The places stem by stem, and where those of each begin.
  private static func sorted(
    _ found: [(stem: UInt32, place: Place)], _ count: Int
  ) -> ([Place], [Int]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for (stem, _) in found { starts[Int(stem) + 1] += 1 }
    for stem in 0..<count { starts[stem + 1] += starts[stem] }
    var next = starts
    var places = [Place](repeating: Place(page: 0, weight: 0), count: found.count)
    for (stem, place) in found {
      places[next[Int(stem)]] = place
      next[Int(stem)] += 1
    }
    return (places, starts)
  }

  /// How often a stem stands on a page, and where.
  private struct Count {
    private var weight = 0
    private var repeats = 0

    var isEmpty: Bool { weight == 0 && repeats == 0 }

    mutating func add(_ weight: SearchPage.Weight) {
      if weight == .body { repeats += 1 } else { self.weight += weight.rawValue }
    }

    /// How much it counts.
    var total: UInt8 {
      let body = min(repeats, SearchPage.repeats) * SearchPage.Weight.body.rawValue
      return UInt8(min(weight + body, SearchPage.most))
    }
  }
}

/// The stems of words that were met before, under one set of rules.
private struct StemmedWords {
  private var words = WordTable()
  private var stems: [Int] = []

  /// The number of the stem of `word` among `table`.
  mutating func stem(of word: [UInt8], _ rules: String?, _ table: inout WordTable) -> Int {
    let (number, isNew) = words.number(of: word)
    if isNew { stems.append(table.number(of: Stemmer.stem(word, rules)).number) }
    return stems[number]
  }
}
