/// The theme's colours on a light ground, for pictures that leave the site.
enum LightColors {
  /// The custom properties of the site's sheet with their values in the light theme.
  static let properties: KeyValuePairs<String, String> = [
    "paper": "#ffffff", "ink": "#192127", "ink-soft": "#55626b", "rule": "#d3dbe0",
    "grid": "#e5eaed", "accent": "#0d4770", "accent-soft": "#dfebf3", "c1": "#0a3b6a",
    "c2": "#c98020", "c3": "#219fbd", "c4": "#9b4b41", "c5": "#572b08", "c6": "#6657ae",
    "mark-neutral": "#7b8890",
  ]

  /// The value of a property; black where there is none.
  private static func value(_ name: String) -> String {
    properties.first { $0.key == name }?.value ?? "#000000"
  }

  /// The rules that the site's sheet has for pictures, without custom properties, which viewers
  /// other than browsers do not know.
  static let sheet: String = {
    var rules = [
      ".paper{fill:\(value("paper"))}", "text{fill:\(value("ink"))}",
      ".tick-label,.axis-title,.note{fill:\(value("ink-soft"))}",
      ".grid,.lane{stroke:\(value("grid"))}",
      ".axis-line,.tick{stroke:\(value("mark-neutral"))}", ".rule{stroke:\(value("rule"))}",
      ".stroke{fill:none}", ".hollow{fill:\(value("paper"))}", ".edge-soft{opacity:0.4}",
      "rect.highlight,path.highlight,circle.highlight,.highlight rect,.highlight path,"
        + ".highlight circle{stroke:\(value("ink"))}",
    ]
    for name in ["c1", "c2", "c3", "c4", "c5", "c6", "mark-neutral"] {
      let color = value(name)
      rules.append(".\(name).fill{fill:\(color)}")
      rules.append(".\(name).stroke,.\(name).hollow{stroke:\(color)}")
    }
    return rules.joined()
  }()
}
