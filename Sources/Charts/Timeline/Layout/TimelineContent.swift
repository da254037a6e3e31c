import Values

/// What a timeline shows, with every field read and every condition decided.
struct TimelineContent: Sendable {
  /// One row of the data that has a date within the window.
  struct Event: Sendable {
    /// The row in the dataset.
    let row: Int
    /// The date as the source states it.
    let date: EDTFDate
    /// The same, for drawing.
    let drawn: DrawnDate
    /// The words beside the mark; empty where the row has none.
    let label: String
    /// The lanes in which it stands, as indexes into `lanes`; none where there are no lanes.
    var lanes: [Int]
    /// The colour's index into `colors`, or nil where there are no colours.
    var color: Int?
    /// Whether it is to stand out.
    let isHighlighted: Bool
  }

  /// Lanes that belong together.
  struct Group: Hashable, Sendable {
    /// Its name; empty for lanes without a group.
    var name: String
    /// How many lanes it has.
    var count: Int
  }

  /// The events in the order of time.
  var events: [Event] = []
  /// The lanes' names from top to bottom, or nil where the timeline has no lanes.
  var lanes: [String]?
  /// The groups of lanes from top to bottom; empty where there are none.
  var groups: [Group] = []
  /// The colours' meanings in the order of the legend; empty where there is no colour field.
  var colors: [String] = []
  /// What the colours tell apart.
  var colorTitle = ""
  /// Whether the labels say what the lanes' names say already.
  var labelsRepeatLanes = false
  /// Whether the labels, or the lanes' names, say what the legend of colours would.
  var needsNoColorLegend = false
  /// Where the picture begins, in days, where the author has said so.
  var from: Double?
  /// Where the picture ends, in days, where the author has said so.
  var to: Double?

  /// Whether long stretches without entries are left out.
  var hasBreaks = false

  /// How many events are to stand out.
  var highlightCount = 0

  /// How many categorical colours there are; what goes beyond is neutral.
  static let colorCount = 6
  /// How many events can bear labels; beyond that the picture shows marks alone, and the names of
  /// highlighted events while these are few.
  static let labelLimit = 600

  /// Whether the events are too many for labels.
  var isCrowded: Bool { events.count > Self.labelLimit }

  /// How large the marks are: where most events are intervals, bars are thick enough to hold a line
  /// of text with air about it; elsewhere they are as thick as a line is high.
  var sizes: PlacedMark.Sizes {
    if isCrowded { return PlacedMark.Sizes(thickness: 8, diameter: 8) }
    let intervals = events.count { $0.drawn.isInterval }
    return PlacedMark.Sizes(thickness: intervals * 2 >= events.count ? 18 : 15)
  }

  /// What of the window is left out.
  func breaks(in window: TimelineWindow) -> [TimeScale.Break] {
    hasBreaks ? EmptyStretches(of: events, in: window).breaks : []
  }

  /// Puts the events in the order in which they are drawn and listed.
  mutating func sortByTime() {
    events.sort { left, right in
      let (first, second) = (left.drawn, right.drawn)
      let one = (first.anchor, first.known.upper, left.row)
      return one < (second.anchor, second.known.upper, right.row)
    }
  }

  /// Whether the label of an event is shown.
  func showsLabel(_ event: Event) -> Bool {
    if event.label.isEmpty || labelsRepeatLanes { return false }
    return !isCrowded || event.isHighlighted && highlightCount <= Self.labelLimit / 6
  }

  /// The class that colours an event: the first colour where there is no colour field, and the
  /// neutral one where the row leaves it empty.
  func colorClass(_ event: Event) -> String {
    guard let color = event.color else { return colors.isEmpty ? "c1" : "mark-neutral" }
    return Self.colorClass(at: color)
  }

  /// The class of the colour at `index`.
  static func colorClass(at index: Int) -> String {
    index < colorCount ? "c\(index + 1)" : "mark-neutral"
  }
}
