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
