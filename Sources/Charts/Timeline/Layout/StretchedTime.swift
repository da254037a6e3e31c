/// A scale of time that stretches where events crowd, so that each has room for its words.
///
/// It never goes backwards: what is earlier stands above, what lasts longer than something within
/// it is drawn longer. Between two events it is even. At a day on which several events begin it
/// stands still for as long as their labels take.
struct StretchedTime: Sendable {
  /// A day and its place, in px.
  private struct Knot: Sendable {
    let day: Double
    let place: Double
  }

  private var knots: [Knot]
  /// Where each event begins, in the order in which they were given.
  let places: [Double]
  /// Whether any stretch of it is drawn at another pace than the rest.
  let isStretched: Bool

  /// The first place.
  var start: Double { knots[0].place }
  /// The last place.
  var end: Double { knots[knots.count - 1].place }

  /// A scale of the days from `lower` to `upper`, beginning at `start` px.
  /// - Parameters:
  ///   - anchors: Where the events begin, in days, in ascending order.
  ///   - rooms: What each event's label takes, in px.
  ///   - pace: The px of a day where nothing stretches it.
  ///   - lead: The least room before the first event, in px.
  ///   - breaks: What is left out, in order; nothing begins within.
  init(
    from lower: Double, to upper: Double, start: Double, anchors: [Double], rooms: [Double],
    pace: Double, lead: Double, breaks: [TimeScale.Break] = []
  ) {
    var knots = [Knot(day: lower, place: start)]
    var places: [Double] = []
    var isStretched = false
    var day = lower
    var place = start
    // What the last event's label still needs.
    var room = lead
    var next = breaks.startIndex
    func step(to end: Double, by length: Double, least: Double) {
      place += max(length, least)
      day = max(day, end)
      knots.append(Knot(day: day, place: place))
    }
    func step(to end: Double) {
      while next < breaks.endIndex, breaks[next].upper <= end {
        let even = max(0, breaks[next].lower - day) * pace
        step(to: breaks[next].lower, by: even, least: 0)
        step(to: breaks[next].upper, by: TimeScale.breakWidth, least: 0)
        room -= even + TimeScale.breakWidth
        next += 1
      }
      let even = max(0, end - day) * pace
      if even < room { isStretched = true }
      step(to: end, by: even, least: room)
    }
    for (anchor, label) in zip(anchors, rooms) {
      step(to: min(max(anchor, lower), upper))
      places.append(place)
      room = label
    }
    step(to: upper)
    self.knots = knots
    self.places = places
    self.isStretched = isStretched
  }

  /// The place of a day; where time stands still, the first one.
  func callAsFunction(_ day: Double) -> Double {
    var low = 0
    var high = knots.count
    while low < high {
      let middle = (low + high) / 2
      if knots[middle].day < day { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return start }
    guard low < knots.count else { return end }
    let (before, after) = (knots[low - 1], knots[low])
    let part = (day - before.day) / (after.day - before.day)
    return before.place + part * (after.place - before.place)
  }
}
