/// Areas: one for each series, from a base, a second end or the stack below to its values.
struct AreaMark: Mark {
  /// One area: its items with both edges, in runs between breaks.
  struct Area: Sendable {
    let items: [Int]
    let runs: [[(across: Double, low: Double, high: Double)]]
  }

  let frame: UnitFrame
  let looks: ItemLooks
  let areas: [Area]

  static func measure(_ frame: UnitFrame) -> AreaMark {
    let looks = ItemLooks(frame)
    let places = ItemPlaces(frame: frame, looks: looks)
    let unit = frame.unit
    let filters = unit.mark.properties.text(.invalid)?.hasPrefix("filter") == true
    let areas = PathSeries.series(frame).map { series -> Area in
      let runs = series.runs(skips: filters) {
        item -> (across: Double, low: Double, high: Double)? in
        guard let across = places.point(unit.dimensionChannel, item),
          let edges = edges(frame, places, looks, item)
        else { return nil }
        return (across, edges.low, edges.high)
      }
      return Area(items: series.items, runs: runs)
    }
    return AreaMark(frame: frame, looks: looks, areas: areas)
  }

  private static func edges(
    _ frame: UnitFrame, _ places: ItemPlaces, _ looks: ItemLooks, _ item: Int
  ) -> ItemPlaces.Extent? {
    let unit = frame.unit
    let channel = unit.valueChannel
    if let stack = unit.stack, stack.channel == channel {
      let scale = frame.scale(channel)
      guard let start = scale.place(stack.starts[item]), let end = scale.place(stack.ends[item])
      else { return nil }
      return ItemPlaces.Extent(low: start, high: end)
    }
    guard let end = places.point(channel, item) else { return nil }
    if unit[channel.secondary ?? channel] != nil
      || unit.mark.properties[channel == .x ? .x2 : .y2] != nil
    {
      guard let start = places.secondPoint(channel, item) else { return nil }
      return ItemPlaces.Extent(low: start, high: end)
    }
    return ItemPlaces.Extent(low: frame.scale(channel).base, high: end)
  }

  func draw(on canvas: inout Canvas, labels: inout LabelPlacer) {
    let properties = frame.unit.mark.properties
    let interpolation = properties.text(.interpolate).flatMap(Interpolation.init) ?? .linear
    let curve = Curve(interpolation, tension: properties.number(.tension))
    let isUpright = frame.unit.orientation == .vertical
    for area in areas {
      guard let item = area.items.first else { continue }
      var path = PathData()
      for run in area.runs {
        let far = run.map { isUpright ? ($0.across, $0.high) : ($0.high, $0.across) }
        let near = run.reversed().map { isUpright ? ($0.across, $0.low) : ($0.low, $0.across) }
        curve.draw(far, on: &path)
        mirrored(curve).draw(near, on: &path, isJoined: true)
        path.close()
      }
      let title = TooltipText(frame: frame, looks: looks).series(area.items)
      var look = looks.look(item)
      canvas.linked(looks.address(item)) { canvas in
        guard isQuiet(look) else { return canvas.path(path, "", look: look, title: title) }
        // Behind its own edge an area may be faint, so that what lies on it can be read.
        look.fillOpacity = 0.22
        let edge = Look(width: 2, isRound: true, stroke: look.fill)
        var line = PathData()
        for run in area.runs {
          curve.draw(run.map { isUpright ? ($0.across, $0.high) : ($0.high, $0.across) }, on: &line)
        }
        canvas.item(title: title) { canvas in
          canvas.path(path, "", look: look)
          canvas.path(line, "line", look: edge)
        }
      }
    }
  }

  /// Whether it is the house that decides the look: one area upon the ground, nothing said of its
  /// paint.
  private func isQuiet(_ look: Look) -> Bool {
    guard !frame.config.hasOwnSizes, areas.count == 1,
      frame.unit[frame.unit.valueChannel.secondary ?? .y2] == nil, look.stroke == Paint.none
    else { return false }
    let keys: [MarkProperty] = [.opacity, .fillOpacity, .stroke]
    return keys.allSatisfy { frame.unit.mark.properties[$0] == nil } && look.opacity == 1
  }

  /// The curve of the way back: steps turn at the other end.
  private func mirrored(_ curve: Curve) -> Curve {
    switch curve.interpolation {
    case .stepBefore: Curve(.stepAfter)
    case .stepAfter: Curve(.stepBefore)
    default: curve
    }
  }
}
