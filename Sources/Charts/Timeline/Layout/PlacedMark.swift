/// A mark with its place: along the axis of time and across it, in px.
///
/// The same holds for pictures whose time runs to the right and for those where it runs down.
struct PlacedMark: Sendable {
  /// A part of the date, from `from` to `to` along the axis.
  struct Run: Hashable, Sendable {
    var from: Double
    var to: Double
    let isThroughout: Bool
    let isDoubtful: Bool
  }

  /// The event, as an index into the content's.
  let event: Int
  /// Whether it is a single day, drawn as a dot.
  let isPoint: Bool
  /// The parts from first to last.
  var runs: [Run]
  /// The look of the beginning.
  let start: DrawnDate.End
  /// The look of the end.
  let end: DrawnDate.End
  /// The middle across the axis.
  var middle = 0.0
  /// The size across the axis; a dot's diameter.
  let thickness: Double
  /// The first place along the axis that it touches, soft ends and signs included.
  private(set) var from: Double
  /// The last such place.
  private(set) var to: Double

  /// Where the stated dates begin along the axis.
  var bodyFrom: Double { runs.first?.from ?? from }
  /// Where the stated dates end along the axis.
  var bodyTo: Double { runs.last?.to ?? to }
  /// The middle of the body along the axis.
  var bodyMiddle: Double { (bodyFrom + bodyTo) / 2 }
  /// The room for words within a bar, from its beginning on: arrows' heads and margins left out; none
  /// in the members of a set, which stand apart.
  var inner: (from: Double, length: Double) {
    let before = Self.inset + (start == .open ? Self.arrowLength : 0)
    let after = Self.inset + (end == .open ? Self.arrowLength : 0)
    let isWhole = zip(runs, runs.dropFirst()).allSatisfy { $0.to >= $1.from }
    return (bodyFrom + before, isPoint || !isWhole ? 0 : bodyTo - bodyFrom - before - after)
  }
  /// The room within a bar on either side of its words.
  private static let inset = 6.0

  /// Whether any of it is in doubt.
  var isDoubtful: Bool { runs.contains(where: \.isDoubtful) }
}

extension PlacedMark {
  /// How large marks are.
  struct Sizes: Sendable {
    /// A bar's size across the axis.
    var thickness = 12.0
    /// A dot's diameter.
    var diameter = 10.0
    /// The least length of a bar, so that a month is seen beside a decade.
    var leastLength = 4.0
    /// Whether a line of text fits into a bar.
    var holdsText: Bool { thickness >= 15 }
  }

  /// How far a soft end reaches beyond the stated one, in px.
  static let fade = 8.0
  /// How far the ring about a highlighted dot or sliver reaches.
  static let ring = 2.5
  /// How far the sign of an unknown end reaches, in px: a fading bar and a question mark.
  static let unknownLength = 26.0
  /// The length of an arrow's head.
  static let arrowLength = 6.0

  /// Places `date` along an axis that reaches from `lower` to `upper` px.
  /// - Parameters:
  ///   - ring: How far a ring about a dot or sliver reaches beyond it.
  ///   - place: Where a day begins along the axis, in px.
  init(
    _ date: DrawnDate, event: Int, sizes: Sizes, ring: Double, lower: Double, upper: Double,
    place: (Double) -> Double
  ) {
    self.event = event
    start = date.start
    end = date.end
    isPoint = date.isDay && date.start != .unknown && date.end != .unknown
    guard !isPoint else {
      thickness = sizes.diameter
      let radius = sizes.diameter / 2
      let reach = radius + ring
      let middle = min(
        max((place(date.lower) + place(date.upper)) / 2, lower + reach), upper - reach)
      runs = [
        Run(
          from: middle - radius, to: middle + radius, isThroughout: false,
          isDoubtful: date.parts[0].isDoubtful)
      ]
      from = middle - (date.start == .about ? radius + Self.fade : reach)
      to = middle + (date.end == .about ? radius + Self.fade : reach)
      from = max(from, lower)
      to = min(to, upper)
      return
    }
    thickness = sizes.thickness
    var runs = date.parts.map { part in
      Run(
        from: min(max(place(part.lower), lower), upper).rounded(),
        to: min(max(place(part.upper), lower), upper).rounded(), isThroughout: part.isThroughout,
        isDoubtful: part.isDoubtful)
    }
    let hasArrow = date.start == .open || date.end == .open
    let least = hasArrow ? sizes.leastLength + Self.arrowLength : sizes.leastLength
    let length = runs[runs.count - 1].to - runs[0].from
    if length < least {
      // What is too short to see grows about its middle; what is shorter still within it is lost.
      let middle = (runs[runs.count - 1].to + runs[0].from) / 2
      let first = min(max((middle - least / 2).rounded(), lower), upper - least)
      runs = [
        Run(
          from: first, to: first + least, isThroughout: runs.contains(where: \.isThroughout),
          isDoubtful: runs.contains(where: \.isDoubtful))
      ]
    }
    // The members of a set do not touch, and each must be seen.
    for index in runs.indices where runs.count > 1 && runs[index].to - runs[index].from < 2 {
      let isApart = index == 0 || runs[index - 1].to < runs[index].from
      if isApart, index + 1 == runs.count || runs[index + 1].from > runs[index].to {
        runs[index].from = max(lower, runs[index].from - 1)
        runs[index].to = min(upper, runs[index].from + 3)
      }
    }
    let seen = runs.filter { $0.to > $0.from }
    self.runs = seen.isEmpty ? runs : seen
    func reach(_ end: DrawnDate.End) -> Double {
      switch end {
      case .about: Self.fade
      case .unknown: Self.unknownLength
      case .stated, .open, .cut: 0
      }
    }
    from = max(runs[0].from - max(reach(date.start), ring), lower)
    to = min(runs[runs.count - 1].to + max(reach(date.end), ring), upper)
  }
}
