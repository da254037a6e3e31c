import Datasets
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

  /// Draws `chart`.
  /// - Parameter title: a title to be set above the picture, or nil where the page bears it.
  static func draw(
    _ chart: BoundChart, width: Double, language: Language, idPrefix: String, title: String?
  ) -> ChartPicture {
    let words = ChartWords(language)
    let layout = ChartLayout(chart, width: width, title: title, words)
    var canvas = Canvas()
    drawTitle(layout, on: &canvas)
    guard !chart.domains.isEmpty, chart.layers.contains(where: { $0.count > 0 }) else {
      let top = Double(layout.titleLines.count) * 20
      canvas.text(words.noData, layout.width / 2, top + 44, "note", anchor: .middle)
      return ChartPicture(width: layout.width, height: top + 80, canvas: canvas)
    }
    let plot = Plot(
      box: layout.box, x: layout.x.scale, y: layout.y.scale, xOffset: chart.domains.xOffset,
      yOffset: chart.domains.yOffset, color: ColorScale(domain: chart.domains.color),
      size: SizeScale(maximum: chart.domains.size, radius: ChartLayout.largestRadius),
      words: words, idPrefix: idPrefix, isNarrow: layout.width < ChartLayout.narrowWidth)
    let marks = chart.layers.map { $0.mark.kind.implementation.measure($0, plot) }
    let isClipped = chart.mayLeavePlot
    define(chart.layers, plot, isClipped: isClipped, on: &canvas)
    layout.legend.draw(on: &canvas, top: layout.legendTop)
    let grid = Grid(layout.x, layout.y, chart.domains, chart.layers)
    grid.draw(on: &canvas, layout.box)
    layout.x.draw(on: &canvas, below: layout.box)
    layout.y.draw(on: &canvas, beside: layout.box, title: layout.yTitle, width: layout.width)
    grid.drawBaselines(on: &canvas, layout.box)

    let edges = Box(minX: 0, minY: 0, maxX: layout.width, maxY: layout.height)
    var labels = LabelPlacer(
      within: edges, obstacles: canvas.texts.map(\.box) + marks.flatMap(\.obstacles))
    let clip = isClipped ? "\(idPrefix)-plot" : nil
    for (layer, mark) in zip(chart.layers, marks) {
      canvas.group(layer.mark.kind.groupStyle, clip: clip) { canvas in
        mark.draw(on: &canvas, plot, labels: &labels)
      }
    }
    if let direct = layout.directLabels {
      for case let line as LineMark in marks where line.layer[.color]?.path != nil {
        direct.draw(on: &canvas, line, layout.box)
      }
    }
    return ChartPicture(width: layout.width, height: layout.height, canvas: canvas)
  }

  private static func drawTitle(_ layout: ChartLayout, on canvas: inout Canvas) {
    guard !layout.titleLines.isEmpty else { return }
    canvas.group("chart-title") { canvas in
      for (index, line) in layout.titleLines.enumerated() {
        canvas.text(line, 0, 15 + Double(index) * 20, "title", size: 15, weight: .bold)
      }
    }
  }

  /// The ways in which the sides of dates fade, each once, in the order of the data.
  private static func softnesses(
    _ layers: [BoundLayer], _ plot: Plot
  ) -> [(Orientation, EstimateShape.Softness)] {
    var found: [(Orientation, EstimateShape.Softness)] = []
    for layer in layers where layer.mark.kind == .estimate {
      for item in 0..<layer.count {
        let softness = EstimateMark.softness(layer, item, plot)
        guard softness != EstimateShape.Softness(),
          !found.contains(where: { $0 == (layer.orientation, softness) })
        else { continue }
        found.append((layer.orientation, softness))
      }
    }
    return found
  }

  /// Writes what shapes refer to: the masks of open ends, the clip at the axes.
  private static func define(
    _ layers: [BoundLayer], _ plot: Plot, isClipped: Bool, on canvas: inout Canvas
  ) {
    let axes = Orientation.allCases.filter { axis in
      layers.contains { layer in
        layer.mark.kind == .estimate && layer.orientation == axis
          && (0..<layer.count).contains {
            let estimate = EstimateMark.estimate(layer, $0)
            return estimate != nil && (estimate?.low == nil || estimate?.high == nil)
          }
      }
    }
    let softnesses = softnesses(layers, plot)
    guard isClipped || !axes.isEmpty || !softnesses.isEmpty else { return }
    canvas.write { $0.open("defs") }
    for axis in axes { FadeMask.define(axis, on: &canvas, plot.idPrefix) }
    for (axis, softness) in softnesses {
      SoftMask.define(softness, axis, on: &canvas, plot.idPrefix)
    }
    if isClipped {
      canvas.write { writer in
        writer.open("clipPath", ["id": .text("\(plot.idPrefix)-plot")])
        writer.empty(
          "rect",
          [
            "x": .number(plot.box.minX), "y": .number(plot.box.minY),
            "width": .number(plot.box.width), "height": .number(plot.box.height),
          ])
        writer.close("clipPath")
      }
    }
    canvas.write { writer in
      writer.close("defs")
      writer.newline()
    }
  }
}

extension BoundChart {
  /// Whether an author's domain may leave data outside, so that marks must be cut at the axes.
  fileprivate var mayLeavePlot: Bool {
    layers.contains { layer in
      [Channel.x, .y].contains {
        layer[$0]?.definition.scale.domain != nil && layer[$0]?.type.isDiscrete == false
      }
    }
  }
}
