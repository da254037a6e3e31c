/// The names of lines, written where the lines end, which is better than a legend.
struct DirectLabels: Sendable {
  /// More lines than this are told apart by a legend.
  static let limit = 8
  /// The room before the text, which holds a stroke of the line's colour, in px.
  static let lead = 24.0

  /// The scale whose legend they stand for.
  let key: ScaleKey
  /// The names in the order of their colours.
  let names: [(value: Datum, text: String, paint: Paint)]
  /// How wide they are with their strokes, in px.
  let width: Double
  /// The number of the unit whose lines they name.
  private let unit: Int

  /// The names of a plot's lines, or nil where a legend is better: where there are many, or where
  /// marks of another kind bear the same colours.
  init?(
    _ plot: PlotModel, _ chart: BoundChart, _ visual: [ScaleKey: VisualScale], width: Double,
    _ words: ChartWords
  ) {
    let colored = plot.units.filter { $0[.color]?.definition.showsData == true }
    guard colored.count == 1, let unit = colored.first, unit.mark.kind == .line,
      unit.orientation == .vertical, let channel = unit[.color], channel.isField,
      let key = chart.keys[unit.id][.color], let scale = chart.scales[key],
      let colors = visual[key], scale.type.isDiscrete,
      (1...DirectLabels.limit).contains(scale.names.count),
      // Whoever says anything of a legend wants one.
      channel.definition.legend == nil,
      chart.scaleOrder.allSatisfy({ $0 == key || !$0.channel.hasLegend })
    else { return nil }
    let labeler = ValueLabeler(
      channel, format: nil, formatType: nil, labelExpression: nil, chart.specification.config, words
    )
    let texts = scale.names.map { labeler.text($0) }
    let widths = texts.map { TextMetrics.width($0, size: Canvas.fontSize) }
    // A name that must be cut short says less than a legend does.
    guard let widest = widths.max(), widest <= width * 0.28 - DirectLabels.lead else { return nil }
    self.key = key
    self.unit = unit.id
    names = zip(scale.names, texts).map { ($0, $1, colors.paint($0) ?? Paint.none) }
    self.width = widest + DirectLabels.lead
  }

  /// One name: where its line ends, and at what height it stands at the right of the plot.
  private struct End {
    let text: String
    let paint: Paint
    let x: Double
    let end: Double
    var y: Double
  }

  /// Draws the names: behind the last point of a line that ends early where there is room, else at
  /// the right of `box`, each as near to its line's end as the others allow.
  func draw(on canvas: inout Canvas, _ mark: LineMark, _ box: Box) {
    guard mark.frame.unit.id == unit, let channel = mark.frame.unit[.color] else { return }
    var ends = names.compactMap { name -> End? in
      let line = mark.lines.first {
        $0.items.first.map { channel.value($0) == name.value } ?? false
      }
      return line?.last.map {
        End(text: name.text, paint: name.paint, x: $0.x, end: $0.y, y: $0.y)
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
        !mark.lines.contains(where: { $0.crosses(wanted) })
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
      box.maxX + 11, end.y, box.maxX + 19, end.y, "", look: Look(width: 2, stroke: end.paint))
    canvas.text(end.text, box.maxX + DirectLabels.lead, end.y + 4, "legend-label")
  }
}

extension LineMark.Line {
  /// Whether the line has a point or a stroke within `box`.
  ///
  /// A stroke is taken for all the room between its two points, so no bend of it is missed.
  fileprivate func crosses(_ box: Box) -> Bool {
    runs.contains { run in
      run.indices.contains { index in
        let first = run[index]
        let second = run[min(index + 1, run.count - 1)]
        guard first.x <= box.maxX, second.x >= box.minX else { return false }
        return min(first.y, second.y) <= box.maxY && max(first.y, second.y) >= box.minY
      }
    }
  }
}
