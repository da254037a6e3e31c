/// The quiet lines behind the marks, and the line that amounts are measured from.
struct Grid: Sendable {
  let x: XAxis
  let y: YAxis
  /// Whether lines stand at the ticks of x.
  let showsX: Bool
  /// Whether lines stand at the ticks of y.
  let showsY: Bool

  /// The lines that the axes ask for; where they do not say, amounts have them.
  init(_ x: XAxis, _ y: YAxis, _ domains: ChartDomains, _ layers: [BoundLayer]) {
    self.x = x
    self.y = y
    // The eye follows a line from a name to its points; a bar is such a line itself.
    let hasPoints = layers.allSatisfy { layer in
      [.point, .circle, .square, .text].contains(layer.mark.kind)
    }
    showsX = Grid.isShown(domains.x, hasPoints: hasPoints && domains.y.isDiscrete)
    showsY = Grid.isShown(domains.y, hasPoints: hasPoints)
  }

  private static func isShown(_ domain: PositionDomain, hasPoints: Bool) -> Bool {
    guard let channel = domain.channel, !channel.definition.axis.isHidden else { return false }
    if let given = channel.definition.axis.showsGrid { return given }
    if case .quantitative = domain.kind { return true }
    return domain.isDiscrete && hasPoints
  }

  /// Draws the grid into `box`.
  func draw(on canvas: inout Canvas, _ box: Box) {
    let vertical = showsX ? x.ticks.compactMap { $0.mark ?? $0.place } : []
    let horizontal = showsY ? y.ticks.compactMap { $0.mark ?? $0.place } : []
    canvas.group("grid-lines") { canvas in
      for place in vertical where place >= box.minX - 0.5 && place <= box.maxX + 0.5 {
        canvas.line(place, box.minY, place, box.maxY, "grid")
      }
      for place in horizontal where place >= box.minY - 0.5 && place <= box.maxY + 0.5 {
        canvas.line(box.minX, place, box.maxX, place, "grid")
      }
    }
  }

  /// Draws the lines on which the marks stand: at zero where that is within, else at the edge.
  func drawBaselines(on canvas: inout Canvas, _ box: Box) {
    switch y.scale {
    case .linear, .log:
      let place = zero(y.scale) ?? box.maxY
      canvas.line(box.minX, place, box.maxX, place, "axis-line")
      if place != box.maxY, case .band = x.scale { return }
      if place != box.maxY { canvas.line(box.minX, box.maxY, box.maxX, box.maxY, "grid") }
    case .time, .band: break
    }
    switch (x.scale, y.scale) {
    case (.linear, .band), (.log, .band), (.linear, .time), (.log, .time):
      let place = zero(x.scale) ?? box.minX
      canvas.line(place, box.minY, place, box.maxY, "axis-line")
    case (.time, .band), (.time, .time), (.band, .band), (.band, .time):
      canvas.line(box.minX, box.maxY, box.maxX, box.maxY, "axis-line")
    default: break
    }
  }

  private func zero(_ scale: PositionScale) -> Double? {
    guard case .linear(let linear) = scale else { return nil }
    let (lower, upper) = linear.domain
    return min(lower, upper) <= 0 && max(lower, upper) >= 0 ? linear(0) : nil
  }
}
