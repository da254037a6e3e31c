/// How wide text is, from the font's own numbers, without a font engine.
///
/// Kerning is left out. Text in other scripts than the font's table covers takes an average that
/// errs on the wide side, so that a label there is given too much room rather than too little.
enum TextMetrics {
  /// The family that every picture is set in; its widths are those of `LiberationSans`.
  static let fontFamily = "Arial, 'Liberation Sans', Helvetica, sans-serif"

  /// How far letters reach above the baseline, as a part of the font size: capitals and figures.
  static let ascent = 0.74
  /// How far letters reach below the baseline, as a part of the font size.
  static let descent = 0.22
  /// The distance of baselines, as a part of the font size.
  static let lineHeight = 1.25

  /// The width of `text` on one line, in the unit of `size`.
  static func width(
    _ text: some StringProtocol, size: Double, weight: FontWeight = .regular
  ) -> Double {
    var units = 0.0
    for scalar in text.unicodeScalars { units += advance(of: scalar, weight: weight) }
    return units * size / LiberationSans.unitsPerEm
  }

  /// The advance of one scalar, in units of which 2,048 make an em.
  static func advance(of scalar: Unicode.Scalar, weight: FontWeight) -> Double {
    let widths = weight == .bold ? LiberationSans.bold : LiberationSans.regular
    let code = scalar.value
    // ASCII is the first run and nearly all there is.
    if code >= 0x20, code <= 0x7E { return Double(widths[Int(code) - 0x20]) }
    for run in LiberationSans.runs where code <= run.last {
      guard code >= run.first else { break }
      return Double(widths[run.index + Int(code - run.first)])
    }
    return averageAdvance(of: scalar) * (weight == .bold ? 1.08 : 1)
  }

  private static func averageAdvance(of scalar: Unicode.Scalar) -> Double {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2048
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF: return 1180
    case 0x0900...0x0DFF, 0x0E00...0x109F: return 1400
    default:
      return scalar.properties.isUppercase ? 1479 : 1210
    }
  }
}

/// How heavy the strokes of letters are.
enum FontWeight: Sendable {
  /// Normal text.
  case regular
  /// Bold text.
  case bold
}
