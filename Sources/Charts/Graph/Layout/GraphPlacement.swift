import Diagnostics
import Documents

/// Where `dot` put the nodes and edges of a graph, in px from the upper left corner.
public struct GraphPlacement: Hashable, Sendable {
  /// A point in px, `y` downwards.
  struct Point: Hashable, Sendable {
    let x: Double
    let y: Double
  }

  /// The way of an edge: a first point, then three for each cubic curve.
  struct Way: Hashable, Sendable {
    /// The points.
    let points: [Point]
    /// The tip of the arrow at its end.
    let tip: Point?
    /// The middle of its label.
    let label: Point?
  }

  /// The width of everything.
  let width: Double
  /// The height of everything.
  let height: Double
  /// The middles of the nodes, by their index.
  let nodes: [Int: Point]
  /// The ways of the edges, by their index.
  let edges: [Int: Way]

  /// Reads what `dot -Tjson0` answered; nil where that is no layout.
  public init?(json: [UInt8]) {
    // The places of faults in a program's answer are of no use to an author.
    guard let answer = JSONReader.read(json, in: SourceFileID(0)).value,
      let box = Self.numbers(answer["bb"]?.text), box.count == 4
    else { return nil }
    let (left, top) = (box[0], box[3])
    func point(_ pair: [Double]) -> Point { Point(x: pair[0] - left, y: top - pair[1]) }
    func point(_ text: String?) -> Point? {
      Self.numbers(text).flatMap { $0.count >= 2 ? point($0) : nil }
    }
    width = box[2] - left
    height = top - box[1]
    var nodes: [Int: Point] = [:]
    for node in answer["objects"]?.elements ?? [] {
      guard let index = Self.index(node["name"], after: "n"), let place = point(node["pos"]?.text)
      else { return nil }
      nodes[index] = place
    }
    var edges: [Int: Way] = [:]
    for edge in answer["edges"]?.elements ?? [] {
      guard let index = Self.index(edge["id"], after: "e"), let text = edge["pos"]?.text
      else { return nil }
      var points: [Point] = []
      var tip: Point?
      for word in text.split(separator: " ") {
        let isTip = word.hasPrefix("e,")
        if word.hasPrefix("s,") { continue }
        guard let place = point(String(isTip ? word.dropFirst(2) : word)) else { return nil }
        if isTip { tip = place } else { points.append(place) }
      }
      guard points.count % 3 == 1 else { return nil }
      edges[index] = Way(points: points, tip: tip, label: point(edge["lp"]?.text))
    }
    self.nodes = nodes
    self.edges = edges
  }

  private static func index(_ node: Node?, after letter: Character) -> Int? {
    guard let text = node?.text, text.first == letter else { return nil }
    return Int(text.dropFirst())
  }

  private static func numbers(_ text: String?) -> [Double]? {
    guard let text else { return nil }
    let parts = text.split(separator: ",")
    let numbers = parts.compactMap { Double($0) }
    return numbers.count == parts.count && numbers.allSatisfy(\.isFinite) ? numbers : nil
  }
}
