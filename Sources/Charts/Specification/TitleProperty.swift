/// The properties of a title, as Vega-Lite's `title` and `config.title` have them.
enum TitleProperty: String, PropertyKey {
  case text, subtitle, anchor, color, font, fontSize, fontStyle, fontWeight, offset, orient, frame
  case subtitleColor, subtitleFont, subtitleFontSize, subtitleFontStyle, subtitleFontWeight
  case subtitlePadding, aria
  case align, angle, baseline, dx, dy, limit, lineHeight, style, subtitleLineHeight, zindex

  var kind: PropertyKind {
    switch self {
    case .text, .subtitle, .style: .lines
    case .anchor: .choice(["start", "middle", "end"])
    case .color, .subtitleColor: .color
    case .font, .fontStyle, .subtitleFont, .subtitleFontStyle: .text
    case .fontWeight, .subtitleFontWeight: .numberOrText
    case .frame: .choice(["bounds", "group"])
    case .orient: .choice(["top", "bottom", "left", "right"])
    case .align, .baseline: .text
    case .aria: .boolean
    default: .number
    }
  }
}

extension TitleProperty {
  /// The caption stands above the picture, and there is nothing that it could be set to.
  static let withoutEffect: Set<TitleProperty> = [
    .aria, .frame, .offset, .orient, .align, .angle, .baseline, .dx, .dy, .limit, .lineHeight,
    .style, .subtitleLineHeight, .subtitlePadding, .zindex,
  ]
}
