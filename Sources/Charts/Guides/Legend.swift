import Datasets

/// What the colours and sizes mean, in rows above the plot.
struct Legend: Sendable {
  /// The shapes that stand before a label.
  enum Symbol: Hashable, Sendable {
    /// A field of colour, for bars, areas and estimates.
    case swatch
    /// A stroke, for lines.
    case stroke
    /// A point.
    case point(radius: Double, isFilled: Bool)
  }

  /// One label with its symbol, or the title, which has none.
  struct Entry: Hashable, Sendable {
    let text: String
    let symbol: Symbol?
    let style: String
    /// Where the symbol begins, in px from the legend's left.
    var x = 0.0
    /// The row, from 0.
    var row = 0
    /// The middle of its row, in px from the legend's top.
    var middle = 0.0

    /// How wide it is, its symbol included.
    var width: Double {
      symbolWidth
        + TextMetrics.width(text, size: Canvas.fontSize, weight: symbol == nil ? .bold : .regular)
    }

    /// Half of the height that it needs, in px.
    var halfHeight: Double {
      if case .point(let radius, _)? = symbol { return max(Legend.rowHeight / 2, radius + 2) }
      return Legend.rowHeight / 2
    }

    /// How wide the symbol is with the room behind it.
    var symbolWidth: Double {
      switch symbol {
      case nil: 0
      case .swatch: 18
      case .stroke: 24
      case .point(let radius, _): max(10, radius * 2) + 8
      }
    }
  }

  /// The distance of two rows, in px.
  static let rowHeight = 20.0

  /// All entries, in rows.
  let entries: [Entry]
  /// How high the legend is, in px; 0 where there is none.
  var height: Double {
    guard let last = entries.last else { return 0 }
    let tallest = entries.filter { $0.row == last.row }.map(\.halfHeight).max() ?? 0
    return last.middle + tallest + 6
  }

  /// The legend of a chart that is `width` px wide.
  /// - Parameter hasDirectLabels: whether the colours are named at the marks themselves.
  init(
    _ domains: ChartDomains, _ layers: [BoundLayer], width: Double, hasDirectLabels: Bool,
    _ words: ChartWords
  ) {
    var entries: [Entry] = []
    if !hasDirectLabels { entries += Legend.colors(domains, layers, words) }
    let colors = Legend.flowed(entries, width: width, firstRow: 0)
    let sizes = Legend.sizes(domains, words)
    let next = colors.last.map { $0.row + 1 } ?? 0
    self.entries = Legend.ranged(
      colors + Legend.flowed(sizes, width: width, firstRow: next))
  }

  /// The entries with the middles of their rows, each row as high as its tallest entry.
  private static func ranged(_ entries: [Entry]) -> [Entry] {
    var result = entries
    var top = -2.0
    for row in 0...(entries.last?.row ?? 0) {
      let members = result.indices.filter { result[$0].row == row }
      let half = members.map { result[$0].halfHeight }.max() ?? 0
      for index in members { result[index].middle = top + half }
      top += 2 * half
    }
    return result
  }

  private static func colors(
    _ domains: ChartDomains, _ layers: [BoundLayer], _ words: ChartWords
  ) -> [Entry] {
    guard let channel = domains.colorChannel, !channel.definition.legend.isHidden,
      !domains.color.isEmpty, !repeatsAxis(channel, domains)
    else { return [] }
    let symbol = symbol(of: layers)
    var entries: [Entry] = []
    if let title = channel.title(channel.definition.legend.title, in: words) {
      entries.append(Entry(text: title, symbol: nil, style: "legend-title"))
    }
    for (index, value) in domains.color.prefix(ColorScale.limit).enumerated() {
      entries.append(
        Entry(
          text: ValueText.name(value, words), symbol: symbol, style: ColorScale.style(at: index)))
    }
    let others = domains.color.count - ColorScale.limit
    if others > 0 {
      let style = ColorScale.style(at: ColorScale.limit)
      entries.append(Entry(text: words.others(others), symbol: symbol, style: style))
    }
    return entries
  }

