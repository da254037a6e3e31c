import Values

/// Draws a chart from the top: title, legends, views, legends below.
struct ChartDrawing {
  let chart: BoundChart
  let available: Double?
  let words: ChartWords
  let idPrefix: String
  let isNarrow: Bool
  let visual: [ScaleKey: VisualScale]
  var canvas = Canvas()
  var clipCount = 0

  init(_ chart: BoundChart, width: Double?, language: Language, idPrefix: String) {
    self.chart = chart
    available = width
    words = ChartWords(language)
    self.idPrefix = idPrefix
    isNarrow = (width ?? ChartPicture.narrowWidth) < ChartPicture.narrowWidth
    var visual: [ScaleKey: VisualScale] = [:]
    for (key, scale) in chart.scales where scale.channel.hasLegend {
      visual[key] = VisualScale(
        scale, RangeBuilder(model: scale, config: chart.specification.config).range())
    }
    self.visual = visual
  }

  var config: ChartConfig { chart.specification.config }

  mutating func draw(title: String?) -> ChartPicture {
    let layout = ViewLayout(chart: chart, words: words, visual: visual, isNarrow: isNarrow)
    // Where nothing has a legend, none is worked out.
    let hasLegends = chart.scaleOrder.contains { $0.channel.hasLegend }
    let none: Sides = ([], [], [], [])
    let sides = hasLegends ? legendsBySide(.grid(LaidGrid(cells: [], width: 0, height: 0))) : none
    let beside = sides.right.map(\.width).max().map { $0 + 18 } ?? 0
    let beforehand = sides.left.map(\.width).max().map { $0 + 18 } ?? 0
    let room = available.map { max($0 - beside - beforehand, 80) }
    let laid = layout.layout(
      chart.view, available: room, ViewLayout.Guides(isAlone: chart.view.plots.count == 1))
    let legends = hasLegends ? legendsBySide(laid) : none
    let width = max(
      (available ?? 0), laid.width + beside + beforehand,
      available == nil ? widest(legends.top + legends.bottom) : 0)
    var y = drawTitle(title, width)
    guard !chart.isEmpty else {
      canvas.text(words.noData, width / 2, y + 44, "note", anchor: .middle)
      return ChartPicture(width: width, height: y + 80, canvas: canvas)
    }
    for legend in legends.top {
      legend.draw(on: &canvas, 0, y, idPrefix: idPrefix)
      y += legend.height + 10
    }
    define(chart.view.units)
    let top = y
    draw(laid, x: beforehand, y: top)
    var bottom = top + laid.height
    var sideY = top
    for legend in legends.right {
      legend.draw(on: &canvas, beforehand + laid.width + 18, sideY, idPrefix: idPrefix)
      sideY += legend.height + 14
    }
    bottom = max(bottom, sideY)
    sideY = top
    for legend in legends.left {
      legend.draw(on: &canvas, 0, sideY, idPrefix: idPrefix)
      sideY += legend.height + 14
    }
    bottom = max(bottom, sideY)
    for legend in legends.bottom {
      legend.draw(on: &canvas, 0, bottom + 10, idPrefix: idPrefix)
      bottom += legend.height + 10
    }
    return ChartPicture(width: width, height: (bottom + 2).rounded(.up), canvas: canvas)
  }

  private func widest(_ legends: [PlacedLegend]) -> Double { legends.map(\.width).max() ?? 0 }

  // MARK: Title

  private mutating func drawTitle(_ title: String?, _ width: Double) -> Double {
    let own = chart.specification.view.title
    let size = own?.properties.number(.fontSize) ?? config.title.number(.fontSize) ?? 15
    var y = 0.0
    if let title, !title.isEmpty {
      let lines = TextMetrics.wrap(title, width: width, size: size, weight: .bold, maximumLines: 4)
      let anchorWord = own?.properties.text(.anchor) ?? config.title.text(.anchor)
      let anchor: Canvas.Anchor =
        anchorWord == "middle" ? .middle : anchorWord == "end" ? .end : .start
      let x = anchor == .start ? 0 : anchor == .end ? width : width / 2
      var look = Look()
      look.fill = own?.properties.paint(.color) ?? config.title.paint(.color)
      canvas.text(
        lines: lines, x, size, lineHeight: size * 1.33, "chart-title title", anchor: anchor,
        size: size, weight: .bold, look: look)
      y += Double(lines.count) * size * 1.33 + 8
    }
    if let subtitle = own?.subtitle, !subtitle.isEmpty {
      let size =
        own?.properties.number(.subtitleFontSize) ?? config.title.number(.subtitleFontSize) ?? 12
      let lines = subtitle.flatMap { TextMetrics.wrap($0, width: width, size: size) }
      canvas.text(
        lines: lines, 0, y + size, lineHeight: size * 1.33, "chart-subtitle note", size: size)
      y += Double(lines.count) * size * 1.33 + 8
    }
    return y
  }

  // MARK: Legends

  private typealias Sides = (
    top: [PlacedLegend], right: [PlacedLegend], bottom: [PlacedLegend], left: [PlacedLegend]
  )

  private func legendsBySide(_ laid: LaidView) -> Sides {
    var direct: Set<ScaleKey> = []
    if case .plot(let plot) = laid, let key = plot.directLabels?.key { direct.insert(key) }
    var sides: Sides = ([], [], [], [])
    let width = available ?? max(laid.width, 300)
    for model in LegendBuilder(chart: chart, visual: visual, words: words).legends(without: direct)
    {
      // On a phone nothing stands beside a plot.
      let side = isNarrow ? "top" : model.orient ?? "top"
      switch side {
      case "right", "top-right", "bottom-right", "none":
        sides.right.append(
          PlacedLegend(model, width: max(width * 0.3, 80), isUpright: true, words))
      case "left", "top-left", "bottom-left":
        sides.left.append(
          PlacedLegend(model, width: max(width * 0.3, 80), isUpright: true, words))
      case "bottom":
        sides.bottom.append(PlacedLegend(model, width: width, isUpright: false, words))
      default: sides.top.append(PlacedLegend(model, width: width, isUpright: false, words))
      }
    }
    return sides
  }

  // MARK: Views

  /// The plots of a view with the boxes between their axes, the view's upper left corner at a point.
  static func boxes(_ view: LaidView, x: Double, y: Double) -> [(plot: LaidPlot, box: Box)] {
    switch view {
    case .plot(let plot):
      let (left, top) = (x + plot.insets.left, y + plot.insets.top)
      return [
        (plot, Box(minX: left, minY: top, maxX: left + plot.width, maxY: top + plot.height))
      ]
    case .grid(let grid):
      return grid.cells.flatMap { boxes($0.view, x: x + $0.x, y: y + $0.y) }
    }
  }

  private mutating func draw(_ view: LaidView, x: Double, y: Double) {
    switch view {
    case .plot(let plot): drawPlot(plot, x: x, y: y)
    case .grid(let grid):
      for (index, line) in grid.titleLines.enumerated() {
        canvas.text(line, x, y + 13 + Double(index) * 18, "view-title", size: 13, weight: .bold)
      }
      for header in grid.headers {
        canvas.text(
          header.text, x + header.x, y + header.y, header.style, anchor: header.anchor,
          size: header.size, weight: header.weight, look: header.look, title: header.whole)
      }
      for cell in grid.cells { draw(cell.view, x: x + cell.x, y: y + cell.y) }
    }
  }
}
