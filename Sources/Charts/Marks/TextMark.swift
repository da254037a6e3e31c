/// Words at places that the data give.
struct TextMark: Mark {
  /// The words of one item: where the first baseline is, and how they are set.
  struct Words: Sendable {
    let item: Int
    let x: Double
    let y: Double
    let lines: [String]
    let size: Double
    let weight: FontWeight
    let anchor: Canvas.Anchor
    let lineHeight: Double
    let angle: Double
  }

  let frame: UnitFrame
  let looks: ItemLooks
  let texts: [Words]

  static func measure(_ frame: UnitFrame) -> TextMark {
    let looks = ItemLooks(frame)
    let places = ItemPlaces(frame: frame, looks: looks)
    let polar = PolarPlaces(frame: frame, looks: looks)
    let texts = frame.items.compactMap { item -> Words? in
      let place: (x: Double, y: Double)?
      if polar.isPolar {
        place = polar.point(item)
      } else if let x = places.point(.x, item), let y = places.point(.y, item) {
        place = (x, y)
      } else {
        place = nil
      }
      let lines = Self.lines(frame, looks, item)
      guard let place, lines.contains(where: { !$0.isEmpty }) else { return nil }
      return words(lines, at: place, frame, looks, item)
    }
    return TextMark(frame: frame, looks: looks, texts: texts)
  }

  private static func lines(_ frame: UnitFrame, _ looks: ItemLooks, _ item: Int) -> [String] {
    guard let channel = looks.definition(.text, item) else {
      return looks.property(.text, item)?.lines ?? []
    }
    if let value = channel.definition.value { return value.lines ?? [value.datum.text] }
    let datum = channel.value(item)
    if case .list(let values) = datum { return values.map(\.text) }
    if datum.isNull { return [] }
    return [TooltipText.statement(datum, channel, frame)]
  }

  private static func words(
    _ lines: [String], at place: (x: Double, y: Double), _ frame: UnitFrame, _ looks: ItemLooks,
    _ item: Int
  ) -> Words {
    let fallback = frame.config.hasOwnSizes ? 10 : Canvas.fontSize
    let size = looks.size(item) ?? looks.number(.fontSize, item) ?? fallback
    let weight = FontWeight(looks.property(.fontWeight, item)) ?? .regular
    let lineHeight = looks.number(.lineHeight, item) ?? size + 2
    let block = Double(lines.count - 1) * lineHeight
    let drop: Double =
      switch looks.text(.baseline, item) {
      case "top", "line-top": size * 0.79
      case "bottom", "line-bottom": -size * 0.21 - block
      case "alphabetic": -block
      default: size * 0.3 - block / 2
      }
    let (dx, dy) = (looks.number(.dx, item) ?? 0, (looks.number(.dy, item) ?? 0) + drop)
    let angle = looks.number(.angle, .angle, item) ?? 0
    let radians = angle * .pi / 180
    let (sine, cosine) = (Elementary.sin(radians), Elementary.cos(radians))
    let limit = looks.number(.limit, item).flatMap { $0 > 0 ? $0 : nil }
    let anchor: Canvas.Anchor =
      switch looks.text(.align, item) {
      case "left": .start
      case "right": .end
      default: .middle
      }
    return Words(
      item: item, x: place.x + (angle == 0 ? dx : dx * cosine - dy * sine),
      y: place.y + (angle == 0 ? dy : dx * sine + dy * cosine),
      lines: lines.map { line in
        limit.map { TextMetrics.ellipsis(line, toFit: $0, size: size, weight: weight) } ?? line
      }, size: size, weight: weight, anchor: anchor, lineHeight: lineHeight, angle: angle)
  }

  private func isFree(_ words: Words, _ taken: [Canvas.PlacedText]) -> Bool {
    guard words.angle == 0 else { return true }
    let boxes = words.lines.enumerated().map { index, line in
      Canvas.box(
        of: line, words.x, words.y + Double(index) * words.lineHeight, words.anchor,
        size: words.size, weight: words.weight)
    }
    return !taken.contains { text in boxes.contains { $0.overlaps(text.box) } }
  }

  func draw(on canvas: inout Canvas, labels: inout LabelPlacer) {
    for words in texts {
      var look = looks.look(words.item)
      // An outline about letters is never wanted by default.
      if look.stroke == Paint.none { look.stroke = nil }
      let title = looks.tooltip(words.item)
      // Words upon words can be read by nobody: the first stay.
      guard frame.config.hasOwnSizes || isFree(words, canvas.texts) else { continue }
      canvas.linked(looks.address(words.item)) { canvas in
        if words.angle == 0 {
          canvas.text(
            lines: words.lines, words.x, words.y, lineHeight: words.lineHeight, "",
            anchor: words.anchor, size: words.size, weight: words.weight, look: look,
            title: title)
        } else {
          canvas.turnedText(
            words.lines.joined(separator: " "), words.x, words.y, "", angle: words.angle,
            anchor: words.anchor, size: words.size, weight: words.weight, look: look,
            title: title)
        }
      }
    }
  }
}