  /// Where the colour says what an axis says, the axis is the legend.
  private static func repeatsAxis(_ channel: BoundChannel, _ domains: ChartDomains) -> Bool {
    [domains.x, domains.y].contains { domain in
      domain.isDiscrete && domain.channel?.path == channel.path
    }
  }

  private static func symbol(of layers: [BoundLayer]) -> Symbol {
    guard let layer = layers.first(where: { $0[.color]?.path != nil }) else { return .swatch }
    switch layer.mark.kind {
    case .line, .rule: return .stroke
    case .point: return .point(radius: 4, isFilled: layer.mark.isFilled ?? false)
    case .circle: return .point(radius: 4.5, isFilled: true)
    case .bar, .area, .square, .text, .estimate: return .swatch
    }
  }

  private static func sizes(_ domains: ChartDomains, _ words: ChartWords) -> [Entry] {
    guard let channel = domains.sizeChannel, channel.path != nil || channel.aggregate != nil,
      !channel.definition.legend.isHidden, domains.size > 0,
      ![domains.x, domains.y].contains(where: { $0.channel?.path == channel.path })
    else { return [] }
    let scale = SizeScale(maximum: domains.size, radius: ChartLayout.largestRadius)
    var entries: [Entry] = []
    if let title = channel.title(channel.definition.legend.title, in: words) {
      entries.append(Entry(text: title, symbol: nil, style: "legend-title"))
    }
    for amount in scale.ticks {
      let symbol = Symbol.point(radius: scale(amount), isFilled: false)
      entries.append(
        Entry(
          text: NumberText.text(amount, .automatic, words), symbol: symbol, style: "mark-neutral"))
    }
    return entries
  }

  /// The entries set side by side, in as many rows as they need.
  private static func flowed(_ entries: [Entry], width: Double, firstRow: Int) -> [Entry] {
    var result: [Entry] = []
    var x = 0.0
    var row = firstRow
    for entry in entries {
      let room = width - entry.symbolWidth
      let weight: FontWeight = entry.symbol == nil ? .bold : .regular
      let text = TextMetrics.ellipsis(
        entry.text, toFit: room, size: Canvas.fontSize, weight: weight)
      var placed = Entry(text: text, symbol: entry.symbol, style: entry.style)
      if x > 0, x + placed.width > width {
        x = 0
        row += 1
      }
      placed.x = x
      placed.row = row
      x += placed.width + 16
      result.append(placed)
    }
    return result
  }

  /// Draws the legend with its first row's top at `top`.
  func draw(on canvas: inout Canvas, top: Double) {
    guard !entries.isEmpty else { return }
    canvas.group("legend") { canvas in
      for entry in entries {
        let middle = top + entry.middle
        guard let symbol = entry.symbol else {
          canvas.text(entry.text, entry.x, middle + 4, "legend-title", weight: .bold)
          continue
        }
        draw(symbol, entry, middle, on: &canvas)
        canvas.text(entry.text, entry.x + entry.symbolWidth, middle + 4, "legend-label")
      }
    }
  }

  private func draw(_ symbol: Symbol, _ entry: Entry, _ middle: Double, on canvas: inout Canvas) {
    switch symbol {
    case .swatch:
      let box = Box(minX: entry.x, minY: middle - 6, maxX: entry.x + 12, maxY: middle + 6)
      canvas.rectangle(box, "\(entry.style) fill")
    case .stroke:
      canvas.line(
        entry.x, middle, entry.x + 18, middle, "\(entry.style) stroke", look: Look(width: 2.5))
    case .point(let radius, let isFilled):
      let style = "\(entry.style) \(isFilled ? "fill" : "stroke")"
      canvas.circle(
        entry.x + max(5, radius), middle, radius: radius, style,
        look: isFilled ? Look() : Look(width: 1.5))
    }
  }
}
