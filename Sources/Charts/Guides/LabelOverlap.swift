/// Which labels of a row there is room for (vega-view-transforms, *Overlap*).
enum LabelOverlap {
  /// Every second label is left out until none meets its neighbour; where fewer than three would be
  /// left, the first and the last stay.
  ///
  /// - Parameters:
  ///   - extents: Where each label begins and ends, in the order of the labels.
  ///   - separation: The least room between two, in px.
  static func parity(_ extents: [(low: Double, high: Double)], separation: Double = 0) -> [Bool] {
    var kept = Array(extents.indices)
    guard kept.count >= 3, !isClear(kept, extents, separation) else {
      return extents.map { _ in true }
    }
    repeat {
      kept = kept.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    } while kept.count >= 3 && !isClear(kept, extents, separation)
    let last = extents.count - 1
    if kept.count < 3, kept.last != last {
      if kept.count > 1 { kept.removeLast() }
      kept.append(last)
    }
    let shown = Set(kept)
    return extents.indices.map(shown.contains)
  }

  /// A label is left out where it meets the last that was kept.
  static func greedy(_ extents: [(low: Double, high: Double)], separation: Double = 0) -> [Bool] {
    var last: Int?
    return extents.indices.map { index in
      if let last, meet(extents[last], extents[index], separation) { return false }
      last = index
      return true
    }
  }

  private static func isClear(
    _ kept: [Int], _ extents: [(low: Double, high: Double)], _ separation: Double
  ) -> Bool {
    zip(kept, kept.dropFirst()).allSatisfy { !meet(extents[$0], extents[$1], separation) }
  }

  private static func meet(
    _ first: (low: Double, high: Double), _ second: (low: Double, high: Double),
    _ separation: Double
  ) -> Bool {
    separation > max(second.low - first.high, first.low - second.high)
  }
}
