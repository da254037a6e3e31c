import Datasets

/// Where everything of a chart goes, for one width: measured before anything is drawn.
struct ChartLayout: Sendable {
  /// The largest radius of a point whose size an amount decides, in px.
  static let largestRadius = 16.0
  /// Below this width a picture is laid out for a phone, in px.
  static let narrowWidth = 480.0

  /// The width of the picture, in px.
  let width: Double
  /// The height of the picture, in px.
  let height: Double
  /// The title's lines, for a picture that stands by itself.
  let titleLines: [String]
  /// The legend.
  let legend: Legend
  /// Where the legend's first row begins, in px from the top.
  let legendTop: Double
  /// The names at the lines' ends, which replace the legend.
  let directLabels: DirectLabels?
  /// The title of the axis at the left, and its baseline.
  let yTitle: (text: String, baseline: Double)?
  /// The axis below.
  let x: XAxis
  /// The axis at the left.
  let y: YAxis
  /// The box between the axes.
  let box: Box

  /// Lays `chart` out.
  /// - Parameter title: a title to be set above the picture, or nil where the page bears it.
  init(_ chart: BoundChart, width: Double, title: String?, _ words: ChartWords) {
    let width = min(max(width.isFinite ? width : 680, 160), 4_000)
    let isNarrow = width < ChartLayout.narrowWidth
    let domains = chart.domains
    self.width = width
    titleLines =
      title.map {
        TextMetrics.wrap($0, width: width, size: 15, weight: .bold, maximumLines: 4)
      } ?? []
    let direct = DirectLabels(domains, chart.layers, width: width, isNarrow: isNarrow, words)
    directLabels = direct
    legend = Legend(
      domains, chart.layers, width: width, hasDirectLabels: direct != nil, words)

    var top = Double(titleLines.count) * 20
    if !titleLines.isEmpty { top += 8 }
    legendTop = top
    top += legend.height
    if let text = domains.y.axisTitle(words), !domains.y.isHidden {
      yTitle = (text, top + 11)
      top += 22
    } else {
      yTitle = nil
      top += 6
    }
    let room = chart.layers.reduce(Insets()) { room, layer in
      room.union(
        layer.mark.kind.implementation.room(for: layer, words, isNarrow: isNarrow))
    }
    top += max(room.top, 2)

    let labelWidth = isNarrow ? width * 0.38 : min(width * 0.36, 240)
    let plotHeight = ChartLayout.plotHeight(
      chart, isNarrow: isNarrow, labelWidth: labelWidth, words)
    let bottom = top + plotHeight
    let y = YAxis(domains.y, from: bottom, to: top, maximumWidth: labelWidth, words)
    self.y = y

    let left = max(y.width, 1) + room.left
    var right = max(room.right, direct.map { $0.width + 2 } ?? 1)
    var shift = 0.0
    var start = left
    var end = start
    var x = XAxis(domains.x, from: start, to: start + 1, words)
    // The labels at both ends reach beyond the plot, and how far depends on how wide it is.
    for _ in 0..<3 {
      start = left + shift
      end = max(width - right, start + 20)
      end = min(end, start + ChartLayout.plotWidth(chart, available: end - start))
      x = XAxis(domains.x, from: start, to: end, words)
      let overhang = x.overhang(from: start, to: end)
      let isClear = overhang.right <= width - end && overhang.left <= start
      if isClear { break }
      right = max(right, overhang.right + 1)
      shift = max(shift, overhang.left - left + 1)
    }
    self.x = x
    box = Box(minX: start, minY: top, maxX: end, maxY: bottom)
    height = (bottom + room.bottom + x.height + 2).rounded(.up)
  }

  private static func plotWidth(_ chart: BoundChart, available: Double) -> Double {
    switch chart.specification.width {
    case .pixels(let pixels): return min(pixels, available)
    case .step(let step):
      guard case .discrete(let values) = chart.domains.x.kind else { return available }
      return min(step * Double(max(values.count, 1)), available)
    case nil: return available
    }
  }

  private static func plotHeight(
    _ chart: BoundChart, isNarrow: Bool, labelWidth: Double, _ words: ChartWords
  ) -> Double {
    let domain = chart.domains.y
    switch (chart.specification.height, domain.kind) {
    case (.pixels(let pixels), _): return pixels
    case (.step(let step), .discrete(let values)): return step * Double(max(values.count, 1))
    case (_, .discrete(let values)):
      let lines = YAxis.lines(of: domain, maximumWidth: labelWidth, words)
      let step = max(
        Double(lines) * YAxis.lineHeight + 12, barsPerStep(chart) * (isNarrow ? 16 : 18) + 10)
      return min(step * Double(max(values.count, 1)), 20_000)
    case (_, .single): return isNarrow ? 60 : 70
    default:
      if case .single = chart.domains.x.kind { return 200 }
      return isNarrow ? 230 : 300
    }
  }

  /// How many marks stand beside one another in a step of y.
  private static func barsPerStep(_ chart: BoundChart) -> Double {
    var most = Double(max(chart.domains.yOffset.count, 1))
    for layer in chart.layers where layer.mark.kind == .estimate {
      guard layer.orientation == .horizontal, let channel = layer[.y] else { continue }
      var counts: [Value: Int] = [:]
      for value in channel.values { counts[value, default: 0] += 1 }
      most = max(most, Double(min(counts.values.max() ?? 1, 30)) * 1.15)
    }
    return most
  }
}

extension PositionDomain {
  /// Whether the author wants no axis.
  var isHidden: Bool { channel?.definition.axis.isHidden ?? true }
}
