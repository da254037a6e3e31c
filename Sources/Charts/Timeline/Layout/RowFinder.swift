/// Finds for each of many extents the first row that is free there, in logarithmic time.
///
/// A row is free from the farthest end of what stands in it onwards; what comes is expected in the
/// order of time, so that little room is lost.
struct RowFinder: Sendable {
  /// A tree of the least end within each half, the leaves in the upper half of the array.
  private var least: [Double] = [-.infinity, -.infinity]
  private var capacity = 1
  /// How many rows are in use.
  private(set) var count = 0

  /// Takes the extent into the first row, from `first` on, whose content ends at or before `start`,
  /// and says which.
  mutating func place(from start: Double, to end: Double, first: Int = 0) -> Int {
    var row = firstFree(at: start, from: first)
    while row == nil {
      grow()
      row = firstFree(at: start, from: first)
    }
    let found = row ?? count
    count = max(count, found + 1)
    var node = capacity + found
    least[node] = max(least[node], end)
    while node > 1 {
      node /= 2
      least[node] = min(least[2 * node], least[2 * node + 1])
    }
    return found
  }

  private func firstFree(at start: Double, from first: Int) -> Int? {
    guard first < capacity else { return nil }
    // Up from the first row to a subtree to its right that has room, then down to its first leaf.
    var node = capacity + max(first, 0)
    while least[node] > start {
      while node % 2 == 1 {
        if node == 1 { return nil }
        node /= 2
      }
      if node == 0 { return nil }
      node += 1
    }
    while node < capacity {
      node *= 2
      if least[node] > start { node += 1 }
    }
    return node - capacity
  }

  private mutating func grow() {
    let leaves = least[capacity...] + repeatElement(-.infinity, count: capacity)
    capacity *= 2
    least = Array(repeating: -.infinity, count: capacity) + leaves
    for node in stride(from: capacity - 1, to: 0, by: -1) {
      least[node] = min(least[2 * node], least[2 * node + 1])
    }
  }
}
