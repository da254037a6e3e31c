import Bytes

/// A text after its rewriting: the cells of its tables, a heading each, and then the text itself.
struct RewrittenText {
  /// An address: where in the text it stands, and where in the source.
  struct Address {
    let text: Range<Int>
    let source: Range<Int>
  }

  /// The text.
  private(set) var bytes: [UInt8] = []
  /// Where it stands in the file.
  private(set) var runs: [Body.Run] = []
  /// Addresses whose marks are escaped, in order.
  private(set) var addresses: [Address] = []
  /// What was rewritten.
  let rewriting: Rewriting
  /// The text as it was.
  let source: UnsafeBufferPointer<UInt8>
  /// Where in the file it begins.
  let base: Int

  private var byteEdits: [Rewriting.Edit] = []
  private var sourceAddresses: [Range<Int>] = []

  /// A text of which nothing is rewritten.
  static func unchanged(_ source: UnsafeBufferPointer<UInt8>) -> RewrittenText {
    RewrittenText(of: source, base: 0, Rewriting())
  }

  /// - Parameters:
  ///   - source: A slice of the file.
  ///   - base: Where the slice begins.
  ///   - rewriting: Where it is empty, the text stays as it is and ``bytes`` are empty.
  init(of source: UnsafeBufferPointer<UInt8>, base: Int, _ rewriting: Rewriting) {
    self.source = source
    self.base = base
    self.rewriting = rewriting
    guard !rewriting.isEmpty else { return }
    byteEdits = rewriting.byteEdits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    sourceAddresses = rewriting.addresses.sorted { $0.lowerBound < $1.lowerBound }
    bytes.reserveCapacity(source.count + rewriting.cells.count * 8)
    for cell in rewriting.cells { writeCell(cell) }
    // A byte order mark is none but at the very start.
    let isMarked = source.starts(with: [0xEF, 0xBB, 0xBF])
    var place = isMarked && !rewriting.cells.isEmpty ? 3 : 0
    let edits = rewriting.lineEdits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    for edit in edits where edit.range.lowerBound >= place {
      copy(place..<edit.range.lowerBound)
      put(edit.words, for: edit.range)
      place = edit.range.upperBound
    }
    copy(place..<source.count)
  }

  /// An escaped pipe is a pipe, in code too.
  private mutating func writeCell(_ cell: Range<Int>) {
    put([UInt8(ascii: "#"), .space], for: cell.lowerBound..<cell.lowerBound)
    var start = cell.lowerBound
    var place = start
    while place + 1 < cell.upperBound {
      if source[place] == .backslash, source[place + 1] == TableLine.pipe {
        copy(start..<place)
        start = place + 1
      }
      place += 1
    }
    copy(start..<cell.upperBound)
    let end = cell.upperBound..<cell.upperBound
    put([.space, UInt8(ascii: "#"), .newline], for: end)
  }

  private mutating func put(_ words: [UInt8], for range: Range<Int>) {
    runs.append(
      Body.Run(
        text: bytes.count, source: range.lowerBound + base..<range.upperBound + base,
        isCopy: false))
    bytes += words
  }

  private mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let first = firstByteEdit(from: range.lowerBound)
    let firstRun = runs.count
    var place = range.lowerBound
    for edit in byteEdits[first...] {
      guard edit.range.lowerBound < range.upperBound else { break }
      copyPlain(place..<edit.range.lowerBound)
      put(edit.words, for: edit.range)
      place = edit.range.upperBound
    }
    copyPlain(place..<range.upperBound)
    if !sourceAddresses.isEmpty { noteAddresses(in: range, runs[firstRun...]) }
  }

  private mutating func copyPlain(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    runs.append(
      Body.Run(
        text: bytes.count, source: range.lowerBound + base..<range.upperBound + base,
        isCopy: true))
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[range]))
  }

  private func firstByteEdit(from offset: Int) -> Int {
    byteEdits.partitioningIndex { $0.range.lowerBound >= offset }
  }

  /// Notes where the addresses of a stretch stand in the text.
  private mutating func noteAddresses(
    in range: Range<Int>, _ runs: ArraySlice<Body.Run>
  ) {
    let first = sourceAddresses.partitioningIndex { $0.lowerBound >= range.lowerBound }
    for address in sourceAddresses[first...] {
      guard address.upperBound <= range.upperBound else { break }
      guard let start = place(of: address.lowerBound, in: runs),
        let last = place(of: address.upperBound - 1, in: runs)
      else { continue }
      addresses.append(Address(text: start..<last + 1, source: address))
    }
  }

  /// Where in the text a byte of the source stands that one of `runs` copies.
  private func place(of offset: Int, in runs: ArraySlice<Body.Run>) -> Int? {
    let offset = offset + base
    let index = runs.partitioningIndex { $0.source.upperBound > offset }
    guard index < runs.endIndex, runs[index].isCopy, runs[index].source.contains(offset) else {
      return nil
    }
    return runs[index].text + offset - runs[index].source.lowerBound
  }
}

extension RandomAccessCollection {
  /// The index of the first element that `belongs` to the second part of a collection that is
  /// parted in two, found by halves.
  func partitioningIndex(where belongs: (Element) -> Bool) -> Index {
    var low = startIndex
    var length = count
    while length > 0 {
      let half = length / 2
      let middle = index(low, offsetBy: half)
      if belongs(self[middle]) {
        length = half
      } else {
        low = index(after: middle)
        length -= half + 1
      }
    }
    return low
  }
}
