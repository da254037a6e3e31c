import Datasets

/// The names of lines, written where the lines end, which is better than a legend.
struct DirectLabels: Sendable {
  /// More lines than this are told apart by a legend.
  static let limit = 8
  /// The room before the text, which holds a stroke of the line's colour, in px.
  static let lead = 24.0

  /// The names in the order of their colours, each cut to its room.
  let names: [(value: Value, text: String, style: String)]
  /// How wide they are with their strokes, in px.
  let width: Double

  /// The names of a chart's lines, or nil where a legend is better: on a phone, where there are
  /// many, or where marks of another kind bear the same colours.
  init?(
    _ domains: ChartDomains, _ layers: [BoundLayer], width: Double, isNarrow: Bool,
    _ words: ChartWords
  ) {
    guard !isNarrow, let channel = domains.colorChannel, !channel.definition.legend.isHidden,
      (1...DirectLabels.limit).contains(domains.color.count)
    else { return nil }
    let colored = layers.filter { $0[.color]?.path != nil }
    guard colored.count == 1, colored[0].mark.kind == .line,
      colored[0].orientation == .vertical
    else { return nil }
    let room = width * 0.28 - DirectLabels.lead
    let scale = ColorScale(domain: domains.color)
    let texts = domains.color.map { ValueText.name($0, words) }
    let widths = texts.map { TextMetrics.width($0, size: Canvas.fontSize) }
    // A name that must be cut short says less than a legend does.
    guard let widest = widths.max(), widest <= room else { return nil }
    names = zip(domains.color, texts).map { ($0, $1, scale.style(of: $0)) }
    self.width = widest + DirectLabels.lead
  }

  /// One name: where its line ends, and at what height it stands at the right of the plot.
  private struct End {
    let text: String
    let style: String
    let x: Double
    let end: Double
    var y: Double
  }

  /// Draws the names: behind the last point of a line that ends early where there is room, else at
  /// the right of `box`, each as near to its line's end as the others allow.
  func draw(on canvas: inout Canvas, _ mark: LineMark, _ box: Box) {
    var ends = names.compactMap { name -> End? in
      let points = mark.series.first { $0.name == name.value }?.points ?? []
      return points.last.map {
        End(text: name.text, style: name.style, x: $0.across, end: $0.along, y: $0.along)
      }
    }
    ends.sort { ($0.y, $0.text) < ($1.y, $1.text) }
    var taken = canvas.texts.map(\.box)
    var near: [End] = []
    // Lines that end together have their names in one column.
    let farthest = (ends.map(\.x).max() ?? 0) - DirectLabels.lead
    ends.removeAll { end in
      let words = Canvas.box(of: end.text, end.x + 8, end.end + 4, .start)
      let wanted = words.expanded(by: 2)
      guard end.x < farthest, box.contains(words),
        !taken.contains(where: { $0.overlaps(wanted) }),
        !mark.series.contains(where: { $0.crosses(wanted) })
      else { return false }
      taken.append(words)
      near.append(end)
      return true
    }
    let distance = 15.0
    for index in ends.indices.dropFirst() {
      ends[index].y = max(ends[index].y, ends[index - 1].y + distance)
    }
    var limit = box.maxY
    for index in ends.indices.reversed() {
      ends[index].y = min(ends[index].y, limit)
      limit = ends[index].y - distance
    }
    canvas.group("legend") { canvas in
      for end in near { canvas.text(end.text, end.x + 8, end.end + 4, "legend-label") }
      for end in ends { drawFar(end, on: &canvas, box) }
    }
  }

  /// Draws a name at the right of the plot: a stroke of the line's colour before it, and a dotted
  /// leader, which nobody takes for the line, from the line's end to there.
  private func drawFar(_ end: End, on canvas: inout Canvas, _ box: Box) {
    var leader = PathData()
    leader.move(end.x + 6, end.end)
    leader.line(max(box.maxX + 2, end.x + 6), end.end)
    leader.line(box.maxX + 10, end.y)
    canvas.path(leader, "mark-neutral stroke", look: Look(width: 1, dash: [1, 3], opacity: 0.8))
    canvas.line(
      box.maxX + 11, end.y, box.maxX + 19, end.y, "\(end.style) stroke", look: Look(width: 2))
    canvas.text(end.text, box.maxX + DirectLabels.lead, end.y + 4, "legend-label")
  }
}

extension LineSeries {
  /// Whether a line of upright plots has a point or a stroke within `box`.
  ///
  /// A stroke is taken for all the room between its two points, so no bend of it is missed.
  fileprivate func crosses(_ box: Box) -> Bool {
    runs.contains { run in
      run.indices.contains { index in
        let first = run[index]
        let second = run[min(index + 1, run.count - 1)]
        guard first.across <= box.maxX, second.across >= box.minX else { return false }
        return min(first.along, second.along) <= box.maxY
          && max(first.along, second.along) >= box.minY
      }
    }
  }
}
