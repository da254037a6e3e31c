/// A legend laid out in lines within a width, with its upper left corner at 0, 0.
struct PlacedLegend: Sendable {
  /// One entry with its place.
  private struct Item: Sendable {
    let entry: LegendModel.Entry
    let label: String
    let x: Double
    let y: Double
  }

  private let model: LegendModel
  private let titleLines: [String]
  private var items: [Item] = []
  private var titleWidth = 0.0
  private let isUpright: Bool
  /// Its size, in px.
  private(set) var width = 0.0
  private(set) var height = 0.0
  private let rowHeight: Double
  private let symbolWidth: Double

  /// The length of the ramp of a gradient, in px.
  private static let gradientLength = 200.0

  /// - Parameters:
  ///   - width: What there is room for, in px.
  ///   - isUpright: Whether entries stand below one another, as beside a plot.
  init(_ model: LegendModel, width available: Double, isUpright: Bool, _ words: ChartWords) {
    self.model = model
    self.isUpright = isUpright
    let size = model.labelSize
    let largest = model.entries.map { $0.shape == nil ? 20 : $0.size.squareRoot() }.max() ?? 12
    rowHeight = max(size * 1.5, largest + 4) + (model.properties.number(.rowPadding) ?? 0)
    symbolWidth = max(12, largest) + 6
    let titleSize = model.titleSize
    titleLines = model.title.flatMap {
      TextMetrics.wrap(
        $0, width: available, size: titleSize, weight: model.titleWeight, maximumLines: 2)
    }
    titleWidth =
      titleLines.map { TextMetrics.width($0, size: titleSize, weight: model.titleWeight) }.max()
      ?? 0
    if model.gradient != nil {
      placeGradient(available)
    } else {
      placeEntries(available, words)
    }
  }

  /// How high the ramp of a gradient is, in px.
  private var thickness: Double { model.properties.number(.gradientThickness) ?? 12 }

  private var titleHeight: Double {
    titleLines.isEmpty
      ? 0
      : Double(titleLines.count) * model.titleSize * 1.3
        + (model.properties.number(.titlePadding) ?? 0)
  }

  private mutating func placeEntries(_ available: Double, _ words: ChartWords) {
    let size = model.labelSize
    var entries = model.entries
    if model.others > 0 {
      entries.append(
        LegendModel.Entry(label: words.others(model.others), look: Look(), shape: "", size: 0))
    }
    let limit = min(model.labelLimit, available - symbolWidth)
    let labels = entries.map { TextMetrics.ellipsis($0.label, toFit: max(limit, 20), size: size) }
    // On a line with its entries, a title takes no line of its own.
    let columns = model.properties.number(.columns).map { Int(max(0, min($0, 100))) }
    let longest = labels.map { symbolWidth + TextMetrics.width($0, size: size) }.max() ?? 0
    let isInline =
      !isUpright && titleLines.count == 1 && titleWidth + 14 + longest <= available
    // Entries in a given number of columns stand below one another.
    let columnWidth = columns == nil ? nil : longest
    var x = 0.0
    var y = 0.0
    var start = 0.0
    if isInline {
      start = titleWidth + 14
      x = start
    } else {
      y = titleHeight
    }
    var right = isInline ? start : titleWidth
    for (entry, label) in zip(entries, labels) {
      let length = symbolWidth + TextMetrics.width(label, size: size)
      if isUpright {
        items.append(Item(entry: entry, label: label, x: 0, y: y + rowHeight / 2))
        right = max(right, length)
        y += rowHeight
        continue
      }
      let isFull = columns.map { $0 > 0 && (items.count % $0 == 0) && !items.isEmpty } ?? false
      if isFull || (x > 0 && x + length > available) {
        // Wrapped entries begin below the first where the title leaves room for them.
        x = start < available / 3 ? start : 0
        y += rowHeight
      }
      items.append(Item(entry: entry, label: label, x: x, y: y + rowHeight / 2))
      right = max(right, x + length)
      x += (columnWidth ?? length) + (model.properties.number(.columnPadding) ?? 16)
    }
    width = right
    height = isUpright ? y : y + rowHeight
  }

