import Diagnostics
import Documents

/// Makes layers of the marks that are several: box plots, error bars, error bands (Vega-Lite,
/// `compositemark`).
enum CompositeMarks {
  static func expand(_ node: Node, config: Node?) -> Outcome<Node> {
    guard let mark = node["mark"], let name = mark.markName, node["encoding"] != nil else {
      return Outcome(node)
    }
    switch name {
    case "errorbar", "errorband", "boxplot":
      var composite = CompositeMark(node, mark.markMapping, name, config)
      return name == "boxplot" ? composite.boxPlot() : composite.errors()
    default: return Outcome(node)
    }
  }
}
