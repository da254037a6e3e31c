import Markup
import Values

/// A chart drawn at one width: the shapes, and the boxes of all its text.
struct ChartPicture: Sendable {
  /// The width, in px.
  let width: Double
  /// The height, in px.
  let height: Double
  /// What was drawn.
  let canvas: Canvas

  /// The width below which a chart is laid out for a phone, in px.
  static let narrowWidth = 480.0

  /// Draws `chart`.
  /// - Parameters:
  ///   - width: What there is room for, in px; nil for as much as the chart wants.
  ///   - title: A title to be set above the picture, or nil where the page bears it.
  static func draw(
    _ chart: BoundChart, width: Double?, language: Language, idPrefix: String, title: String?
  ) -> ChartPicture {
    var drawing = ChartDrawing(chart, width: width, language: language, idPrefix: idPrefix)
    return drawing.draw(title: title)
  }
}

/// Draws a chart from the top: title, legends, views, legends below.
struct ChartDrawing {
  let chart: BoundChart
  let available: Double?
  let words: ChartWords
  let idPrefix: String
  let isNarrow: Bool
  let visual: [ScaleKey: VisualScale]
  private var canvas = Canvas()
  private var clipCount = 0

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

  private var config: ChartConfig { chart.specification.config }

  mutating func draw(title: String?) -> ChartPicture {
    let layout = ViewLayout(chart: chart, words: words, visual: visual, isNarrow: isNarrow)
    // Where nothing has a legend, none is worked out.
    let hasLegends = chart.scaleOrder.contains { $0.channel.hasLegend }
    let none: Sides = ([], [], [], [])
    let sides = hasLegends ? legendsBySide(.grid(LaidGrid(cells: [], width: 0, height: 0))) : none
    let beside = sides.right.map(\.width).max().map { $0 + 18 } ?? 0
    let beforehand = sides.left.map(\.width).max().map { $0 + 18 } ?? 0
    let room = available.map { max($0 - beside - beforehand, 80) }
    var laid = layout.layout(
      chart.view, available: room, ViewLayout.Guides(isAlone: chart.view.plots.count == 1))
    if case .plot(let plot) = laid, plot.titleLines.isEmpty { laid = .plot(plot) }
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
      if let color = own?.properties.text(.color) ?? config.title.text(.color) {
        look.fill = Paint(css: color)
      }
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
    case .plot(let plot): draw(plot, x: x, y: y)
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

  private mutating func draw(_ plot: LaidPlot, x: Double, y: Double) {
    guard let box = ChartDrawing.boxes(.plot(plot), x: x, y: y).first?.box else { return }
    for (index, line) in plot.titleLines.enumerated() {
      canvas.text(
        line, box.minX, y + 12 + Double(index) * 16, "view-title", size: 12, weight: .bold)
    }
    drawBackground(plot, box)
    let frames = plot.model.units.map { frame($0, box) }
    let axes = plot.axes.map { axis in
      AxisDrawing(axis: axis, box: box, insets: plot.insets, config: config)
    }
    canvas.group("grid-lines") { canvas in
      for axis in axes { axis.drawGrid(on: &canvas) }
    }
    let behind = axes.filter { ($0.axis.model.properties.number(.zindex) ?? 0) < 1 }
    let before = axes.filter { ($0.axis.model.properties.number(.zindex) ?? 0) >= 1 }
    for axis in behind { axis.draw(on: &canvas) }
    drawBaselines(plot, frames, box)
    let marks = frames.map { $0.unit.mark.kind.implementation.measure($0) }
    let edges = Box(
      minX: x, minY: 0, maxX: max(x + plot.totalWidth, available ?? 0), maxY: y + plot.totalHeight)
    var labels = LabelPlacer(
      within: edges, obstacles: canvas.texts.map(\.box) + marks.flatMap(\.obstacles))
    let clip = clipName(frames, box)
    for (frame, mark) in zip(frames, marks) {
      canvas.group(groupStyle(frame.unit), clip: frame.isClipped ? clip : nil) { canvas in
        mark.draw(on: &canvas, labels: &labels)
      }
    }
    for case let line as LineMark in marks { plot.directLabels?.draw(on: &canvas, line, box) }
    for axis in before { axis.draw(on: &canvas) }
  }

  /// The class of the group that holds a unit's items.
  private func groupStyle(_ unit: UnitModel) -> String {
    let name = "mark-\(unit.mark.kind.rawValue)"
    return unit.mark.part.map { "\(name) \($0)" } ?? name
  }

  private mutating func drawBackground(_ plot: LaidPlot, _ box: Box) {
    let look = plot.model.background
    let stroke = look.text(.stroke) ?? config.view.text(.stroke)
    let fill = look.text(.fill) ?? config.view.text(.fill)
    guard stroke != nil || fill != nil else { return }
    canvas.rectangle(
      box, "view-background", radius: look.number(.cornerRadius) ?? 0,
      look: Look(
        opacity: look.number(.opacity) ?? 1, fill: fill.map { Paint(css: $0) } ?? Paint.none,
        stroke: stroke.map { Paint(css: $0) }, fillOpacity: look.number(.fillOpacity) ?? 1))
  }

  /// A line at zero where bars or areas begin there in the midst of the plot or at its side.
  private mutating func drawBaselines(_ plot: LaidPlot, _ frames: [UnitFrame], _ box: Box) {
    guard !config.hasOwnSizes else { return }
    for channel in [Channel.x, .y] {
      let measured = frames.first { frame in
        frame.unit.valueChannel == channel && !frame.scale(channel).isTime
          && [.bar, .area].contains(frame.unit.mark.kind)
      }
      guard let frame = measured, case .continuous(let scale) = frame.scale(channel) else {
        continue
      }
      let zero = scale(0)
      let range = frame.scale(channel).range
      guard zero.isFinite, zero >= min(range.start, range.end) - 0.5,
        zero <= max(range.start, range.end) + 0.5
      else { continue }
      if channel == .x {
        canvas.line(zero, box.minY, zero, box.maxY, "axis-line")
      } else if (zero - box.maxY).magnitude > 0.5
        || plot.axes.allSatisfy({ !$0.model.side.isHorizontal })
      {
        canvas.line(box.minX, zero, box.maxX, zero, "axis-line")
      }
    }
  }

  /// A unit over the box of its plot.
  func frame(_ unit: UnitModel, _ box: Box) -> UnitFrame {
    func position(_ channel: Channel) -> PositionScale {
      let range: (Double, Double) = channel == .x ? (box.minX, box.maxX) : (box.maxY, box.minY)
      guard let scale = chart.scale(unit, channel) else {
        return .none(start: range.0, end: range.1)
      }
      let isFalling = channel == .y && scale.type.isDiscrete
      return scale.position(isFalling ? (range.1, range.0) : range)
    }
    func offset(_ channel: Channel, _ position: PositionScale) -> OffsetScale? {
      guard let scale = chart.scale(unit, channel), let bound = unit[channel] else { return nil }
      let width: Double
      if case .band(let band) = position {
        width = band.bandwidth == 0 ? band.step.magnitude : band.bandwidth
      } else {
        width = 20
      }
      return OffsetScale(scale: scale.position((0, width)), channel: bound)
    }
    let (x, y) = (position(.x), position(.y))
    let turn = 2 * Double.pi
    let reach = min(box.width, box.height) / 2
    var own: [Channel: VisualScale] = [:]
    for (channel, key) in chart.keys[unit.id] { own[channel] = visual[key] }
    return UnitFrame(
      unit: unit, box: box, x: x, y: y, xOffset: offset(.xOffset, x), yOffset: offset(.yOffset, y),
      theta: chart.scale(unit, .theta)?.position((0, turn)) ?? .none(start: 0, end: turn),
      radius: radiusScale(unit, reach), visual: own, config: config, words: words,
      idPrefix: idPrefix, isNarrow: isNarrow)
  }

  private func radiusScale(_ unit: UnitModel, _ reach: Double) -> PositionScale {
    guard let scale = chart.scale(unit, .radius) else { return .none(start: 0, end: reach) }
    let low = scale.specification.rangeMin?.number ?? scale.specification.range?.first?.number ?? 0
    let high =
      scale.specification.rangeMax?.number ?? scale.specification.range?.last?.number ?? reach
    return scale.position((low, high))
  }

  // MARK: Definitions

  private mutating func clipName(_ frames: [UnitFrame], _ box: Box) -> String? {
    guard frames.contains(where: \.isClipped) else { return nil }
    clipCount += 1
    let name = "\(idPrefix)-plot\(clipCount)"
    canvas.write { writer in
      writer.open("defs")
      writer.open("clipPath", ["id": .text(name)])
      writer.empty(
        "rect",
        [
          "x": .number(box.minX), "y": .number(box.minY), "width": .number(box.width),
          "height": .number(box.height),
        ])
      writer.close("clipPath")
      writer.close("defs")
    }
    return name
  }

  /// Writes the masks of open and soft ends of estimates, each once.
  private mutating func define(_ units: [UnitModel]) {
    var open: Set<Orientation> = []
    var soft: [(Orientation, EstimateShape.Softness)] = []
    for unit in units where unit.mark.kind == .estimate {
      let frame = frame(unit, Box(minX: 0, minY: 0, maxX: 1, maxY: 1))
      for item in 0..<unit.count {
        guard let estimate = EstimateMark.estimate(unit, item) else { continue }
        if estimate.low == nil || estimate.high == nil { open.insert(unit.orientation) }
        let softness = EstimateMark.softness(frame, item)
        guard softness != EstimateShape.Softness(),
          !soft.contains(where: { $0 == (unit.orientation, softness) })
        else { continue }
        soft.append((unit.orientation, softness))
      }
    }
    guard !open.isEmpty || !soft.isEmpty else { return }
    canvas.write { $0.open("defs") }
    for axis in Orientation.allCases where open.contains(axis) {
      FadeMask.define(axis, on: &canvas, idPrefix)
    }
    for (axis, softness) in soft { SoftMask.define(softness, axis, on: &canvas, idPrefix) }
    canvas.write { writer in
      writer.close("defs")
      writer.newline()
    }
  }
}

extension UnitFrame {
  /// Whether marks are cut at the axes: where an author asks for it, and where an author's domain
  /// may leave data outside.
  var isClipped: Bool {
    if let given = unit.mark.properties.boolean(.clip) { return given }
    guard !config.hasOwnSizes else { return false }
    return [Channel.x, .y].contains { channel in
      guard let bound = unit[channel], case .continuous(let place) = scale(channel) else {
        return false
      }
      let scale = bound.definition.scale
      guard scale.domain != nil || scale.domainMin != nil || scale.domainMax != nil else {
        return false
      }
      let extent = place.extent
      let seconds = channel.secondary.flatMap { unit[$0]?.values } ?? []
      return (bound.values + seconds).contains { value in
        guard let number = value.measure else { return value.kind == .estimate }
        return number < extent.low || number > extent.high
      }
    }
  }
}
