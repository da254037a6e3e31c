/// Tells estimates apart that lie upon one another on a true axis: each keeps its place, and the
/// points and stems stand beside one another within it.
enum EstimateSpines {
  /// More than these are not told apart, for there is no room for it.
  static let limit = 400
  /// The room between two spines where it can be had, in px.
  private static let gap = 8.0

  /// Sets the spines of `shapes`, and says which lie upon others.
  static func arrange(_ shapes: inout [EstimateShape]) {
    guard shapes.count <= limit else { return }
    let rivals = shapes.indices.map { index in
      shapes.indices.filter { $0 != index && overlap(shapes[index], shapes[$0]) }
    }
    // Narrow ones first, for they have no choice.
    let order = shapes.indices.sorted { (shapes[$0].slot.width, $0) < (shapes[$1].slot.width, $1) }
    var placed = Set<Int>()
    for index in order {
      defer { placed.insert(index) }
      guard !rivals[index].isEmpty else { continue }
      shapes[index].isAccompanied = true
      let slot = shapes[index].slot
      let peers = rivals[index].filter { shapes[$0].slot == slot }
      let part = slot.width / Double(peers.count + 2)
      let wanted = slot.low + part * Double(peers.filter { $0 < index }.count + 1)
      let taken = rivals[index].filter(placed.contains).map { other in
        peers.contains(other)
          ? Dodge.Slot(low: shapes[other].spine, high: shapes[other].spine) : shapes[other].cap
      }
      shapes[index].spine = place(near: wanted, in: slot, clearOf: taken, by: min(gap, part * 0.9))
    }
  }

  /// Whether two lie upon one another.
  private static func overlap(_ first: EstimateShape, _ second: EstimateShape) -> Bool {
    func meet(_ one: Dodge.Slot, _ other: Dodge.Slot) -> Bool {
      one.low < other.high - 0.5 && other.low < one.high - 0.5
    }
    return meet(first.along, second.along)
      && (first.slot == second.slot || meet(first.cap, second.cap))
  }

  /// The place nearest to `wanted` that is clear of `taken`, or else the clearest.
  private static func place(
    near wanted: Double, in slot: Dodge.Slot, clearOf taken: [Dodge.Slot], by gap: Double
  ) -> Double {
    func clearance(_ place: Double) -> Double {
      taken.map { max($0.low - place, place - $0.high) }.min() ?? .infinity
    }
    guard clearance(wanted) < gap else { return wanted }
    let places = (1..<24).map { slot.low + slot.width * Double($0) / 24 }
    let clear = places.filter { clearance($0) >= gap }
    if let nearest = clear.min(by: { ($0 - wanted).magnitude < ($1 - wanted).magnitude }) {
      return nearest
    }
    return places.max { clearance($0) < clearance($1) } ?? wanted
  }
}
