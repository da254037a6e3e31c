import Values

/// Lays a timeline out with time running down, for narrow columns: the events in order, each beside
/// its place on an axis that has their extents as bars.
struct VerticalLayout {
  let content: TimelineContent
  let words: TimelineWords
  let language: Language
  let width: Double
  /// The room kept free at the top, in px.
  let top: Double

  /// Below this width a timeline without lanes runs down.
  static let widthLimit = 480.0
  /// The room between the labels of two events.
  private static let labelGap = 9.0
  /// The size of dates above labels.
  private static let dateSize = 11.0
  /// The distance of two bars that stand side by side, at most.
  private static let trackWidth = 11.0

  /// The words of one event, not yet placed.
  private struct Words {
    let date: [String]
    let dateWidth: Double
    let label: [String]
    let labelWidth: Double
    let weight: FontWeight

    var room: Double {
      Double(date.count + label.count) * PlacedLabel.lineHeight + VerticalLayout.labelGap
    }
  }

  /// The finished layout.
  func lay() -> TimelineLayout {
    // How many bars stand side by side is known only when the labels' heights are, and these
    // depend on the width that the bars leave. It settles at once, but for rounding.
    var tracks = 1
    for _ in 0..<4 {
      let (layout, used) = lay(tracks: tracks)
      if used <= tracks { return layout }
      tracks = used
    }
    return lay(tracks: tracks + 2).layout
  }

  /// The layout with room for `tracks` bars side by side, and how many there are.
  private func lay(tracks: Int) -> (layout: TimelineLayout, used: Int) {
    var legends: [TimelineLegend] = []
    var top = self.top + 9
    if var legend = TimelineLegend.colors(of: content, words: words, width: width) {
      legend.move(down: self.top)
      legends.append(legend)
      top = self.top + legend.height + 16
    }
    let window = TimelineWindow(of: content)
    let events = content.events
    let axis = VerticalAxis(window: window, words: words.axis)
    let trackWidth = min(Self.trackWidth, (width * 0.42) / Double(tracks))
    let sizes = PlacedMark.Sizes(
      thickness: max(1, min(8, trackWidth - 1)), diameter: max(2, min(9, trackWidth - 0.5)))
    let barsX = axis.width + 10
    let labelX = barsX + Double(tracks) * trackWidth + 12
    let said = events.indices.map { say($0, width: width - labelX) }
    let rooms = said.map(\.room)
    let total = rooms.reduce(0, +)
    let breaks = content.breaks(in: window)
    let days = window.upper - window.lower - breaks.reduce(0) { $0 + $1.length }
    let pace = min(max(total * 0.4, 140), 640) / days
    let time = StretchedTime(
      from: window.lower, to: window.upper, start: top, anchors: events.map(\.drawn.anchor),
      rooms: rooms, pace: pace, lead: 0, breaks: breaks)
    let bottom = time.end + 4
    var items: [TimelineLayout.Item] = []
    var finder = RowFinder()
    for event in events.indices {
      guard let mark = mark(event, sizes, time, place: time.places[event], window, bottom)
      else { continue }
      let track = finder.place(from: mark.from, to: mark.to + 2)
      items.append(
        item(
          mark, said[event], at: time.places[event],
          x: barsX + (Double(track) + 0.5) * trackWidth, labelX: labelX))
    }
    var layout = TimelineLayout(
      width: width, height: bottom, isVertical: true,
      lanes: [TimelineLayout.Lane(label: nil, top: top, bottom: bottom, items: items)], ticks: [],
      contexts: [], axisLines: [axis.width + 4],
      plot: Box(minX: axis.width + 4, minY: top, maxX: labelX - 8, maxY: bottom), legends: legends)
    axis.write(into: &layout, time: time, breaks: breaks)
    layout.height = layout.ticks.flatMap(\.labels).reduce(layout.height) { max($0, $1.box.maxY) }
    layout.breaks = breaks.map { time($0.lower)...time($0.upper) }
    addSigns(to: &layout)
    if !breaks.isEmpty { layout.add([words.leftOut(breaks)]) }
    return (layout, finder.count)
  }

  private func say(_ index: Int, width: Double) -> Words {
    let event = content.events[index]
    let weight = event.isHighlighted ? FontWeight.bold : .regular
    let date = LabelText(event.date.words(in: language), size: Self.dateSize)
    let label = LabelText(content.labelsRepeatLanes ? "" : event.label, weight: weight)
    let dateLines = date.lines(within: width)
    let labelLines = label.lines(within: width)
    return Words(
      date: dateLines, dateWidth: date.width(of: dateLines), label: labelLines,
      labelWidth: label.width(of: labelLines), weight: weight)
  }

  /// The mark of an event that begins at `place`: where time stands still there, that is further
  /// down than the day's first place.
  private func mark(
    _ event: Int, _ sizes: PlacedMark.Sizes, _ time: StretchedTime, place: Double,
    _ window: TimelineWindow, _ bottom: Double
  ) -> PlacedMark? {
    guard let date = content.events[event].drawn.cut(from: window.lower, to: window.upper)
    else { return nil }
    let anchor = content.events[event].drawn.anchor
    return PlacedMark(
      date, event: event, sizes: sizes,
      ring: content.events[event].isHighlighted ? PlacedMark.ring : 0, lower: time.start - 6,
      upper: bottom,
      place: { day in
        if date.isDay { return place }
        if day <= window.lower, date.start == .open { return time.start - 6 }
        if day <= window.lower, date.start == .cut { return time.start }
        if day == anchor { return place }
        if day >= window.upper, date.end == .open { return bottom }
        return day > anchor ? max(place, time(day)) : time(day)
      })
  }

  private func item(
    _ placed: PlacedMark, _ said: Words, at place: Double, x: Double, labelX: Double
  ) -> TimelineLayout.Item {
    var mark = placed
    mark.middle = x
    let top = place - PlacedLabel.lineHeight / 2
    let date = PlacedLabel(
      lines: said.date, style: "event-date note", x: labelX, top: top, anchor: .start,
      width: said.dateWidth, size: Self.dateSize)
    let label =
      said.label.isEmpty
      ? nil
      : PlacedLabel(
        lines: said.label, style: "event-label", x: labelX, top: top + date.height,
        anchor: .start, width: said.labelWidth, weight: said.weight)
    return TimelineLayout.Item(
      mark: mark, label: label, date: date,
      leader: (from: x + mark.thickness / 2 + 1, to: labelX - 4))
  }

  private func addSigns(to layout: inout TimelineLayout) {
    let marks = layout.lanes.flatMap(\.items).map(\.mark)
    if var legend = TimelineLegend.signs(of: marks, words: words, width: width) {
      legend.move(down: layout.height + 8)
      layout.legends.append(legend)
      layout.height += legend.height + 8
    }
  }
}
