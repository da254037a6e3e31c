import Values

/// What a graph says in its own words, in one language.
struct GraphWords: Sendable {
  /// The name of a picture that has no title.
  let graph: String
  /// What stands where there is nothing to show.
  let empty: String
  private let language: Language
  private let isGerman: Bool

  init(_ language: Language) {
    self.language = language
    isGerman = language.tag == "de" || language.tag.hasPrefix("de-")
    graph = isGerman ? "Beziehungen" : "Relations"
    empty = isGerman ? "Keine Beziehungen" : "No relations"
  }

  /// The most ties that a sentence names.
  private static let named = 24

  /// What the picture shows, made from the data: every tie in words.
  func summary(of content: GraphContent, isDirected: Bool) -> String {
    guard !content.edges.isEmpty else { return empty }
    let nodes = NumberWords.grouped(Double(content.nodes.count), in: language)
    let edges = NumberWords.grouped(Double(content.edges.count), in: language)
    let ties = content.edges.prefix(Self.named).map {
      tie($0, of: content, isDirected: isDirected)
    }
    let rest = content.edges.count - ties.count
    let more = isGerman ? "und \(rest) weitere" : "and \(rest) more"
    let list = ties.joined(separator: "; ") + (rest > 0 ? "; \(more)" : "")
    if isGerman {
      let count = content.edges.count == 1 ? "einer Beziehung" : "\(edges) Beziehungen"
      return "Graph mit \(nodes) Knoten und \(count): \(list)."
    }
    let count = content.edges.count == 1 ? "one tie" : "\(edges) ties"
    return "A graph of \(nodes) nodes and \(count): \(list)."
  }

  /// One tie: `IMU, allegiance to: IS Khorasan (2015–16, reported)`.
  func tie(_ edge: GraphContent.Edge, of content: GraphContent, isDirected: Bool) -> String {
    let (from, to) = (content.nodes[edge.from].label, content.nodes[edge.to].label)
    let kind = edge.kind.map { content.kinds[$0] }
    let certainty = edge.certainty.map { content.certainties[$0] }
    let marks = [edge.period, certainty ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    let arrow = isDirected ? "→" : "–"
    let joined = kind.map { "\(from), \($0) \(arrow) \(to)" } ?? "\(from) \(arrow) \(to)"
    return marks.isEmpty ? joined : "\(joined) (\(marks))"
  }
}
