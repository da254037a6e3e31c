/// Works out the size of a plot and where its axes and their words go.
struct PlotLayout {
  let chart: BoundChart
  let words: ChartWords
  /// What there is room for, in px; nil for as much as the plot wants.
  let available: Double?
  /// Whether the picture is one for a phone.
  let isNarrow: Bool
  /// Which axes are drawn: those of the outer parts of a facet alone.
  var drawn: Set<Channel> = [.x, .y]
  /// Whether titles of axes are written.
  var titled: Set<Channel> = [.x, .y]
  /// Whether it is the whole chart, so that names may stand where lines end.
  var isAlone = false
  /// The visual scales, for names where lines end.
  let visual: [ScaleKey: VisualScale]

  var config: ChartConfig { chart.specification.config }
  /// How wide labels at the side may be, in px.
  var sideLimit: Double {
    available.map { max($0 * (isNarrow ? 0.42 : 0.4), 60) } ?? 260
  }

  func layout(_ plot: PlotModel) -> LaidPlot {
    let laid = layout(plot, height: height(plot))
    guard plot.autosize.includesGuides(along: .y), plot.height != nil || config.hasOwnSizes else {
      return laid
    }
    // The plot has what its axes and titles leave of the height.
    let left = laid.height - laid.insets.top - laid.insets.bottom
    return layout(plot, height: max(left, 20))
  }

  private func layout(_ plot: PlotModel, height: Double) -> LaidPlot {
    var yAxes = axes(plot, .y)
    let placer = AxisPlacer(config: config, isNarrow: isNarrow, sideLimit: sideLimit)
    var insets = Insets()
    var placedY: [PlacedAxis] = []
    for index in yAxes.indices {
      guard let scale = chart.scales[yAxes[index].scale.key] else { continue }
      let range = yRange(scale, 0, height)
      let position = scale.position(range)
      let builder = self.builder(scale)
      yAxes[index].ticks = builder.ticks(position, yAxes[index])
      // How wide the plot is does not matter to the widths of labels at its side.
      let placed = placer.place(yAxes[index], position, length: height, depth: 0)
      placedY.append(placed)
      let room =
        placed.thickness
        + (placed.model.isTurnedTitle
          ? placed.model.titleSize * 1.25 + placed.model.titlePadding : 0)
      if yAxes[index].side == .left {
        insets.left = max(insets.left, room)
      } else {
        insets.right = max(insets.right, room)
      }
      insets.top = max(insets.top, placed.overhang.before)
      insets.bottom = max(insets.bottom, placed.overhang.behind)
    }
    // Symbols at the end of the plot are not to be cut by the picture's edge.
    if !config.hasOwnSizes { insets.right = max(insets.right, 8) }
    let direct = isAlone ? directLabels(plot) : nil
    insets.right += direct?.width ?? 0
    var width = self.width(plot, insets)
    var placedX = placeX(plot, width, height, placer)
    // Labels that reach beyond the plot's ends need room, which is taken from the plot.
    for _ in 0..<2 {
      let before = placedX.map(\.overhang.before).max() ?? 0
      let behind = placedX.map(\.overhang.behind).max() ?? 0
      let more = max(0, before - insets.left) + max(0, behind - insets.right)
      guard more > 0.01 else { break }
      insets.left = max(insets.left, before)
      insets.right = max(insets.right, behind)
      guard available != nil,
        plot.width == nil || width > available ?? 0 - insets.left - insets.right
      else { break }
      let smaller = self.width(plot, insets)
      guard smaller < width else { break }
      width = smaller
      placedX = placeX(plot, width, height, placer)
    }
    placedY = placedY.map { axis in
      placer.place(axis.model, position(axis, height), length: height, depth: width)
    }
    addRoom(&insets, placedX, placedY, width)
    var laid = LaidPlot(
      model: plot, width: width, height: height, axes: placedX + placedY, insets: insets)
    laid.directLabels = direct
    if let title = plot.title, !isAlone {
      laid.titleLines = title.lines.flatMap {
        TextMetrics.wrap($0, width: max(width, 60), size: 12, weight: .bold)
      }
      laid.insets.top += Double(laid.titleLines.count) * 16 + 4
    }
    return laid
  }

