/// Lays a timeline out with time running to the right.
///
/// Each lane is packed by itself: as a chart of presence, with every interval on one line, where
/// its intervals keep clear of one another, and else in as many rows as its labels need. The
/// picture grows in height; nothing is cut.
struct HorizontalLayout {
  let content: TimelineContent
  let words: TimelineWords
  let width: Double
  /// The room kept free at the top, in px.
  let top: Double

  /// From this width on the names of lanes stand beside them; below, above them.
  static let widthForGutter = 480.0
  /// The room above and below what stands in a lane.
  static let lanePadding = 6.0
  /// The room above the name of a group, but for the first.
  static let groupGap = 16.0
  /// The size of the names of groups.
  private static let groupSize = 14.0
  /// From this height on the axis is written above as well as below.
  static let heightForTwoAxes = 420.0

  /// The widest that the name of a lane gets.
  private var gutterLimit: Double { (width * 0.2).rounded() }
  private var hasGutter: Bool { content.lanes != nil && width >= Self.widthForGutter }

  /// The finished layout.
  func lay() -> TimelineLayout {
    let names = (content.lanes ?? []).map { LabelText($0, weight: laneWeight) }
    let nameLines = names.map { $0.balanced(within: hasGutter ? gutterLimit : width) }
    let gutter = hasGutter ? widest(names, nameLines) + 14 : 0
    let plot = Box(minX: gutter, minY: 0, maxX: width - 1, maxY: 0)
    let opensBefore = content.events.contains { $0.drawn.start == .open }
    let opensAfter = content.events.contains { $0.drawn.end == .open }
    let unknown = content.events.contains { $0.drawn.end == .unknown }
    let dated = TimelineWindow(of: content)
    let breaks = content.breaks(in: dated)
    let window = dated.widened(
      before: opensBefore ? 26 : 9, after: opensAfter || unknown ? 30 : 9, length: plot.width,
      breaks: breaks)
    let scale = TimeScale(
      domain: (window.lower, window.upper), range: (plot.minX, plot.maxX), breaks: breaks)

    let packer = LanePacker(
      content: content, scale: scale, window: window, plot: plot, sizes: content.sizes)
    var lanes: [TimelineLayout.Lane] = []
    let members = eventsByLane()
    for (index, events) in members.enumerated() {
      var lane = packer.pack(events)
      if content.lanes != nil { name(&lane, nameLines[index], names[index], gutter: gutter) }
      lanes.append(lane)
    }
    return assemble(lanes, scale: scale, plot: plot)
  }

  /// Groups are set in bold, and lanes where there are none.
  private var laneWeight: FontWeight { content.groups.isEmpty ? .bold : .regular }

  /// The names of the groups, each by its first lane, not yet placed.
  private var groupHeads: [Int: PlacedLabel] {
    var heads: [Int: PlacedLabel] = [:]
    var first = 0
    for group in content.groups {
      let name = group.name.isEmpty ? words.noLane : group.name
      let text = LabelText(name, size: Self.groupSize, weight: .bold)
      let lines = text.balanced(within: width)
      heads[first] = PlacedLabel(
        lines: lines, style: "group-label", x: 0, top: 0, anchor: .start,
        width: text.width(of: lines), size: Self.groupSize, weight: .bold)
      first += group.count
    }
    return heads
  }

  private func widest(_ names: [LabelText], _ lines: [[String]]) -> Double {
    zip(names, lines).map { $0.width(of: $1) }.max() ?? 0
  }

  private func eventsByLane() -> [[Int]] {
    guard let lanes = content.lanes else { return [Array(content.events.indices)] }
    var members: [[Int]] = Array(repeating: [], count: lanes.count)
    for (index, event) in content.events.enumerated() {
      for lane in event.lanes where members.indices.contains(lane) { members[lane].append(index) }
    }
    return members
  }

  /// Puts the lane's name beside its first row, or above it, and makes room.
  private func name(
    _ lane: inout TimelineLayout.Lane, _ lines: [String], _ text: LabelText, gutter: Double
  ) {
    let height = Double(lines.count) * PlacedLabel.lineHeight
    var label = PlacedLabel(
      lines: lines, style: "lane-label", x: 0, top: 0, anchor: .start, width: text.width(of: lines),
      weight: laneWeight)
    if gutter > 0 {
      // The first row's middle and that of the name's first line, or of a name on its only row.
      let rows = Set(lane.items.map(\.mark.middle))
      let middle = rows.min() ?? lane.bottom / 2
      let own = rows.count <= 1 ? height / 2 : PlacedLabel.lineHeight / 2
      let shift = max(0, own + Self.lanePadding - middle)
      lane.move(down: shift)
      lane.bottom += shift
      label.top = middle + shift - own
      lane.bottom = max(lane.bottom, label.top + height + Self.lanePadding)
    } else {
      lane.move(down: height + 2)
      lane.bottom += height + 2
      label.top = Self.lanePadding
    }
    lane.label = label
  }

  private func assemble(
    _ packed: [TimelineLayout.Lane], scale: TimeScale, plot: Box
  ) -> TimelineLayout {
    var legends: [TimelineLegend] = []
    var y = top
    if var legend = TimelineLegend.colors(of: content, words: words, width: width) {
      legend.move(down: top)
      legends.append(legend)
      y += legend.height + 10
    }
    let axis = HorizontalAxis(scale: scale, words: words.axis, plot: plot)
    let lanesHeight = packed.reduce(0) { $0 + $1.bottom } + Double(content.groups.count) * 31
    let isTall = lanesHeight >= Self.heightForTwoAxes
    if isTall { y += axis.height }
    let plotTop = y
    var lanes = packed
    var groups: [PlacedLabel] = []
    let heads = groupHeads
    for index in lanes.indices {
      if var head = heads[index] {
        // Its letters are higher than a line is.
        y += groups.isEmpty ? 2 : Self.groupGap
        head.top = y
        y += head.height
        groups.append(head)
      }
      lanes[index].move(down: y)
      lanes[index].label?.top += y
      lanes[index].top += y
      lanes[index].bottom += y
      y = lanes[index].bottom
    }
    var layout = TimelineLayout(
      width: width, height: y, isVertical: false, lanes: lanes, ticks: [], contexts: [],
      axisLines: isTall ? [plotTop, y] : [y],
      plot: Box(minX: plot.minX, minY: plotTop, maxX: plot.maxX, maxY: y), legends: legends)
    layout.groups = groups
    axis.write(into: &layout)
    layout.breaks = scale.breaks.map { scale($0.lower)...scale($0.upper) }
    layout.height = y + axis.height
    let marks = lanes.flatMap(\.items).map(\.mark)
    if var legend = TimelineLegend.signs(of: marks, words: words, width: width) {
      legend.move(down: layout.height + 8)
      layout.legends.append(legend)
      layout.height += legend.height + 8
    }
    var notes = content.isCrowded ? [words.crowded(content.events.count)] : []
    if !scale.breaks.isEmpty { notes.append(words.leftOut(scale.breaks)) }
    layout.add(notes)
    return layout
  }
}

extension TimelineLayout.Lane {
  /// Moves what stands in the lane down; its name and its bounds stay.
  mutating func move(down distance: Double) {
    for index in items.indices {
      items[index].mark.middle += distance
      items[index].label?.top += distance
      items[index].date?.top += distance
    }
  }
}
