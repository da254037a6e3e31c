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

/// CIE L*a*b* under the white of D50, as d3-color has it.
struct CIELab {
  var l: Double
  var a: Double
  var b: Double

  private static let white = (x: 0.964_22, y: 1.0, z: 0.825_21)

  init(l: Double, a: Double, b: Double) {
    self.l = l
    self.a = a
    self.b = b
  }

  init(_ color: Color) {
    let (r, g, b) = (Color.linear(color.red), Color.linear(color.green), Color.linear(color.blue))
    let y = Self.curved((0.222_504_5 * r + 0.716_878_6 * g + 0.060_616_9 * b) / Self.white.y)
    let x = Self.curved((0.436_074_7 * r + 0.385_064_9 * g + 0.143_080_4 * b) / Self.white.x)
    let z = Self.curved((0.013_932_2 * r + 0.097_104_5 * g + 0.714_173_3 * b) / Self.white.z)
    l = 116 * y - 16
    a = 500 * (x - y)
    self.b = 200 * (y - z)
  }

  init(hue: Double, chroma: Double, l: Double) {
    let angle = hue * .pi / 180
    self.init(l: l, a: Elementary.cos(angle) * chroma, b: Elementary.sin(angle) * chroma)
  }

  /// Hue in degrees, chroma and lightness.
  var polar: (hue: Double, chroma: Double, l: Double) {
    if a.magnitude < 1e-9, b.magnitude < 1e-9 { return (.nan, l > 0 && l < 100 ? 0 : .nan, l) }
    let angle = Elementary.atan2(b, a) * 180 / .pi
    return (angle < 0 ? angle + 360 : angle, (a * a + b * b).squareRoot(), l)
  }

  var color: Color {
    let y = (l + 16) / 116
    let x = Self.white.x * Self.straight(y + a / 500)
    let z = Self.white.z * Self.straight(y - b / 200)
    let light = Self.white.y * Self.straight(y)
    return Color(
      red: Color.encoded(3.133_856_1 * x - 1.616_866_7 * light - 0.490_614_6 * z),
      green: Color.encoded(-0.978_768_4 * x + 1.916_141_5 * light + 0.033_454_0 * z),
      blue: Color.encoded(0.071_945_3 * x - 0.228_991_4 * light + 1.405_242_7 * z))
  }

  private static func curved(_ t: Double) -> Double {
    t > 216.0 / 24_389 ? Elementary.pow(t, 1.0 / 3) : t / (3 * 36.0 / 841) + 4.0 / 29
  }

  private static func straight(_ t: Double) -> Double {
    t > 6.0 / 29 ? t * t * t : 3 * 36.0 / 841 * (t - 4.0 / 29)
  }
}

/// D. A. Green's cubehelix, as d3-color has it.
struct Cubehelix {
  var hue: Double
  var saturation: Double
  var lightness: Double

  private static let (a, b, c, d, e) = (-0.148_61, 1.782_77, -0.292_27, -0.906_49, 1.972_94)

  init(hue: Double, saturation: Double, lightness: Double) {
    self.hue = hue
    self.saturation = saturation
    self.lightness = lightness
  }

  init(_ color: Color) {
    let ed = Self.e * Self.d
    let eb = Self.e * Self.b
    let bcda = Self.b * Self.c - Self.d * Self.a
    lightness = (bcda * color.blue + ed * color.red - eb * color.green) / (bcda + ed - eb)
    let bl = color.blue - lightness
    let k = (Self.e * (color.green - lightness) - Self.c * bl) / Self.d
    let size = (k * k + bl * bl).squareRoot()
    let divisor = Self.e * lightness * (1 - lightness)
    saturation = divisor == 0 ? .nan : size / divisor
    if saturation.isNaN || saturation == 0 {
      hue = .nan
    } else {
      let angle = Elementary.atan2(k, bl) * 180 / .pi - 120
      hue = angle < 0 ? angle + 360 : angle
    }
  }

  var color: Color {
    let angle = hue.isNaN ? 0 : (hue + 120) * .pi / 180
    let size = saturation.isNaN ? 0 : saturation * lightness * (1 - lightness)
    let (cosine, sine) = (Elementary.cos(angle), Elementary.sin(angle))
    return Color(
      red: min(max(lightness + size * (Self.a * cosine + Self.b * sine), 0), 1),
      green: min(max(lightness + size * (Self.c * cosine + Self.d * sine), 0), 1),
      blue: min(max(lightness + size * (Self.e * cosine), 0), 1))
  }
}