  private func position(_ axis: PlacedAxis, _ height: Double) -> PositionScale {
    axis.model.scale.position(yRange(axis.model.scale, 0, height))
  }

  private func yRange(_ scale: ScaleModel, _ top: Double, _ bottom: Double) -> (Double, Double) {
    scale.type.isDiscrete ? (top, bottom) : (bottom, top)
  }

  func builder(_ scale: ScaleModel) -> AxisBuilder {
    AxisBuilder(scale: scale, config: config, words: words, isNarrow: isNarrow)
  }

  // MARK: Axes

  /// The axes of a plot along one side: one for each scale, the first at its own side and a second
  /// one opposite.
  private func axes(_ plot: PlotModel, _ channel: Channel) -> [AxisModel] {
    guard drawn.contains(channel) else { return [] }
    var seen: [ScaleKey] = []
    var axes: [AxisModel] = []
    for unit in plot.units {
      guard let key = chart.keys[unit.id][channel], !seen.contains(key),
        let scale = chart.scales[key]
      else { continue }
      seen.append(key)
      let builder = self.builder(scale)
      guard !builder.isHidden else { continue }
      var axis = builder.axis(at: nil)
      if axes.contains(where: { $0.side == axis.side }), axis.properties.text(.orient) == nil {
        let opposite: AxisModel.Side = channel == .x ? .top : .right
        axis = builder.axis(at: opposite)
        // Two grids upon one another are none.
        axis.showsGrid = axis.properties.boolean(.grid) ?? false
      }
      if !titled.contains(channel) { axis.title = [] }
      axes.append(axis)
    }
    return axes
  }

  private func placeX(
    _ plot: PlotModel, _ width: Double, _ height: Double, _ placer: AxisPlacer
  ) -> [PlacedAxis] {
    axes(plot, .x).map { axis in
      let position = axis.scale.position((0, width))
      var filled = axis
      filled.ticks = builder(axis.scale).ticks(position, axis)
      return placer.place(filled, position, length: width, depth: height)
    }
  }

  /// Adds the room for horizontal axes and for the titles of all.
  private func addRoom(
    _ insets: inout Insets, _ xs: [PlacedAxis], _ ys: [PlacedAxis], _ width: Double
  ) {
    for axis in xs {
      var room = axis.thickness + axis.model.offset
      if !axis.model.title.isEmpty {
        room +=
          axis.model.titlePadding + Double(titleLines(axis, width).count) * axis.model.titleSize
          * 1.25
      }
      if axis.model.side == .bottom {
        insets.bottom = max(insets.bottom, room)
      } else {
        insets.top = max(insets.top, room)
      }
    }
    let level = ys.filter { !$0.model.title.isEmpty && !$0.model.isTurnedTitle }
    if available == nil {
      // A picture that is as wide as it wants to be is as wide as its titles.
      let widest =
        level.map { axis in
          axis.model.title.map {
            TextMetrics.width($0, size: axis.model.titleSize, weight: axis.model.titleWeight)
          }.max() ?? 0
        }.max() ?? 0
      insets.right = max(insets.right, widest - insets.left - width + 1)
    }
    if let first = level.first {
      let lines = level.map { titleLines($0, width + insets.left + insets.right).count }.max() ?? 1
      insets.top = max(insets.top, 6) + Double(lines) * first.model.titleSize * 1.25 + 4
    }
  }

  /// The title of an axis in lines that fit.
  private func titleLines(_ axis: PlacedAxis, _ width: Double) -> [String] {
    AxisDrawing.titleLines(axis, width: width)
  }

  // MARK: Names where lines end

  private func directLabels(_ plot: PlotModel) -> DirectLabels? {
    guard !isNarrow, let available, !config.asksForLegends else { return nil }
    return DirectLabels(plot, chart, visual, width: available, words)
  }
}

extension AxisModel {
  /// Whether its title reads upwards beside it, as an author may ask.
  var isTurnedTitle: Bool {
    guard !side.isHorizontal, !title.isEmpty, let angle = properties.number(.titleAngle) else {
      return false
    }
    return angle != 0
  }
}