  private mutating func placeGradient(_ available: Double) {
    let wanted = model.properties.number(.gradientLength) ?? Self.gradientLength
    let length = max(40, min(wanted, available - 20))
    width = max(titleWidth, length + 10)
    height = titleHeight + thickness + 4 + model.labelSize * 1.3
  }

  /// Draws it with its upper left corner at a point.
  func draw(on canvas: inout Canvas, _ left: Double, _ top: Double, idPrefix: String) {
    canvas.group("legend") { canvas in
      drawTitle(on: &canvas, left, top)
      if let gradient = model.gradient {
        drawGradient(gradient, on: &canvas, left, top + titleHeight)
      }
      for item in items { draw(item, on: &canvas, left, top) }
    }
  }

  private func drawTitle(on canvas: inout Canvas, _ left: Double, _ top: Double) {
    guard !titleLines.isEmpty else { return }
    let size = model.titleSize
    var look = Look()
    if let color = model.properties.paint(.titleColor) { look.fill = color }
    look.opacity = model.properties.number(.titleOpacity) ?? 1
    look.font = model.properties.text(.titleFont)
    look.fontStyle = model.properties.text(.titleFontStyle)
    let isInline = !isUpright && (items.first?.x ?? 0) > 0
    let first = isInline ? top + rowHeight / 2 + size * 0.32 : top + size
    canvas.text(
      lines: titleLines, left, first, lineHeight: size * 1.3, "legend-title", size: size,
      weight: model.titleWeight, look: look)
  }

  private func draw(_ item: Item, on canvas: inout Canvas, _ left: Double, _ top: Double) {
    let middle = left + item.x + (symbolWidth - 6) / 2
    let y = top + item.y
    if item.entry.shape == nil {
      let half = (symbolWidth - 6) / 2
      canvas.line(middle - half, y, middle + half, y, "", look: item.entry.look)
    } else if let shape = item.entry.shape, !shape.isEmpty {
      Symbol.draw(shape, middle, y, size: item.entry.size, on: &canvas, look: item.entry.look)
    }
    var look = Look()
    if let color = model.properties.paint(.labelColor) { look.fill = color }
    look.opacity = model.properties.number(.labelOpacity) ?? 1
    look.font = model.properties.text(.labelFont)
    look.fontStyle = model.properties.text(.labelFontStyle)
    let start = item.entry.shape == "" ? left + item.x : left + item.x + symbolWidth
    let size = model.labelSize
    canvas.text(
      item.label, start, y + size * 0.34, "legend-label", size: size, look: look,
      title: item.label == item.entry.label ? nil : item.entry.label)
  }

  private func drawGradient(
    _ gradient: LegendModel.Gradient, on canvas: inout Canvas, _ left: Double, _ top: Double
  ) {
    let length = width - 10
    let step = length / Double(max(gradient.paints.count, 1))
    canvas.group("legend-gradient") { canvas in
      for (index, paint) in gradient.paints.enumerated() {
        var look = Look()
        look.fill = paint
        look.opacity = model.properties.number(.gradientOpacity) ?? 1
        // Neighbours overlap by a hair, so that no ground shows between them.
        let box = Box(
          minX: left + Double(index) * step, minY: top,
          maxX: left + min(Double(index + 1) * step + 0.5, length),
          maxY: top + thickness)
        canvas.rectangle(box, "", look: look)
      }
    }
    let size = model.labelSize
    let baseline = top + thickness + 4 + size
    let widths = gradient.labels.map { TextMetrics.width($0.text, size: size) }
    let extents = zip(gradient.labels, widths).map { label, width -> (low: Double, high: Double) in
      let middle = min(max(label.place * length, width / 2), length + 10 - width / 2)
      return (middle - width / 2, middle + width / 2)
    }
    let shown = LabelOverlap.parity(extents, separation: 4)
    for (index, label) in gradient.labels.enumerated() where shown[index] {
      canvas.text(
        label.text, left + (extents[index].low + extents[index].high) / 2, baseline,
        "legend-label", anchor: .middle, size: size)
    }
  }
}
