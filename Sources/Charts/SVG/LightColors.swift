import Bytes

/// The theme's colours on a light ground, for pictures that leave the site.
///
/// Viewers other than browsers know no custom properties, so the rules that the site's sheet has for
/// pictures are written out with the values that the properties have.
public struct LightColors: Sendable {
  /// The custom properties of the default sheet with their values in the light theme.
  static let properties: KeyValuePairs<String, String> = [
    "paper": "#ffffff", "ink": "#192127", "ink-soft": "#55626b", "rule": "#d3dbe0",
    "grid": "#e5eaed", "accent": "#0d4770", "accent-soft": "#dfebf3", "c1": "#0a3b6a",
    "c2": "#c98020", "c3": "#219fbd", "c4": "#9b4b41", "c5": "#572b08", "c6": "#6657ae",
    "mark-neutral": "#7b8890", "seq-low": "#dcebf5", "seq-high": "#0a3b6a", "div-low": "#8f3b2f",
    "div-mid": "#eceae6", "div-high": "#0a4a6e", "band": "#0b3552", "band-ink": "#fff",
  ]

  /// The colours of the default theme.
  public static let house = LightColors(
    values: Dictionary(properties.map { ($0, $1) }, uniquingKeysWith: { first, _ in first }))

  private let values: [String: String]
  /// The rules of every picture.
  let sheet: String
  /// The rules of the ramps, for pictures that use them.
  let ramps: String

  /// The colours that a style sheet gives the properties, in the light where it gives two; where it
  /// gives none that is a plain colour, the default theme's.
  public init(sheet bytes: [UInt8]) {
    var values = LightColors.house.values
    for name in values.keys {
      if let color = Self.color(of: name, in: bytes) { values[name] = color }
    }
    self.init(values: values)
  }

  private init(values: [String: String]) {
    self.values = values
    sheet = Self.sheet(values)
    let steps = (0..<HouseRamp.steps).flatMap { step in
      Self.rules("q.s\(step)", Self.sequential(step, values))
        + Self.rules("d.s\(step)", Self.diverging(step, values))
    }
    ramps = steps.joined()
  }

  /// The rule of the nodes of graphs.
  var nodes: String { ".node{fill:\(value("accent-soft"));stroke:\(value("accent"))}" }

  /// The value of a property; black where there is none.
  func value(_ name: String) -> String { values[name] ?? "#000000" }

  /// The colour that a paint has on a light ground; nil for none.
  func color(of paint: Paint) -> Color? {
    switch paint {
    case .none: nil
    case .theme(let name): Color(css: value(name == "ground" ? "paper" : name))
    case .css(let text): Color(css: text)
    }
  }

  /// The colour of a step of the ramp from pale to strong.
  func sequential(_ step: Int) -> String { Self.sequential(step, values) }

  /// The colour of a step of the ramp that is strong on both sides.
  func diverging(_ step: Int) -> String { Self.diverging(step, values) }

  // MARK: - Rules

  private static func sheet(_ values: [String: String]) -> String {
    func value(_ name: String) -> String { values[name] ?? "#000000" }
    var rules = [
      ".paper{fill:\(value("paper"))}", "text:not([fill]){fill:\(value("ink"))}",
      ".tick-label:not([fill]),.axis-title:not([fill]),.facet-title,.note{fill:\(value("ink-soft"))}",
      ".grid:not([stroke]),.lane{stroke:\(value("grid"))}",
      ".axis-line:not([stroke]),.tick:not([stroke]){stroke:\(value("mark-neutral"))}",
      ".rule{stroke:\(value("rule"))}",
      ".stroke,path.line:not(.fill),.mark-line path{fill:none}",
      ".hollow{fill:\(value("paper"))}", ".edge-soft{opacity:0.4}",
      "rect.highlight,path.highlight,circle.highlight,.highlight rect,.highlight path,"
        + ".highlight circle{stroke:\(value("ink"))}",
    ]
    for name in ["c1", "c2", "c3", "c4", "c5", "c6", "mark-neutral", "ink", "ink-soft"] {
      rules.append(contentsOf: Self.rules(name, value(name)))
    }
    rules.append(contentsOf: Self.rules("ground", value("paper")))
    return rules.joined()
  }

  private static func rules(_ name: String, _ color: String) -> [String] {
    [
      ".\(name).fill{fill:\(color)}",
      ".\(name).stroke,.\(name).line,.\(name).hollow,.\(name)-line{stroke:\(color)}",
    ]
  }

  private static func sequential(_ step: Int, _ values: [String: String]) -> String {
    mixed("seq-low", "seq-high", Double(step) / Double(HouseRamp.steps - 1), values)
  }

  private static func diverging(_ step: Int, _ values: [String: String]) -> String {
    let place = Double(step) / Double(HouseRamp.steps - 1) * 2
    return place <= 1
      ? mixed("div-low", "div-mid", place, values)
      : mixed("div-mid", "div-high", place - 1, values)
  }

  private static func mixed(
    _ first: String, _ second: String, _ part: Double, _ values: [String: String]
  ) -> String {
    guard let one = values[first].flatMap({ Color(css: $0) }),
      let other = values[second].flatMap({ Color(css: $0) })
    else { return "#000000" }
    return one.mixedInOKLab(with: other, part).hex
  }

  // MARK: - Reading

  /// The plain colour that a sheet gives `--name` where it first does: the value itself, or the
  /// first of `light-dark(…)`.
  private static func color(of name: String, in sheet: [UInt8]) -> String? {
    guard let key = sheet.firstRange(of: Array("--\(name):".utf8)) else { return nil }
    let ends = Array(";}".utf8)
    let value = sheet[key.upperBound...].prefix { !ends.contains($0) }
    var text = Array(value).text.trimmed
    let pair = "light-dark("
    if text.hasPrefix(pair) {
      // A function among the two would have commas of its own.
      let light = text.dropFirst(pair.count).prefix { $0 != "," && $0 != "(" }
      text = String(light).trimmed
    }
    return Color(css: text) == nil ? nil : text
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
