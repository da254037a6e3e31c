/// A legend of a timeline: its colours, or the signs of its dates.
typealias TimelineLegend = SampleLegend<TimelineSample>

/// What a sample in the legend of a timeline shows.
enum TimelineSample: Hashable, Sendable {
  /// A colour's bar.
  case color(Int)
  /// A sign of the dates.
  case sign(Sign)

  /// A sign that dates are drawn with and that needs a word.
  enum Sign: Int, CaseIterable, Hashable, Sendable {
    case day, within, throughout, about, doubtful, open, unknown, cut
  }
}

extension TimelineLegend {
  /// The legend of the colours that occur, or nil where there is nothing to tell apart or the
  /// labels tell it already.
  static func colors(
    of content: TimelineContent, words: TimelineWords, width: Double
  ) -> TimelineLegend? {
    let colors = content.colors
    guard colors.count > 1 else { return nil }
    if content.needsNoColorLegend { return nil }
    let named = min(colors.count, TimelineContent.colorCount)
    var samples = (0..<named).map { (TimelineSample.color($0), colors[$0]) }
    if colors.count > named {
      let rest = colors[named...].prefix(12).joined(separator: ", ")
      let more = colors.count - named > 12 ? ", …" : ""
      samples.append((.color(named), "\(words.other): \(rest)\(more)"))
    }
    return TimelineLegend(
      title: content.colorTitle, samples: samples, left: 0, top: 0, width: width)
  }

  /// The legend of the signs that `items` show, or nil where they explain themselves.
  static func signs(
    of marks: [PlacedMark], words: TimelineWords, width: Double
  ) -> TimelineLegend? {
    var found: Set<TimelineSample.Sign> = []
    for mark in marks {
      if mark.isPoint { found.insert(.day) }
      for run in mark.runs where !mark.isPoint {
        found.insert(run.isThroughout ? .throughout : .within)
      }
      if mark.isDoubtful { found.insert(.doubtful) }
      for end in [mark.start, mark.end] {
        switch end {
        case .stated: break
        case .about: found.insert(.about)
        case .open: found.insert(.open)
        case .unknown: found.insert(.unknown)
        case .cut: found.insert(.cut)
        }
      }
    }
    // A dot or a bar alone says what it is; it takes two kinds, or a stranger one, to need words.
    let plain: Set<TimelineSample.Sign> = [.day, .within, .throughout]
    if found.count <= 1, found.isSubset(of: plain) { return nil }
    let samples = TimelineSample.Sign.allCases.filter(found.contains).map {
      (TimelineSample.sign($0), words.sign($0))
    }
    return TimelineLegend(title: "", samples: samples, left: 0, top: 0, width: width)
  }
}

extension PlacedMark {
  /// The mark of a legend's sample, `TimelineLegend.sampleWidth` px wide at most.
  init(sample: TimelineSample, x: Double, middle: Double) {
    var start = DrawnDate.End.stated
    var end = DrawnDate.End.stated
    var body = 0.0...TimelineLegend.sampleWidth
    var isThroughout = true
    switch sample {
    case .color, .sign(.throughout), .sign(.day): break
    case .sign(.within), .sign(.doubtful): isThroughout = false
    case .sign(.about):
      (start, end) = (.about, .about)
      body = 7...15
    case .sign(.open): end = .open
    case .sign(.unknown):
      end = .unknown
      body = 0...6
    case .sign(.cut): end = .cut
    }
    self.init(
      event: 0, isPoint: sample == .sign(.day),
      runs: [
        Run(
          from: x + body.lowerBound, to: x + body.upperBound, isThroughout: isThroughout,
          isDoubtful: sample == .sign(.doubtful))
      ], start: start, end: end, middle: middle,
      thickness: sample == .sign(.day) ? 10 : 11, from: x, to: x + TimelineLegend.sampleWidth)
  }
}
