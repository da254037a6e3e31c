import Bytes

/// The words of all runs, in order, with the pages that have them.
struct TermList {
  /// The words.
  private(set) var words = WordTable()
  /// The numbers of the words in the order of their UTF-16.
  let order: [Int]
  private let runs: [SearchRun]
  /// How many pages stand before each run.
  private let firstPages: [Int]
  /// Where each word stands in the runs: the run, and the stem's number there.
  private let places: [(run: UInt32, stem: UInt32)]
  /// Where the places of each word begin, and where those of the last end.
  private let starts: [Int]

  init(_ runs: [SearchRun]) {
    self.runs = runs
    var words = WordTable()
    var numbers: [[Int]] = []
    var firstPages: [Int] = []
    var pages = 0
    for run in runs {
      firstPages.append(pages)
      pages += run.shown.count
      numbers.append((0..<run.stems.count).map { words.number(of: run.stems[$0]).number })
    }
    var starts = [Int](repeating: 0, count: words.count + 1)
    for number in numbers.joined() { starts[number + 1] += 1 }
    for word in 0..<words.count { starts[word + 1] += starts[word] }
    var next = starts
    var places = [(run: UInt32, stem: UInt32)](repeating: (0, 0), count: numbers.joined().count)
    for (run, numbers) in numbers.enumerated() {
      for (stem, word) in numbers.enumerated() {
        places[next[word]] = (UInt32(run), UInt32(stem))
        next[word] += 1
      }
    }
    self.words = words
    self.firstPages = firstPages
    self.places = places
    self.starts = starts
    order = (0..<words.count).sorted { Self.precedes(words[$0], words[$1]) }
  }

  /// Calls `body` with each page that has `word`, in order, and with how much it counts there.
  func each(of word: Int, _ body: (_ page: Int, _ weight: Int) -> Void) {
    for (run, stem) in places[starts[word]..<starts[word + 1]] {
      let first = firstPages[Int(run)]
      for place in runs[Int(run)][Int(stem)] { body(first + Int(place.page), Int(place.weight)) }
    }
  }

  /// Whether `left` stands before `right` in the order of UTF-16.
  ///
  /// That is the order of UTF-8, but for scalars beyond U+FFFF: they stand before U+E000.
  static func precedes(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    for (one, other) in zip(left, right) where one != other {
      let isPair = (one >= 0xF0, other >= 0xF0)
      if isPair.0 != isPair.1, min(one, other) >= 0xEE { return isPair.0 }
      return one < other
    }
    return left.count < right.count
  }
}
