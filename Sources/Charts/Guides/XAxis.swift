import Datasets

/// The axis below the plot, laid out for a width.
struct XAxis: Sendable {
  /// The distance of two lines of a label, in px.
  static let lineHeight = 14.0

  /// The scale, widened where its ticks asked for it.
  let scale: PositionScale
  /// The labels, from left to right.
  let ticks: [AxisTick]
  /// Whether labels read upwards.
  let isTurned: Bool
  /// Whether short lines stand at the ticks.
  let hasMarks: Bool
  /// The title; nil where there is none.
  let title: String?

  /// Lays the axis out from `start` to `end`, in px.
  init(_ domain: PositionDomain, from start: Double, to end: Double, _ words: ChartWords) {
    let specification = domain.channel?.definition.axis ?? AxisSpecification()
    let maker = AxisTicks(domain: domain, words: words)
    var scale = domain.scale((start, end))
    var ticks: [AxisTick] = []
    var isTurned = false
    switch scale {
    case .linear, .log: ticks = XAxis.amounts(maker, scale, width: end - start)
    case .time(let time):
      let found = maker.times(
        time, maximumCount: specification.tickCount.map { Int(min($0, 50)) } ?? 12)
      scale = .time(found.scale)
      ticks = found.ticks
    case .band(let band):
      let names = XAxis.names(maker.names(band), step: band.step.magnitude, specification)
      ticks = names.ticks
      isTurned = names.isTurned
    }
    let isShown = domain.channel != nil && !specification.isHidden
    self.scale = scale
    if !specification.showsLabels {
      for index in ticks.indices { ticks[index].lines = [] }
    }
    self.ticks = isShown ? ticks : []
    self.isTurned = isTurned
    if case .band = scale { hasMarks = false } else { hasMarks = specification.showsTicks }
    title = isShown ? domain.axisTitle(words) : nil
  }

  /// As many ticks as fit beside one another.
  private static func amounts(
    _ maker: AxisTicks, _ scale: PositionScale, width: Double
  ) -> [AxisTick] {
    var ticks: [AxisTick] = []
    for count in [width / 70, 5, 4, 3, 2, 1] where count >= 1 {
      ticks = maker.amounts(scale, count: count.rounded(.down))
      let boxes = ticks.map { Canvas.box(of: $0.lines[0], $0.place, 0, .middle).expanded(by: 5) }
      let isClear = !zip(boxes, boxes.dropFirst()).contains { $0.overlaps($1) }
      if isClear { return ticks }
    }
    // A single label too wide for its neighbours: the first and no other.
    return ticks.enumerated().map { index, tick in
      index == 0 ? tick : AxisTick(place: tick.place, mark: tick.mark, lines: [])
    }
  }

  /// Names side by side where they fit, in lines where that helps, or else turned.
  private static func names(
    _ names: [AxisTick], step: Double, _ specification: AxisSpecification
  ) -> (ticks: [AxisTick], isTurned: Bool) {
    let size = Canvas.fontSize
    let room = step - 6
    if specification.labelAngle != -90 {
      let wrapped = names.map { tick in
        TextMetrics.wrap(tick.lines[0], width: room, size: size, maximumLines: 4)
      }
      let isWhole = zip(names, wrapped).allSatisfy { tick, lines in
        lines.allSatisfy { !$0.hasSuffix("…") } || tick.lines[0].hasSuffix("…")
      }
      // Where names have room enough, cutting one short is better than turning all.
      if isWhole || room >= 80 || specification.labelAngle == 0 {
        let ticks = zip(names, wrapped).map { tick, lines in
          AxisTick(place: tick.place, mark: nil, lines: room < 8 ? [] : lines)
        }
        return (ticks, false)
      }
    }
    // Where there are more names than lines of text have room for, every so-many-th is written.
    let every = max(1, Int((15 / max(step, 0.01)).rounded(.up)))
    let ticks = names.enumerated().map { index, tick in
      guard index % every == 0 else { return AxisTick(place: tick.place, mark: nil, lines: []) }
      let text = TextMetrics.ellipsis(tick.lines[0], toFit: 110, size: size)
      return AxisTick(place: tick.place, mark: nil, lines: [text])
    }
    return (ticks, true)
  }

  /// How high the axis is, below the plot, in px.
  var height: Double {
    var height = 0.0
    if isTurned {
      let lengths = ticks.flatMap(\.lines).map { TextMetrics.width($0, size: Canvas.fontSize) }
      height = (lengths.max() ?? 0) + 8
    } else if let lines = ticks.map(\.lines.count).max(), lines > 0 {
      height = 10 + Double(lines) * XAxis.lineHeight
    }
    return height + (title == nil ? 0 : 20) + (height == 0 && title == nil ? 4 : 0)
  }

  /// How far labels reach beyond `start` and `end`, in px.
  func overhang(from start: Double, to end: Double) -> (left: Double, right: Double) {
    if isTurned {
      // A turned line is half as high to either side of its place.
      let places = ticks.filter { !$0.lines.isEmpty }.map(\.place)
      return (start + 8 - (places.first ?? start + 8), (places.last ?? end - 8) + 8 - end)
    }
    var left = 0.0
    var right = 0.0
    for tick in ticks {
      for line in tick.lines {
        let box = Canvas.box(of: line, tick.place, 0, .middle)
        left = max(left, start - box.minX)
        right = max(right, box.maxX - end)
      }
    }
    return (left, right)
  }

  /// Draws marks, labels and the title below `box`.
  func draw(on canvas: inout Canvas, below box: Box) {
    guard !ticks.isEmpty || title != nil else { return }
    canvas.group("axis axis-x") { canvas in
      for tick in ticks {
        if hasMarks, let mark = tick.mark, mark >= box.minX - 0.5, mark <= box.maxX + 0.5 {
          canvas.line(mark, box.maxY, mark, box.maxY + 5, "tick")
        }
        if isTurned {
          for line in tick.lines { canvas.turnedText(line, tick.place, box.maxY + 6, "tick-label") }
          continue
        }
        for (index, line) in tick.lines.enumerated() {
          let y = box.maxY + 18 + Double(index) * XAxis.lineHeight
          canvas.text(line, tick.place, y, "tick-label", anchor: .middle)
        }
      }
      guard let title else { return }
      let text = TextMetrics.ellipsis(title, toFit: box.maxX - 4, size: Canvas.fontSize)
      canvas.text(text, box.maxX, box.maxY + height - 4, "axis-title", anchor: .end)
    }
  }
}

extension PositionDomain {
  /// The title of the axis. Names and times say by themselves what they are, so that those have
  /// one only where the author gives it.
  func axisTitle(_ words: ChartWords) -> String? {
    guard let channel else { return nil }
    if case .automatic = channel.definition.axis.title, case .automatic = channel.definition.title {
      if channel.type == .temporal || channel.type == .nominal { return nil }
    }
    return channel.title(channel.definition.axis.title, in: words)
  }
}
