/// Packs a lane as a chart of presence: intervals on one line with the gaps between them seen.
///
/// A label stands in its bar where it fits, else beside it where the gap is wide enough, else
/// below.
struct PresencePacker {
  let packer: LanePacker

  /// The least room beside a bar in which a label of more than one line is tried.
  private static let leastSide = 56.0

  /// The lane, or nil where its marks would overlap or are moments rather than intervals.
  func pack(_ events: [Int]) -> TimelineLayout.Lane? {
    guard !packer.content.isCrowded, !events.isEmpty else { return nil }
    let intervals = events.count { packer.content.events[$0].drawn.isInterval }
    guard intervals * 2 >= events.count, packer.content.lanes != nil else { return nil }
    var marks = events.compactMap { packer.mark($0) }
    marks.sort { ($0.from, $0.to, $0.event) < ($1.from, $1.to, $1.event) }
    for (mark, next) in zip(marks, marks.dropFirst()) where next.from < mark.to { return nil }

    var items: [TimelineLayout.Item] = []
    var below: [(item: Int, text: LabelText)] = []
    var used = packer.plot.minX
    for (index, mark) in marks.enumerated() {
      let next = index + 1 < marks.count ? marks[index + 1].from : packer.plot.maxX
      var item = TimelineLayout.Item(mark: mark)
      used = max(used, index > 0 ? marks[index - 1].to : used)
      if let text = packer.text(mark.event) {
        let isLast = index + 1 == marks.count
        item.label = place(
          text, mark, from: used, to: isLast ? next : next - LanePacker.itemGap)
        if item.label == nil { below.append((index, text)) }
      }
      used = max(used, item.label?.maxX ?? used)
      items.append(item)
    }
    return assemble(items, below)
  }

  /// The label in or beside its bar, between `from` and `to`, or nil where it fits neither way.
  private func place(
    _ text: LabelText, _ mark: PlacedMark, from: Double, to: Double
  ) -> PlacedLabel? {
    func label(_ lines: [String], x: Double, _ anchor: Canvas.Anchor) -> PlacedLabel {
      PlacedLabel(
        lines, of: text, x: x, middle: 0, anchor: anchor, style: "event-label",
        weight: packer.weight(mark.event))
    }
    if let label = packer.place(text, inside: mark) { return label }
    let right = to - mark.to - LanePacker.labelGap
    let left = mark.from - LanePacker.labelGap - from - LanePacker.itemGap
    if text.width <= right {
      return label(text.lines(within: right), x: mark.to + LanePacker.labelGap, .start)
    }
    if text.width <= left {
      return label(text.lines(within: left), x: mark.from - LanePacker.labelGap, .end)
    }
    let least = max(Self.leastSide, text.longestWord)
    if right >= least {
      let lines = text.balanced(within: right)
      if lines.count <= 2 {
        return label(lines, x: mark.to + LanePacker.labelGap, .start)
      }
    }
    if left >= least {
      let lines = text.balanced(within: left)
      if lines.count <= 2 {
        return label(lines, x: mark.from - LanePacker.labelGap, .end)
      }
    }
    return nil
  }

  /// Puts the line of bars under the labels beside them and over those below them.
  private func assemble(
    _ placed: [TimelineLayout.Item], _ below: [(item: Int, text: LabelText)]
  ) -> TimelineLayout.Lane {
    var items = placed
    let half = items.reduce(packer.sizes.thickness / 2) { max($0, ($1.label?.height ?? 0) / 2) }
    let middle = HorizontalLayout.lanePadding + half
    for index in items.indices {
      items[index].mark.middle = middle
      items[index].label?.top += middle
    }
    var finder = RowFinder()
    var rows: [Int] = []
    var heights: [Double] = []
    let plot = packer.plot
    for (index, text) in below {
      let mark = items[index].mark
      let lines = text.balanced(within: LanePacker.preferredWidth(in: plot))
      let width = text.width(of: lines)
      let fits = mark.bodyFrom + width <= plot.maxX
      let label = PlacedLabel(
        lines: lines, style: "event-label", x: fits ? mark.bodyFrom : plot.maxX, top: 0,
        anchor: fits ? .start : .end, width: width, weight: packer.weight(mark.event))
      let row = finder.place(from: label.minX, to: label.maxX + LanePacker.itemGap)
      if row == heights.count { heights.append(0) }
      heights[row] = max(heights[row], label.height)
      rows.append(row)
      items[index].label = label
    }
    var tops: [Double] = []
    var y = middle + half + 2
    for height in heights {
      tops.append(y)
      y += height
    }
    for (row, entry) in zip(rows, below) { items[entry.item].label?.top = tops[row] }
    return TimelineLayout.Lane(
      top: 0, bottom: y + HorizontalLayout.lanePadding - 2, items: items)
  }
}
