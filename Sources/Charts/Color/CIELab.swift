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
