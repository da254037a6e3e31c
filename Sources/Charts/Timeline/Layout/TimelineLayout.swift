/// A timeline with everything in its place, ready to be drawn.
struct TimelineLayout: Sendable {
  /// A lane: a stretch of the picture's height with a name.
  struct Lane: Sendable {
    /// The name; nil where the timeline has no lanes.
    var label: PlacedLabel?
    /// Where it begins.
    var top: Double
    /// Where it ends.
    var bottom: Double
    /// What stands in it, in the order of time.
    var items: [Item]
  }

  /// An event's mark with its label.
  struct Item: Sendable {
    /// The mark.
    var mark: PlacedMark
    /// The label; nil where none is shown.
    var label: PlacedLabel?
    /// The date in words above or before the label; nil where none is shown.
    var date: PlacedLabel?
    /// A fine line from the mark to its label, at the mark's beginning: from here to there.
    var leader: (from: Double, to: Double)?
  }

  /// A line across the axis of time, and what it says.
  struct Tick: Sendable {
    /// Where it stands along the axis.
    var place: Double
    /// The labels, one for each place where the axis is written; none for a tick without words.
    var labels: [PlacedLabel]
    /// Whether it is one of the main ones.
    var isMajor: Bool
  }

  /// The picture's width.
  let width: Double
  /// The picture's height.
  var height: Double
  /// Whether time runs down rather than to the right.
  var isVertical: Bool
  /// The lanes from top to bottom; one without a label where there are none.
  var lanes: [Lane]
  /// The names of groups of lanes.
  var groups: [PlacedLabel] = []
  /// The ticks of the axis.
  var ticks: [Tick]
  /// What the labels of the ticks leave out: the year of months.
  var contexts: [PlacedLabel]
  /// The lines that carry the ticks: heights where time runs right, else one place from the left.
  var axisLines: [Double]
  /// Where time is left out, along the axis.
  var breaks: [ClosedRange<Double>] = []
  /// The room of the marks.
  var plot: Box
  /// The legend of colours and that of signs.
  var legends: [TimelineLegend]
  /// What is said in place of, or about, the events.
  var note: PlacedLabel?
}

extension TimelineLayout {
  /// Writes `notes` below the picture.
  mutating func add(_ notes: [String]) {
    guard !notes.isEmpty else { return }
    let texts = notes.map { LabelText($0) }
    let lines = texts.map { $0.lines(within: width) }
    let widest = zip(texts, lines).map { $0.width(of: $1) }.max() ?? 0
    let note = PlacedLabel(
      lines: Array(lines.joined()), style: "note", x: 0, top: height + 6, anchor: .start,
      width: widest)
    self.note = note
    height += note.height + 6
  }

  /// Every piece of text in the picture, line by line.
  var labels: [PlacedLabel] {
    var result = groups + lanes.compactMap(\.label)
    for item in lanes.flatMap(\.items) {
      if let label = item.label { result.append(label) }
      if let date = item.date { result.append(date) }
    }
    result += ticks.flatMap(\.labels) + contexts + legends.flatMap(\.labels)
    if let note { result.append(note) }
    return result
  }

  /// The boxes of the marks.
  var markBoxes: [Box] {
    lanes.flatMap(\.items).map { box(of: $0.mark) }
  }

  /// The box of a mark, whichever way time runs.
  func box(of mark: PlacedMark) -> Box {
    let low = mark.middle - mark.thickness / 2
    let high = mark.middle + mark.thickness / 2
    return isVertical
      ? Box(minX: low, minY: mark.from, maxX: high, maxY: mark.to)
      : Box(minX: mark.from, minY: low, maxX: mark.to, maxY: high)
  }
}
