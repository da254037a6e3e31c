import Diagnostics
import Documents

/// Makes layers of the marks that are several: box plots, error bars, error bands (Vega-Lite,
/// `compositemark`).
enum CompositeMarks {
  static func expand(_ node: Node, config: Node?) -> Outcome<Node> {
    guard let mark = node["mark"], let name = mark.markName, node["encoding"] != nil,
      let keys = keys(of: name)
    else { return Outcome(node) }
    var composite = CompositeMark(node, mark.markMapping, name, config)
    var outcome = name == "boxplot" ? composite.boxPlot() : composite.errors()
    outcome.diagnostics += strays(mark, name, keys)
    return outcome
  }

  /// The keys that a composite mark has, besides `type`; nil for what is none.
  private static func keys(of name: String) -> [String]? {
    let shared = ["clip", "color", "extent", "opacity", "orient", "style", "tooltip"]
    let own: [String]
    switch name {
    case "boxplot": own = ["box", "median", "outliers", "rule", "size", "ticks"]
    case "errorbar": own = ["center", "rule", "size", "thickness", "ticks"]
    case "errorband": own = ["band", "borders", "center", "interpolate", "tension"]
    default: return nil
    }
    return (shared + own).sorted()
  }

  private static func strays(_ mark: Node, _ name: String, _ keys: [String]) -> [Diagnostic] {
    (mark.entries ?? []).filter { $0.key != "type" && !keys.contains($0.key) }.map { entry in
      Diagnostic(
        .chartUnsupported, "the property '\(entry.key)' of a mark '\(name)' is not supported",
        at: entry.keySpan,
        help: Suggestion.didYouMean(entry.key, among: keys)
          ?? "it can have \(keys.joined(separator: ", "))")
    }
  }
}
