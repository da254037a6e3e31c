/// A scale of time: the domain is counted in days since 1970-01-01, where day 0 is from 0 to 1.
///
/// A date takes up its days whole: 2015 reaches from its first day's number to its last day's
/// number plus one. Stretches may be left out; each is then as wide as ``breakWidth``.
struct TimeScale: Sendable {
  /// A run of days that is left out.
  struct Break: Hashable, Sendable {
    /// Where it begins, in days.
    let lower: Double
    /// Where it ends, in days.
    let upper: Double

    var length: Double { upper - lower }

    /// Whether a day lies within, its ends left out.
    func contains(_ day: Double) -> Bool { day > lower && day < upper }
  }

  /// The width of what stands for time that is left out, in px.
  static let breakWidth = 26.0

  /// The days at the two ends of the range.
  let domain: (lower: Double, upper: Double)
  /// The places of the two ends, in px.
  let range: (start: Double, end: Double)
  /// What is left out, in order.
  let breaks: [Break]

  /// The days that are shown.
  var days: Double { domain.upper - domain.lower - breaks.reduce(0) { $0 + $1.length } }
  /// The px in which they are shown.
  var length: Double { range.end - range.start - Double(breaks.count) * Self.breakWidth }

  /// A scale from `domain`, in days, to `range`, in px, without `breaks`, which lie within the
  /// domain, in order and apart; a domain without extent puts all in the middle.
  init(domain: (Double, Double), range: (Double, Double), breaks: [Break] = []) {
    self.domain = domain
    self.range = range
    self.breaks = breaks
  }

  /// The place of a day's beginning, in px.
  func callAsFunction(_ day: Double) -> Double {
    guard days != 0 else { return (range.start + range.end) / 2 }
    var shown = day - domain.lower
    var passed = 0.0
    for gap in breaks where gap.lower < day {
      if day < gap.upper {
        shown -= day - gap.lower
        passed += Self.breakWidth * (day - gap.lower) / gap.length
      } else {
        shown -= gap.length
        passed += Self.breakWidth
      }
    }
    return range.start + shown / days * length + passed
  }

  /// The runs of days that are shown, in order.
  var shown: [(lower: Double, upper: Double)] {
    let starts = [domain.lower] + breaks.map(\.upper)
    let ends = breaks.map(\.lower) + [domain.upper]
    return zip(starts, ends).map { ($0, $1) }
  }

  /// The ticks of the finest interval whose labels all fit, `gap` px apart at least.
  func ticks(
    words: TimeWords, fontSize: Double = Canvas.fontSize, gap: Double = 10,
    maximumCount: Int = 12
  ) -> TimeTicks {
    TimeTicks.finest(
      for: self, words: words, fontSize: fontSize, gap: gap, maximumCount: maximumCount)
  }
}
