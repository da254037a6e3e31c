/// A colour of the sRGB space, each part from 0 to 1.
struct Color: Hashable, Sendable {
  var red: Double
  var green: Double
  var blue: Double
  var alpha = 1.0

  /// The colour as CSS's hexadecimal form writes it.
  var hex: String {
    func digits(_ part: Double) -> String {
      let byte = Int((min(max(part, 0), 1) * 255).rounded())
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0\(text)" : text
    }
    let base = "#\(digits(red))\(digits(green))\(digits(blue))"
    return alpha < 1 ? base + digits(alpha) : base
  }

  init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// The colour of six hexadecimal digits.
  init?(digits: some StringProtocol) {
    guard digits.utf8.count == 6, let number = UInt32(digits, radix: 16) else { return nil }
    self.init(
      red: Double(number >> 16) / 255, green: Double(number >> 8 & 0xFF) / 255,
      blue: Double(number & 0xFF) / 255)
  }
}

extension Color {
  /// The colour that CSS writes so (CSS Color 4, sections 5 to 8 and 6.1): a name, `#` with 3, 4, 6
  /// or 8 digits, `rgb()`, `rgba()`, `hsl()`, `hsla()`; nil for anything else.
  init?(css text: String) {
    let word = text.lowercased()
    if word.hasPrefix("#") {
      self.init(hashed: String(word.dropFirst()))
      return
    }
    if let open = word.firstIndex(of: "("), word.hasSuffix(")") {
      let name = String(word[..<open])
      let inner = word[word.index(after: open)...].dropLast()
      self.init(function: name, String(inner))
      return
    }
    guard let digits = CSSColorNames.digits(of: word) else { return nil }
    self.init(digits: digits)
  }

  private init?(hashed digits: String) {
    switch digits.utf8.count {
    case 3, 4:
      let doubled = digits.map { "\($0)\($0)" }.joined()
      self.init(hashed: doubled)
    case 6: self.init(digits: digits)
    case 8:
      guard let alpha = UInt32(digits.suffix(2), radix: 16) else { return nil }
      self.init(digits: digits.prefix(6))
      self.alpha = Double(alpha) / 255
    default: return nil
    }
  }

  private init?(function name: String, _ inner: String) {
    let parts = inner.split { $0 == "," || $0 == " " || $0 == "/" }.map(String.init)
    guard parts.count == 3 || parts.count == 4 else { return nil }
    func number(_ text: String, whole: Double) -> Double? {
      if text.hasSuffix("%") { return Double(text.dropLast()).map { $0 / 100 } }
      let plain = text.hasSuffix("deg") ? String(text.dropLast(3)) : text
      return Double(plain).flatMap { $0.isFinite ? $0 / whole : nil }
    }
    var alpha = 1.0
    if parts.count == 4 {
      guard let given = number(parts[3], whole: 1) else { return nil }
      alpha = min(max(given, 0), 1)
    }
    switch name {
    case "rgb", "rgba":
      let values = parts.prefix(3).compactMap { number($0, whole: 255) }
      guard values.count == 3 else { return nil }
      let held = values.map { min(max($0, 0), 1) }
      self.init(red: held[0], green: held[1], blue: held[2], alpha: alpha)
    case "hsl", "hsla":
      guard let hue = number(parts[0], whole: 360), let saturation = number(parts[1], whole: 1),
        let lightness = number(parts[2], whole: 1)
      else { return nil }
      self.init(hue: hue * 360, saturation: saturation, lightness: lightness)
      self.alpha = alpha
    default: return nil
    }
  }

  /// A colour by hue in degrees, saturation and lightness from 0 to 1 (CSS Color 4, section 7).
  init(hue: Double, saturation: Double, lightness: Double) {
    let turned = hue.truncatingRemainder(dividingBy: 360)
    let angle = turned < 0 ? turned + 360 : turned
    func part(_ offset: Double) -> Double {
      let k = (offset + angle / 30).truncatingRemainder(dividingBy: 12)
      let a = saturation * min(lightness, 1 - lightness)
      return lightness - a * max(-1, min(k - 3, 9 - k, 1))
    }
    self.init(red: part(0), green: part(8), blue: part(4))
  }

  /// Hue in degrees, saturation and lightness; the hue of a grey is NaN.
  var hsl: (hue: Double, saturation: Double, lightness: Double) {
    let high = max(red, green, blue)
    let low = min(red, green, blue)
    let lightness = (high + low) / 2
    let span = high - low
    guard span > 0 else { return (.nan, lightness > 0 && lightness < 1 ? 0 : .nan, lightness) }
    var hue: Double
    if red == high {
      hue = (green - blue) / span + (green < blue ? 6 : 0)
    } else if green == high {
      hue = (blue - red) / span + 2
    } else {
      hue = (red - green) / span + 4
    }
    hue *= 60
    return (hue, span / (lightness < 0.5 ? high + low : 2 - high - low), lightness)
  }
}
