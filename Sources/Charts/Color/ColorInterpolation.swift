/// How colours between others are mixed (d3-interpolate).
enum ColorInterpolation: String, Hashable, Sendable, CaseIterable {
  case rgb, hsl, lab, hcl
  case hslLong = "hsl-long"
  case hclLong = "hcl-long"
  case cubehelix
  case cubehelixLong = "cubehelix-long"

  /// The colour at a place from 0 to 1 along several, which stand at even distances.
  func mix(_ colors: [Color], at place: Double) -> Color {
    guard colors.count > 1 else { return colors.first ?? Color(red: 0, green: 0, blue: 0) }
    let scaled = min(max(place, 0), 1) * Double(colors.count - 1)
    let index = min(Int(holding: scaled), colors.count - 2)
    return mix(colors[index], colors[index + 1], scaled - Double(index))
  }

  private func mix(_ first: Color, _ second: Color, _ t: Double) -> Color {
    switch self {
    case .rgb:
      return Color(
        red: first.red + (second.red - first.red) * t,
        green: first.green + (second.green - first.green) * t,
        blue: first.blue + (second.blue - first.blue) * t,
        alpha: first.alpha + (second.alpha - first.alpha) * t)
    case .hsl, .hslLong:
      let (one, two) = (first.hsl, second.hsl)
      return Color(
        hue: Self.hue(one.hue, two.hue, t, isLong: self == .hslLong),
        saturation: Self.plain(one.saturation, two.saturation, t),
        lightness: Self.plain(one.lightness, two.lightness, t))
    case .lab:
      let (one, two) = (CIELab(first), CIELab(second))
      return CIELab(
        l: Self.plain(one.l, two.l, t), a: Self.plain(one.a, two.a, t),
        b: Self.plain(one.b, two.b, t)
      ).color
    case .hcl, .hclLong:
      let (one, two) = (CIELab(first).polar, CIELab(second).polar)
      return CIELab(
        hue: Self.hue(one.hue, two.hue, t, isLong: self == .hclLong),
        chroma: Self.plain(one.chroma, two.chroma, t), l: Self.plain(one.l, two.l, t)
      ).color
    case .cubehelix, .cubehelixLong:
      let (one, two) = (Cubehelix(first), Cubehelix(second))
      return Cubehelix(
        hue: Self.hue(one.hue, two.hue, t, isLong: self == .cubehelixLong),
        saturation: Self.plain(one.saturation, two.saturation, t),
        lightness: Self.plain(one.lightness, two.lightness, t)
      ).color
    }
  }

  private static func plain(_ first: Double, _ second: Double, _ t: Double) -> Double {
    if first.isNaN { return second.isNaN ? 0 : second }
    if second.isNaN { return first }
    return first + (second - first) * t
  }

  /// Between two hues the short way round, or the long one.
  private static func hue(_ first: Double, _ second: Double, _ t: Double, isLong: Bool) -> Double {
    if first.isNaN { return second.isNaN ? 0 : second }
    if second.isNaN { return first }
    var way = second - first
    if !isLong, way > 180 || way < -180 { way -= 360 * (way / 360).rounded() }
    return first + way * t
  }
}
