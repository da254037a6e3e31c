import Bytes

/// The pages of a word, as the files of the index say them.
///
/// How many pages have the word, then for each weight, the greatest first, the weight, how many pages
/// have it, and the pages, each as the distance to the one before; all as digits, of which the first
/// 32 end a number, and the others have five bits and are followed by the next higher ones. Most words
/// that are sought stand in many pages with one of few weights, so a page takes little more than one
/// byte.
enum Postings {
  /// How many pages a word leads to at most.
  static let pageLimit = 10_000

  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
  /// What each byte is worth as a digit; 255 where it is none.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()

  /// Writes the pages that `groups` has behind `bytes`; then it has none.
  /// - Parameter limit: How many pages are written at most: those in which the word counts most.
  static func append(
    _ groups: inout WeightGroups, to bytes: inout [UInt8], limit: Int = .max
  ) {
    append(groups.count, to: &bytes)
    var left = limit
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
  }

  /// Writes `postings` behind `bytes` as readers get them: of a word that stands nearly everywhere
  /// those pages alone in which it counts most.
  static func publish(_ postings: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    guard postings.count > pageLimit else {
      bytes += postings
      return
    }
    var groups = WeightGroups()
    _ = each(in: postings) { groups.add($0, $1) }
    append(&groups, to: &bytes, limit: pageLimit)
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 32 {
      bytes.append(digits[32 + rest % 32])
      rest /= 32
    }
    bytes.append(digits[rest])
  }

  /// Calls `body` with each page that `postings` say, and with how much the word counts there.
  /// - Returns: Whether they could be read.
  static func each(
    in postings: ArraySlice<UInt8>, _ body: (_ page: Int, _ weight: Int) -> Void
  ) -> Bool {
    values.withUnsafeBufferPointer { values in
      postings.withUnsafeBufferPointer { bytes in
        var place = 0
        func next() -> Int? {
          var number = 0
          var shift = 0
          while place < bytes.count, shift < 50 {
            let value = Int(values[Int(bytes[place])])
            guard value < 64 else { return nil }
            place += 1
            number |= (value & 31) << shift
            if value < 32 { return number }
            shift += 5
          }
          return nil
        }
        guard var left = next() else { return false }
        while place < bytes.count {
          guard let weight = next(), weight <= SearchPage.most, let count = next(), count <= left
          else { return false }
          left -= count
          var page = 0
          for _ in 0..<count {
            guard let distance = next() else { return false }
            page += distance
            body(page, weight)
          }
        }
        return left == 0
      }
    }
  }
}

/// Pages by how much a word counts on them.
struct WeightGroups {
  private var pages = [[Int]](repeating: [], count: SearchPage.most + 1)
  /// How many pages there are.
  private(set) var count = 0

  mutating func add(_ page: Int, _ weight: Int) {
    pages[weight].append(page)
    count += 1
  }

  /// Puts pages that came in no order in order.
  mutating func sort() {
    for weight in pages.indices where pages[weight].count > 1 { pages[weight].sort() }
  }

  /// Hands over each weight that there is with its pages, the greatest first, and keeps none.
  mutating func empty(_ body: (_ weight: Int, _ pages: [Int]) -> Void) {
    for weight in pages.indices.reversed() where !pages[weight].isEmpty {
      body(weight, pages[weight])
      pages[weight].removeAll(keepingCapacity: true)
    }
    count = 0
  }
}
