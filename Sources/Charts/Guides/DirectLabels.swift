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

  /// Draws the names at the right of `box`, each as near to its line's end as the others allow.
  func draw(on canvas: inout Canvas, _ mark: LineMark, _ box: Box) {
    var ends: [(y: Double, text: String, style: String, x: Double, end: Double)] = []
    for name in names {
      let points = mark.series.first { $0.name == name.value }?.points ?? []
      guard let last = points.last else { continue }
      ends.append((last.along, name.text, name.style, last.across, last.along))
    }
    ends.sort { ($0.y, $0.text) < ($1.y, $1.text) }
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
      for end in ends {
        var path = PathData()
        path.move(end.x + 5, end.end)
        path.line(max(box.maxX + 6, end.x + 5), end.end)
        path.line(box.maxX + 12, end.y)
        path.line(box.maxX + 18, end.y)
        canvas.path(path, "\(end.style) stroke", look: Look(width: 1, opacity: 0.6))
        canvas.text(end.text, box.maxX + DirectLabels.lead, end.y + 4, "legend-label")
      }
    }
  }
}
