import Testing

@testable import Charts

@Suite("Finding free rows")
struct RowFinderTests {
  @Test("An extent goes to the first row that is free")
  func first() {
    var finder = RowFinder()
    #expect(finder.place(from: 0, to: 10) == 0)
    #expect(finder.place(from: 5, to: 15) == 1)
    #expect(finder.place(from: 9, to: 11) == 2)
    #expect(finder.place(from: 10, to: 20) == 0)
    #expect(finder.place(from: 11, to: 20) == 2)
    #expect(finder.place(from: 12, to: 20) == 3)
    #expect(finder.count == 4)
  }

  @Test("Rows above the first that is asked for stay free")
  func fromRow() {
    var finder = RowFinder()
    #expect(finder.place(from: 0, to: 1, first: 3) == 3)
    #expect(finder.place(from: 0, to: 1) == 0)
    #expect(finder.place(from: 0, to: 1, first: 3) == 4)
    #expect(finder.place(from: 2, to: 3, first: 3) == 3)
  }

  @Test("It finds the rows that a search through all of them finds")
  func sameAsSearch() {
    var random = Noise(seed: 7)
    var finder = RowFinder()
    var ends: [Double] = []
    for step in 0..<2_000 {
      let start = Double(step) + random.number(0..<40)
      let end = start + random.number(0..<300)
      let first = Int(random.number(0..<1) < 0.3 ? random.number(0..<60) : 0)
      while ends.count < first { ends.append(-.infinity) }
      let row = (first..<ends.count).first { ends[$0] <= start } ?? ends.count
      if row == ends.count { ends.append(-.infinity) }
      ends[row] = end
      #expect(finder.place(from: start, to: end, first: first) == row)
    }
  }
}

/// Random numbers that are the same in every run.
struct Noise {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  mutating func number(_ range: Range<Double>) -> Double {
    range.lowerBound + Double(next() >> 11) / 9_007_199_254_740_992
      * (range.upperBound - range.lowerBound)
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int(next() % UInt64(elements.count))]
  }
}
