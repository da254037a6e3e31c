/// The shapes of points, of an area in px² as Vega's `symbol` has them.
enum Symbol {
  /// The names of the shapes.
  static let names = [
    "circle", "square", "cross", "diamond", "triangle", "triangle-up", "triangle-down",
    "triangle-right", "triangle-left", "stroke", "arrow", "wedge",
  ]

  /// Draws a shape with its middle at a point.
  static func draw(
    _ name: String, _ x: Double, _ y: Double, size: Double, angle: Double = 0,
    on canvas: inout Canvas, look: Look, title: String? = nil
  ) {
    let radius = size.squareRoot() / 2
    switch name {
    case "circle": canvas.circle(x, y, radius: radius, "", look: look, title: title)
    case "square" where angle == 0:
      canvas.rectangle(
        Box(minX: x - radius, minY: y - radius, maxX: x + radius, maxY: y + radius), "",
        look: look, title: title)
    default:
      canvas.path(path(name, x, y, radius, angle), "", look: look, title: title)
    }
  }

  private static func path(
    _ name: String, _ x: Double, _ y: Double, _ r: Double, _ angle: Double
  ) -> PathData {
    let corners = corners(name, r)
    let radians = angle * .pi / 180
    let (sine, cosine) = (Elementary.sin(radians), Elementary.cos(radians))
    var path = PathData()
    for (index, corner) in corners.enumerated() {
      let across = x + corner.0 * cosine - corner.1 * sine
      let down = y + corner.0 * sine + corner.1 * cosine
      if index == 0 { path.move(across, down) } else { path.line(across, down) }
    }
    if name != "stroke" { path.close() }
    return path
  }

  private static func corners(_ name: String, _ r: Double) -> [(Double, Double)] {
    // The height of an equilateral triangle on a side of 2 r.
    let h = r * 1.732_050_807_568_877_2 / 2 * 1.0
    switch name {
    case "square": return [(-r, -r), (r, -r), (r, r), (-r, r)]
    case "cross":
      let s = r / 2.5
      return [
        (-r, -s), (-r, s), (-s, s), (-s, r), (s, r), (s, s), (r, s), (r, -s), (s, -s), (s, -r),
        (-s, -r), (-s, -s),
      ]
    case "diamond": return [(-r, 0), (0, -r), (r, 0), (0, r)]
    case "triangle-down": return [(0, h), (-r, -h), (r, -h)]
    case "triangle-right": return [(h, 0), (-h, -r), (-h, r)]
    case "triangle-left": return [(-h, 0), (h, -r), (h, r)]
    case "triangle": return [(0, -h - (r - h)), (-r, h - (r - h)), (r, h - (r - h))]
    case "stroke": return [(-r, 0), (r, 0)]
    case "arrow":
      let (s, t, v) = (r / 7, r / 2.5, r / 8)
      return [(-s, r), (s, r), (s, -v), (t, -v), (0, -r), (-t, -v), (-s, -v)]
    case "wedge":
      let b = r / 4
      return [(0, -h - (r - h)), (-b, h), (b, h)]
    default: return [(0, -h), (-r, h), (r, h)]
    }
  }
}
