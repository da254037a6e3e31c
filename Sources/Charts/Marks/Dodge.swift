/// Sets what would lie upon one another side by side.
enum Dodge {
  /// Two sides of an item across the axis of values, in px.
  struct Slot: Hashable, Sendable {
    var low: Double
    var high: Double

    var width: Double { high - low }
    var middle: Double { (low + high) / 2 }
  }

  /// The slots moved and narrowed until none overlaps another.
  ///
  /// Slots that overlap share the room that they took together: in equal parts where they are the
  /// same, or else each as near to its own place as the others let it be.
  /// - Parameters:
  ///   - minimum: The least width of a slot, in px, while there is room for it.
  ///   - gap: The room between two neighbours, in px.
  static func apart(
    _ slots: [Slot], within bounds: Slot, minimum: Double = 10, gap: Double = 3
  ) -> [Slot] {
    guard !slots.isEmpty, bounds.width > 0 else { return slots }
    // So many that even hairlines do not fit are set as close as there is room for.
    let share = bounds.width / Double(slots.count)
    let gap = min(gap, share / 3)
    let least = min(minimum, share - gap)
    let wide = slots.map { widened($0, to: min(minimum, bounds.width), within: bounds) }
    let order = wide.indices.sorted { (wide[$0].middle, $0) < (wide[$1].middle, $1) }
    var clusters: [Cluster] = []
    for index in order {
      clusters.append(Cluster(members: [index], slot: wide[index]))
      while clusters.count > 1, let last = clusters.last,
        clusters[clusters.count - 2].slot.high > last.slot.low + 0.5
      {
        clusters.removeLast()
        let merged = clusters.removeLast().merged(with: last)
        let needed = min(
          Double(merged.members.count) * (min(least, 6) + gap), bounds.width)
        clusters.append(
          Cluster(
            members: merged.members, slot: widened(merged.slot, to: needed, within: bounds)))
      }
    }
    var result = wide
    for cluster in clusters where cluster.members.count > 1 {
      cluster.part(&result, gap: gap)
    }
    return result
  }

  private static func widened(_ slot: Slot, to width: Double, within bounds: Slot) -> Slot {
    var result = slot
    if slot.width < width {
      result = Slot(low: slot.middle - width / 2, high: slot.middle + width / 2)
    }
    if result.low < bounds.low {
      result = Slot(low: bounds.low, high: max(result.high, min(bounds.low + width, bounds.high)))
    }
    if result.high > bounds.high {
      result = Slot(low: min(result.low, max(bounds.high - width, bounds.low)), high: bounds.high)
    }
    return result
  }

  /// Slots that overlap, and the room that they have together.
  private struct Cluster {
    /// In the order of their middles.
    let members: [Int]
    let slot: Slot

    func merged(with other: Cluster) -> Cluster {
      Cluster(
        members: members + other.members,
        slot: Slot(
          low: min(slot.low, other.slot.low), high: max(slot.high, other.slot.high)))
    }

    /// What each of some widths gets of `room`: the narrow ones all they want, the wide ones equal
    /// parts of the rest.
    private func shares(_ widths: [Double], of room: Double) -> [Double] {
      var result = widths
      var rest = room
      let order = widths.indices.sorted { (widths[$0], $0) < (widths[$1], $1) }
      for (place, index) in order.enumerated() {
        result[index] = min(widths[index], rest / Double(order.count - place))
        rest -= result[index]
      }
      return result
    }

    /// Gives each member its part of the room.
    func part(_ slots: inout [Slot], gap: Double) {
      let count = Double(members.count)
      let equal = (slot.width - gap * (count - 1)) / count
      let first = slots[members[0]]
      if members.allSatisfy({ slots[$0] == first }) {
        for (place, member) in members.enumerated() {
          let low = slot.low + Double(place) * (equal + gap)
          slots[member] = Slot(low: low, high: low + equal)
        }
        return
      }
      let widths = shares(members.map { slots[$0].width }, of: slot.width - gap * (count - 1))
      var next = slot.low
      for (place, member) in members.enumerated() {
        let width = widths[place]
        let low = max(next, slots[member].middle - width / 2)
        slots[member] = Slot(low: low, high: low + width)
        next = low + width + gap
      }
      var limit = slot.high
      for member in members.reversed() {
        let width = slots[member].width
        if slots[member].high > limit { slots[member] = Slot(low: limit - width, high: limit) }
        limit = slots[member].low - gap
      }
    }
  }
}
