/// How colours look: lightness, distance, contrast, and what they are to those who see fewer.
extension Color {
  /// The part of light that a part of sRGB stands for (IEC 61966-2-1).
  static func linear(_ part: Double) -> Double {
    part <= 0.040_45 ? part / 12.92 : Elementary.pow((part + 0.055) / 1.055, 2.4)
  }

  /// The part of sRGB that stands for a part of light.
  static func encoded(_ light: Double) -> Double {
    let held = min(max(light, 0), 1)
    return held <= 0.003_130_8 ? held * 12.92 : 1.055 * Elementary.pow(held, 1 / 2.4) - 0.055
  }

  /// The relative luminance (WCAG 2.2).
  var luminance: Double {
    0.2126 * Color.linear(red) + 0.7152 * Color.linear(green) + 0.0722 * Color.linear(blue)
  }

  /// The contrast ratio of two colours, 1 to 21 (WCAG 2.2).
  func contrast(with other: Color) -> Double {
    let (first, second) = (luminance, other.luminance)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// Lightness and the two opponent axes of OKLab (B. Ottosson, 2020).
  var oklab: (lightness: Double, a: Double, b: Double) {
    let (r, g, b) = (Color.linear(red), Color.linear(green), Color.linear(blue))
    let l = Color.cubeRoot(0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b)
    let m = Color.cubeRoot(0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b)
    let s = Color.cubeRoot(0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b)
    return (
      0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
      1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
      0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s
    )
  }

  private static func cubeRoot(_ value: Double) -> Double {
    value <= 0 ? 0 : Elementary.pow(value, 1.0 / 3)
  }

  /// The colour that lies so far on the way to another, 0 to 1, evenly in lightness (CSS Color 5,
  /// `color-mix(in oklab, …)`).
  func mixedInOKLab(with other: Color, _ part: Double) -> Color {
    let (one, two) = (oklab, other.oklab)
    let l = one.lightness + (two.lightness - one.lightness) * part
    let a = one.a + (two.a - one.a) * part
    let b = one.b + (two.b - one.b) * part
    func cubed(_ value: Double) -> Double { value * value * value }
    let long = cubed(l + 0.396_337_777_4 * a + 0.215_803_757_3 * b)
    let medium = cubed(l - 0.105_561_345_8 * a - 0.063_854_172_8 * b)
    let short = cubed(l - 0.089_484_177_5 * a - 1.291_485_548_0 * b)
    return Color(
      red: Color.encoded(
        4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short),
      green: Color.encoded(
        -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short),
      blue: Color.encoded(
        -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701_0 * short))
  }

  /// How far two colours lie from one another in OKLab.
  func distance(to other: Color) -> Double {
    let (one, two) = (oklab, other.oklab)
    let (l, a, b) = (one.lightness - two.lightness, one.a - two.a, one.b - two.b)
    return (l * l + a * a + b * b).squareRoot()
  }

  /// The kinds of sight that lack one kind of cone.
  enum Sight: CaseIterable {
    case normal, protan, deutan, tritan

    /// What the sight makes of linear light, at full severity (Machado, Oliveira and Fernandes,
    /// 2009).
    fileprivate var matrix: [Double] {
      switch self {
      case .normal: [1, 0, 0, 0, 1, 0, 0, 0, 1]
      case .protan:
        [
          0.152_286, 1.052_583, -0.204_868, 0.114_503, 0.786_281, 0.099_216, -0.003_882,
          -0.048_116, 1.051_998,
        ]
      case .deutan:
        [
          0.367_322, 0.860_646, -0.227_968, 0.280_085, 0.672_501, 0.047_413, -0.011_820, 0.042_940,
          0.968_881,
        ]
      case .tritan:
        [
          1.255_528, -0.076_749, -0.178_779, -0.078_411, 0.930_809, 0.147_602, 0.004_733, 0.691_367,
          0.303_900,
        ]
      }
    }
  }

  /// The colour as a kind of sight has it.
  func seen(by sight: Sight) -> Color {
    let m = sight.matrix
    let light = [Color.linear(red), Color.linear(green), Color.linear(blue)]
    func part(_ row: Int) -> Double {
      let sum = m[row * 3] * light[0] + m[row * 3 + 1] * light[1] + m[row * 3 + 2] * light[2]
      return Color.encoded(sum)
    }
    return Color(red: part(0), green: part(1), blue: part(2), alpha: alpha)
  }
}
