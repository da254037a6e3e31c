/// The theme's colours on a light ground, for pictures that leave the site.
enum LightColors {
  /// The custom properties of the site's sheet with their values in the light theme.
  static let properties: KeyValuePairs<String, String> = [
    "paper": "#ffffff", "ink": "#192127", "ink-soft": "#55626b", "rule": "#d3dbe0",
    "grid": "#e5eaed", "accent": "#0d4770", "accent-soft": "#dfebf3", "c1": "#0a3b6a",
    "c2": "#c98020", "c3": "#219fbd", "c4": "#9b4b41", "c5": "#572b08", "c6": "#6657ae",
    "mark-neutral": "#7b8890", "seq-low": "#dcebf5", "seq-high": "#0a3b6a", "div-low": "#8f3b2f",
    "div-mid": "#eceae6", "div-high": "#0a4a6e",
  ]

  /// The value of a property; black where there is none.
  private static func value(_ name: String) -> String {
    properties.first { $0.key == name }?.value ?? "#000000"
  }

  /// The colour that a paint has on a light ground; nil for none.
  static func color(of paint: Paint) -> Color? {
    switch paint {
    case .none: nil
    case .theme(let name): Color(css: value(name == "ground" ? "paper" : name))
    case .css(let text): Color(css: text)
    }
  }

  /// The rules that the site's sheet has for pictures, without custom properties, which viewers
  /// other than browsers do not know.
  static let sheet: String = {
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
      rules.append(contentsOf: LightColors.rules(name, value(name)))
    }
    rules.append(contentsOf: LightColors.rules("ground", value("paper")))
    return rules.joined()
  }()

  /// The rule of the nodes of graphs.
  static let nodes = ".node{fill:\(value("accent-soft"));stroke:\(value("accent"))}"

  /// The rules of the ramps, for pictures that use them.
  static let ramps: String = {
    let steps = (0..<HouseRamp.steps).flatMap { step in
      rules("q.s\(step)", sequential(step)) + rules("d.s\(step)", diverging(step))
    }
    return steps.joined()
  }()

  private static func rules(_ name: String, _ color: String) -> [String] {
    [
      ".\(name).fill{fill:\(color)}",
      ".\(name).stroke,.\(name).line,.\(name).hollow,.\(name)-line{stroke:\(color)}",
    ]
  }

  /// The colour of a step of the ramp from pale to strong.
  static func sequential(_ step: Int) -> String {
    mixed("seq-low", "seq-high", Double(step) / Double(HouseRamp.steps - 1))
  }

  /// The colour of a step of the ramp that is strong on both sides.
  static func diverging(_ step: Int) -> String {
    let place = Double(step) / Double(HouseRamp.steps - 1) * 2
    return place <= 1 ? mixed("div-low", "div-mid", place) : mixed("div-mid", "div-high", place - 1)
  }

  private static func mixed(_ first: String, _ second: String, _ part: Double) -> String {
    guard let one = Color(css: value(first)), let other = Color(css: value(second)) else {
      return "#000000"
    }
    return one.mixedInOKLab(with: other, part).hex
  }
}
