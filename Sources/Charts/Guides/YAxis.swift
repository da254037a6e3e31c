import Datasets

/// The axis at the left of the plot.
struct YAxis: Sendable {
  /// The distance of two lines of a label, in px.
  static let lineHeight = 14.0
  /// The room between labels and plot, in px.
  static let gap = 8.0

  /// The scale, widened where its ticks asked for it.
  let scale: PositionScale
  /// The labels, as the domain has them.
  let ticks: [AxisTick]

  /// Lays the axis out from `bottom` up to `top`, in px.
  /// - Parameter maximumWidth: how wide a label may be before it is broken into lines.
  init(
    _ domain: PositionDomain, from bottom: Double, to top: Double, maximumWidth: Double,
    _ words: ChartWords
  ) {
    let specification = domain.channel?.definition.axis ?? AxisSpecification()
    let maker = AxisTicks(domain: domain, words: words)
    // Names run from the top down, as one reads them.
    var scale = domain.isDiscrete ? domain.scale((top, bottom)) : domain.scale((bottom, top))
    var ticks: [AxisTick] = []
    let height = bottom - top
    switch scale {
    case .linear, .log:
      ticks = maker.amounts(scale, count: max(2, (height / 60).rounded()))
      ticks = YAxis.thinned(ticks)
    case .time(let time):
      let found = maker.times(time, maximumCount: max(1, Int(min(height / 26, 40))))
      scale = .time(found.scale)
      ticks = found.ticks.map {
        AxisTick(place: $0.place, mark: $0.mark, lines: [$0.lines.joined(separator: " ")])
      }
      ticks = YAxis.thinned(ticks)
    case .band(let band):
      ticks = YAxis.names(
        maker.names(band), step: band.step.magnitude, maximumWidth: maximumWidth)
    }
    for index in ticks.indices {
      ticks[index].lines = ticks[index].lines.map {
        TextMetrics.ellipsis($0, toFit: maximumWidth, size: Canvas.fontSize)
      }
      if !specification.showsLabels { ticks[index].lines = [] }
    }
    let isShown = domain.channel != nil && !specification.isHidden
    self.scale = scale
    self.ticks = isShown ? ticks : []
  }

  /// The labels without those that would touch the one before.
  private static func thinned(_ ticks: [AxisTick]) -> [AxisTick] {
    var last: Double?
    return ticks.map { tick in
      if let last, (tick.place - last).magnitude < lineHeight + 1 {
        return AxisTick(place: tick.place, mark: tick.mark, lines: [])
      }
      last = tick.place
      return tick
    }
  }

  private static func names(
    _ names: [AxisTick], step: Double, maximumWidth: Double
  ) -> [AxisTick] {
    let every = max(1, Int((lineHeight / max(step, 0.01)).rounded(.up)))
    let maximumLines = max(1, Int(step / lineHeight))
    return names.enumerated().map { index, tick in
      guard index % every == 0 else { return AxisTick(place: tick.place, mark: nil, lines: []) }
      let lines = TextMetrics.wrap(
        tick.lines[0], width: maximumWidth, size: Canvas.fontSize,
        maximumLines: min(maximumLines, 4))
      return AxisTick(place: tick.place, mark: nil, lines: lines)
    }
  }

  /// How wide the axis is, at the left of the plot, in px.
  var width: Double {
    let widths = ticks.flatMap(\.lines).map { TextMetrics.width($0, size: Canvas.fontSize) }
    guard let widest = widths.max() else { return 0 }
    return widest + YAxis.gap
  }

  /// How many lines the longest name takes when broken at `maximumWidth`.
  static func lines(of domain: PositionDomain, maximumWidth: Double, _ words: ChartWords) -> Int {
    guard case .discrete(let values) = domain.kind else { return 1 }
    let names = AxisTicks(domain: domain, words: words)
      .names(BandScale(domain: values, range: (0, 1)))
    return names.map { tick in
      TextMetrics.wrap(
        tick.lines[0], width: maximumWidth, size: Canvas.fontSize, maximumLines: 4
      ).count
    }.max() ?? 1
  }

  /// Draws the labels at the left of `box`, and the title at the picture's left edge.
  func draw(
    on canvas: inout Canvas, beside box: Box, title: (text: String, baseline: Double)?,
    width: Double
  ) {
    guard !ticks.isEmpty || title != nil else { return }
    canvas.group("axis axis-y") { canvas in
      if let title {
        let text = TextMetrics.ellipsis(title.text, toFit: width, size: Canvas.fontSize)
        canvas.text(text, 0, title.baseline, "axis-title")
      }
      for tick in ticks {
        let first = tick.place + 4 - Double(tick.lines.count - 1) * YAxis.lineHeight / 2
        for (index, line) in tick.lines.enumerated() {
          let y = first + Double(index) * YAxis.lineHeight
          canvas.text(line, box.minX - YAxis.gap, y, "tick-label", anchor: .end)
        }
      }
    }
  }
}
