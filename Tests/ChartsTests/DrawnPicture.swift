import Foundation
import FoundationXML

/// What stands in a picture, found by the hooks that the guide documents.
final class DrawnPicture: NSObject, XMLParserDelegate {
  struct Axis {
    let channel: String
    var title: [String] = []
    var labels: [String] = []
  }
  struct Legend {
    var title: [String] = []
    var labels: [String] = []
  }

  private(set) var marks: [String: Int] = [:]
  private(set) var axes: [Axis] = []
  private(set) var legends: [Legend] = []
  private(set) var title = ""
  private var stack: [(name: String, classes: [String])] = []
  private var text = ""

  init?(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  private static let kinds = [
    "mark-bar": "rect", "mark-rect": "rect", "mark-tick": "rect", "mark-point": "symbol",
    "mark-circle": "symbol", "mark-square": "symbol", "mark-line": "line", "mark-area": "area",
    "mark-rule": "rule", "mark-text": "text", "mark-arc": "arc", "mark-trail": "trail",
    "mark-estimate": "estimate",
  ]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let classes = (attributes["class"] ?? "").split(separator: " ").map(String.init)
    // An item is a child of its group, or of the link about it.
    let parent = stack.last.map { $0.name == "a" ? stack.dropLast().last ?? $0 : $0 }
    if let kind = parent?.classes.lazy.compactMap({ Self.kinds[$0] }).first, parent?.name == "g",
      name != "a", name != "title"
    {
      marks[kind, default: 0] += 1
    }
    if classes.contains("axis") {
      axes.append(Axis(channel: classes.contains("axis-x") ? "x" : "y"))
    }
    if name == "g", classes.contains("legend") { legends.append(Legend()) }
    if name == "text" { text = "" }
    stack.append((name, classes))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    guard stack.last?.name != "title" else { return }
    text += string
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    let element = stack.removeLast()
    guard name == "text" else { return }
    for style in element.classes {
      switch style {
      case "tick-label": axes[axes.count - 1].labels.append(text)
      case "axis-title": axes[axes.count - 1].title.append(text)
      case "legend-label" where !legends.isEmpty: legends[legends.count - 1].labels.append(text)
      case "legend-title" where !legends.isEmpty: legends[legends.count - 1].title.append(text)
      case "chart-title": title = text
      default: break
      }
    }
  }
}
