/// What a shape is painted with.
enum Paint: Hashable, Sendable {
  /// Nothing.
  case none
  /// A colour of the theme, by the class that gives it: `c1`, `ink`, `q s7`.
  case theme(String)
  /// A colour that an author gave, as CSS writes it.
  case css(String)

  /// The colour that an author's word gives.
  init(css text: String) {
    switch text {
    case "transparent", "none": self = .none
    case "ink", "ground": self = .theme(text)
    default: self = .css(text)
    }
  }

  /// Whether a word is a colour: of the theme, of CSS, or none.
  static func isColor(_ text: String) -> Bool {
    if case .css(let text) = Paint(css: text) { return Color(css: text) != nil }
    return true
  }
}

extension PropertyValue {
  /// The paint that a colour gives, be it a number of the theme or a word; nil for what is no colour.
  var paint: Paint? {
    switch self {
    case .number(let number): HousePalette.paint(Int(holding: number) - 1)
    case .text(let text): Paint(css: text)
    case .null: Paint.none
    default: nil
    }
  }
}

extension Properties {
  /// The paint of `key`, or nil where there is none.
  func paint(_ key: Key) -> Paint? { self[key]?.paint }
}
