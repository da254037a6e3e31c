/// The stretch of time that a picture shows, in days.
struct TimelineWindow: Hashable, Sendable {
  /// Where it begins.
  var lower: Double
  /// Where it ends.
  var upper: Double
  /// Whether the author has fixed the beginning, so that it is not widened.
  var isLowerFixed: Bool
  /// Whether the author has fixed the end.
  var isUpperFixed: Bool

  /// The stretch that holds every known bound of the events, or what the author asks for.
  ///
  /// A stretch shorter than a week is made a week.
  init(of content: TimelineContent) {
    var lower = Double.infinity
    var upper = -Double.infinity
    for event in content.events {
      let known = event.drawn.known
      lower = min(lower, known.lower)
      upper = max(upper, known.upper)
    }
    lower = content.from ?? lower
    upper = content.to ?? upper
    if !lower.isFinite { lower = upper.isFinite ? upper - 365 : 0 }
    if !upper.isFinite || upper <= lower { upper = lower + 7 }
    isLowerFixed = content.from != nil
    isUpperFixed = content.to != nil
    if upper - lower < 7 {
      let missing = 7 - (upper - lower)
      if !isLowerFixed { lower -= isUpperFixed ? missing : (missing / 2).rounded(.down) }
      if !isUpperFixed { upper = lower + 7 }
    }
    self.lower = lower
    self.upper = upper
  }

  /// The window widened so that each end that is not fixed keeps `before` and `after` px free of
  /// `length` px.
  /// - Parameter breaks: What is left out of it.
  func widened(
    before: Double, after: Double, length: Double, breaks: [TimeScale.Break] = []
  ) -> TimelineWindow {
    let before = isLowerFixed ? 0 : before
    let after = isUpperFixed ? 0 : after
    let days = upper - lower - breaks.reduce(0) { $0 + $1.length }
    let signs = Double(breaks.count) * TimeScale.breakWidth
    let day = days / max(length - before - after - signs, 1)
    var result = self
    result.lower -= before * day
    result.upper += after * day
    return result
  }
}
